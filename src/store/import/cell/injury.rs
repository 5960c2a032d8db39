//! What a cell says of an injury: what it is, and for how long.

use crate::model::{Diagnosis, Extra, LayoffUnit, ReportedLayoff, fold};

use super::{Said, is_nothing};

/// Parts of words, folded, that name a diagnosis; the first that is found counts.
///
/// A knee alone says too little for a diagnosis: it may be a bruise or a cruciate ligament. It is kept in words.
const WORDS: [(Diagnosis, &[&str]); 9] = [
    (
        Diagnosis::AclRupture,
        &["acl", "cruciate", "kreuzband", "cruzado", "croise", "crociato", "ligamento anterior", "lca"],
    ),
    (
        Diagnosis::AchillesRupture,
        &[
            "achilles rupture",
            "ruptured achilles",
            "achillessehnenriss",
            "rotura del tendon de aquiles",
            "rupture du tendon d'achille",
            "rottura del tendine d'achille",
            "torn achilles",
            "achilles tendon rupture",
        ],
    ),
    (
        Diagnosis::Mcl,
        &[
            "mcl",
            "medial ligament",
            "medial collateral",
            "innenband",
            "lateral interno",
            "ligament lateral interne",
            "collaterale mediale",
            "colateral medial",
            "knee ligament",
        ],
    ),
    (
        Diagnosis::Hamstring,
        &[
            "hamstring",
            "oberschenkelruckseite",
            "isquio",
            "biceps femoral",
            "ischio",
            "bicipite femorale",
            "flessor",
            "posterior da coxa",
        ],
    ),
    (
        Diagnosis::Calf,
        &["calf", "wade", "gemelo", "soleo", "mollet", "polpaccio", "panturrilha", "gastrocnemius"],
    ),
    (
        Diagnosis::Quadriceps,
        &[
            "quadriceps",
            "quad",
            "thigh",
            "oberschenkel",
            "cuadriceps",
            "recto femoral",
            "cuisse",
            "quadricipite",
            "coscia",
            "coxa",
            "rectus",
        ],
    ),
    (
        Diagnosis::AnkleSprain,
        &[
            "ankle",
            "sprunggelenk",
            "knochel",
            "aussenband",
            "syndesmos",
            "tobillo",
            "cheville",
            "caviglia",
            "tornozelo",
        ],
    ),
    (
        Diagnosis::Groin,
        &[
            "groin",
            "adductor",
            "adduktor",
            "leiste",
            "aductor",
            "pubalgia",
            "ingle",
            "adducteur",
            "aine",
            "inguin",
            "adduttor",
            "adutor",
            "virilha",
            "pubalgie",
        ],
    ),
    (
        Diagnosis::Concussion,
        &[
            "concussion",
            "gehirnerschutterung",
            "conmocion",
            "commotion",
            "commozione",
            "concussao",
            "head injury",
        ],
    ),
];

/// The diagnosis that words name; `None` where they name none of those with a usual lay-off.
pub(in crate::store::import) fn diagnosis(cell: &str) -> Option<Diagnosis> {
    let folded = fold(cell);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    // Short ones are part of other words: `acl` must stand alone, and `aine` is not what is strained.
    let says = |word: &str| match word.len() {
        ..=3 => words.clone().any(|known| known == word),
        4 | 5 => words.clone().any(|known| known.starts_with(word)),
        _ => folded.contains(word),
    };
    WORDS.iter().find(|(_, words)| words.iter().any(|word| says(word))).map(|(diagnosis, _)| *diagnosis)
}

