//! Windows, matchdays, breaks.

use crate::edit::Edit;
use crate::model::{MatchdayOrigin, Window, words};

use super::{Finder, Place};

pub(super) fn calendar(finder: &mut Finder<'_>) {
    let plan = finder.plan;
    for window in plan.windows.iter().filter(|window| window.closes < window.opens) {
        finder.error(
            Place::Window(window.id.clone()),
            format!(
                "{} closes on {}, before it opens on {}.",
                window.name,
                words::date(window.closes),
                words::date(window.opens)
            ),
            "Correct one of the two days.",
        );
        if !window.name.trim().is_empty() {
            let (opens, closes) = (window.closes, window.opens);
            let turned = Window { opens, closes, ..window.clone() };
            finder.offer("Swap the two days".to_owned(), vec![Edit::PutWindow(turned)]);
        }
    }
    for (i, pause) in plan.breaks.iter().enumerate().filter(|(_, pause)| pause.until < pause.from) {
        finder.error(
            Place::Break(i),
            format!(
                "{} ends on {}, before it begins on {}.",
                pause.name,
                words::date(pause.until),
                words::date(pause.from)
            ),
            "Correct one of the two days.",
        );
    }
    matchdays(finder);
}

fn matchdays(finder: &mut Finder<'_>) {
    let plan = finder.plan;
    if plan.matchdays.is_empty() {
        finder.warning(
            Place::Calendar,
            "The plan has no matchdays, so nothing can be said about a season; none are assumed.".to_owned(),
            "Import a fixture list, or have weekly matchdays made.",
        );
        return;
    }
    let mut days: Vec<_> = plan.matchdays.iter().map(|matchday| matchday.date).collect();
    days.sort_unstable();
    let mut last_told = None;
    for pair in days.windows(2) {
        if let [a, b] = pair
            && a == b
            && last_told.replace(*a) != Some(*a)
        {
            finder.warning(
                Place::Matchday(*a),
                format!("There is more than one matchday on {}.", words::date(*a)),
                "Remove all but one: a club plays once a day.",
            );
        }
    }
    if days.last().is_some_and(|last| *last < plan.as_of) {
        finder.warning(
            Place::Calendar,
            format!("Every matchday lies before the plan's day, {}.", words::date(plan.as_of)),
            "Import the fixtures of the season to come, or have weekly matchdays made.",
        );
    }
    let generated = || plan.matchdays.iter().filter(|day| day.origin == MatchdayOrigin::Generated);
    if let (Some(first), Some(last)) =
        (generated().map(|day| day.date).min(), generated().map(|day| day.date).max())
    {
        finder.hint(
            Place::Matchday(first),
            format!(
                "The matchdays from {} to {} marked as generated are an assumption, one a week, not fixtures.",
                words::date(first),
                words::date(last)
            ),
            "Import the fixture list when it is out.",
        );
    }
}
