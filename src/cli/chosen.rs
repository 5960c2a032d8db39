//! What the options of a subcommand choose of a plan: one of its things by its id, a span of days.

use crate::model::{Date, words};

/// The most days one answer speaks of: twenty years.
const MOST_DAYS: i32 = 7305;

/// The one that was asked for, or the first, if there is one.
pub(super) fn choose<T: Clone + PartialEq + std::fmt::Display>(
    what: &str,
    asked: Option<&T>,
    known: &[&T],
) -> Result<T, String> {
    let Some(first) = known.first() else { return Err(format!("The plan has no {what}: add one.")) };
    let Some(asked) = asked else { return Ok((*first).clone()) };
    if known.contains(&asked) {
        return Ok(asked.clone());
    }
    let known: Vec<String> = known.iter().map(ToString::to_string).collect();
    Err(format!("The plan has no {what} \"{}\". It has: {}.", asked, known.join(", ")))
}

/// The days from `from` to `to`, both included, if they are a span that can be answered for.
pub(super) fn span(from: Date, to: Date) -> Result<(Date, Date), String> {
    if to < from {
        let [from, to] = [from, to].map(words::date);
        return Err(format!("--to {to} is before --from {from}. Swap them."));
    }
    if (to - from).get_days() >= MOST_DAYS {
        return Err("Twenty years at a time at most: give a nearer --from or --to.".to_owned());
    }
    Ok((from, to))
}
