//! Sheets of countries and provinces: a row of names, then one row each. A language is a column
//! headed with its code.

use domain::exchange::locale;
use domain::exchange::report::{Count, Kind, Place, Report};
use domain::language::Language;
use domain::places;
use domain::text::trim_js;
use rust_xlsxwriter::{Workbook, XlsxError};
use serde::Serialize;
use serde::ser::SerializeMap;
use server::error::Error;

use super::workbook::cells::{self, Oddity};
use super::workbook::{Refused, Styles};

/// Which of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Countries, by their code.
    Countries,
    /// Provinces, by their uid.
    Provinces,
}

impl List {
    /// Name of the sheet, of the files and of the constant.
    pub fn name(self) -> &'static str {
        match self {
            List::Countries => "countries",
            List::Provinces => "provinces",
        }
    }

    fn keys(self) -> &'static [&'static str] {
        match self {
            List::Countries => &["code"],
            List::Provinces => &["code", "uid"],
        }
    }
}

/// The list as an `.xlsx` file.
///
/// # Errors
///
/// When the library refuses something.
pub fn write(list: List) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let styles = Styles::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(list.name())?;
    sheet.set_freeze_panes(1, 0)?;
    let keys = list.keys();
    let languages = Language::ALL.map(Language::code);
    for (at, name) in (0..).zip(keys.iter().chain(&languages)) {
        sheet.write_string_with_format(0, at, *name, &styles.header)?;
        sheet.set_column_width(at, if usize::from(at) < keys.len() { 10 } else { 36 })?;
    }
    for (number, row) in (1..).zip(rows(list)) {
        for (at, text) in (0..).zip(row) {
            let style = if usize::from(at) < keys.len() { &styles.fixed } else { &styles.open };
            sheet.write_string_with_format(number, at, text, style)?;
        }
    }
    workbook.save_to_buffer()
}

fn rows(list: List) -> Vec<Vec<&'static str>> {
    let names = |name: &dyn Fn(Language) -> &'static str| Language::ALL.map(name);
    match list {
        List::Countries => places::countries()
            .iter()
            .map(|country| {
                let mut row = vec![country.code];
                row.extend(names(&|language| country.name(language)));
                row
            })
            .collect(),
        List::Provinces => [places::OTHER, places::NEPAL]
            .into_iter()
            .flat_map(places::provinces)
            .map(|province| {
                let mut row = vec![province.country, province.uid];
                row.extend(names(&|language| province.name(language)));
                row
            })
            .collect(),
    }
}

/// One place: the columns of its row by their names.
type Item = Vec<(String, String)>;

/// A list that was read.
#[derive(Debug, Default)]
pub struct Read {
    items: Vec<Item>,
    /// What was noticed.
    pub report: Report,
}

/// Reads the first sheet.
///
/// # Errors
///
/// [`Refused`] when it is no spreadsheet that can be read, or holds no places.
pub fn read(bytes: &[u8], list: List) -> Result<Read, Refused> {
    let sheets = cells::sheets(bytes)?;
    let sheet = sheets.first().ok_or(Refused::NothingKnown)?;
    let (first, header) = sheet.rows.first_key_value().ok_or(Refused::NothingKnown)?;
    let mut report = Report::default();
    let columns: Vec<(u32, String)> = header
        .iter()
        .map(|(at, cell)| (*at, cell.text.trim().to_owned()))
        .filter(|(_, name)| {
            let known = list.keys().contains(&name.as_str()) || locale::code(name).is_some();
            if !known && !name.is_empty() {
                report.add(Kind::UnknownColumn, Place::cell(&sheet.name, *first, name), "");
            }
            known
        })
        .collect();
    if !list.keys().iter().all(|key| columns.iter().any(|(_, name)| name == key)) {
        return Err(Refused::NothingKnown);
    }
    let key = list.keys().last().copied().unwrap_or("code");
    let mut seen = std::collections::HashSet::new();
    let mut items = Vec::new();
    let mut count = Count { kind: list.name().to_owned(), items: 0, translated: 0, blanks: 0 };
    for (number, cells) in sheet.rows.range(first + 1..) {
        let place = |column: &str| Place::cell(&sheet.name, *number, column);
        let mut item = Item::new();
        for (at, name) in &columns {
            let cell = cells.get(at);
            let text = cell.map_or("", |cell| trim_js(&cell.text));
            match cell.and_then(|cell| cell.oddity) {
                Some(Oddity::Error) => report.add(Kind::CellError, place(name), text),
                Some(Oddity::Formula) => report.add(Kind::Formula, place(name), text),
                Some(Oddity::Date) => report.add(Kind::BadValue, place(name), text),
                None if text.is_empty() => report.add(Kind::Blank, place(name), ""),
                None => {}
            }
            item.push((name.clone(), text.to_owned()));
        }
        let blanks = item.iter().filter(|(_, text)| text.is_empty()).count();
        let id = item.iter().find(|(name, _)| name == key).map_or("", |(_, text)| text.as_str());
        if id.is_empty() {
            report.add(Kind::MissingText, place(key), "");
            continue;
        }
        if !seen.insert(id.to_owned()) {
            report.add(Kind::DuplicateId, place(key), id);
        }
        count.blanks += blanks;
        count.translated += usize::from(blanks == 0);
        items.push(item);
    }
    count.items = items.len();
    report.counts = vec![count];
    Ok(Read { items, report })
}

/// The list as a source file: countries by code, provinces one after the other.
///
/// # Errors
///
/// [`Error::Internal`] when it cannot be written, which is not expected.
pub fn source(list: List, read: &Read) -> Result<String, Error> {
    let text = match list {
        List::Countries => serde_json::to_string_pretty(&ByCode(&read.items)),
        List::Provinces => {
            let rows: Vec<_> = read.items.iter().map(|item| Members(item, false)).collect();
            serde_json::to_string_pretty(&rows)
        }
    };
    let text = text.map_err(|error| Error::Internal(error.to_string()))?;
    Ok(format!("export const {} = {text}\n", list.name()))
}

/// Countries as one object.
struct ByCode<'a>(&'a [Item]);

impl Serialize for ByCode<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        for item in self.0 {
            if let Some((_, code)) = item.iter().find(|(name, _)| name == "code") {
                object.serialize_entry(code, &Members(item, true))?;
            }
        }
        object.end()
    }
}

/// A row as an object; for a country without its code, which is the name of the member.
struct Members<'a>(&'a Item, bool);

impl Serialize for Members<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = self.0.iter().filter(|(name, _)| !(self.1 && name == "code"));
        let mut object = serializer.serialize_map(None)?;
        for (name, text) in members {
            match text.parse::<u32>() {
                // A uid is a number in the app's list.
                Ok(number) if name == "uid" => object.serialize_entry(name, &number)?,
                _ => object.serialize_entry(name, text)?,
            }
        }
        object.end()
    }
}
