//! Writes the workbook.

use domain::exchange::content::{Block, Content};
use domain::exchange::sheet_name;
use rust_xlsxwriter::{DataValidation, Format, ProtectionOptions, Workbook, Worksheet, XlsxError};

use super::columns::{self, Column, Role};
use super::rows::{self, Cell, Row};
use super::style::Styles;
use crate::texts::Texts;

/// Most UTF-16 units that a cell can hold are 32,767; a longer text goes on in further columns.
const CELL: usize = 32_000;

/// The content as an `.xlsx` file.
///
/// Every text is stored as a string, so that none is ever taken for a formula, and the cells
/// for translations have the format "text" for the same reason.
///
/// # Errors
///
/// When the library refuses something; more than a million rows of one kind.
pub fn write(content: &Content) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let styles = Styles::new();
    explain(workbook.add_worksheet(), &styles, &content.lang)?;
    let mut taken: Vec<String> =
        columns::SHEETS.iter().map(|(name, _)| name.to_lowercase()).collect();
    taken.push(columns::README_NAME.to_lowercase());
    for sheet in rows::articles(content) {
        let name = sheet_name::unique(sheet.title, &mut taken);
        fill(workbook.add_worksheet(), &styles, &name, columns::ARTICLES, &sheet.rows)?;
    }
    for (name, columns) in columns::SHEETS {
        let rows = rows_of(content, name);
        fill(workbook.add_worksheet(), &styles, name, columns, &rows)?;
    }
    workbook.save_to_buffer()
}

pub(super) fn rows_of<'a>(content: &'a Content, sheet: &str) -> Vec<Row<'a>> {
    let blocks = |blocks: &'a [Block]| blocks.iter().map(rows::block).collect();
    match sheet {
        columns::QUIZZES_NAME => content.quizzes.iter().map(rows::quiz).collect(),
        columns::FACTS_NAME => content.did_you_knows.iter().map(rows::fact).collect(),
        columns::AVATARS_NAME => content.avatar_messages.iter().map(rows::avatar_message).collect(),
        columns::PRIVACY_NAME => blocks(&content.privacy_policy),
        columns::TERMS_NAME => blocks(&content.terms_and_conditions),
        columns::ABOUT_NAME => blocks(&content.about),
        columns::HELP_NAME => content.help_centers.iter().map(rows::help_center).collect(),
        columns::ATTRIBUTES_NAME => {
            content.help_center_attributes.iter().map(rows::attribute).collect()
        }
        columns::VIDEOS_NAME => content.videos.iter().map(rows::video).collect(),
        columns::SURVEYS_NAME => content
            .surveys
            .iter()
            .enumerate()
            .flat_map(|(at, item)| rows::survey(at, item))
            .collect(),
        _ => Vec::new(),
    }
}

fn fill(
    sheet: &mut Worksheet,
    styles: &Styles,
    name: &str,
    columns: &[Column],
    rows: &[Row<'_>],
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    let mut further = Further::default();
    for (at, column) in (0..).zip(columns) {
        sheet.write_string_with_format(0, at, column.name, &styles.header)?;
        sheet.set_column_width(at, column.width)?;
        if column.role == Role::Hidden {
            sheet.set_column_hidden(at)?;
        }
        if column.name == "right_answer" && !rows.is_empty() {
            let choices = DataValidation::new().allow_list_strings(&["1", "2", "3"])?;
            let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            sheet.add_data_validation(1, at, last, at, &choices)?;
        }
    }
    for (number, row) in (1..).zip(rows) {
        for (at, (column, cell)) in (0..).zip(columns.iter().zip(row)) {
            let rest = put(sheet, (number, at), cell, styles.of(column.role))?;
            further.put(sheet, styles, columns.len(), (number, column.name), rest)?;
        }
    }
    further.name(sheet, styles, columns.len(), 0)?;
    protect(sheet);
    Ok(())
}

/// Lets people widen columns, and change what is unlocked.
pub(super) fn protect(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
}

/// Writes a cell; what does not fit into it.
pub(super) fn put<'a>(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    cell: &'a Cell<'_>,
    format: &Format,
) -> Result<Vec<&'a str>, XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, at, format)?,
        Cell::Bool(value) => sheet.write_boolean_with_format(row, at, *value, format)?,
        Cell::Number(value) => sheet.write_number_with_format(row, at, *value, format)?,
        Cell::Made(text) => sheet.write_string_with_format(row, at, text, format)?,
        Cell::Text(text) => {
            let mut parts = pieces(text);
            sheet.write_string_with_format(row, at, parts.next().unwrap_or(""), format)?;
            return Ok(parts.collect());
        }
    };
    Ok(Vec::new())
}

/// The columns in which long texts go on.
#[derive(Default)]
pub(super) struct Further(Vec<String>);

impl Further {
    /// Writes the rest of the text of `column` in `row`.
    pub(super) fn put(
        &mut self,
        sheet: &mut Worksheet,
        styles: &Styles,
        columns: usize,
        (row, column): (u32, &str),
        rest: Vec<&str>,
    ) -> Result<(), XlsxError> {
        for (part, text) in (2..).zip(rest) {
            let title = format!("{column}_{part}");
            let at = self.0.iter().position(|known| *known == title).unwrap_or_else(|| {
                self.0.push(title);
                self.0.len() - 1
            });
            let at = u16::try_from(columns + at).unwrap_or(u16::MAX);
            sheet.write_string_with_format(row, at, text, &styles.fixed)?;
        }
        Ok(())
    }

    /// Names the columns in `row`.
    pub(super) fn name(
        &self,
        sheet: &mut Worksheet,
        styles: &Styles,
        columns: usize,
        row: u32,
    ) -> Result<(), XlsxError> {
        for (at, title) in self.0.iter().enumerate() {
            let at = u16::try_from(columns + at).unwrap_or(u16::MAX);
            sheet.write_string_with_format(row, at, title, &styles.header)?;
            sheet.set_column_hidden(at)?;
        }
        Ok(())
    }
}

/// `text` in pieces that a cell can hold.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut units = 0;
        let end = rest
            .char_indices()
            .find(|(_, c)| {
                units += c.len_utf16();
                units > CELL
            })
            .map_or(rest.len(), |(end, _)| end);
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// The first sheet, for people.
fn explain(sheet: &mut Worksheet, styles: &Styles, lang: &str) -> Result<(), XlsxError> {
    sheet.set_name(columns::README_NAME)?;
    sheet.set_column_width(0, 100)?;
    let mut row = 0;
    for language in domain::language::Language::ALL {
        let texts = Texts::of(language);
        sheet.write_string_with_format(row, 0, texts.t("exchange-readme-title"), &styles.title)?;
        let language = texts.with("exchange-readme-language", &[("code", lang)]);
        sheet.write_string_with_format(row + 1, 0, language, &styles.plain)?;
        for (at, key) in (row + 2..).zip([
            "exchange-readme-fill",
            "exchange-readme-blank",
            "exchange-readme-locked",
            "exchange-readme-tokens",
            "exchange-readme-back",
        ]) {
            sheet.write_string_with_format(at, 0, texts.t(key), &styles.plain)?;
        }
        row += 8;
    }
    sheet.protect();
    Ok(())
}
