//! A Rust file as the checks see it: what is code, what is said in words, what is a test.

use std::fmt;
use std::ops::Range;

/// One Rust file, split into what the checks ask about.
pub(crate) struct Source {
    /// From the project's root, with forward slashes: `src/model/plan.rs`.
    pub(crate) path: String,
    /// As it stands on disk.
    pub(crate) text: String,
    /// Comments and the insides of strings are blank; every character keeps its place.
    pub(crate) code: String,
    /// Only comments are blank.
    pub(crate) uncommented: String,
    /// Bytes of `code` that are compiled for tests only.
    tests: Vec<Range<usize>>,
}

/// Something to mend: where, what, and how.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Complaint {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) what: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let (code, uncommented) = blank(text);
        let mut tests = test_items(&code);
        if ["tests/", "benches/", "examples/", "fuzz/"].iter().any(|folder| path.starts_with(folder)) {
            tests.push(0..code.len());
        }
        Self { path: path.to_owned(), text: text.to_owned(), code, uncommented, tests }
    }

    /// Treats the whole file as a test, because its parent declares it as one.
    pub(crate) fn mark_as_test(&mut self) {
        self.tests.push(0..self.code.len());
    }

    /// The floor the file stands on: `model` for `src/model/plan.rs` and for `src/model.rs`.
    pub(crate) fn floor(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let floor = inside.split('/').next()?;
        Some(floor.strip_suffix(".rs").unwrap_or(floor))
    }

    pub(crate) fn is_test(&self, at: usize) -> bool {
        self.tests.iter().any(|range| range.contains(&at))
    }

    pub(crate) fn complain(&self, at: usize, what: impl Into<String>) -> Complaint {
        let line = self.code.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        Complaint { path: self.path.clone(), line, what: what.into() }
    }

    /// Files that this one declares with `#[cfg(test)] mod name;`, without the ending: `src/model/tests`.
    pub(crate) fn test_modules(&self) -> Vec<String> {
        let stem = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        let folder = ["/mod", "/lib", "/main"].iter().find_map(|end| stem.strip_suffix(end)).unwrap_or(stem);
        let beside = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.tests
            .iter()
            .filter_map(|range| {
                let (_, name) = self.code.get(range.clone())?.strip_suffix(';')?.rsplit_once("mod ")?;
                let named = self.uncommented.get(range.clone())?.split_once("#[path = \"");
                let path = named.and_then(|(_, rest)| rest.split_once(".rs\""));
                Some(match path {
                    Some((path, _)) => format!("{beside}/{path}"),
                    None => format!("{folder}/{}", name.trim()),
                })
            })
            .collect()
    }
}

/// Byte offsets at which `needle` begins as a word of its own.
pub(crate) fn words<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    let ends_in_word = needle.ends_with(is_word);
    text.match_indices(needle).map(|(at, _)| at).filter(move |&at| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + needle.len()..).and_then(|text| text.chars().next());
        !(before.is_some_and(is_word) || ends_in_word && after.is_some_and(is_word))
    })
}

pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The text without comments and insides of strings, and the text without comments; byte for byte as long as the text.
fn blank(text: &str) -> (String, String) {
    let mut code = String::with_capacity(text.len());
    let mut uncommented = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (length, kind) = token(rest, c, code.chars().next_back());
        let (head, tail) = rest.split_at(length);
        match kind {
            Kind::Code => code.push_str(head),
            Kind::Comment | Kind::Text => code.extend(head.bytes().map(blanked)),
        }
        match kind {
            Kind::Code | Kind::Text => uncommented.push_str(head),
            Kind::Comment => uncommented.extend(head.bytes().map(blanked)),
        }
        rest = tail;
    }
    (code, uncommented)
}

fn blanked(byte: u8) -> char {
    if byte == b'\n' { '\n' } else { ' ' }
}

#[derive(Clone, Copy)]
enum Kind {
    Code,
    Comment,
    Text,
}

