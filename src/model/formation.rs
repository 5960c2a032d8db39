//! Formations, their slots, and the units that are planned together.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Extra, FormationId, Position, SlotId, UnitId};

/// One place in a formation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Slot {
    /// Names it in charts; formations share the names of like places.
    pub id: SlotId,
    /// As shown, for example `Left centre-back`.
    pub name: String,
    /// In short, for example `LCB`.
    pub short: String,
    /// The position it asks for.
    pub position: Position,
    /// The unit it is planned with.
    pub unit: UnitId,
    /// Across the pitch, 0 the left touchline, 1 the right one, seen from behind one's own goal.
    pub x: f32,
    /// Up the pitch, 0 one's own goal line, 1 the other one.
    pub y: f32,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A formation: eleven slots.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Formation {
    /// Names it, for example `4-3-3`.
    pub id: FormationId,
    /// As shown.
    pub name: String,
    /// Its slots, from the goal up the pitch, left to right.
    pub slots: Vec<Slot>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Formation {
    /// The slot of this name.
    #[must_use]
    pub fn slot(&self, id: &SlotId) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id == *id)
    }
}

/// A group of slots planned together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// Names it, for example `centre-backs`.
    pub id: UnitId,
    /// As shown, for example `Centre-backs`.
    pub name: String,
    /// How many fit players the verdicts count; left out, the slots of the formation and one more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_depth: Option<u8>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

const UNITS: [(&str, &str); 6] = [
    ("centre-backs", "Centre-backs"),
    ("full-backs", "Full-backs"),
    ("goalkeeper", "Goalkeeper"),
    ("midfield", "Midfield"),
    ("wings", "Wings"),
    ("strikers", "Strikers"),
];

/// The units of a new plan, centre-backs first.
#[must_use]
pub fn built_in_units() -> Vec<Unit> {
    UNITS
        .iter()
        .map(|(id, name)| Unit {
            id: UnitId::new_for(id, |_| false),
            name: (*name).to_owned(),
            target_depth: None,
            extra: Extra::new(),
        })
        .collect()
}

/// Id, full name, position and unit (an index into `UNITS`) of every slot that a built-in formation uses.
const SLOTS: [(&str, &str, Position, usize); 27] = [
    ("gk", "Goalkeeper", Position::Gk, 2),
    ("lb", "Left-back", Position::Lb, 1),
    ("lcb", "Left centre-back", Position::Cb, 0),
    ("cb", "Centre-back", Position::Cb, 0),
    ("rcb", "Right centre-back", Position::Cb, 0),
    ("rb", "Right-back", Position::Rb, 1),
    ("lwb", "Left wing-back", Position::Lwb, 1),
    ("rwb", "Right wing-back", Position::Rwb, 1),
    ("dm", "Defensive midfield", Position::Dm, 3),
    ("ldm", "Left defensive midfield", Position::Dm, 3),
    ("rdm", "Right defensive midfield", Position::Dm, 3),
    ("lcm", "Left central midfield", Position::Cm, 3),
    ("cm", "Central midfield", Position::Cm, 3),
    ("rcm", "Right central midfield", Position::Cm, 3),
    ("lm", "Left midfield", Position::Lm, 4),
    ("rm", "Right midfield", Position::Rm, 4),
    ("am", "Attacking midfield", Position::Am, 3),
    ("lam", "Left attacking midfield", Position::Am, 4),
    ("ram", "Right attacking midfield", Position::Am, 4),
    ("lw", "Left wing", Position::Lw, 4),
    ("rw", "Right wing", Position::Rw, 4),
    ("st", "Striker", Position::St, 5),
    ("lst", "Left striker", Position::St, 5),
    ("rst", "Right striker", Position::St, 5),
    ("lcf", "Left forward", Position::St, 5),
    ("rcf", "Right forward", Position::St, 5),
    ("cf", "Centre-forward", Position::St, 5),
];

