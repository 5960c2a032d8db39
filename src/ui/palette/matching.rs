//! What matches the letters that are typed, how well, and which letters of it do.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::model::fold;

use super::entries::Entry;

fn pattern(typed: &str) -> Pattern {
    Pattern::new(typed, CaseMatching::Ignore, Normalization::Never, AtomKind::Fuzzy)
}

/// The places in `entries` of what has every word that is typed, and of what has at least the letters in their order;
/// the best first.
pub(super) fn by_name(entries: &[Entry], typed: &str) -> (Vec<usize>, Vec<usize>) {
    let typed = fold(typed);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = pattern(&typed);
    let mut letters = Vec::new();
    let mut found: Vec<(u32, usize)> = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| {
            let score = pattern.score(Utf32Str::new(&entry.searched, &mut letters), &mut matcher)?;
            Some((score, at))
        })
        .collect();
    // Equal ones keep the order they are listed in.
    found.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
    let has_all = |at: &usize| {
        entries
            .get(*at)
            .is_some_and(|entry| typed.split_whitespace().all(|word| entry.searched.contains(word)))
    };
    found.into_iter().map(|(_, at)| at).partition(has_all)
}

/// The letters of `words`, by their number, that are why it was found.
pub(super) fn marks(words: &str, typed: &str) -> Vec<usize> {
    let typed = fold(typed);
    // Which letter of `words` each plain letter comes from: "ß" is two.
    let (mut plain, mut from) = (Vec::new(), Vec::new());
    for (at, letter) in words.chars().enumerate() {
        let folded = fold(letter.encode_utf8(&mut [0; 4]));
        from.extend(folded.chars().map(|_| at));
        plain.extend(folded.chars());
    }
    let mut marked = whole_words(&plain, &typed).unwrap_or_else(|| {
        let mut indices = Vec::new();
        let mut matcher = Matcher::new(Config::DEFAULT);
        pattern(&typed).indices(Utf32Str::Unicode(&plain), &mut matcher, &mut indices);
        indices.into_iter().map(|at| at as usize).collect()
    });
    marked = marked.into_iter().filter_map(|at| from.get(at).copied()).collect();
    marked.sort_unstable();
    marked.dedup();
    marked
}

/// Where the words that are typed stand, if all of them do.
fn whole_words(plain: &[char], typed: &str) -> Option<Vec<usize>> {
    let mut marked = Vec::new();
    for word in typed.split_whitespace() {
        let word: Vec<char> = word.chars().collect();
        let at = plain.windows(word.len()).position(|letters| letters == word)?;
        marked.extend(at..at + word.len());
    }
    Some(marked)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(words: &str, typed: &str) -> String {
        let marks = marks(words, typed);
        words.chars().enumerate().filter(|(at, _)| marks.contains(at)).map(|(_, letter)| letter).collect()
    }

    #[test]
    fn letters_are_marked_whatever_their_accents() {
        for (words, typed, expected) in [
            ("Ibrahima Konaté", "konate", "Konaté"),
            ("Ibrahima Konaté", "KONATÉ ibra", "IbraKonaté"),
            ("Marc Guéhi", "mguehi", "MGuéhi"),
            ("Ole Groß", "gross", "Groß"),
            ("Joe Gomez", "xyz", ""),
            ("Joe Gomez", "", ""),
        ] {
            assert_eq!(marked(words, typed), expected, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_found_by_its_name_is_marked_within_it(words in "[A-Za-zÀ-ž ]{1,30}", typed in "[a-z ]{0,8}") {
            let entries = [Entry::new("", words.as_str(), "")];
            let (sure, maybe) = by_name(&entries, &typed);
            let marks = marks(&words, &typed);
            prop_assert!(marks.iter().all(|at| *at < words.chars().count()));
            let found = sure.len() + maybe.len() > 0 && !typed.trim().is_empty();
            prop_assert!(!found || !marks.is_empty(), "{words:?} is found by {typed:?} but nothing is marked");
        }
    }
}
