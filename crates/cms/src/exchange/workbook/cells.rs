//! The cells of a spreadsheet, sheet by sheet.
//!
//! Cells are taken one by one: the library's table of a whole sheet would reserve a place for
//! every cell between two that are far apart.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, Xlsx};

use super::open::{self, Refused};

/// Most cells with something in them.
const MOST_CELLS: usize = 3_000_000;
/// Most bytes of text in all of them together; one stored text may be shown by many cells.
const MOST_TEXT: usize = 100 * 1024 * 1024;
/// Columns beyond this one hold nothing of ours.
const MOST_COLUMNS: u32 = 400;

/// What a cell holds, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text: `true` and `false` for truths, numbers without needless decimals.
    pub text: String,
    /// What is odd about it.
    pub oddity: Option<Oddity>,
}

/// What is odd about a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A formula; its text is what it computed last.
    Formula,
    /// An error of the spreadsheet program.
    Error,
    /// A date, which the program has made of something typed.
    Date,
}

/// A sheet: its rows by their number as people see it, from 1, and their cells by column from 0.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Rows with something in them.
    pub rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
}

/// The sheets of a file.
///
/// # Errors
///
/// [`Refused`] when it is no spreadsheet, is damaged, or beyond the limits.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refused> {
    open::check(bytes)?;
    // The library is good with damaged files, not perfect; an arithmetic overflow in it is a
    // damaged file too.
    catch_unwind(AssertUnwindSafe(|| take(bytes))).unwrap_or(Err(Refused::Damaged))
}

fn take(bytes: &[u8]) -> Result<Vec<Sheet>, Refused> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
    let mut cells = 0;
    let mut text = 0;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let mut reader = match workbook.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            // A sheet that is a chart.
            Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return Err(Refused::Damaged),
        };
        let mut sheet = Sheet { name: name.clone(), rows: BTreeMap::new() };
        while let Some(record) =
            reader.next_cell_with_formula_metadata().map_err(|_| Refused::Damaged)?
        {
            let (row, column) = record.pos;
            let mut cell = cell(&record.value);
            if record.formula.is_some() && cell.oddity.is_none() {
                cell.oddity = Some(Oddity::Formula);
            }
            if column >= MOST_COLUMNS || cell == Cell::default() {
                continue;
            }
            cells += 1;
            text += cell.text.len();
            if cells > MOST_CELLS || text > MOST_TEXT {
                return Err(Refused::TooLarge);
            }
            sheet.rows.entry(row.saturating_add(1)).or_default().insert(column, cell);
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn cell(value: &DataRef<'_>) -> Cell {
    let plain = |text: String| Cell { text, oddity: None };
    match value {
        DataRef::Empty => Cell::default(),
        DataRef::Int(number) => plain(number.to_string()),
        // Rust writes 2.0 as "2" and never in powers of ten.
        DataRef::Float(number) => plain(number.to_string()),
        DataRef::Bool(value) => plain(value.to_string()),
        DataRef::String(text) => plain(text.replace('\0', "")),
        DataRef::SharedString(text) => plain(text.replace('\0', "")),
        DataRef::DateTime(date) => {
            Cell { text: date.as_f64().to_string(), oddity: Some(Oddity::Date) }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell { text: text.clone(), oddity: Some(Oddity::Date) }
        }
        DataRef::Error(error) => Cell { text: error.to_string(), oddity: Some(Oddity::Error) },
    }
}
