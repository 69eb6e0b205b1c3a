//! Content and reference data as files.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{HttpResponse, web};
use db::audit::{Act, Entry};
use domain::calendar::Day;
use domain::exchange::content::Content;
use domain::language::Language;
use server::error::Error;
use server::query::Query;

use super::conversion::{JSON, SOURCE, SPREADSHEET, not_written};
use super::places::List;
use super::{bundle, places, texts, work, workbook};
use crate::access::Editor;
use crate::state::Cms;

/// What the audit log calls an export.
pub(super) const WORKBOOK: &str = "content workbook";
/// See [`WORKBOOK`].
pub(super) const BUNDLE: &str = "content for the app";
/// See [`WORKBOOK`].
pub(super) const LIVE_BUNDLE: &str = "live content for the app";

/// `GET /data/generate-content-sheet?lang=`: all texts of the working language, or of another
/// one that she may work in, as a workbook.
pub(super) async fn content_sheet(
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let lang = language(&editor, &query)?.code();
    let content = load(&cms, &editor, lang, WORKBOOK).await?;
    let bytes =
        work::apart(move || workbook::write(&content).map_err(|error| not_written(&error))).await?;
    Ok(file(&format!("content-{lang}-{}.xlsx", today()), SPREADSHEET, bytes))
}

/// `GET /data/generate-content-ts?live=true&format=json&lang=`: the content that is built into
/// the app; all of it, or what is live.
pub(super) async fn content_bundle(
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let lang = language(&editor, &query)?.code();
    let only_live = query.get("live") == Some("true");
    let as_json = query.get("format") == Some("json");
    let what = if only_live { LIVE_BUNDLE } else { BUNDLE };
    let mut content = load(&cms, &editor, lang, what).await?;
    if only_live {
        content = content.live();
    }
    let name = format!("content-{lang}-{}", today());
    let text = work::apart(
        move || {
            if as_json { bundle::json(&content) } else { bundle::source(&content) }
        },
    );
    let (ending, media_type) = if as_json { ("json", JSON) } else { ("ts", SOURCE) };
    Ok(file(&format!("{name}.{ending}"), media_type, text.await?.into_bytes()))
}

/// `GET /data/generate-countries-sheet`
pub(super) async fn countries(editor: Editor, cms: web::Data<Cms>) -> Result<HttpResponse, Error> {
    place_list(&cms, &editor, List::Countries).await
}

/// `GET /data/generate-provinces-sheet`
pub(super) async fn provinces(editor: Editor, cms: web::Data<Cms>) -> Result<HttpResponse, Error> {
    place_list(&cms, &editor, List::Provinces).await
}

async fn place_list(cms: &Cms, editor: &Editor, list: List) -> Result<HttpResponse, Error> {
    record(cms, editor, list.name()).await?;
    let bytes = places::write(list).map_err(|error| not_written(&error))?;
    Ok(file(&format!("{}.xlsx", list.name()), SPREADSHEET, bytes))
}

/// `GET /data/generate-cms-translations-sheet?lang=`: the texts of these pages in English, and
/// in the given language where it is ours.
pub(super) async fn cms_texts(
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    record(&cms, &editor, "texts of the cms").await?;
    let to = match query.get("lang") {
        Some(code) => Language::from_code(code),
        None => Some(editor.language),
    };
    let to = to.filter(|language| *language != Language::English);
    let bytes = texts::cms_workbook(Language::English, to).map_err(|error| not_written(&error))?;
    let code = to.map_or("new", Language::code);
    Ok(file(&format!("cms-translations-{code}.xlsx"), SPREADSHEET, bytes))
}

/// The language that is asked for, or else the one she works in.
fn language(editor: &Editor, query: &Query) -> Result<Language, Error> {
    let Some(code) = query.get("lang") else { return Ok(editor.language) };
    Language::from_code(code)
        .filter(|language| editor.languages.contains(language))
        .ok_or(Error::NotFound("no such language among yours"))
}

/// The content of a language, which the audit log then says.
async fn load(
    cms: &Cms,
    editor: &Editor,
    lang: &'static str,
    what: &'static str,
) -> Result<Content, Error> {
    let author = editor.author();
    let content = cms.db.run(move |connection| {
        let content = db::exchange::content::load(connection, lang)?;
        let entry = Entry { author: &author, act: Act::Exported, item: what, detail: lang };
        db::audit::record(connection, &entry)?;
        Ok(content)
    });
    Ok(content.await?)
}

/// Says in the audit log that something was downloaded.
async fn record(cms: &Cms, editor: &Editor, what: &'static str) -> Result<(), Error> {
    let author = editor.author();
    let recorded = cms.db.run(move |connection| {
        let entry = Entry { author: &author, act: Act::Exported, item: what, detail: "" };
        Ok(db::audit::record(connection, &entry)?)
    });
    Ok(recorded.await?)
}

/// A file to download. `name` holds nothing that would need quoting.
pub(crate) fn file(name: &str, media_type: &str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes)
}

/// The date in Nepal, as ISO 8601.
pub(crate) fn today() -> String {
    Day::in_nepal(server::clock::now()).to_iso()
}
