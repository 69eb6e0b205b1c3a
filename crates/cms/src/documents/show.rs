//! The page of a text: what phones get now, and the versions before it.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpResponse, web};
use askama::Template;
use db::audit::{self, Act};
use db::content::about_banner;
use db::content::legal_text_version::{self as version, LegalText, Version};
use domain::document::{self, Block, Stored};
use server::error::Error;
use server::query::Query;

use super::versions::NOTHING;
use super::{Document, time};
use crate::access::Editor;
use crate::pages::{self, Frame, Pager};
use crate::state::Cms;

const PER_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "documents/show.html")]
struct DocumentPage {
    frame: Frame,
    document: &'static Document,
    lang: &'static str,
    /// Whether there is a version at all.
    exists: bool,
    blocks: Vec<Block>,
    /// A text that is no list of blocks, as it is stored.
    odd: String,
    saved: String,
    versions: Vec<Row>,
    pager: Pager,
    is_about: bool,
    banner: Option<BannerView>,
}

struct Row {
    id: i32,
    time: String,
    editor: String,
    is_newest: bool,
}

struct BannerView {
    id: i32,
    /// A data URL, or an address of the original's that the page's policy does not load.
    image: String,
    time: String,
}

/// `GET {page}`
pub(super) async fn page(
    document: &'static Document,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (text, lang) = (document.text, editor.language.code());
    let is_about = text == LegalText::About;
    let wanted: i64 = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let address = frame.address.clone();
    let (newest, versions, banner, pager) = cms
        .db
        .run(move |connection| {
            let newest = version::newest(connection, text, lang)?;
            let total = newest.as_ref().map_or(0, |newest| newest.total);
            let pager = Pager::new(total, PER_PAGE, wanted, &address);
            let offset = pager.offset(PER_PAGE);
            let versions = version::list(connection, text, lang, PER_PAGE, offset)?;
            let banner = if is_about { about_banner::of_language(connection, lang)? } else { None };
            Ok((newest, versions, banner, pager))
        })
        .await?;
    let stored = document::read(newest.as_ref().map_or("", |newest| &newest.json_dump));
    let (blocks, odd) = match stored {
        Stored::Blocks(blocks) => (blocks, String::new()),
        Stored::Odd(text) => (Vec::new(), text),
    };
    let newest_id = newest.as_ref().map(|newest| newest.id);
    let row = |version: Version| Row {
        id: version.id,
        time: time(&frame, version.timestamp.0),
        editor: version.editor_name.unwrap_or_default(),
        is_newest: Some(version.id) == newest_id,
    };
    pages::html(&DocumentPage {
        exists: newest.is_some(),
        saved: newest.map(|newest| super::versions::named(&frame, &newest)).unwrap_or_default(),
        versions: versions.into_iter().map(row).collect(),
        banner: banner.map(|(id, banner)| BannerView {
            id,
            image: banner.image,
            time: time(&frame, banner.timestamp.0),
        }),
        blocks,
        odd,
        frame,
        document,
        lang,
        pager,
        is_about,
    })
}

/// `GET {page}/export`: the newest version as a file, in the form in which it is stored.
pub(super) async fn export(
    document: &'static Document,
    editor: Editor,
    cms: web::Data<Cms>,
) -> Result<HttpResponse, Error> {
    let (text, lang, author) = (document.text, editor.language.code(), editor.author());
    let newest = cms
        .db
        .run(move |connection| {
            let newest = version::newest(connection, text, lang)?;
            let item = format!("{} {lang}", text.table_name());
            let entry =
                audit::Entry { author: &author, act: Act::Exported, item: &item, detail: "json" };
            audit::record(connection, &entry)?;
            Ok(newest)
        })
        .await?
        .ok_or(NOTHING)?;
    let name = format!("{}-{lang}.json", document.path.trim_start_matches('/'));
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(newest.json_dump))
}
