//! Which columns are shown, how wide: what the settings remember of the table.

use crate::store::{ColumnSetting, TableSettings};

use super::column::Column;

/// A column as the user wants it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Laid {
    pub(super) column: Column,
    pub(super) width: f32,
    pub(super) shown: bool,
}

/// All columns, in the order of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    columns: Vec<Laid>,
}

/// Widths that make sense, points.
const WIDTHS: std::ops::RangeInclusive<f32> = 30.0..=600.0;

impl Default for Layout {
    fn default() -> Self {
        let laid = |column: Column| Laid { column, width: column.width(), shown: true };
        Self { columns: Column::ALL.into_iter().map(laid).collect() }
    }
}

impl Layout {
    /// As the settings remember it; what they do not say is as usual.
    pub(super) fn of(settings: &TableSettings) -> Self {
        let mut layout = Self::default();
        for laid in &mut layout.columns {
            let known = settings.columns.iter().find(|known| known.name == laid.column.key());
            if let Some(known) = known {
                laid.shown = known.shown || laid.column == Column::Name;
                laid.width = Some(known.width).filter(|width| WIDTHS.contains(width)).unwrap_or(laid.width);
            }
        }
        layout
    }

    /// For the settings.
    pub(super) fn settings(&self) -> TableSettings {
        let setting = |laid: &Laid| ColumnSetting {
            name: laid.column.key().to_owned(),
            width: laid.width,
            shown: laid.shown,
        };
        TableSettings { columns: self.columns.iter().map(setting).collect() }
    }

    pub(super) fn all(&self) -> &[Laid] {
        &self.columns
    }

    /// The columns that are shown.
    pub(super) fn shown(&self) -> impl Iterator<Item = &Laid> {
        self.columns.iter().filter(|laid| laid.shown)
    }

    /// Shows a column or hides it; the name is always there.
    pub(super) fn show(&mut self, column: Column, shown: bool) {
        if let Some(laid) =
            self.columns.iter_mut().find(|laid| laid.column == column && column != Column::Name)
        {
            laid.shown = shown;
        }
    }

    /// Takes the widths of the shown columns from the screen, where the user has drawn them. The last one takes what
    /// is left and has no width of its own.
    pub(super) fn take_widths(&mut self, widths: &[f32]) {
        let shown = self.columns.iter_mut().filter(|laid| laid.shown);
        for (laid, width) in shown.zip(widths) {
            if laid.column != Column::Newest && WIDTHS.contains(width) {
                laid.width = width.round();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_bring_the_table_back_as_it_was() {
        let mut layout = Layout::default();
        layout.show(Column::Foot, false);
        layout.show(Column::Name, false);
        let mut widths: Vec<f32> = layout.shown().map(|laid| laid.width).collect();
        widths[0] = 240.4;
        layout.take_widths(&widths);
        let again = Layout::of(&layout.settings());
        assert_eq!(again, layout);
        assert_eq!(again.all()[0], Laid { column: Column::Name, width: 240.0, shown: true });
        assert!(again.shown().all(|laid| laid.column != Column::Foot));
    }

    #[test]
    fn settings_that_make_no_sense_change_nothing() {
        let nonsense = ColumnSetting { name: "age".to_owned(), width: f32::NAN, shown: true };
        let unknown = ColumnSetting { name: "shoe-size".to_owned(), width: 50.0, shown: true };
        let layout = Layout::of(&TableSettings { columns: vec![nonsense, unknown] });
        assert_eq!(layout, Layout::default());
    }
}
