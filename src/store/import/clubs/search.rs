//! Clubs of a table by what somebody types.

use super::ClubCount;
use super::names::{same_club, telling, words};

/// The clubs that a search means, the best first; all of them for an empty search.
///
/// Each word of the search must begin a word of the club, or be nearly one.
#[must_use]
pub fn search_clubs<'a>(clubs: &'a [ClubCount], search: &str) -> Vec<&'a ClubCount> {
    let wanted = telling(search);
    if words(search).is_empty() {
        return clubs.iter().collect();
    }
    let mut found: Vec<(u32, usize, &ClubCount)> = clubs
        .iter()
        .filter_map(|club| {
            let (told, all) = (telling(&club.name), words(&club.name));
            let all: Vec<&str> = all.split(' ').collect();
            let mut score = 0;
            for word in &wanted {
                score += best_match(word, &told).or_else(|| best_match(word, &all).map(|score| score / 2))?;
            }
            let exact = same_club(&club.name, search);
            Some((score + if exact { 1_000 } else { 0 }, told.len(), club))
        })
        .collect();
    found.sort_by_key(|(score, words, club)| {
        (std::cmp::Reverse(*score), *words, std::cmp::Reverse(club.players))
    });
    found.into_iter().map(|(_, _, club)| club).collect()
}

/// Each word of a name begins a word of the club: no letter of it is guessed.
#[must_use]
pub fn is_club_named(club: &ClubCount, name: &str) -> bool {
    let all = words(&club.name);
    let begins = |word: &String| {
        all.split(' ').any(|known| known.starts_with(word.as_str()))
            || club.key.split(' ').any(|known| known.starts_with(word.as_str()))
    };
    same_club(&club.name, name) || telling(name).iter().all(begins)
}

fn best_match(word: &str, among: &[impl AsRef<str>]) -> Option<u32> {
    let score = |known: &str| {
        if known == word {
            Some(100)
        } else if known.starts_with(word) {
            Some(60)
        } else if word.len() >= 5 && strsim::osa_distance(known, word) <= 1 + usize::from(word.len() >= 9) {
            Some(30)
        } else {
            None
        }
    };
    among.iter().filter_map(|known| score(known.as_ref())).max()
}

/// The names most like one that was not found, the likest first.
#[must_use]
pub fn closest_clubs<'a>(clubs: &'a [ClubCount], name: &str, most: usize) -> Vec<&'a ClubCount> {
    let wanted = telling(name).join(" ");
    let mut ranked: Vec<(f64, &ClubCount)> = clubs
        .iter()
        .map(|club| {
            let told = telling(&club.name);
            let whole = strsim::jaro_winkler(&told.join(" "), &wanted);
            let word = told.iter().map(|word| strsim::jaro_winkler(word, &wanted)).fold(0.0, f64::max);
            (whole.max(0.95 * word), club)
        })
        .collect();
    ranked.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.name.cmp(&other.name)));
    ranked.into_iter().take(most).map(|(_, club)| club).collect()
}