type Place = (&'static str, f32, f32);

const BACK_FOUR: [Place; 5] =
    [("gk", 0.5, 0.05), ("lb", 0.12, 0.26), ("lcb", 0.36, 0.2), ("rcb", 0.64, 0.2), ("rb", 0.88, 0.26)];
const BACK_THREE: [Place; 4] =
    [("gk", 0.5, 0.05), ("lcb", 0.24, 0.22), ("cb", 0.5, 0.19), ("rcb", 0.76, 0.22)];

/// The formations of a new plan: 4-3-3, 4-2-3-1, 4-4-2, 3-4-2-1, 3-5-2.
#[must_use]
pub fn built_in_formations() -> Vec<Formation> {
    let shapes: [(&str, &[Place], &[Place]); 5] = [
        (
            "4-3-3",
            &BACK_FOUR,
            &[
                ("dm", 0.5, 0.4),
                ("lcm", 0.3, 0.54),
                ("rcm", 0.7, 0.54),
                ("lw", 0.14, 0.76),
                ("st", 0.5, 0.84),
                ("rw", 0.86, 0.76),
            ],
        ),
        (
            "4-2-3-1",
            &BACK_FOUR,
            &[
                ("ldm", 0.36, 0.42),
                ("rdm", 0.64, 0.42),
                ("lw", 0.14, 0.66),
                ("am", 0.5, 0.63),
                ("rw", 0.86, 0.66),
                ("st", 0.5, 0.85),
            ],
        ),
        (
            "4-4-2",
            &BACK_FOUR,
            &[
                ("lm", 0.12, 0.54),
                ("lcm", 0.37, 0.5),
                ("rcm", 0.63, 0.5),
                ("rm", 0.88, 0.54),
                ("lst", 0.36, 0.82),
                ("rst", 0.64, 0.82),
            ],
        ),
        (
            "3-4-2-1",
            &BACK_THREE,
            &[
                ("lwb", 0.1, 0.48),
                ("lcm", 0.37, 0.44),
                ("rcm", 0.63, 0.44),
                ("rwb", 0.9, 0.48),
                ("lam", 0.32, 0.68),
                ("ram", 0.68, 0.68),
                ("st", 0.5, 0.86),
            ],
        ),
        (
            "3-5-2",
            &BACK_THREE,
            &[
                ("lwb", 0.1, 0.5),
                ("dm", 0.5, 0.4),
                ("lcm", 0.32, 0.56),
                ("rcm", 0.68, 0.56),
                ("rwb", 0.9, 0.5),
                ("lst", 0.36, 0.82),
                ("rst", 0.64, 0.82),
            ],
        ),
    ];
    shapes
        .into_iter()
        .map(|(id, back, front)| Formation {
            id: FormationId::new_for(id, |_| false),
            name: id.to_owned(),
            slots: back.iter().chain(front).filter_map(|place| slot_at(*place)).collect(),
            extra: Extra::new(),
        })
        .collect()
}

fn slot_at((id, x, y): Place) -> Option<Slot> {
    let (_, name, position, unit) = SLOTS.iter().find(|(known, ..)| *known == id)?;
    Some(Slot {
        id: SlotId::new_for(id, |_| false),
        name: (*name).to_owned(),
        short: id.to_uppercase(),
        position: *position,
        unit: UnitId::new_for(UNITS.get(*unit)?.0, |_| false),
        x,
        y,
        extra: Extra::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_formation_has_eleven_slots_on_the_pitch_and_known_units() {
        let units = built_in_units();
        let formations = built_in_formations();
        assert_eq!(formations.len(), 5);
        for formation in formations {
            assert_eq!(formation.slots.len(), 11, "{}", formation.name);
            for slot in &formation.slots {
                assert!((0.0..=1.0).contains(&slot.x) && (0.0..=1.0).contains(&slot.y), "{}", slot.id);
                assert!(units.iter().any(|unit| unit.id == slot.unit), "{}", slot.id);
            }
            let mut ids: Vec<_> = formation.slots.iter().map(|slot| &slot.id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), 11, "{} has a slot twice", formation.name);
        }
    }

    #[test]
    fn every_position_has_a_slot_and_so_a_unit() {
        let formations = built_in_formations();
        for position in Position::ALL {
            let slots = || formations.iter().flat_map(|formation| &formation.slots);
            assert!(
                slots().any(|slot| slot.position == position),
                "nobody plays {position} in any formation"
            );
        }
        for unit in built_in_units() {
            let plays = |formation: &Formation| formation.slots.iter().any(|slot| slot.unit == unit.id);
            assert!(formations.iter().any(plays), "{} has no slot anywhere", unit.name);
        }
    }
}
