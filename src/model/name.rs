//! Names of people, to compare by: without accents, and in any order of their words.

use super::fold;

/// The words of a name, folded: `N'Golo Kanté` becomes `ngolo`, `kante`.
#[must_use]
pub fn name_words(name: &str) -> Vec<String> {
    let folded = fold(name).replace(['\'', '`'], "");
    folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of a name in the order of the alphabet, which is the same however the name is written.
///
/// # Example
/// ```
/// use backline::model::name_key;
/// assert_eq!(name_key("Konaté, Ibrahima"), name_key("ibrahima KONATE"));
/// ```
#[must_use]
pub fn name_key(name: &str) -> String {
    let mut words = name_words(name);
    words.sort_unstable();
    words.join(" ")
}

/// Every word of one name stands in the other, a single letter for a word that it begins; the surname among them.
#[must_use]
pub fn is_part_of_name(part: &[&str], whole: &[&str]) -> bool {
    let stands = |word: &&str| {
        whole.iter().any(|known| known == word || (word.len() == 1 && known.starts_with(*word)))
    };
    part.len() <= whole.len() && part.iter().all(stands) && part.iter().any(|word| word.len() > 2)
}
