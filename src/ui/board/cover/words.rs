//! The words of the panel.

use super::super::Scene;
use crate::model::Position;
use crate::ui::theme::Tone;

/// `Back four needs 2`, `Full-backs need 2`, `Goalkeeper needs 1`.
pub(super) fn needs(scene: Scene<'_>, needed: usize) -> String {
    let slots = scene.plan.slots_of(scene.scenario, &scene.screen.unit);
    let centre_backs = !slots.is_empty() && slots.iter().all(|slot| slot.position == Position::Cb);
    let name = match (centre_backs, needed) {
        (true, 2) => "Back four",
        (true, 3) => "Back three",
        _ => scene.plan.unit(&scene.screen.unit).map_or("This unit", |unit| unit.name.as_str()),
    };
    let verb = if name.ends_with('s') { "need" } else { "needs" };
    format!("{name} {verb} {needed}")
}

/// `+18.2`: a change in percentage points and what to think of it; nothing if it rounds to none.
pub(super) fn change(change: f64) -> Option<(String, Tone)> {
    let points = (change * 1000.0).round() / 10.0;
    if points > 0.0 {
        Some((format!("+{points:.1}"), Tone::Accent))
    } else if points < 0.0 {
        Some((format!("\u{2212}{:.1}", -points), Tone::Bad))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_too_small_to_be_shown_is_not_shown() {
        for (chance, expected) in [
            (0.182_4, Some("+18.2")),
            (-0.05, Some("\u{2212}5.0")),
            (0.000_4, None),
            (-0.000_4, None),
            (0.0, None),
            (f64::NAN, None),
        ] {
            assert_eq!(change(chance).map(|(words, _)| words).as_deref(), expected, "{chance}");
        }
    }
}
