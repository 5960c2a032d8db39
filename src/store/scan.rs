//! A walk over JSON text that remembers where things are.
//!
//! serde tells which field is wrong, not on which line it stands, and keeps the last of two fields of one name.
//! This tells both, without building anything. It expects text that is JSON; on other text it finds nothing,
//! but it never panics and never loops.

use std::borrow::Cow;
use std::collections::HashMap;

/// One step from a value to a value inside it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Step {
    /// The member of this name.
    Field(String),
    /// The item of this number, from 0.
    Item(usize),
}

/// Line and column of a byte, both from 1; the column counts characters.
pub(crate) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// The byte at which the value begins that `path` leads to.
pub(crate) fn locate(text: &str, path: &[Step]) -> Option<usize> {
    let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
    for step in path {
        reader.space();
        match step {
            Step::Field(name) => {
                reader.expect(b'{')?;
                loop {
                    reader.space();
                    let (start, end) = reader.string()?;
                    let found = unquoted(text, start, end)? == *name;
                    reader.space();
                    reader.expect(b':')?;
                    if found {
                        break;
                    }
                    reader.skip_value()?;
                    reader.space();
                    reader.expect(b',')?;
                }
            }
            Step::Item(number) => {
                reader.expect(b'[')?;
                for _ in 0..*number {
                    reader.skip_value()?;
                    reader.space();
                    reader.expect(b',')?;
                }
            }
        }
    }
    reader.space();
    (reader.at < text.len()).then_some(reader.at)
}

/// The text at `path`, if it is one.
pub(crate) fn text_at(text: &str, path: &[Step]) -> Option<String> {
    let start = locate(text, path)?;
    let mut reader = Reader { bytes: text.as_bytes(), at: start };
    let (start, end) = reader.string()?;
    unquoted(text, start, end)
}

fn unquoted(text: &str, start: usize, end: usize) -> Option<String> {
    serde_json::from_str(text.get(start..end)?).ok()
}

/// What makes a text unfit to be read although it is JSON.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Unfit {
    /// An object has two fields of this name; the bytes at which the names stand.
    FieldTwice { name: String, first: usize, second: usize },
    /// A text longer than the limit begins at this byte.
    LongText(usize),
    /// More values than the limit.
    ManyValues,
}

/// Looks for what serde would let pass: repeated fields, endless texts, values without number.
///
/// # Errors
/// The first such thing.
pub(crate) fn survey(text: &str, max_values: usize, max_text: usize) -> Result<(), Unfit> {
    let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
    // One entry for each open object or list; a list has no names.
    let mut open: Vec<Option<HashMap<Cow<'_, str>, usize>>> = Vec::new();
    let mut values = 0;
    while let Some(byte) = reader.peek() {
        match byte {
            b'{' => open.push(Some(HashMap::new())),
            b'[' => open.push(None),
            b'}' | b']' => {
                open.pop();
            }
            b'"' => {
                let start = reader.at;
                let Some((_, end)) = reader.string() else { return Ok(()) };
                if end - start > max_text {
                    return Err(Unfit::LongText(start));
                }
                reader.space();
                if reader.peek() == Some(b':')
                    && let Some(Some(names)) = open.last_mut()
                    && let Some(quoted) = text.get(start..end)
                    // One name may be written in several ways, with escapes and without.
                    && let name = if quoted.contains('\\') {
                        unquoted(text, start, end).map_or(Cow::Borrowed(quoted), Cow::Owned)
                    } else {
                        Cow::Borrowed(quoted.trim_matches('"'))
                    }
                    && let Some(first) = names.insert(name, start)
                {
                    let name = unquoted(text, start, end).unwrap_or_default();
                    return Err(Unfit::FieldTwice { name, first, second: start });
                }
                continue;
            }
            b',' => {
                values += 1;
                if values > max_values {
                    return Err(Unfit::ManyValues);
                }
            }
            _ => {}
        }
        reader.at += 1;
    }
    Ok(())
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Steps over a text; its first byte and the one after it, quotes included.
    fn string(&mut self) -> Option<(usize, usize)> {
        let start = self.at;
        self.expect(b'"')?;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some((start, self.at));
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        self.space();
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                    if depth == 0 {
                        return Some(());
                    }
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    if depth == 0 {
                        self.at += 1;
                        return Some(());
                    }
                }
                b',' if depth == 0 => return None,
                _ if depth == 0 => {
                    while self.peek().is_some_and(|byte| !b",]} \t\r\n".contains(&byte)) {
                        self.at += 1;
                    }
                    return Some(());
                }
                _ => {}
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str) -> Step {
        Step::Field(name.to_owned())
    }

    #[test]
    fn a_path_leads_to_the_line_of_its_value() {
        let text = "{\n \"a\": \"]\\\"}\",\n \"b\": [1, {\"c\": [2]},\n {\"né\": true}]\n}";
        for (path, at) in [
            (vec![], (1, 1)),
            (vec![field("a")], (2, 7)),
            (vec![field("b"), Step::Item(1), field("c"), Step::Item(0)], (3, 18)),
            (vec![field("b"), Step::Item(2), field("né")], (4, 9)),
        ] {
            let offset = locate(text, &path).unwrap();
            assert_eq!(line_and_column(text, offset), at, "{path:?}");
        }
        assert_eq!(locate(text, &[field("b"), Step::Item(3)]), None);
        assert_eq!(locate(text, &[field("z")]), None);
        assert_eq!(text_at(text, &[field("a")]).as_deref(), Some("]\"}"));
    }

    #[test]
    fn a_field_given_twice_is_seen_at_any_depth() {
        let text = r#"{"a": [{"b": 1, "c": {"b": 2}, "b": 3}]}"#;
        assert_eq!(
            survey(text, 100, 100),
            Err(Unfit::FieldTwice { name: "b".to_owned(), first: 8, second: 31 })
        );
        assert_eq!(
            survey(r#"{"a": 1, "\u0061": 2}"#, 100, 100),
            Err(Unfit::FieldTwice { name: "a".to_owned(), first: 1, second: 9 }),
            "written in two ways"
        );
        assert_eq!(survey(r#"{"a": {"a": ["a", "a"]}, "b": "a"}"#, 100, 100), Ok(()));
    }

    #[test]
    fn endless_texts_and_lists_are_seen() {
        assert_eq!(survey(r#"["aaaaaaaaaa"]"#, 100, 5), Err(Unfit::LongText(1)));
        assert_eq!(survey("[1,1,1,1]", 2, 100), Err(Unfit::ManyValues));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[\\[\\]{}\",:\\\\a1é \n]{0,40}") {
            let _ = survey(&text, 10, 10);
            let _ = locate(&text, &[field("a"), Step::Item(1)]);
            let _ = line_and_column(&text, 7);
        }
    }
}
