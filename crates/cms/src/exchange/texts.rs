//! Sheets of interface texts: no row of names, a key in the first column, the text as it is in
//! the second, its translation in the third.

use std::collections::BTreeMap;

use domain::exchange::locale;
use domain::exchange::report::{Count, Kind, Place, Report};
use domain::language::Language;
use domain::text::trim_js;
use rust_xlsxwriter::{Workbook, XlsxError};
use server::error::Error;

use super::workbook::cells::{self, Oddity, Sheet};
use super::workbook::{Blank, Refused, Styles};
use crate::texts::messages;

/// Texts by their keys, in the order of the sheets.
#[derive(Debug, Default)]
pub struct Read {
    /// Keys and texts.
    pub texts: Vec<(String, String)>,
    /// What was noticed.
    pub report: Report,
}

/// Reads all sheets into one list.
///
/// # Errors
///
/// [`Refused`] when it is no spreadsheet that can be read, or holds no text.
pub fn read(bytes: &[u8], blank: Blank) -> Result<Read, Refused> {
    let sheets = cells::sheets(bytes)?;
    let mut read = Read::default();
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = Count { kind: "texts".to_owned(), items: 0, translated: 0, blanks: 0 };
    for sheet in &sheets {
        for number in sheet.rows.keys() {
            let Some((key, original, translation)) = row(sheet, *number, &mut read.report) else {
                continue;
            };
            let text = match translation {
                Some(translation) => {
                    count.translated += 1;
                    translation
                }
                None if original.trim().is_empty() => original,
                None => {
                    count.blanks += 1;
                    let place = Place::cell(&sheet.name, *number, "C");
                    read.report.add(Kind::Blank, place, &*key);
                    match blank {
                        Blank::Original => original,
                        Blank::LeaveOut => continue,
                        Blank::Blank => String::new(),
                    }
                }
            };
            match at.get(&key) {
                Some(known) => {
                    let place = Place::cell(&sheet.name, *number, "A");
                    read.report.add(Kind::DuplicateKey, place, &*key);
                    if let Some((_, before)) = read.texts.get_mut(*known) {
                        *before = text;
                    }
                }
                None => {
                    at.insert(key.clone(), read.texts.len());
                    read.texts.push((key, text));
                }
            }
        }
    }
    if read.texts.is_empty() {
        return Err(Refused::NothingKnown);
    }
    count.items = read.texts.len();
    read.report.counts = vec![count];
    Ok(read)
}

/// Key, original and translation of a row; `None` where there is no key.
fn row(
    sheet: &Sheet,
    number: u32,
    report: &mut Report,
) -> Option<(String, String, Option<String>)> {
    let cells = sheet.rows.get(&number)?;
    let text = |column: u32| cells.get(&column).map(|cell| cell.text.clone()).unwrap_or_default();
    let key = trim_js(&text(0)).to_owned();
    if key.is_empty() {
        return None;
    }
    let mut translation = Some(trim_js(&text(2)).replace("\r\n", "\n"));
    let place = || Place::cell(&sheet.name, number, "C");
    match cells.get(&2).and_then(|cell| cell.oddity) {
        Some(Oddity::Error) => {
            report.add(Kind::CellError, place(), text(2));
            translation = None;
        }
        Some(Oddity::Formula) => report.add(Kind::Formula, place(), text(2)),
        Some(Oddity::Date) => report.add(Kind::BadValue, place(), text(2)),
        None => {}
    }
    Some((key, text(1), translation.filter(|text| !text.is_empty())))
}

/// The app's interface texts as a source file. The app looks up the key `empty` too.
///
/// # Errors
///
/// [`Error::Internal`] when it cannot be written, which is not expected.
pub fn app_source(code: &str, texts: &[(String, String)]) -> Result<String, Error> {
    let mut all: Vec<(&str, &str)> = vec![("empty", "")];
    all.extend(texts.iter().filter(|(key, _)| key != "empty").map(|(key, text)| (&**key, &**text)));
    let object = object(&all)?.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    Ok(format!("export const {} = {object}\n", locale::constant(code)))
}

/// The interface texts as JSON.
///
/// # Errors
///
/// As [`app_source`].
pub fn json(texts: &[(String, String)]) -> Result<String, Error> {
    let all: Vec<(&str, &str)> = texts.iter().map(|(key, text)| (&**key, &**text)).collect();
    object(&all).map(|object| object + "\n")
}

fn object(texts: &[(&str, &str)]) -> Result<String, Error> {
    struct Object<'a>(&'a [(&'a str, &'a str)]);
    impl serde::Serialize for Object<'_> {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().copied())
        }
    }
    serde_json::to_string_pretty(&Object(texts)).map_err(|error| Error::Internal(error.to_string()))
}

/// Our own interface texts: the text in `from`, and in `to` where it is there.
///
/// # Errors
///
/// When the library refuses something.
pub fn cms_workbook(from: Language, to: Option<Language>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let styles = Styles::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("cms")?;
    for (column, width) in [(0, 30), (1, 60), (2, 60)] {
        sheet.set_column_width(column, width)?;
    }
    let translated: BTreeMap<String, String> =
        to.map(messages).unwrap_or_default().into_iter().collect();
    for (row, (key, text)) in (0..).zip(messages(from)) {
        sheet.write_string_with_format(row, 0, &key, &styles.fixed)?;
        sheet.write_string_with_format(row, 1, &text, &styles.fixed)?;
        match translated.get(&key) {
            Some(text) => sheet.write_string_with_format(row, 2, text, &styles.open)?,
            None => sheet.write_blank(row, 2, &styles.open)?,
        };
    }
    sheet.protect();
    workbook.save_to_buffer()
}
