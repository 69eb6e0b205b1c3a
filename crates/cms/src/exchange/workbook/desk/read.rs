//! Reads a workbook that came back.

use std::collections::HashMap;

use domain::exchange::report::{Kind, Report};

use super::super::cells::{self, Oddity};
use super::super::columns;
use super::super::open::Refused;
use super::super::table::{MARK, Row, Table};
use super::lines::{Cell, Line, Parents, digest, settled};
use super::spec::{self, Mode, QUESTION, Spec};

/// A workbook that was read.
#[derive(Debug, Default)]
pub struct Read {
    /// Its rows, in order.
    pub lines: Vec<Line>,
    /// What was noticed about sheets and columns.
    pub notes: Report,
}

/// Reads a workbook; `told` hears how many sheets of how many are read.
///
/// # Errors
///
/// [`Refused`] when it is no spreadsheet that can be read, or none of ours.
pub fn read(bytes: &[u8], mut told: impl FnMut(usize, usize)) -> Result<Read, Refused> {
    let mut sheets = cells::sheets(bytes)?;
    let total = sheets.len();
    let mut read = Read::default();
    let mut known = false;
    // Each sheet is let go when it is read.
    for (at, sheet) in sheets.drain(..).enumerate() {
        told(at, total);
        if columns::is_aside(&sheet.name) {
            continue;
        }
        let Some(table) = Table::of(&sheet, &mut read.notes) else { continue };
        let articles = table.has("article_heading") || table.has("article_heading_original");
        let about = table
            .about()
            .or_else(|| columns::sheet_name(&sheet.name))
            .or(articles.then_some(columns::ARTICLES_NAME))
            .unwrap_or_default()
            .to_owned();
        let Some(specs) = spec::of_sheet(&about) else {
            // Texts such as the privacy policy are read and not taken in.
            read.notes.add(Kind::UnknownSheet, table.place(0, ""), "");
            continue;
        };
        known = true;
        columns_of(&table, &about, &mut read.notes);
        for row in table.rows() {
            let in_place: HashMap<String, String> =
                serde_json::from_str(row.value(MARK)).unwrap_or_default();
            for spec in specs {
                if let Some(line) = line(row, spec, &in_place, &mut read.notes) {
                    read.lines.push(line);
                }
            }
        }
    }
    if known { Ok(read) } else { Err(Refused::NothingKnown) }
}

/// Says which columns are missing and which nobody knows.
fn columns_of(table: &Table<'_>, about: &str, notes: &mut Report) {
    let Some(specs) = spec::of_sheet(about) else { return };
    let header = table.header();
    let questions = if about == columns::SURVEYS_NAME { QUESTION } else { &[] };
    for (_, name, mode) in specs.iter().flat_map(|spec| spec.fields).chain(questions) {
        if *mode == Mode::Beside && !table.has(name) {
            notes.add(Kind::MissingColumn, table.place(header, name), "");
        }
    }
    for name in specs.iter().flat_map(|spec| [spec.id, spec.version]) {
        if !table.has(name) {
            notes.add(Kind::MissingColumn, table.place(header, name), "");
        }
    }
    let expected = match about {
        columns::ARTICLES_NAME => columns::ARTICLES,
        _ => columns::SHEETS
            .iter()
            .find(|(name, _)| *name == about)
            .map_or(columns::ARTICLES, |(_, columns)| *columns),
    };
    for name in table.columns() {
        let known = columns::DESK.contains(&name)
            || expected.iter().any(|column| {
                name.strip_prefix(column.name).is_some_and(|rest| {
                    rest.is_empty()
                        || rest.strip_prefix('_').is_some_and(|part| part.parse::<u32>().is_ok())
                })
            });
        if !known {
            notes.add(Kind::UnknownColumn, table.place(header, name), "");
        }
    }
}

/// The row of the database within `row`; `None` when there is none.
fn line(
    row: Row<'_>,
    spec: &'static Spec,
    in_place: &HashMap<String, String>,
    notes: &mut Report,
) -> Option<Line> {
    let mut line = Line {
        place: row.place(""),
        table: spec.table,
        id: row.value(spec.id).to_owned(),
        lang: row.value("lang").to_owned(),
        state: row.value(spec.version).to_owned(),
        ..Line::default()
    };
    let is_survey = spec.table == "survey";
    if is_survey {
        line.question = Some(row.value("id").to_owned());
    }
    let questions = if is_survey { QUESTION } else { &[] };
    for (column, name, mode) in spec.fields.iter().chain(questions) {
        match mode {
            Mode::Beside => beside(row, column, name, &mut line, notes),
            Mode::InPlace => over(row, column, name, in_place, &mut line, notes),
        }
    }
    if matches!(spec.table, "article" | "subcategory") {
        let either = |name: &str| {
            let new = row.value(name);
            if new.is_empty() { settled(&row.original(name)) } else { new.to_owned() }
        };
        line.parents = Parents {
            category_id: row.value("cat_id").to_owned(),
            category: either("category_title"),
            subcategory_id: row.value("subcat_id").to_owned(),
            subcategory: either("subcategory_title"),
        };
    }
    // An empty row for a new item has a language, and chosen cells, but no text.
    let says = line.cells.iter().any(|cell| spec::mode_of(spec, cell.column) == Some(Mode::Beside));
    (!line.id.is_empty() || says).then_some(line)
}

/// A cell beside the old text.
fn beside(row: Row<'_>, column: &'static str, name: &str, line: &mut Line, notes: &mut Report) {
    let old_column = format!("{name}_original");
    let old = row.original(name);
    let was = row.has(&old_column).then(|| settled(&old));
    if !old.is_empty() {
        line.olds.push((column, digest(&old)));
    }
    let text = settled(row.value(name));
    let oddity = noticed(row, name, notes);
    if text.is_empty() {
        line.blanks += i32::from(was.is_some_and(|was| !was.is_empty()));
    } else if was.as_deref() != Some(&text) || oddity.is_some() {
        line.cells.push(Cell { column, text, was, oddity });
    }
}

/// A cell that is written over.
fn over(
    row: Row<'_>,
    column: &'static str,
    name: &str,
    in_place: &HashMap<String, String>,
    line: &mut Line,
    notes: &mut Report,
) {
    let text = settled(row.value(name));
    let was = in_place.get(name).map(|was| settled(was));
    let oddity = noticed(row, name, notes);
    if !text.is_empty() && (was.as_deref() != Some(&text) || oddity.is_some()) {
        line.cells.push(Cell { column, text, was, oddity });
    }
}

/// What is odd about a cell; a formula counts as what it computed last, which is only noted.
fn noticed(row: Row<'_>, name: &str, notes: &mut Report) -> Option<Oddity> {
    match row.oddity(name)? {
        Oddity::Formula => {
            notes.add(Kind::Formula, row.place(name), row.value(name));
            None
        }
        odd => Some(odd),
    }
}
