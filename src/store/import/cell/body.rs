//! What a cell says of the body: height, foot, age.

use crate::model::{Foot, fold};

use super::{Said, is_nothing};

/// Heights of grown footballers, in centimetres; what lies outside is shown and not taken.
const HEIGHTS: std::ops::RangeInclusive<f64> = 150.0..=215.0;

/// Centimetres: `188`, `188 cm`, `1.88 m`, `1,88`, `6'2"`, `6 ft 2`.
pub(in crate::store::import) fn height(cell: &str) -> Said<u16> {
    if is_nothing(cell) || cell == "0" {
        return Said::Nothing;
    }
    let Some(centimetres) = metric(cell).or_else(|| feet(cell)) else { return Said::Unread };
    let rounded = centimetres.round();
    if HEIGHTS.contains(&rounded) {
        Said::Plain(rounded as u16)
    } else {
        Said::Unfit(format!("a height of {rounded} cm"))
    }
}

fn metric(cell: &str) -> Option<f64> {
    let text = cell.to_lowercase().replace(',', ".");
    let (number, unit) = match text.find(|c: char| !(c.is_ascii_digit() || c == '.')) {
        Some(at) => text.split_at(at),
        None => (text.as_str(), ""),
    };
    let value: f64 = number.parse().ok().filter(|value: &f64| value.is_finite() && *value < 1e4)?;
    match unit.trim() {
        "" if value < 3.0 => Some(value * 100.0),
        "m" => Some(value * 100.0),
        "" | "cm" => Some(value),
        _ => None,
    }
}

fn feet(cell: &str) -> Option<f64> {
    let (feet, rest) = cell.split_once(['\'', '\u{2019}', '\u{2032}']).or_else(|| cell.split_once("ft"))?;
    let feet: f64 = feet.trim().parse::<u8>().ok()?.into();
    let inches = rest
        .trim_end_matches(['"', '\u{201d}', '\u{2033}', '\'', '\u{2019}', '.'])
        .trim()
        .trim_end_matches("inches")
        .trim_end_matches("in")
        .trim();
    let inches: f64 = if inches.is_empty() { 0.0 } else { inches.parse().ok()? };
    (0.0..12.0).contains(&inches).then_some((feet * 12.0 + inches) * 2.54)
}

/// The stronger foot.
pub(in crate::store::import) fn foot(cell: &str) -> Said<Foot> {
    if is_nothing(cell) {
        return Said::Nothing;
    }
    let folded = fold(cell);
    let word =
        folded.trim().trim_end_matches(" only").trim_end_matches(" foot").trim_end_matches("-footed").trim();
    match word {
        "right" | "r" | "rechts" | "recht" | "derecho" | "derecha" | "diestro" | "droit" | "droitier"
        | "destro" | "destra" | "direito" | "d" => Said::Plain(Foot::Right),
        "left" | "l" | "links" | "link" | "izquierdo" | "izquierda" | "zurdo" | "gauche" | "gaucher"
        | "sinistro" | "sinistra" | "mancino" | "esquerdo" | "canhoto" | "i" | "g" => Said::Plain(Foot::Left),
        "both" | "either" | "b" | "both feet" | "beidfussig" | "beide" | "beidf." | "ambos"
        | "ambidiestro" | "ambidextre" | "les deux" | "ambidestro" | "entrambi" | "two-footed"
        | "left/right" | "right/left" | "ambidextrous" => Said::Plain(Foot::Both),
        _ => Said::Unread,
    }
}

/// Age in whole years.
pub(in crate::store::import) fn age(cell: &str) -> Said<u8> {
    if is_nothing(cell) {
        return Said::Nothing;
    }
    let digits: String = cell.chars().take_while(char::is_ascii_digit).collect();
    let rest = cell.get(digits.len()..).unwrap_or_default().trim();
    match digits.parse::<u16>() {
        Ok(_) if !(rest.is_empty() || rest.starts_with(|c: char| c.is_alphabetic())) => Said::Unread,
        Ok(age @ 14..=50) => Said::Plain(age as u8),
        Ok(age) => Said::Unfit(format!("an age of {age}")),
        Err(_) => Said::Unread,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_are_read_in_every_measure() {
        for (cell, expected) in [
            ("188", 188),
            ("188 cm", 188),
            ("188cm", 188),
            ("1.88 m", 188),
            ("1,88m", 188),
            ("1,88", 188),
            ("6'2\"", 188),
            ("6' 2''", 188),
            ("6\u{2019}2\u{201d}", 188),
            ("6 ft 2 in", 188),
            ("5'11\"", 180),
            ("6'", 183),
            ("188.0", 188),
        ] {
            assert_eq!(height(cell), Said::Plain(expected), "{cell}");
        }
        for cell in ["17", "17 cm", "1880", "3'1\""] {
            assert!(matches!(height(cell), Said::Unfit(_)), "{cell}");
        }
        for cell in ["tall", "6'14\"", "188 kg", "1.8.8", "-188"] {
            assert_eq!(height(cell), Said::Unread, "{cell}");
        }
        assert_eq!(height(""), Said::Nothing);
    }

    #[test]
    fn a_foot_is_read_in_every_language() {
        for (cell, expected) in [
            ("Right", Foot::Right),
            ("Left Only", Foot::Left),
            ("Either", Foot::Both),
            ("beidfüßig", Foot::Both),
            ("izquierdo", Foot::Left),
            ("Droitier", Foot::Right),
            ("both", Foot::Both),
        ] {
            assert_eq!(foot(cell), Said::Plain(expected), "{cell}");
        }
        assert_eq!((foot("three"), foot("-")), (Said::Unread, Said::Nothing));
    }

    #[test]
    fn ages_are_whole_years() {
        assert_eq!(
            (age("26"), age("26 years"), age("2.6")),
            (Said::Plain(26), Said::Plain(26), Said::Unread)
        );
        assert!(matches!(age("3"), Said::Unfit(_)));
    }
}
