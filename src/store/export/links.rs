//! Web addresses in words that shall hold no link.

/// What begins an address besides a scheme.
const WWW: &str = "www.";

/// The text with the name of its site in place of every web address, so that no forum makes a link of it.
#[must_use]
pub(super) fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((begin, site)) = next_address(rest) {
        out.push_str(rest.get(..begin).unwrap_or_default());
        let after = rest.get(site..).unwrap_or_default();
        let end = after.find(is_end).unwrap_or(after.len());
        let address = after.get(..end).unwrap_or_default();
        let host = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
        out.push_str(host.strip_prefix(WWW).unwrap_or(host));
        rest = after.get(end..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Where the next address begins, and where the name of its site does.
fn next_address(text: &str) -> Option<(usize, usize)> {
    let scheme = text.find("://").map(|at| {
        let before = text.get(..at).unwrap_or_default();
        let name = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '+' || c == '-');
        (name.len(), at + "://".len())
    });
    let www = text.match_indices(WWW).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        before.is_none_or(|before| !before.is_alphanumeric() && before != '.' && before != '/')
    });
    [scheme, www.map(|at| (at, at))].into_iter().flatten().min()
}

fn is_end(c: char) -> bool {
    c.is_whitespace() || matches!(c, ')' | ']' | '>' | '<' | '"' | '\'' | ',' | ';' | '|')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_becomes_the_name_of_its_site() {
        for (text, expected) in [
            ("https://www.bbc.com/sport/football/1?x=2#y", "bbc.com"),
            ("as in http://example.org/a, and more", "as in example.org, and more"),
            ("[Gu\u{e9}hi](https://example.org/a)", "[Gu\u{e9}hi](example.org)"),
            ("www.example.org/path says", "example.org says"),
            ("two: https://a.example/1 https://b.example/2", "two: a.example b.example"),
            ("https://https://a.example", "https"),
            ("The Times, 3 Sep 2025: 7/10", "The Times, 3 Sep 2025: 7/10"),
            ("awww.what", "awww.what"),
            ("://", ""),
            ("", ""),
        ] {
            assert_eq!(without_links(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_keeps_a_scheme(text in "([a-z:/. )]|://|www\\.|\\PC){0,40}") {
            prop_assert!(!without_links(&text).contains("://"), "{text:?}");
        }
    }
}
