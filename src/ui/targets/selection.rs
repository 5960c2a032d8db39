//! Which rows are selected, by the habits of every list: click, Shift, Ctrl, and the same by keys.

use std::collections::BTreeSet;

use crate::model::PlayerId;

/// How a row joins the selection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum How {
    /// It alone is selected.
    Alone,
    /// It is selected, or no longer.
    Toggle,
    /// Everything from the row selected last to this one is.
    Through,
}

/// The selected players; one of them the keyboard stands on.
#[derive(Clone, Debug, Default)]
pub(super) struct Selection {
    players: BTreeSet<PlayerId>,
    cursor: Option<PlayerId>,
    /// Where [`How::Through`] begins.
    anchor: Option<PlayerId>,
    /// Grows with every change.
    version: u64,
}

impl Selection {
    pub(super) fn contains(&self, player: &PlayerId) -> bool {
        self.players.contains(player)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.players.is_empty()
    }

    /// The player the keyboard stands on.
    pub(super) fn cursor(&self) -> Option<&PlayerId> {
        self.cursor.as_ref()
    }

    /// Grows with every change.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    pub(super) fn clear(&mut self) {
        *self = Self { version: self.version + 1, ..Self::default() };
    }

    /// Selects everyone of `rows`.
    pub(super) fn all<'a>(&mut self, rows: impl Iterator<Item = &'a PlayerId>) {
        self.players = rows.cloned().collect();
        self.version += 1;
    }

    /// A row was clicked, or the keyboard came to it; `rows` are all that are shown, in order.
    pub(super) fn pick<'a>(&mut self, player: &PlayerId, how: How, rows: impl Iterator<Item = &'a PlayerId>) {
        match how {
            How::Alone => {
                self.players = BTreeSet::from([player.clone()]);
                self.anchor = Some(player.clone());
            }
            How::Toggle => {
                if !self.players.remove(player) {
                    self.players.insert(player.clone());
                }
                self.anchor = Some(player.clone());
            }
            How::Through => {
                let anchor = self.anchor.clone().unwrap_or_else(|| player.clone());
                self.players = between(rows, &anchor, player);
                self.anchor = Some(anchor);
            }
        }
        self.cursor = Some(player.clone());
        self.version += 1;
    }
}

/// Everyone from `one` to `other`, both included, whichever comes first; only `other` if `one` is not shown.
fn between<'a>(
    rows: impl Iterator<Item = &'a PlayerId>,
    one: &PlayerId,
    other: &PlayerId,
) -> BTreeSet<PlayerId> {
    let mut inside = BTreeSet::new();
    let mut ends = 0;
    for row in rows {
        let is_end = row == one || row == other;
        if is_end {
            ends += if one == other { 2 } else { 1 };
        }
        if ends == 1 || is_end {
            inside.insert(row.clone());
        }
        if ends >= 2 {
            return inside;
        }
    }
    BTreeSet::from([other.clone()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<PlayerId> {
        ["a", "b", "c", "d", "e"].map(|id| id.parse().unwrap()).to_vec()
    }

    fn selected(selection: &Selection) -> String {
        rows().iter().filter(|id| selection.contains(id)).map(PlayerId::as_str).collect()
    }

    #[test]
    fn clicks_select_as_in_every_list() {
        let rows = rows();
        let mut selection = Selection::default();
        for (row, how, expected) in [
            ("b", How::Alone, "b"),
            ("d", How::Through, "bcd"),
            ("a", How::Through, "ab"),
            ("e", How::Toggle, "abe"),
            ("b", How::Toggle, "ae"),
            ("d", How::Through, "bcd"),
            ("c", How::Alone, "c"),
            ("c", How::Through, "c"),
            ("c", How::Toggle, ""),
        ] {
            selection.pick(&row.parse().unwrap(), how, rows.iter());
            assert_eq!(selected(&selection), expected, "{row} {how:?}");
            assert_eq!(selection.cursor().unwrap(), &row);
        }
    }

    #[test]
    fn through_from_a_row_that_is_no_longer_shown_selects_the_new_one() {
        let rows = rows();
        let mut selection = Selection::default();
        selection.pick(&"a".parse().unwrap(), How::Alone, rows.iter());
        selection.pick(&"d".parse().unwrap(), How::Through, rows[2..].iter());
        assert_eq!(selected(&selection), "d");
    }
}
