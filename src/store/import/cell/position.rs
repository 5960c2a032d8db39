//! Positions: as Football Manager, Transfermarkt and people write them.

mod words;

use crate::model::{Position, fold};

use super::{Said, is_nothing};
use words::{LINES, WORDS};

/// The positions a cell names, the first his best.
pub(in crate::store::import) fn read(cell: &str) -> Said<Vec<Position>> {
    if is_nothing(cell) {
        return Said::Nothing;
    }
    let mut found: Vec<Position> = Vec::new();
    let mut vague = None;
    let mut unread = Vec::new();
    for part in parts(cell) {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        let folded = words(part);
        if let Some((positions, _)) = WORDS.iter().find(|(_, words)| words.contains(&folded.as_str())) {
            found.extend_from_slice(positions);
        } else if let Some(positions) = game(part) {
            if !part.contains('(') && LINES.iter().any(|(_, words)| words.contains(&folded.as_str())) {
                vague = Some(part.to_owned());
            }
            found.extend(positions);
        } else if let Some((position, _)) = LINES.iter().find(|(_, words)| words.contains(&folded.as_str())) {
            vague = Some(part.to_owned());
            found.push(*position);
        } else if let Some((_, exact)) = part.split_once(" - ") {
            // `Defender - Centre-Back`, as a web page writes it.
            match read(exact) {
                Said::Plain(positions) => found.extend(positions),
                _ => unread.push(part.to_owned()),
            }
        } else {
            unread.push(part.to_owned());
        }
    }
    let mut positions: Vec<Position> = Vec::new();
    for position in found {
        if !positions.contains(&position) {
            positions.push(position);
        }
    }
    match (positions.first(), unread.is_empty(), vague) {
        (None, ..) => Said::Unread,
        (_, false, _) => Said::Doubtful(
            positions,
            format!("\u{201c}{}\u{201d} in it is not understood", unread.join(", ")),
        ),
        (Some(first), _, Some(word)) if positions.len() == 1 => {
            let why = format!("\u{201c}{word}\u{201d} names no place: taken as {}", first.name());
            Said::Doubtful(positions, why)
        }
        _ => Said::Plain(positions),
    }
}

/// Lower case, without accents, hyphens as spaces.
fn words(part: &str) -> String {
    let folded = fold(part);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The parts of a cell: at commas and semicolons outside brackets, and at strokes where whole words stand around them.
fn parts(cell: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut begins) = (0_usize, 0);
    // `RB/CB` has two parts; in `D/WB (RL)` the bracket belongs to both.
    let strokes = !cell.contains('(');
    for (at, c) in cell.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' | '|' | '+' | '&' if depth == 0 => {
                parts.push(cell.get(begins..at).unwrap_or_default());
                begins = at + c.len_utf8();
            }
            '/' if depth == 0 && strokes && !game_sides_follow(cell, at) => {
                parts.push(cell.get(begins..at).unwrap_or_default());
                begins = at + 1;
            }
            _ => {}
        }
    }
    parts.push(cell.get(begins..).unwrap_or_default());
    parts
}

/// `D/WB RL`, as older games write it: sides behind a space, without brackets.
fn game_sides_follow(cell: &str, stroke: usize) -> bool {
    let rest = cell.get(stroke + 1..).unwrap_or_default();
    let rest = rest.split([',', ';']).next().unwrap_or_default().trim();
    rest.rsplit_once(' ')
        .is_some_and(|(_, sides)| !sides.is_empty() && sides.bytes().all(|side| b"RLC".contains(&side)))
}

