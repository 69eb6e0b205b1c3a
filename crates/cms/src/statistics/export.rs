//! Figures as files: CSV and XLSX.
//!
//! Labels come from accounts, surveys and quizzes, so a cell that a spreadsheet would take for
//! a formula gets an apostrophe in front.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use rust_xlsxwriter::{Format, Workbook};
use server::error::Error;

use super::panel::Panel;

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A text.
    Text(String),
    /// A number.
    Number(u64),
}

/// A table with a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    /// The heading.
    pub(super) title: String,
    /// The heads of the columns.
    pub(super) heads: Vec<String>,
    /// The rows.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileFormat {
    /// Comma-separated values, in UTF-8 with a mark that spreadsheets know it by.
    Csv,
    /// A workbook with a sheet for each table.
    Xlsx,
}

impl FileFormat {
    /// The kind that the end of an address names.
    pub(super) fn from_name(name: &str) -> Result<FileFormat, Error> {
        match name {
            "csv" => Ok(FileFormat::Csv),
            "xlsx" => Ok(FileFormat::Xlsx),
            _ => Err(Error::NotFound("no such file format")),
        }
    }
}

impl Sheet {
    /// What a panel shows.
    pub(super) fn of_panel(panel: &Panel, hidden: &str, total: &str) -> Sheet {
        let value =
            |count: Option<u64>| count.map_or_else(|| Cell::Text(hidden.to_owned()), Cell::Number);
        let mut rows: Vec<Vec<Cell>> = panel
            .lines
            .iter()
            .map(|line| vec![Cell::Text(line.label.clone()), value(line.count)])
            .collect();
        rows.push(vec![Cell::Text(total.to_owned()), value(panel.total)]);
        Sheet {
            title: panel.title.clone(),
            heads: vec![panel.subject.clone(), panel.counted.clone()],
            rows,
        }
    }
}

/// The tables as a download named `name` and the format's ending.
pub(super) fn file(
    format: FileFormat,
    name: &str,
    sheets: &[Sheet],
) -> Result<HttpResponse, Error> {
    let (kind, ending, body) = match format {
        FileFormat::Csv => ("text/csv; charset=utf-8", "csv", csv(sheets).into_bytes()),
        FileFormat::Xlsx => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            xlsx(sheets).map_err(|error| Error::Internal(error.to_string()))?,
        ),
    };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{ending}\"")))
        .body(body))
}

/// Every table under its heading, with an empty line between two.
fn csv(sheets: &[Sheet]) -> String {
    let mut text = String::from('\u{feff}');
    for (at, sheet) in sheets.iter().enumerate() {
        if at > 0 {
            text.push_str("\r\n");
        }
        line(&mut text, [sheet.title.as_str()].into_iter().map(field));
        line(&mut text, sheet.heads.iter().map(|head| field(head)));
        for row in &sheet.rows {
            line(
                &mut text,
                row.iter().map(|cell| match cell {
                    Cell::Text(text) => field(text),
                    Cell::Number(number) => number.to_string(),
                }),
            );
        }
    }
    text
}

fn line(text: &mut String, fields: impl Iterator<Item = String>) {
    text.push_str(&fields.collect::<Vec<_>>().join(","));
    text.push_str("\r\n");
}

fn field(text: &str) -> String {
    let text = harmless(text);
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// The text, so that no spreadsheet takes it for a formula.
pub(super) fn harmless(text: &str) -> String {
    let looks_like_formula = text
        .trim_start_matches([' ', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if looks_like_formula { format!("'{text}") } else { text.to_owned() }
}

fn xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let number = Format::new().set_num_format("#,##0");
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let name = sheet_name(&sheet.title, &names);
        let page = workbook.add_worksheet();
        page.set_name(&name)?;
        names.push(name);
        page.write_string_with_format(0, 0, harmless(&sheet.title), &bold)?;
        for (column, head) in (0_u16..).zip(&sheet.heads) {
            page.write_string_with_format(1, column, harmless(head), &bold)?;
        }
        for (row, cells) in (2_u32..).zip(&sheet.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Text(text) => page.write_string(row, column, cut(&harmless(text)))?,
                    Cell::Number(count) => {
                        page.write_number_with_format(row, column, *count as f64, &number)?
                    }
                };
            }
        }
        page.set_column_width(0, 36)?;
        page.set_freeze_panes(2, 0)?;
    }
    workbook.save_to_buffer()
}

/// A cell holds 32,767 characters at most.
fn cut(text: &str) -> String {
    text.chars().take(16_000).collect()
}

/// A name that workbooks allow and that is not used yet.
fn sheet_name(title: &str, used: &[String]) -> String {
    let plain: String = title
        .chars()
        .map(
            |letter| if "[]:*?/\\'".contains(letter) || letter.is_control() { ' ' } else { letter },
        )
        .collect();
    let mut name: String = plain.trim().chars().take(24).collect();
    if name.is_empty() {
        "1".clone_into(&mut name);
    }
    let mut candidate = name.clone();
    let mut number = 2;
    while used.iter().any(|known| known.to_lowercase() == candidate.to_lowercase()) {
        candidate = format!("{name} {number}");
        number += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::{Cell, Sheet, csv, field, harmless, sheet_name};

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1"] {
            assert!(harmless(text).starts_with('\''), "{text:?}");
        }
        for text in ["", "a=b", "कोशी", "10", "'=1"] {
            assert_eq!(harmless(text), text);
        }
        assert_eq!(field("=a,\"b\""), "\"'=a,\"\"b\"\"\"");
    }

    #[test]
    fn tables_follow_each_other() {
        let sheet = |title: &str| Sheet {
            title: title.to_owned(),
            heads: vec!["Gender".to_owned(), "Users".to_owned()],
            rows: vec![vec![Cell::Text("Female".to_owned()), Cell::Number(1200)]],
        };
        assert_eq!(
            csv(&[sheet("A"), sheet("B")]),
            "\u{feff}A\r\nGender,Users\r\nFemale,1200\r\n\r\nB\r\nGender,Users\r\nFemale,1200\r\n"
        );
    }

    #[test]
    fn names_of_sheets_are_allowed_and_unique() {
        let long = "a/b: [c]* what is it that you would like to know?";
        let first = sheet_name(long, &[]);
        assert!(first.chars().count() <= 31 && !first.contains(['/', ':', '[', '*', '?']));
        assert_ne!(sheet_name(long, std::slice::from_ref(&first)), first);
        assert_eq!(sheet_name("'", &[]), "1");
    }
}
