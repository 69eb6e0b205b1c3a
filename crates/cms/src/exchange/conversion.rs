//! What is converted into what.

use db::editing::Author;
use db::exchange::conversion::NewConversion;
use domain::exchange::report::{Kind, Place, Report, Weight};
use server::error::Error;
use uuid::Uuid;

use super::places::List;
use super::workbook::{Options, Refused};
use super::{bundle, places, texts, workbook};

/// A conversion of an uploaded file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// A content workbook into content for the app.
    ContentSheet,
    /// Content for the app into a content workbook.
    ContentBundle,
    /// A sheet of the app's interface texts into a source file.
    AppTexts,
    /// A sheet of the cms's interface texts into JSON.
    CmsTexts,
    /// A sheet of countries into a source file.
    Countries,
    /// A sheet of provinces into a source file.
    Provinces,
}

/// What came of one.
#[derive(Debug)]
pub struct Made {
    /// The result's name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// The result.
    pub bytes: Vec<u8>,
    /// What was noticed.
    pub report: Report,
}

/// Where a file has come from.
pub(super) struct Sent<'a> {
    /// The language that the editor was working in.
    pub(super) lang: &'a str,
    /// The file's name.
    pub(super) file_name: &'a str,
    /// Who sent it.
    pub(super) author: &'a Author,
}

/// Media type of `.xlsx` files.
pub const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Media type of `.ts` files here: as text, so that a browser cannot take it for anything else.
pub const SOURCE: &str = "text/plain; charset=utf-8";
/// Media type of `.json` files.
pub const JSON: &str = "application/json; charset=utf-8";

impl Conversion {
    /// Every conversion.
    pub const ALL: [Conversion; 6] = [
        Conversion::ContentSheet,
        Conversion::ContentBundle,
        Conversion::AppTexts,
        Conversion::CmsTexts,
        Conversion::Countries,
        Conversion::Provinces,
    ];

    /// Its name where it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Conversion::ContentSheet => "content-sheet",
            Conversion::ContentBundle => "content-bundle",
            Conversion::AppTexts => "app-translations-sheet",
            Conversion::CmsTexts => "cms-translations-sheet",
            Conversion::Countries => "countries-sheet",
            Conversion::Provinces => "provinces-sheet",
        }
    }

    /// The conversion whose [`Conversion::name`] is `name`.
    pub fn from_name(name: &str) -> Option<Conversion> {
        Conversion::ALL.into_iter().find(|conversion| conversion.name() == name)
    }

    /// The path that takes its files.
    pub fn path(self) -> &'static str {
        match self {
            Conversion::ContentSheet => "/data/upload-content-sheet",
            Conversion::ContentBundle => "/data/upload-content-bundle",
            Conversion::AppTexts => "/data/upload-app-translations-sheet",
            Conversion::CmsTexts => "/data/upload-cms-translations-sheet",
            Conversion::Countries => "/data/upload-countries-sheet",
            Conversion::Provinces => "/data/upload-provinces-sheet",
        }
    }

    /// Converts a file. Takes long for a large one.
    ///
    /// # Errors
    ///
    /// [`Error::Internal`] when the result cannot be written. That the file is not taken is the
    /// inner result.
    pub fn convert(self, bytes: &[u8], options: &Options) -> Result<Result<Made, Refused>, Error> {
        let locale = &options.locale;
        let made = match self {
            Conversion::ContentSheet => workbook::read(bytes, options).map(|read| {
                let text = bundle::source(&read.content)?;
                Ok(Made::source(format!("{locale}.ts"), text, read.report))
            }),
            Conversion::ContentBundle => {
                bundle::read(&String::from_utf8_lossy(bytes)).map(|read| {
                    let name = format!("content-{}.xlsx", read.content.lang);
                    let bytes =
                        workbook::write(&read.content).map_err(|error| not_written(&error))?;
                    Ok(Made { name, media_type: SPREADSHEET, bytes, report: read.report })
                })
            }
            Conversion::AppTexts => texts::read(bytes, options.blank).map(|read| {
                let text = texts::app_source(locale, &read.texts)?;
                Ok(Made::source(format!("{locale}.ts"), text, read.report))
            }),
            Conversion::CmsTexts => texts::read(bytes, options.blank).map(|read| {
                let text = texts::json(&read.texts)?;
                let name = format!("{locale}.json");
                Ok(Made { media_type: JSON, ..Made::source(name, text, read.report) })
            }),
            Conversion::Countries => place_list(List::Countries, bytes),
            Conversion::Provinces => place_list(List::Provinces, bytes),
        };
        match made {
            Ok(made) => made.map(Ok),
            Err(refused) => Ok(Err(refused)),
        }
    }
}

fn place_list(list: List, bytes: &[u8]) -> Result<Result<Made, Error>, Refused> {
    places::read(bytes, list).map(|read| {
        let text = places::source(list, &read)?;
        Ok(Made::source(format!("{}.ts", list.name()), text, read.report))
    })
}

/// The 500 of a spreadsheet that the library would not write.
pub(crate) fn not_written(error: &rust_xlsxwriter::XlsxError) -> Error {
    Error::Internal(format!("a spreadsheet: {error}"))
}

impl Made {
    fn source(name: String, text: String, report: Report) -> Made {
        Made { name, media_type: SOURCE, bytes: text.into_bytes(), report }
    }

    /// Stores it under the key `id`, for its report and its download.
    ///
    /// # Errors
    ///
    /// Diesel's own.
    pub(super) fn store(
        &self,
        connection: &mut db::Connection,
        id: Uuid,
        conversion: Conversion,
        sent: &Sent<'_>,
    ) -> db::QueryResult<()> {
        let report = serde_json::to_string(&self.report).unwrap_or_else(|_| "{}".to_owned());
        let count = |weight| i64::try_from(self.report.weighing(weight)).unwrap_or(i64::MAX);
        let new = NewConversion {
            id,
            kind: conversion.name(),
            lang: sent.lang,
            file_name: sent.file_name,
            result_name: &self.name,
            media_type: self.media_type,
            report: &report,
            errors: count(Weight::Error),
            warnings: count(Weight::Warning),
            author: sent.author,
            result: &self.bytes,
        };
        db::exchange::conversion::create(connection, &new)
    }

    /// The first finding of the heaviest kind, for callers who see no page.
    pub fn heaviest(&self) -> Option<(Kind, &Place)> {
        let finding = self.report.findings.iter().min_by_key(|finding| finding.kind)?;
        Some((finding.kind, &finding.place))
    }
}
