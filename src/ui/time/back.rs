//! When an injured player is back, in words: what is reported, and beside it what we reckon.

use crate::forecast::{Basis, ReturnDates};
use crate::model::{Date, Injury, words};
use crate::ui::entry::{self, Layoff};

/// What is reported in as few words as a bar has room for: `reported 7–9 months`, `reported 24 Apr – 24 Jun 2026`.
#[must_use]
pub fn reported_short(injury: &Injury) -> Option<String> {
    Some(match Layoff::of(injury)? {
        lasts @ Layoff::Lasts(..) => format!("reported {}", entry::layoff_text(&lasts)),
        Layoff::Back(one, other) => format!("reported {}", span(one.min(other), one.max(other))),
    })
}

/// The same with the days it comes to: `reported 7–9 months (24 Apr – 24 Jun 2026)`.
#[must_use]
pub fn reported(injury: &Injury) -> Option<String> {
    let short = reported_short(injury)?;
    let (first, last) = injury.reported_return()?;
    Some(if injury.back.is_some() { short } else { format!("{short} ({})", span(first, last)) })
}

/// `We reckon 16 Apr – 30 Jul 2026 (8 in 10), likely 2 Jun.`
#[must_use]
pub fn reckoned(back: &ReturnDates) -> String {
    let ReturnDates { earliest, likely, latest, in_hundred, .. } = *back;
    if earliest == latest {
        return format!("Back on {}.", words::date(likely));
    }
    let share = if in_hundred.is_multiple_of(10) {
        format!("{}\u{a0}in\u{a0}10", in_hundred / 10)
    } else {
        format!("{in_hundred}\u{a0}in\u{a0}100")
    };
    format!("We reckon {} ({share}), likely {}.", span(earliest, latest), words::day_month(likely))
}

/// What is reported, what we reckon, and what that rests on.
#[must_use]
pub fn story(injury: &Injury, back: &ReturnDates) -> String {
    let rests_on = match back.basis {
        Basis::Known => return format!("{} So says the plan.", reckoned(back)),
        Basis::Range => "Reports tend to be hopeful: an assumption, not medical advice.",
        Basis::Estimate => "A single figure is often well out: an assumption, not medical advice.",
        Basis::Diagnosis(_) => "As such injuries usually go: a population default, not medical advice.",
        Basis::Nothing => "As injuries usually go: a population default, not medical advice.",
    };
    let reported = reported(injury).unwrap_or_else(|| "no return reported".to_owned());
    format!("{}. {} {rests_on}", words::capital(&reported), reckoned(back))
}

/// `24 Apr – 24 Jun 2026`, `20 Dec 2025 – 3 Jan 2026`, `24 Apr 2026`.
fn span(first: Date, last: Date) -> String {
    let once = first.year() == last.year() && words::style().date != words::DateStyle::YearFirst;
    let begins = if once { words::day_month(first) } else { words::date(first) };
    if first == last { words::date(last) } else { format!("{begins} \u{2013} {}", words::date(last)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::Assumptions;
    use crate::model::{Diagnosis, Extra, LayoffUnit, ReportedLayoff, ReportedReturn};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn told(injury: &Injury, as_of: &str) -> String {
        story(injury, &ReturnDates::of(injury, day(as_of), &Assumptions::default()).unwrap())
    }

    fn weeks(min: u32, max: u32) -> Injury {
        let layoff = ReportedLayoff { min, max, unit: LayoffUnit::Weeks, extra: Extra::new() };
        Injury { layoff: Some(layoff), ..Injury::starting(day("2026-11-26")) }
    }

    #[test]
    fn what_is_reported_is_told_apart_from_what_we_reckon() {
        assert_eq!(
            told(&weeks(6, 10), "2026-11-26"),
            "Reported 6–10 weeks (7 Jan – 4 Feb 2027). We reckon 4 Jan – 24 Feb 2027 (8\u{a0}in\u{a0}10), likely 24 Jan. \
             Reports tend to be hopeful: an assumption, not medical advice."
        );
        let back =
            ReportedReturn { earliest: day("2026-12-20"), latest: day("2027-01-10"), extra: Extra::new() };
        let dated = Injury { back: Some(back), ..Injury::starting(day("2026-11-26")) };
        assert_eq!(reported(&dated).unwrap(), "reported 20 Dec 2026 – 10 Jan 2027");
        assert!(told(&weeks(6, 6), "2026-11-26").starts_with("Reported 6 weeks (7 Jan 2027). We reckon"));
    }

    #[test]
    fn only_what_nobody_reported_is_a_population_default() {
        let mut injury = Injury::starting(day("2025-09-23"));
        injury.diagnosis = Some(Diagnosis::Hamstring);
        let story = told(&injury, "2025-09-25");
        assert!(story.starts_with("No return reported. We reckon"), "{story}");
        assert!(story.contains("a population default"), "{story}");
        injury.returned = Some(day("2025-10-03"));
        assert_eq!(told(&injury, "2025-09-25"), "Back on 3 Oct 2025. So says the plan.");
    }

    #[test]
    fn a_span_names_the_year_once_where_the_reader_has_it_last() {
        for (date, expected) in [
            (words::DateStyle::DayFirst, "24 Apr – 24 Jun 2026"),
            (words::DateStyle::MonthFirst, "Apr 24 – Jun 24, 2026"),
            (words::DateStyle::YearFirst, "2026-04-24 – 2026-06-24"),
        ] {
            let style = words::Style { date, ..words::Style::default() };
            assert_eq!(words::in_style(style, || span(day("2026-04-24"), day("2026-06-24"))), expected);
        }
    }

    #[test]
    fn the_share_follows_the_assumptions() {
        let dates = ReturnDates::of(&weeks(6, 10), day("2026-11-26"), &Assumptions::default()).unwrap();
        assert!(reckoned(&ReturnDates { in_hundred: 85, ..dates }).contains("(85\u{a0}in\u{a0}100)"));
    }
}
