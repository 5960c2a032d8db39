//! The order of a list that two people have changed: moves by one and insertions by the other are both kept.

use std::collections::{HashMap, HashSet};

/// The longest list in which every pair is looked at; no chart and no row of tabs comes near it.
const PAIRS_AT_MOST: usize = 300;

/// A merged order.
#[derive(Debug)]
pub(super) struct Order<'a> {
    /// Everything kept, each once.
    pub keys: Vec<&'a str>,
    /// Nothing in it contradicts what either side did; otherwise the order is that of ours.
    pub agreed: bool,
}

/// Merges the order of what is kept; the keys of each list are unique.
///
/// What both sides have stands as the side says that changed it against the base. What only one side has comes after
/// what it follows there; of two such in one place, ours comes first.
pub(super) fn merge<'a>(
    base: &[&'a str],
    ours: &[&'a str],
    theirs: &[&'a str],
    kept: &HashSet<&'a str>,
) -> Order<'a> {
    let keep = |list: &[&'a str]| -> Vec<&'a str> {
        list.iter().copied().filter(|key| kept.contains(key)).collect()
    };
    let (base, ours, theirs) = (keep(base), keep(ours), keep(theirs));
    let shared_ours = those_in(&ours, &theirs);
    let shared_theirs = those_in(&theirs, &ours);
    let (moved_by_ours, moved_by_theirs) = (moved(&base, &ours), moved(&base, &theirs));

    let mut agreed = true;
    let shared = if shared_ours == shared_theirs {
        shared_ours
    } else if !moved_by_ours.is_disjoint(&moved_by_theirs) {
        agreed = false;
        shared_ours
    } else if shared_ours.len() > PAIRS_AT_MOST {
        if moved_by_ours.is_empty() { shared_theirs } else { shared_ours }
    } else {
        by_pairs(&base, &shared_ours, &shared_theirs).unwrap_or_else(|| {
            agreed = false;
            shared_ours
        })
    };
    let with_theirs = inserted(shared, &theirs, &moved_by_ours);
    Order { keys: inserted(with_theirs, &ours, &moved_by_theirs), agreed }
}

/// What `side` has put to another place than it had in `base`: as little as explains the new order, and of two that
/// changed places the one that went forward.
pub(super) fn moved<'a>(base: &[&'a str], side: &[&'a str]) -> HashSet<&'a str> {
    let places: HashMap<&str, usize> = base.iter().enumerate().map(|(place, key)| (*key, place)).collect();
    let common: Vec<(&str, usize)> = side.iter().filter_map(|key| Some((*key, *places.get(key)?))).collect();
    let stayed = longest_rise(&common.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    let left = common.iter().enumerate().filter(|(at, _)| !stayed.contains(at));
    left.map(|(_, (key, _))| *key).collect()
}

/// The places of a longest rising subsequence (patience sorting); of several, the one that ends lowest.
fn longest_rise(numbers: &[usize]) -> HashSet<usize> {
    // Per length the place of the lowest end so far, and for each place the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers.get(*end) < Some(number));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rise = HashSet::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        rise.insert(at);
        next = before.get(at).copied().flatten();
    }
    rise
}

fn those_in<'a>(list: &[&'a str], other: &[&'a str]) -> Vec<&'a str> {
    let known: HashSet<&str> = other.iter().copied().collect();
    list.iter().copied().filter(|key| known.contains(key)).collect()
}

/// The order in which each pair stands as the side says that differs from the base; none if that goes in a circle, or
/// if both sides added a pair and disagree about it.
fn by_pairs<'a>(base: &[&'a str], ours: &[&'a str], theirs: &[&'a str]) -> Option<Vec<&'a str>> {
    let places = |list: &[&'a str]| -> HashMap<&'a str, usize> {
        list.iter().enumerate().map(|(place, key)| (*key, place)).collect()
    };
    let (in_base, in_theirs) = (places(base), places(theirs));
    // For each of ours how many come before it, and who comes after it.
    let mut waiting: HashMap<&str, usize> = ours.iter().map(|key| (*key, 0)).collect();
    let mut after: HashMap<&str, Vec<&str>> = HashMap::new();
    for (at, first) in ours.iter().enumerate() {
        for second in ours.iter().skip(at + 1) {
            let theirs_agree = in_theirs.get(first) < in_theirs.get(second);
            let keeps = theirs_agree
                || match (in_base.get(first), in_base.get(second)) {
                    // The sides differ, so one of them differs from the base: it decides.
                    (Some(a), Some(b)) => a > b,
                    _ => return None,
                };
            let (before, behind) = if keeps { (first, second) } else { (second, first) };
            after.entry(before).or_default().push(behind);
            *waiting.entry(behind).or_default() += 1;
        }
    }
    let mut order = Vec::with_capacity(ours.len());
    let mut left: Vec<&str> = ours.to_vec();
    while !left.is_empty() {
        let free = left.iter().position(|key| waiting.get(key) == Some(&0))?;
        let key = left.remove(free);
        for behind in after.get(key).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(behind) {
                *count -= 1;
            }
        }
        order.push(key);
    }
    Some(order)
}

