//! Labels in a row, none over another.

/// The free places of one line of labels.
#[derive(Clone, Debug)]
pub struct Row {
    left: f32,
    right: f32,
    gap: f32,
    taken: Vec<(f32, f32)>,
}

impl Row {
    /// A line from `left` to `right` whose labels stay `gap` points apart.
    #[must_use]
    pub fn new(left: f32, right: f32, gap: f32) -> Self {
        Self { left, right, gap, taken: Vec::new() }
    }

    /// Nothing else may stand between `from` and `to`.
    pub fn block(&mut self, from: f32, to: f32) {
        self.taken.push((from, to));
    }

    /// Takes the first of the places, given by their left ends, where a label `width` points wide is free to stand.
    pub fn take(&mut self, width: f32, places: impl IntoIterator<Item = f32>) -> Option<f32> {
        let place = places.into_iter().find(|place| self.is_free(*place, *place + width))?;
        self.taken.push((place, place + width));
        Some(place)
    }

    /// Nothing stands between `from` and `to`, and both lie on the line.
    #[must_use]
    pub fn is_free(&self, from: f32, to: f32) -> bool {
        let clear = |(start, end): &(f32, f32)| to + self.gap <= *start || *end + self.gap <= from;
        self.left <= from && to <= self.right && self.taken.iter().all(clear)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_that_finds_no_room_is_dropped() {
        let mut row = Row::new(0.0, 100.0, 4.0);
        assert_eq!(row.take(40.0, [10.0]), Some(10.0));
        assert_eq!(row.take(40.0, [45.0, 54.0]), Some(54.0));
        assert_eq!(row.take(20.0, [20.0, 90.0, -5.0]), None);
    }
}
