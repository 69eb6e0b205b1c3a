//! Content and reference data as files: spreadsheets for translators, source files for the app.
//!
//! A file that comes in is converted, not applied: [`conversion`] makes the result and a report,
//! which an editor reads before she fetches the result. Nothing here changes content.

pub mod bundle;
mod check;
pub mod command;
pub mod conversion;
mod download;
mod export;
mod form_data;
mod import;
mod page;
pub mod places;
mod report;
pub mod texts;
mod upload;
mod words;
mod work;
pub mod workbook;

use domain::access::Ability;

use crate::access::{Need, Routes};
use conversion::Conversion;
pub(crate) use conversion::{SOURCE, SPREADSHEET, not_written};
pub(crate) use download::{file, today};
pub use export::KIND as EXPORT;
pub(crate) use form_data::{FormData, Sheet, read as read_form_data};
pub use import::KIND as IMPORT;
pub(crate) use upload::Arriving;
pub(crate) use words::{advice as finding_advice, kind as finding_words, refused};
pub(crate) use work::apart;

/// Adds the routes of data conversions.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    const NEED: Need = Need::Ability(Ability::ConvertData);
    routes
        .get("/data", NEED, page::show)
        .get("/data/check", NEED, check::show)
        .get("/data/conversions/{id}", NEED, report::show)
        .get("/data/conversions/{id}/file", NEED, report::file)
        .post("/data/export", NEED, export::begin)
        .get("/data/generate-content-sheet", NEED, download::content_sheet)
        .get("/data/generate-content-ts", NEED, download::content_bundle)
        .get("/data/generate-countries-sheet", NEED, download::countries)
        .get("/data/generate-provinces-sheet", NEED, download::provinces)
        .get("/data/generate-cms-translations-sheet", NEED, download::cms_texts);
    for conversion in Conversion::ALL {
        routes.post(conversion.path(), NEED, move |request, payload, frame, editor, cms| {
            upload::upload(conversion, request, payload, frame, editor, cms)
        });
    }
}
