//! What each column of a table holds: guessed, corrected by the user, remembered.

use serde::{Deserialize, Serialize};

use crate::model::Currency;

use super::cell::date::{self, DayOrder};
use super::field::Field;
use super::header_words::folded;
use super::table::Table;

/// What the rows of a table speak of.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// A player each.
    #[default]
    Players,
    /// An injury each.
    Injuries,
}

/// How sure it is what a column holds, the surest last.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sure {
    /// Nothing speaks for anything: it is not used.
    Unknown,
    /// By what stands in its cells.
    Guessed,
    /// By a word in its header.
    Likely,
    /// By its whole header.
    Certain,
    /// The user said so.
    Chosen,
}

/// What one column holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// What it holds.
    pub field: Field,
    /// How sure that is.
    pub sure: Sure,
}

impl Column {
    /// A column that is not used.
    pub const IGNORED: Self = Self { field: Field::Ignored, sure: Sure::Unknown };
}

/// What every column of a table holds, and how its cells are to be read.
///
/// It serialises, to be remembered for the next file with the same headers ([`ColumnMap::signature`]).
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct ColumnMap {
    /// What the rows speak of.
    pub about: About,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// Day or month first, as the user chose it; left out, as the columns themselves show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_order: Option<DayOrder>,
    /// Names stand as "Surname, Forename", as the user chose it; left out, as the column itself shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surname_first: Option<bool>,
    /// The currency of amounts that name none; left out, the plan's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
}

impl ColumnMap {
    /// The headers of a table in one line, to know it again by; `None` for a table without headers.
    #[must_use]
    pub fn signature(table: &Table) -> Option<String> {
        let headers: Vec<String> = table.headers.iter().map(|header| folded(header)).collect();
        headers.iter().any(|header| !header.is_empty()).then(|| headers.join(" | "))
    }

    /// Says what a column holds. A field stands once: whichever column held it before is no longer used.
    pub fn choose(&mut self, column: usize, field: Field) {
        if field != Field::Ignored {
            for other in self.columns.iter_mut().filter(|other| other.field == field) {
                *other = Column { field: Field::Ignored, sure: Sure::Chosen };
            }
        }
        if let Some(chosen) = self.columns.get_mut(column) {
            *chosen = Column { field, sure: Sure::Chosen };
        }
    }

    /// The column that holds a field.
    #[must_use]
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == field)
    }

    /// What a column holds.
    #[must_use]
    pub fn field(&self, column: usize) -> Field {
        self.columns.get(column).map_or(Field::Ignored, |column| column.field)
    }

    /// Some column holds names of players.
    #[must_use]
    pub fn has_names(&self) -> bool {
        self.columns.iter().any(|column| column.field.is_name())
    }

    /// It was made for a table as wide as this one.
    #[must_use]
    pub fn fits(&self, table: &Table) -> bool {
        self.columns.len() == table.width()
    }

    /// Whether the day or the month stands first, and what shows it; `None` where no column leaves it open.
    ///
    /// All columns of days together decide: a table is written by one hand.
    #[must_use]
    pub fn found_order(&self, table: &Table) -> Option<FoundOrder> {
        let columns: Vec<usize> =
            (0..self.columns.len()).filter(|column| self.field(*column).is_date()).collect();
        let mut open = None;
        let (mut day_first, mut month_first) = (None, None);
        for row in 0..table.len() {
            for column in &columns {
                let cell = table.cell(row, *column);
                let seen = || (cell.to_owned(), table.line(row));
                match date::order_of(cell).as_deref() {
                    Some([DayOrder::DayFirst]) if day_first.is_none() => day_first = Some(seen()),
                    Some([DayOrder::MonthFirst]) if month_first.is_none() => month_first = Some(seen()),
                    Some([_, _]) if open.is_none() => open = Some(seen()),
                    _ => {}
                }
            }
        }
        let shown = |(cell, line): &(String, usize)| format!("{cell} occurs in line {line}");
        let (order, why, certain) = match (&day_first, &month_first, &open) {
            (None, None, None) => return None,
            (Some(day), None, _) => (DayOrder::DayFirst, shown(day), true),
            (None, Some(month), _) => (DayOrder::MonthFirst, shown(month), true),
            (Some(day), Some(month), _) => {
                let why = format!("both orders occur: {}, {}", shown(day), shown(month));
                (DayOrder::DayFirst, why, false)
            }
            (None, None, Some(open)) => {
                let why = format!("nothing shows it: {} and could be either", shown(open));
                (DayOrder::DayFirst, why, false)
            }
        };
        Some(match self.day_order {
            Some(chosen) => FoundOrder { order: chosen, why: "chosen by you".to_owned(), certain: true },
            None => FoundOrder { order, why, certain },
        })
    }

    /// Every name is "Surname, Forename": to be turned round.
    #[must_use]
    pub fn found_surname_first(&self, table: &Table) -> bool {
        if let Some(chosen) = self.surname_first {
            return chosen;
        }
        let Some(column) = self.column_of(Field::Name) else { return false };
        let mut names = (0..table.len()).map(|row| table.cell(row, column)).filter(|name| !name.is_empty());
        let turned = |name: &str| {
            let mut parts = name.split(',').map(str::trim);
            parts.next().is_some_and(|part| !part.is_empty())
                && parts.next().is_some_and(|part| !part.is_empty())
                && parts.next().is_none()
        };
        names.next().is_some_and(turned) && names.all(turned)
    }
}

