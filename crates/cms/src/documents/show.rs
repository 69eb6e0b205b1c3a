//! The page of a text: what phones get now, and the versions before it.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use askama::Template;
use db::audit::{self, Act};
use db::content::about_banner;
use db::content::legal_text_version::{self as version, LegalText, Version};
use db::editing::Item;
use domain::content::as_text;
use domain::document::{self, Block, Stored};
use server::error::Error;
use server::query::Query;

use super::versions::NOTHING;
use super::{BANNER, Document, time};
use crate::content::ChoiceSet;
use crate::drafts::{Desk, DraftStatus, Place, Status, Subject};
use crate::pages::{self, Call, Frame, Pager};
use crate::releases;

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
    /// What is being written of the text.
    under_way: Option<DraftStatus>,
    /// Whether somebody else has to publish a picture.
    four_eyes: bool,
    /// The picture that waits to be published.
    waiting: Option<String>,
    /// Where that stands, and what can be done with it.
    status: Status,
    kind: Place,
    id: &'static str,
    releases: Option<releases::Panel>,
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
    call: Call,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (text, language, reader) = (document.text, call.editor.language, call.editor.id);
    let (lang, interface) = (language.code(), call.frame.language);
    let is_about = text == LegalText::About;
    let wanted: i64 = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let address = call.frame.address.clone();
    let own = Item::new(text.table_name(), lang).ok_or(NOTHING)?;
    let picture = Item::new(BANNER.table, lang).ok_or(NOTHING)?;
    let (newest, versions, banner, pager, desk, picture) = call
        .cms
        .db
        .run(move |connection| {
            let newest = version::newest(connection, text, lang)?;
            let total = newest.as_ref().map_or(0, |newest| newest.total);
            let pager = Pager::new(total, PER_PAGE, wanted, &address);
            let offset = pager.offset(PER_PAGE);
            let versions = version::list(connection, text, lang, PER_PAGE, offset)?;
            let banner = if is_about { about_banner::of_language(connection, lang)? } else { None };
            let mut desk = |item: &Item| Desk::load(connection, item, reader, language, interface);
            let picture = if is_about { desk(&picture)? } else { Desk::empty() };
            Ok((newest, versions, banner, pager, desk(&own)?, picture))
        })
        .await?;
    let (choices, four_eyes) = (ChoiceSet::default(), call.cms.settings.four_eyes);
    let standing = |desk: &Desk, subject: Subject| {
        desk.standing(subject, &call.frame, &choices, &call.editor, four_eyes)
    };
    let under_way = standing(&desk, Subject::Document(document)).status.draft;
    let status = standing(&picture, Subject::Banner).status;
    let waiting = picture.draft.as_ref().map(|draft| as_text(draft.values().get("image")));
    let frame = call.frame;
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
        under_way,
        kind: BANNER,
        id: lang,
        releases: picture.releases,
        waiting,
        status,
        four_eyes,
        frame,
        document,
        lang,
        pager,
        is_about,
    })
}

/// `GET {page}/export`: the newest version as a file, in the form in which it is stored.
pub(super) async fn export(document: &'static Document, call: Call) -> Result<HttpResponse, Error> {
    let (text, lang, author) = (document.text, call.editor.language.code(), call.editor.author());
    let newest = call
        .cms
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