/// How many bytes the next token has, and what it is.
fn token(rest: &str, c: char, before: Option<char>) -> (usize, Kind) {
    let starts_word = !before.is_some_and(is_word);
    let to_line_end = || rest.find('\n').unwrap_or(rest.len());
    match c {
        '/' if rest.starts_with("//") => (to_line_end(), Kind::Comment),
        '/' if rest.starts_with("/*") => (block_comment(rest), Kind::Comment),
        '"' => (quoted(rest, 0), Kind::Text),
        'b' if starts_word && rest.starts_with("b\"") => (quoted(rest, 1), Kind::Text),
        'r' | 'b' if starts_word => match raw_string(rest) {
            Some(length) => (length, Kind::Text),
            None => (1, Kind::Code),
        },
        '\'' => match character(rest) {
            Some(length) => (length, Kind::Text),
            None => (1, Kind::Code),
        },
        _ => (c.len_utf8(), Kind::Code),
    }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(here) = rest.get(at..).filter(|here| !here.is_empty()) {
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of a string literal whose quote stands at `open`.
fn quoted(rest: &str, open: usize) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(open + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of `r"…"`, `r#"…"#` or `br#"…"#`, if that is what stands here.
fn raw_string(rest: &str) -> Option<usize> {
    let after_r = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let inside = after_r.trim_start_matches('#');
    let hashes = after_r.len() - inside.len();
    let inside = inside.strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = inside.find(&close).map_or(inside.len(), |at| at + close.len());
    Some(rest.len() - inside.len() + end)
}

/// The length of a character literal; `None` for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    let (_, first) = chars.next()?;
    if first == '\\' {
        return rest.get(3..)?.find('\'').map(|at| at + 4);
    }
    let (at, close) = chars.next()?;
    (close == '\'').then_some(at + 1)
}

/// Everything under `#[cfg(test)]`: to the matching brace, or to the semicolon.
fn test_items(code: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, mark) in code.match_indices("#[cfg(test)]") {
        let mut depth = 0_usize;
        let body = start + mark.len();
        let end = code.bytes().enumerate().skip(body).find_map(|(at, byte)| {
            match byte {
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            (depth == 0 && matches!(byte, b'}' | b';')).then_some(at + 1)
        });
        found.push(start..end.unwrap_or(code.len()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_blank_and_nothing_moves() {
        let text = "let a = \"x\\\"y\"; // unwrap()\nlet b = 'c'; /* a /* b */ c */ r#\"in \" it\"# end";
        let source = Source::new("src/model/a.rs", text);
        assert_eq!(source.code.len(), text.len());
        assert_eq!(source.code.find("let b"), text.find("let b"));
        assert_eq!(source.code.find("end"), text.find("end"));
        for word in ["unwrap", "x", "in", "'c'", "a /*"] {
            assert!(!source.code.contains(word), "{word:?} is still in {:?}", source.code);
        }
        assert!(source.uncommented.contains("in \" it") && !source.uncommented.contains("unwrap"));
    }

    #[test]
    fn a_lifetime_is_not_a_character() {
        let source = Source::new("src/model/a.rs", "fn f<'a>(x: &'a str) -> char { '\\'' } // gone");
        assert!(source.code.contains("fn f<'a>(x: &'a str) -> char {"));
        assert!(source.code.contains('}') && !source.code.contains("gone"));
    }

    #[test]
    fn test_modules_are_told_from_the_rest() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { if c {} }\n}\nfn d() {}\n#[cfg(test)]\nmod more;\n";
        let source = Source::new("src/model/mod.rs", text);
        let at = |needle: &str| text.find(needle).expect("the sample holds it");
        assert!(source.is_test(at("fn b")));
        assert!(!source.is_test(at("fn a")) && !source.is_test(at("fn d")));
        assert_eq!(source.test_modules(), ["src/model/more"]);
    }

    #[test]
    fn words_are_whole_words() {
        assert_eq!(words("Key::A HotKey::B Key::C", "Key::").collect::<Vec<_>>(), [0, 17]);
        assert_eq!(words("up cup upper", "up").collect::<Vec<_>>(), [0]);
    }
}
