//! The name in a row, or why the row is nobody.

use super::super::cell::is_nothing;
use super::super::field::Field;
use super::super::rows::Verdict;
use super::remarks::Remarks;
use super::{RowReader, cut, spaced};

/// What stands for a name in the last line of a table.
const SUMS: [&str; 9] =
    ["total", "sum", "average", "totals", "summe", "gesamt", "durchschnitt", "media", "totale"];

impl RowReader<'_> {
    /// The name, or why the row is nobody.
    pub(super) fn name(&self, row: usize, remarks: &mut Remarks<'_, '_>) -> Result<String, String> {
        if self.table.cells_in(row) == 0 {
            return Err(self.table.note(row).unwrap_or("the row is empty").to_owned());
        }
        let is_header = |(_, column): (&Field, &usize)| {
            let header = self.table.headers.get(*column).map_or("", String::as_str);
            let cell = self.table.cell(row, *column);
            !cell.is_empty() && cell.eq_ignore_ascii_case(header.trim())
        };
        if self.columns.len() > 1
            && self.columns.iter().filter(|column| is_header(*column)).count() * 2 > self.columns.len()
        {
            return Err("the headers once more".to_owned());
        }
        let whole = self.cell(row, Field::Name);
        let parts = [self.cell(row, Field::FirstName), self.cell(row, Field::LastName)];
        let mut name = if is_nothing(whole) {
            parts.into_iter().filter(|part| !is_nothing(part)).collect::<Vec<_>>().join(" ")
        } else {
            whole.to_owned()
        };
        if self.surname_first
            && let Some((surname, forename)) = name.split_once(',')
        {
            name = format!("{} {}", forename.trim(), surname.trim());
        }
        let mut name = spaced(&name);
        name.retain(|c| !c.is_control() && c != '\u{feff}');
        // `Ann Other (c)`, `Bob Roe (on loan)`.
        if let Some((before, mark)) = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("))
            && !before.trim().is_empty()
        {
            remarks.say(Field::Name, Verdict::Doubtful, format!("left out of the name: ({mark})"));
            name = before.trim().to_owned();
        }
        if name.is_empty() {
            return Err("no name in it".to_owned());
        }
        if !name.chars().any(char::is_alphabetic) {
            return Err(format!("\u{201c}{}\u{201d} is no name", cut(&name)));
        }
        if name.chars().count() > 100 {
            return Err(format!("the name is longer than 100 letters: \u{201c}{}\u{201d}", cut(&name)));
        }
        if name.len() <= 12 && SUMS.contains(&name.to_lowercase().trim_end_matches(':')) {
            return Err(format!("\u{201c}{name}\u{201d} is a sum, not a player"));
        }
        if name.chars().any(|c| c.is_ascii_digit()) {
            remarks.say(Field::Name, Verdict::Doubtful, "a name with a number in it".to_owned());
        }
        if !name.contains(' ') && name.contains('-') && !name.chars().any(char::is_uppercase) {
            name = from_address(&name);
            remarks.say(
                Field::Name,
                Verdict::Doubtful,
                "made from an address: accents are missing".to_owned(),
            );
        }
        Ok(name)
    }
}

/// `james-milner` → `James Milner`.
fn from_address(address: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    address.split('-').filter(|word| !word.is_empty()).map(capital).collect::<Vec<_>>().join(" ")
}