/// Whether the day or the month stands first, and how one knows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FoundOrder {
    /// Which.
    pub order: DayOrder,
    /// What shows it: `23/11/2026 occurs in line 4`.
    pub why: String,
    /// Nothing speaks against it. Otherwise the user should choose.
    pub certain: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::import::table::Cells;

    fn table(rows: &[&[&str]]) -> Table {
        let mut table = Table::default();
        for (at, row) in rows.iter().enumerate() {
            table.push(at + 1, &Cells::of(row), None);
        }
        table
    }

    fn map(fields: &[Field]) -> ColumnMap {
        let columns = fields.iter().map(|field| Column { field: *field, sure: Sure::Certain }).collect();
        ColumnMap { columns, ..ColumnMap::default() }
    }

    #[test]
    fn one_date_decides_the_order_of_all_columns() {
        let map = map(&[Field::Born, Field::ContractUntil]);
        let found = |rows: &[&[&str]]| map.found_order(&table(rows));
        let order = found(&[&["06/07/1999", "06/05/2026"], &["01/02/2000", "23/11/2026"]]).unwrap();
        assert_eq!((order.order, order.certain), (DayOrder::DayFirst, true));
        assert!(order.why.contains("23/11/2026 occurs in line 2"), "{}", order.why);
        assert_eq!(found(&[&["11/23/1999", ""]]).unwrap().order, DayOrder::MonthFirst);
        assert!(!found(&[&["06/07/1999", ""]]).unwrap().certain);
        assert!(!found(&[&["23/11/1999", "11/23/2026"]]).unwrap().certain);
        assert_eq!(found(&[&["1999-07-06", "30.06.2026"]]), None);
        let chosen = ColumnMap { day_order: Some(DayOrder::MonthFirst), ..map.clone() };
        assert_eq!(chosen.found_order(&table(&[&["23/11/1999", ""]])).unwrap().order, DayOrder::MonthFirst);
    }

    #[test]
    fn names_are_turned_only_where_all_of_them_are() {
        let map = map(&[Field::Name]);
        assert!(map.found_surname_first(&table(&[&["Other, Ann"], &["Roe, Bob"]])));
        assert!(!map.found_surname_first(&table(&[&["Other, Ann"], &["Pepe"]])));
        assert!(!map.found_surname_first(&table(&[])));
    }

    #[test]
    fn a_field_stands_in_one_column() {
        let mut map = map(&[Field::Name, Field::Club, Field::Ignored]);
        map.choose(2, Field::Club);
        assert_eq!([0, 1, 2].map(|at| map.field(at)), [Field::Name, Field::Ignored, Field::Club]);
        let json = serde_json::to_string(&map).unwrap();
        assert_eq!(serde_json::from_str::<ColumnMap>(&json).unwrap(), map);
    }
}
