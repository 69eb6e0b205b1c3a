//! A sheet with a row of column names.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Bound;

use domain::exchange::report::{Kind, Place, Report};
use domain::text::trim_js;

use super::cells::{Cell, Oddity, Sheet};

/// A sheet whose first row names its columns.
pub(super) struct Table<'a> {
    sheet: &'a Sheet,
    /// Column names, and where each is.
    columns: HashMap<String, u32>,
    header: u32,
    /// What the row below the names says that the sheet is about, where that row is for people.
    about: Option<String>,
}

/// The column whose cell below its name begins with `#` where the second row of a sheet has the
/// names of the columns for people.
pub(super) const MARK: &str = "in_place";

/// A row of a [`Table`].
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table<'a>,
    /// Its number as people see it.
    pub(super) number: u32,
}

impl<'a> Table<'a> {
    /// The sheet as a table; `None` when it is empty.
    pub(super) fn of(sheet: &'a Sheet, report: &mut Report) -> Option<Table<'a>> {
        let (header, names) = sheet.rows.first_key_value()?;
        let mut columns = HashMap::new();
        for (at, cell) in names {
            let name = cell.text.trim().to_owned();
            match columns.entry(name) {
                Entry::Vacant(free) if !free.key().is_empty() => {
                    free.insert(*at);
                }
                Entry::Vacant(_) => {}
                Entry::Occupied(taken) => {
                    let place = Place::cell(&sheet.name, *header, taken.key());
                    report.add(Kind::DuplicateColumn, place, "");
                }
            }
        }
        let second = header.saturating_add(1);
        let mark = columns.get(MARK).and_then(|at| sheet.rows.get(&second)?.get(at));
        let about = mark.and_then(|cell| cell.text.strip_prefix('#')).map(str::to_owned);
        let header = if about.is_some() { second } else { *header };
        Some(Table { sheet, columns, header, about })
    }

    /// The kind of sheet that it was written as, whatever it is called now.
    pub(super) fn about(&self) -> Option<&str> {
        self.about.as_deref()
    }

    /// The number of the row that names the columns.
    pub(super) fn header(&self) -> u32 {
        self.header
    }

    /// Whether there is a column of this name.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The names of the columns, from left to right.
    pub(super) fn columns(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.columns.iter().collect();
        names.sort_by_key(|(_, at)| **at);
        names.into_iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The rows below the names.
    pub(super) fn rows(&'a self) -> impl Iterator<Item = Row<'a>> {
        self.sheet
            .rows
            .range((Bound::Excluded(self.header), Bound::Unbounded))
            .map(|(number, _)| Row { table: self, number: *number })
    }

    /// Where something is in this sheet.
    pub(super) fn place(&self, row: u32, column: &str) -> Place {
        Place::cell(&self.sheet.name, row, column)
    }
}

impl<'a> Row<'a> {
    fn cell(&self, column: &str) -> Option<&'a Cell> {
        let at = self.table.columns.get(column)?;
        self.table.sheet.rows.get(&self.number)?.get(at)
    }

    /// Whether the sheet has a column of this name.
    pub(super) fn has(&self, column: &str) -> bool {
        self.table.has(column)
    }

    /// What is odd about the cell of `column`.
    pub(super) fn oddity(&self, column: &str) -> Option<Oddity> {
        self.cell(column)?.oddity
    }

    /// Where `column` is in this row.
    pub(super) fn place(&self, column: &str) -> Place {
        self.table.place(self.number, column)
    }

    /// A value without white space around it; empty where there is none.
    pub(super) fn value(&self, column: &str) -> &'a str {
        self.cell(column).map_or("", |cell| trim_js(&cell.text))
    }

    /// The original text of `column`, with the columns in which it goes on.
    pub(super) fn original(&self, column: &str) -> String {
        let name = format!("{column}_original");
        let mut text = self.cell(&name).map_or_else(String::new, |cell| cell.text.clone());
        for part in 2.. {
            match self.cell(&format!("{name}_{part}")) {
                Some(cell) => text.push_str(&cell.text),
                None => break,
            }
        }
        text
    }

    /// What the translator has put into `column`; `None` where it is blank or cannot be used,
    /// which `report` then says.
    pub(super) fn filled(&self, column: &str, report: &mut Report) -> Option<String> {
        let cell = self.cell(column)?;
        let text = trim_js(&cell.text);
        match cell.oddity {
            Some(Oddity::Error) => {
                report.add(Kind::CellError, self.place(column), text);
                return None;
            }
            Some(Oddity::Date) => report.add(Kind::BadValue, self.place(column), text),
            Some(Oddity::Formula) => report.add(Kind::Formula, self.place(column), text),
            None => {}
        }
        (!text.is_empty()).then(|| text.replace("\r\n", "\n"))
    }

    /// A truth: `default` where the cell is empty or is none, which `report` then says.
    pub(super) fn flag(&self, column: &str, default: bool, report: &mut Report) -> bool {
        self.optional_flag(column, report).unwrap_or(default)
    }

    /// A truth, if there is one.
    pub(super) fn optional_flag(&self, column: &str, report: &mut Report) -> Option<bool> {
        match self.value(column).to_lowercase().as_str() {
            "" => None,
            "true" | "1" | "yes" => Some(true),
            "false" | "0" | "no" => Some(false),
            other => {
                report.add(Kind::BadValue, self.place(column), other);
                None
            }
        }
    }

    /// A whole number, if there is one.
    pub(super) fn number(&self, column: &str, report: &mut Report) -> Option<i32> {
        let value = self.value(column);
        if value.is_empty() {
            return None;
        }
        let number = value.parse().ok();
        if number.is_none() {
            report.add(Kind::BadValue, self.place(column), value);
        }
        number
    }

    /// A text that may be absent.
    pub(super) fn optional(&self, column: &str) -> Option<String> {
        Some(self.value(column)).filter(|value| !value.is_empty()).map(str::to_owned)
    }
}
