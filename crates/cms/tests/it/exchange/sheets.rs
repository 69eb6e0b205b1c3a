//! Spreadsheets as a translator would see and change them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::Workbook;

/// A sheet: its name, and its cells as texts.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) rows: Vec<Vec<String>>,
}

/// The sheets of a file.
pub(crate) fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook
        .sheet_names()
        .into_iter()
        .map(|name| {
            let range = workbook.worksheet_range(&name).unwrap();
            let rows = range
                .rows()
                .map(|row| {
                    row.iter()
                        .map(|cell| match cell {
                            Data::Empty => String::new(),
                            Data::Bool(value) => value.to_string(),
                            other => other.to_string(),
                        })
                        .collect()
                })
                .collect();
            Sheet { name, rows }
        })
        .collect()
}

/// A file with these sheets.
pub(crate) fn file(sheets: &[Sheet]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        let written = workbook.add_worksheet();
        written.set_name(&sheet.name).unwrap();
        for (number, row) in (0..).zip(&sheet.rows) {
            for (at, text) in (0..).zip(row) {
                written.write_string(number, at, text).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

impl Sheet {
    pub(crate) fn new(name: &str, rows: &[&[&str]]) -> Sheet {
        let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect());
        Sheet { name: name.to_owned(), rows: rows.collect() }
    }

    /// Where the column of this name is.
    #[track_caller]
    pub(crate) fn column(&self, name: &str) -> usize {
        self.rows[0].iter().position(|known| known == name).expect(name)
    }

    /// The cells of a column below its name.
    pub(crate) fn cells(&self, name: &str) -> Vec<&str> {
        let at = self.column(name);
        self.rows[1..].iter().map(|row| row[at].as_str()).collect()
    }

    /// Puts `translate(original)` into every empty cell beside an original.
    pub(crate) fn fill(&mut self, translate: impl Fn(&str, &str) -> String) {
        let pairs: Vec<(usize, usize, String)> = self.rows[0]
            .iter()
            .enumerate()
            .filter_map(|(from, name)| {
                let column = name.strip_suffix("_original")?;
                Some((from, self.column(column), column.to_owned()))
            })
            .collect();
        for row in &mut self.rows[1..] {
            for (from, to, column) in &pairs {
                if !row[*from].is_empty() {
                    row[*to] = translate(column, &row[*from]);
                }
            }
        }
    }
}