/// `list` with what only `side` has, each after what it follows there and the other side left in its place.
fn inserted<'a>(list: Vec<&'a str>, side: &[&'a str], moved_by_other: &HashSet<&str>) -> Vec<&'a str> {
    let known: HashSet<&str> = list.iter().copied().collect();
    let mut runs: HashMap<Option<&str>, Vec<&'a str>> = HashMap::new();
    let mut anchor = None;
    for key in side {
        if !known.contains(key) {
            runs.entry(anchor).or_default().push(key);
        } else if !moved_by_other.contains(key) {
            anchor = Some(*key);
        }
    }
    let mut result = runs.remove(&None).unwrap_or_default();
    for key in list {
        result.push(key);
        result.extend(runs.remove(&Some(key)).into_iter().flatten());
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<&str> {
        text.split("").filter(|letter| !letter.is_empty()).collect()
    }

    /// Merges words letter by letter; removed is what either side has removed. A question mark: they disagree.
    fn merged(base: &str, ours: &str, theirs: &str) -> String {
        let (b, o, t) = (letters(base), letters(ours), letters(theirs));
        let kept = o.iter().chain(&t).copied();
        let kept = kept.filter(|key| !b.contains(key) || (o.contains(key) && t.contains(key))).collect();
        let order = merge(&b, &o, &t, &kept);
        format!("{}{}", order.keys.concat(), if order.agreed { "" } else { "?" })
    }

    #[test]
    fn moves_of_one_and_insertions_of_the_other_are_both_kept() {
        for (base, ours, theirs, expected) in [
            ("abc", "abc", "abc", "abc"),
            ("abc", "bac", "abcx", "bacx"),
            ("abc", "abcx", "cab", "cabx"),
            ("abc", "xabc", "abcy", "xabcy"),
            ("abc", "abxc", "abyc", "abxyc"),
            ("abc", "ac", "abxc", "axc"),
            ("abcd", "bacd", "abdc", "badc"),
            ("abcd", "dabc", "abcdx", "dabcx"),
            ("", "ab", "c", "abc"),
            ("abc", "", "abcx", "x"),
        ] {
            assert_eq!(merged(base, ours, theirs), expected, "{base}: {ours} and {theirs}");
        }
    }

    #[test]
    fn of_a_very_long_list_the_order_of_whoever_moved_something_counts() {
        let keys: Vec<String> = (0..PAIRS_AT_MOST + 5).map(|n| format!("k{n}")).collect();
        let base: Vec<&str> = keys.iter().map(String::as_str).collect();
        let mut moved = base.clone();
        moved.rotate_right(1);
        let kept = base.iter().copied().collect();
        assert_eq!(merge(&base, &moved, &base, &kept).keys, moved);
        assert_eq!(merge(&base, &base, &moved, &kept).keys, moved);
    }

    #[test]
    fn two_places_for_one_are_a_contradiction() {
        for (base, ours, theirs) in
            [("abcd", "dabc", "adbc"), ("ab", "xab", "abx"), ("abc", "cab", "acb"), ("", "ab", "ba")]
        {
            assert_eq!(merged(base, ours, theirs), format!("{ours}?"), "{base}: {ours} and {theirs}");
        }
    }

    #[test]
    fn of_two_that_changed_places_the_one_that_went_forward_has_moved() {
        for (base, side, expected) in [
            ("ab", "ba", "b"),
            ("abcd", "dabc", "d"),
            ("abcd", "bcda", "a"),
            ("abc", "abxc", ""),
            ("abc", "c", ""),
        ] {
            let mut keys: Vec<&str> = moved(&letters(base), &letters(side)).into_iter().collect();
            keys.sort_unstable();
            assert_eq!(keys.concat(), expected, "{base} to {side}");
        }
    }

    #[test]
    fn a_long_list_is_merged_without_looking_at_every_pair() {
        let names: Vec<String> = (0..20_000).map(|n| n.to_string()).collect();
        let base: Vec<&str> = names.iter().map(String::as_str).collect();
        let (ours, theirs): (Vec<&str>, Vec<&str>) =
            (base.iter().rev().copied().collect(), base.iter().skip(1).copied().collect());
        let kept = theirs.iter().copied().collect();
        assert_eq!(merge(&base, &ours, &theirs, &kept).keys.len(), 19_999);
    }
}