/// `D/WB (RL)`, `AM (RLC)`, `ST (C)`, `M C`: roles of the game, then sides.
fn game(part: &str) -> Option<Vec<Position>> {
    let part = part.trim();
    let (roles, sides) = match part.split_once('(') {
        Some((roles, sides)) => (roles.trim(), sides.trim_end_matches(')').trim()),
        None => match part.rsplit_once(' ') {
            Some((roles, sides)) => (roles.trim(), sides),
            None => (part, ""),
        },
    };
    if !sides.bytes().all(|side| b"RLC".contains(&side)) {
        return None;
    }
    let mut positions = Vec::new();
    for role in roles.split('/') {
        let place = |side: Option<u8>| -> Option<Position> {
            Some(match (role.trim(), side) {
                ("GK", None) => Position::Gk,
                ("SW", None) | ("D", None | Some(b'C')) | ("CB", _) => Position::Cb,
                ("D" | "FB", Some(b'R')) => Position::Rb,
                ("D" | "FB", Some(b'L')) => Position::Lb,
                ("WB", Some(b'R')) => Position::Rwb,
                ("WB", Some(b'L')) => Position::Lwb,
                ("DM", _) => Position::Dm,
                ("M", None | Some(b'C')) => Position::Cm,
                ("M", Some(b'R')) => Position::Rm,
                ("M", Some(b'L')) => Position::Lm,
                ("AM", None | Some(b'C')) => Position::Am,
                ("AM" | "F" | "W", Some(b'R')) => Position::Rw,
                ("AM" | "F" | "W", Some(b'L')) => Position::Lw,
                ("ST" | "S" | "F", None | Some(b'C')) => Position::St,
                _ => return None,
            })
        };
        if sides.is_empty() {
            positions.push(place(None)?);
        } else {
            for side in sides.bytes() {
                positions.push(place(Some(side))?);
            }
        }
    }
    (!positions.is_empty()).then_some(positions)
}

/// The cell is written as the game writes positions.
pub(in crate::store::import) fn is_games(cell: &str) -> bool {
    cell.contains('(') && !cell.is_empty() && parts(cell).into_iter().all(|part| game(part).is_some())
}

#[cfg(test)]
mod tests {
    use super::Position::{Am, Cb, Cm, Dm, Gk, Lb, Lm, Lw, Lwb, Rb, Rm, Rw, Rwb, St};
    use super::*;

    #[test]
    fn the_games_positions_are_read_side_by_side() {
        for (cell, expected) in [
            ("GK", &[Gk][..]),
            ("D/WB (RL), DM", &[Rb, Lb, Rwb, Lwb, Dm]),
            ("D (C)", &[Cb]),
            ("AM (RLC), ST (C)", &[Rw, Lw, Am, St]),
            ("M (C)", &[Cm]),
            ("M/AM (L)", &[Lm, Lw]),
            ("D (RC), DM, M (C)", &[Rb, Cb, Dm, Cm]),
            ("DM, M (C), AM (C)", &[Dm, Cm, Am]),
            ("M (RLC)", &[Rm, Lm, Cm]),
            ("D/WB RL", &[Rb, Lb, Rwb, Lwb]),
            ("ST", &[St]),
            ("CB (L)", &[Cb]),
            ("CB (RL), FB (L)", &[Cb, Lb]),
        ] {
            assert_eq!(read(cell), Said::Plain(expected.to_vec()), "{cell}");
        }
        assert!(is_games("D/WB (RL), DM") && !is_games("GK") && !is_games("Right-back (young)"));
    }

    #[test]
    fn words_and_short_forms_of_every_language_are_read() {
        for (cell, expected) in [
            ("Centre-Back", &[Cb][..]),
            ("Second Striker", &[St]),
            ("Left Winger", &[Lw]),
            ("Innenverteidiger", &[Cb]),
            ("RB/CB", &[Rb, Cb]),
            ("LB, LWB", &[Lb, Lwb]),
            ("Defensive Midfield; Central Midfield", &[Dm, Cm]),
            ("Lateral izquierdo", &[Lb]),
            ("Défenseur central", &[Cb]),
            ("Ponta direita", &[Rw]),
            ("Trequartista", &[Am]),
            ("Defender - Centre-Back", &[Cb]),
            ("CB CB", &[]),
        ] {
            match read(cell) {
                Said::Plain(positions) => assert_eq!(positions, expected, "{cell}"),
                other => assert!(expected.is_empty() && other == Said::Unread, "{cell}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_line_alone_or_half_a_cell_is_taken_with_a_word() {
        for (cell, expected) in [("Defender", Cb), ("Midfield", Cm), ("CB, quarterback", Cb)] {
            assert!(matches!(read(cell), Said::Doubtful(found, _) if found == [expected]), "{cell}");
        }
        assert_eq!(read("quarterback"), Said::Unread);
        assert_eq!(read("-"), Said::Nothing);
    }

    #[test]
    fn no_word_means_two_positions() {
        let mut all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        all.extend(LINES.iter().flat_map(|(_, words)| words.iter().copied()));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