/// For how long: `21`, `21 days`, `3-4 weeks`, `seven months`, `2 Monate`.
pub(in crate::store::import) fn layoff(cell: &str) -> Said<ReportedLayoff> {
    if is_nothing(cell) {
        return Said::Nothing;
    }
    let folded = fold(cell);
    let mut numbers: Vec<u32> = Vec::new();
    let mut unit = None;
    for part in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
        let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, word) = part.split_at(digits);
        if let Ok(number) = number.parse() {
            numbers.push(number);
        }
        if let Some(number) = NUMBERS.iter().position(|known| *known == word) {
            numbers.extend(u32::try_from(number + 1));
        } else if let Some((_, known)) = UNITS.iter().find(|(begins, _)| word.starts_with(begins)) {
            unit = Some(*known);
        }
    }
    let unit = unit.unwrap_or(LayoffUnit::Days);
    let (min, max) = match numbers.as_slice() {
        [one] => (*one, *one),
        [min, max] if min <= max => (*min, *max),
        _ => return Said::Unread,
    };
    if max == 0 || unit.days(max) > 3_650 {
        return Said::Unfit(format!("{max} {} out", name(unit)));
    }
    Said::Plain(ReportedLayoff { min, max, unit, extra: Extra::new() })
}

fn name(unit: LayoffUnit) -> &'static str {
    match unit {
        LayoffUnit::Days => "days",
        LayoffUnit::Weeks => "weeks",
        LayoffUnit::Months => "months",
    }
}

const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

const UNITS: [(&str, LayoffUnit); 14] = [
    ("day", LayoffUnit::Days),
    ("tag", LayoffUnit::Days),
    ("dia", LayoffUnit::Days),
    ("jour", LayoffUnit::Days),
    ("giorn", LayoffUnit::Days),
    ("week", LayoffUnit::Weeks),
    ("woche", LayoffUnit::Weeks),
    ("semana", LayoffUnit::Weeks),
    ("semaine", LayoffUnit::Weeks),
    ("settiman", LayoffUnit::Weeks),
    ("month", LayoffUnit::Months),
    ("monat", LayoffUnit::Months),
    ("mes", LayoffUnit::Months),
    ("mois", LayoffUnit::Months),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagnoses_are_known_by_their_words() {
        for (cell, expected) in [
            ("Cruciate ligament tear", Some(Diagnosis::AclRupture)),
            ("ACL rupture", Some(Diagnosis::AclRupture)),
            ("Kreuzbandriss", Some(Diagnosis::AclRupture)),
            ("Rotura del ligamento cruzado", Some(Diagnosis::AclRupture)),
            ("Hamstring strain", Some(Diagnosis::Hamstring)),
            ("Thigh problems", Some(Diagnosis::Quadriceps)),
            ("Wadenverletzung", Some(Diagnosis::Calf)),
            ("Ankle sprain", Some(Diagnosis::AnkleSprain)),
            ("Adductor pain", Some(Diagnosis::Groin)),
            ("Commotion cérébrale", Some(Diagnosis::Concussion)),
            ("MCL", Some(Diagnosis::Mcl)),
            ("Ruptured Achilles", Some(Diagnosis::AchillesRupture)),
            ("Strained back", None),
            ("Sprained wrist", None),
            ("Shingles", None),
            ("Douleur à l'aine", Some(Diagnosis::Groin)),
            ("Dolor en la ingle", Some(Diagnosis::Groin)),
            ("Torn quad", Some(Diagnosis::Quadriceps)),
            ("Left calf/quad", Some(Diagnosis::Calf)),
            ("Squad rotation", None),
            ("Knee injury", None),
            ("Achilles tendon irritation", None),
            ("Illness", None),
        ] {
            assert_eq!(diagnosis(cell), expected, "{cell}");
        }
    }

    #[test]
    fn lay_offs_keep_the_unit_they_were_reported_in() {
        for (cell, min, max, unit) in [
            ("21", 21, 21, LayoffUnit::Days),
            ("21 days", 21, 21, LayoffUnit::Days),
            ("3-4 weeks", 3, 4, LayoffUnit::Weeks),
            ("seven to nine months", 7, 9, LayoffUnit::Months),
            ("2 Monate", 2, 2, LayoffUnit::Months),
        ] {
            match layoff(cell) {
                Said::Plain(said) => assert_eq!((said.min, said.max, said.unit), (min, max, unit), "{cell}"),
                other => panic!("{cell}: {other:?}"),
            }
        }
    }

    #[test]
    fn no_time_at_all_and_ten_years_are_not_taken() {
        assert!(matches!(layoff("0"), Said::Unfit(_)));
        assert!(matches!(layoff("200 months"), Said::Unfit(_)));
        assert_eq!(layoff("a while"), Said::Unread);
    }
}
