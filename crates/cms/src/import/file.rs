//! The report as a file.

use actix_web::{HttpResponse, web};
use db::exchange::import::{self as stored, Fate, Row};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};
use server::error::Error;
use server::query::Query;
use uuid::Uuid;

use super::outcome::Outcome;
use super::report::{Asked, changes, fate_text, label, problem};
use super::upload::find;
use crate::access::Editor;
use crate::exchange::{self, SPREADSHEET, not_written};
use crate::pages::Frame;
use crate::state::Cms;

/// The heads of the columns.
const HEADS: [&str; 9] = [
    "import-column-sheet",
    "import-column-row",
    "import-column-item",
    "import-column-outcome",
    "import-column-column",
    "import-column-old",
    "import-column-new",
    "import-column-problem",
    "import-column-fate",
];

/// `GET /import/{id}/report?format=csv|xlsx&outcome=&fate=`: what the page shows, on all its
/// pages.
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let id = Uuid::try_parse(&id).map_err(|_| Error::NotFound("no such import"))?;
    let as_csv = match query.get("format") {
        Some("csv") => true,
        None | Some("xlsx") => false,
        Some(_) => return Err(Error::NotFound("no such file format")),
    };
    find(&cms, &editor, id).await?;
    let wanted = Asked::of(&query).query(id);
    let texts = frame.texts();
    let mut lines: Vec<[String; 9]> = vec![HEADS.map(|key| texts.t(key).into_owned())];
    let found = cms.db.run(move |connection| {
        let mut found = Vec::new();
        stored::for_each(connection, &wanted, |row| found.push(row))?;
        Ok(found)
    });
    for row in found.await? {
        lines.extend(lines_of(&frame, &row));
    }
    if as_csv {
        let bytes = csv(&lines).into_bytes();
        return Ok(exchange::file("import-report.csv", "text/csv; charset=utf-8", bytes));
    }
    let bytes = exchange::apart(move || xlsx(&lines).map_err(|error| not_written(&error))).await?;
    Ok(exchange::file("import-report.xlsx", SPREADSHEET, bytes))
}

/// A line for each cell; a row without any has one that only says how it came out.
fn lines_of(frame: &Frame, row: &Row) -> Vec<[String; 9]> {
    let outcome = Outcome::from_name(&row.outcome).unwrap_or(Outcome::Unchanged);
    let outcome = frame.t(outcome.text());
    let fate = row.fate.as_deref().and_then(Fate::from_name);
    let fate = fate.map(|fate| frame.t(fate_text(fate).0).into_owned()).unwrap_or_default();
    let line = |column: String, old: String, new: String, problem: String| {
        [
            row.sheet.clone(),
            row.sheet_row.to_string(),
            row.heading.clone(),
            outcome.clone().into_owned(),
            column,
            old,
            new,
            problem,
            fate.clone(),
        ]
    };
    let cells = changes(row);
    if cells.is_empty() {
        return vec![line(String::new(), String::new(), String::new(), String::new())];
    }
    cells
        .into_iter()
        .map(|change| {
            let (label, problem) = (label(frame, row, &change), problem(frame, &change));
            line(label, change.old, change.new, problem)
        })
        .collect()
}

/// With a mark that tells spreadsheets that it is UTF-8, and nothing that they could take for a
/// formula.
fn csv(lines: &[[String; 9]]) -> String {
    let mut text = String::from('\u{feff}');
    for line in lines {
        let fields: Vec<String> = line
            .iter()
            .map(|field| {
                let risky =
                    field.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
                        || field.starts_with(['\t', '\r', '\n']);
                let field = if risky { format!("'{field}") } else { field.clone() };
                format!("\"{}\"", field.replace('"', "\"\""))
            })
            .collect();
        text.push_str(&fields.join(","));
        text.push_str("\r\n");
    }
    text
}

fn xlsx(lines: &[[String; 9]]) -> Result<Vec<u8>, XlsxError> {
    /// Most that a cell can hold.
    const CELL: usize = 32_000;
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = workbook.add_worksheet();
    sheet.set_freeze_panes(1, 0)?;
    for (at, width) in (0..).zip([22, 8, 36, 20, 20, 50, 50, 36, 24]) {
        sheet.set_column_width(at, width)?;
    }
    for (row, line) in (0..).zip(lines) {
        for (at, text) in (0..).zip(line) {
            let mut units = 0;
            let fits: String = text
                .chars()
                .take_while(|c| {
                    units += c.len_utf16();
                    units <= CELL
                })
                .collect();
            let format = if row == 0 { &bold } else { &plain };
            sheet.write_string_with_format(row, at, fits, format)?;
        }
    }
    workbook.save_to_buffer()
}
