//! Small damages to good and bad files, the same on every machine and every run.

#![expect(
    clippy::indexing_slicing,
    reason = "places are thrown below the length; a slip fails the test at once"
)]

use serde_json::{Map, Value, json};

/// Numbers that look random and come from a seed (`SplitMix64`).
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice for the file of this name.
    pub(crate) fn of(name: &str) -> Self {
        Self(name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below `end`; 0 if there is no room.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }

    fn one_of<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }
}

/// Pieces that have broken readers before.
const PIECES: [&[u8]; 30] = [
    b"\0",
    b"\"",
    b"\"\"",
    b"'",
    b"\n",
    b"\r",
    b"\r\n",
    b"\t",
    b",",
    b";",
    b"|",
    b"\\",
    b"{",
    b"[[[[",
    b"]",
    b"<td>",
    b"</table>",
    b"<!--",
    b"&#0;",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xc3",
    b"\xe2\x80\xae",
    b"-1",
    b"1e400",
    b"99999999999999999999",
    b"0000-00-00",
    b"9999-12-31",
    b"-009999-01-01",
    b"null",
];

/// The bytes with one to four damages.
pub(crate) fn damaged(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        damage(&mut damaged, dice);
    }
    damaged
}

fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let end = at + dice.below((bytes.len() - at).min(64) + 1);
    match dice.below(7) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        1 => drop(bytes.drain(at..end)),
        2 => bytes.truncate(at),
        3 => {
            let piece = bytes[at..end].to_vec();
            let place = dice.below(bytes.len() + 1);
            drop(bytes.splice(place..place, piece));
        }
        4 => {
            let piece = bytes[at..end].repeat(1 + dice.below(8));
            drop(bytes.splice(at..at, piece));
        }
        _ => {
            let piece = dice.one_of(&PIECES);
            let over = if dice.below(2) == 0 { at } else { end };
            drop(bytes.splice(at..over, piece.iter().copied()));
        }
    }
}

/// JSON with one to three of its values damaged, so that it stays JSON; `None` if it is none.
pub(crate) fn damaged_json(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(bytes).ok()?;
    for _ in 0..=dice.below(3) {
        damage_value(&mut value, dice);
    }
    serde_json::to_vec(&value).ok()
}

/// Goes down a random way and damages what it finds there.
fn damage_value(value: &mut Value, dice: &mut Dice) {
    let deeper = dice.below(5) > 0;
    match value {
        Value::Object(members) if deeper && !members.is_empty() => {
            let at = dice.below(members.len());
            if let Some((_, member)) = members.iter_mut().nth(at) {
                damage_value(member, dice);
            }
        }
        Value::Array(items) if deeper && !items.is_empty() => {
            let at = dice.below(items.len());
            damage_value(&mut items[at], dice);
        }
        Value::Object(members) => damage_members(members, dice),
        Value::Array(items) => damage_items(items, dice),
        scalar => *scalar = strange(dice),
    }
}

fn damage_members(members: &mut Map<String, Value>, dice: &mut Dice) {
    let name = members.keys().nth(dice.below(members.len())).cloned();
    match (dice.below(3), name) {
        (0, Some(name)) => drop(members.shift_remove(&name)),
        (1, Some(name)) => drop(members.insert(name, strange(dice))),
        _ => drop(members.insert("from-the-future".to_owned(), strange(dice))),
    }
}

fn damage_items(items: &mut Vec<Value>, dice: &mut Dice) {
    let (one, other) = (dice.below(items.len()), dice.below(items.len()));
    match dice.below(5) {
        0 if !items.is_empty() => drop(items.remove(one)),
        1 if !items.is_empty() => {
            let again = items[one].clone();
            items.insert(other, again);
        }
        2 if !items.is_empty() => items.swap(one, other),
        3 => items.clear(),
        _ => items.push(strange(dice)),
    }
}

fn strange(dice: &mut Dice) -> Value {
    match dice.below(16) {
        0 => Value::Null,
        1 => json!(-1),
        2 => json!(u64::MAX),
        3 => json!(i64::MIN),
        4 => json!(1e308),
        5 => json!(0.1),
        6 => json!(""),
        7 => json!("a\0\u{202e}b\u{7f}"),
        8 => json!("-009999-01-01"),
        9 => json!("9999-12-31"),
        10 => json!([]),
        11 => json!({}),
        12 => json!([[[{"a": [null]}]]]),
        13 => json!("javascript:alert(1)"),
        14 => json!(0),
        _ => json!("joe-gomez"),
    }
}
