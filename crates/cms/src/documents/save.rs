//! Saving a text: asked for first, since phones get it at once.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use db::content::legal_text_version::{self as version, Appended, NO_VERSION, Version};
use db::drafting;
use db::editing::{self, Item};
use domain::document::{self, Block, Mistake};
use serde_json::Value;
use server::clock;
use server::error::Error;

use super::edit::{EditPage, mistake_key};
use super::{Document, read, time, versions};
use crate::content::{Change, Piece, needs_no_second, word_diff};
use crate::drafts::{self, Sent, Subject, blocks};
use crate::form::Submitted;
use crate::pages::{self, Call, Flash, Frame};

/// Asks before a version goes out, or shows what somebody else has saved meanwhile.
#[derive(Template)]
#[template(path = "documents/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    document: &'static Document,
    lang: &'static str,
    base: String,
    /// The version of the draft that is to go out; empty where it is none.
    draft: String,
    /// The blocks, to send along.
    blocks: Vec<Block>,
    /// The version that comes back, where one does.
    restored: String,
    pieces: Vec<Piece>,
    /// Where somebody has saved meanwhile: who and when, and her text.
    conflict: Option<Theirs>,
}

struct Theirs {
    editor: String,
    time: String,
    text: String,
    mine: String,
}

/// What is to be saved.
struct Wanted {
    json_dump: String,
    blocks: Vec<Block>,
    /// The key of the version that comes back.
    restored: Option<i32>,
}

/// `POST {path}`: adds a version; where a second person has to publish, a form makes a draft of
/// it. `base` is the mark of the version that the editor began with; without one (programs) it is
/// added to whatever is there. A browser is asked first, and sends `confirmed` then. `restore`
/// names an earlier version to come back as it was.
pub(super) async fn submit(
    document: &'static Document,
    call: Call,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let page = call.wants_page();
    if !page {
        needs_no_second(&call.cms)?;
    }
    let base = submitted.get("base").map(str::to_owned);
    let wanted = match wanted(document, &call, &submitted).await? {
        Ok(wanted) => wanted,
        Err(mistake) if page => {
            let blocks = read::blocks(&submitted)?.unwrap_or_default();
            let item = own(document, &call)?;
            let edit = EditPage::of(document, call, &item, Some(blocks), None).await?;
            return pages::html_with(
                StatusCode::BAD_REQUEST,
                &edit.with_error(mistake_key(mistake)),
            );
        }
        Err(mistake) => return Err(Error::bad(mistake.message())),
    };
    if call.cms.settings.four_eyes {
        // It is a draft, which somebody else has to publish.
        let (item, sent) = (own(document, &call)?, Sent::Blocks(Some(wanted.blocks)));
        return drafts::keep(Subject::Document(document), call, item, sent, submitted, true).await;
    }
    if page && !submitted.flag("confirmed") {
        return ask(document, call, base.as_deref(), wanted).await;
    }
    let (legal, author) = (document.text, call.editor.author());
    let lang = call.editor.language.code();
    let (json_dump, expected, now) = (wanted.json_dump.clone(), base, clock::now());
    let appended = call
        .cms
        .db
        .run(move |connection| {
            Ok(version::append(
                connection,
                &author,
                legal,
                lang,
                expected.as_deref(),
                &json_dump,
                now,
            )?)
        })
        .await?;
    match appended {
        Appended::Done(id) => {
            let row = versions::find(document, &call, id).await?;
            let flash = Flash::success(call.frame.t("documents-saved"));
            let next = format!("{}#version-{id}", document.page);
            call.done(flash, &next, &versions::json(&row, lang))
        }
        Appended::Conflict(theirs) if page => {
            let confirm =
                ConfirmPage::new(call.frame, document, lang, theirs.as_ref(), wanted, true);
            pages::html_with(StatusCode::CONFLICT, &confirm)
        }
        Appended::Conflict(_) => {
            Err(Error::Conflict("somebody else has saved a version meanwhile"))
        }
    }
}

async fn wanted(
    document: &'static Document,
    call: &Call,
    submitted: &Submitted,
) -> Result<Result<Wanted, Mistake>, Error> {
    if let Some(id) = submitted.get("restore").filter(|id| !id.is_empty()) {
        let id = id.parse().map_err(|_| versions::NOTHING)?;
        let version = versions::find(document, call, id).await?;
        return Ok(Ok(Wanted {
            blocks: document::read(&version.json_dump).into_blocks(),
            json_dump: version.json_dump,
            restored: Some(id),
        }));
    }
    let blocks = read::blocks(submitted)?.ok_or_else(|| Error::bad("json_dump is missing"))?;
    Ok(document::check(&blocks).map(|blocks| Wanted {
        json_dump: document::write(&blocks),
        blocks,
        restored: None,
    }))
}

/// Shows what would change. Where somebody else has saved meanwhile it says so instead, and
/// where nothing would change there is nothing to ask.
async fn ask(
    document: &'static Document,
    call: Call,
    base: Option<&str>,
    wanted: Wanted,
) -> Result<HttpResponse, Error> {
    let (text, lang) = (document.text, call.editor.language.code());
    let newest = call.cms.db.run(move |connection| Ok(version::newest(connection, text, lang)?));
    let newest = newest.await?;
    let present = document::read(newest.as_ref().map_or("", |newest| &newest.json_dump));
    let same = newest.is_some() && present == document::read(&wanted.json_dump);
    if same {
        let flash = Flash::notice(call.frame.t("documents-unchanged"));
        return call.done(flash, document.page, &Value::Null);
    }
    let conflict = base.is_some_and(|base| mark(newest.as_ref()) != base);
    let page = ConfirmPage::new(call.frame, document, lang, newest.as_ref(), wanted, conflict);
    pages::html_with(if conflict { StatusCode::CONFLICT } else { StatusCode::OK }, &page)
}

/// Asks before the draft of a text goes out, with what changes. Nothing is asked where it cannot
/// go out: that is told then.
///
/// # Errors
///
/// Those of the page.
pub(crate) async fn confirm(
    document: &'static Document,
    call: &Call,
    item: &Item,
) -> Result<Option<HttpResponse>, Error> {
    let (text, lang, wanted) = (document.text, call.editor.language.code(), item.clone());
    let found = call.cms.db.run(move |connection| {
        let newest = version::newest(connection, text, lang)?;
        let row = editing::image(connection, &wanted)?.map(|row| row.version);
        Ok((newest, row, drafting::find(connection, &wanted)?))
    });
    let (newest, row, Some(draft)) = found.await? else { return Ok(None) };
    let alone = call.cms.settings.four_eyes && draft.editor_id == Some(call.editor.id);
    let behind = row.is_some() && draft.base_version != row;
    let checked = document::check(&blocks(&draft.values()));
    let (false, false, Ok(blocks)) = (alone, behind, checked) else { return Ok(None) };
    let wanted = Wanted { json_dump: document::write(&blocks), blocks, restored: None };
    let mut page =
        ConfirmPage::new(call.frame.clone(), document, lang, newest.as_ref(), wanted, false);
    page.draft = draft.version.to_string();
    pages::html(&page).map(Some)
}

/// The text of the language that is worked in.
pub(super) fn own(document: &Document, call: &Call) -> Result<Item, Error> {
    Item::new(document.text.table_name(), call.editor.language.code()).ok_or(versions::NOTHING)
}

fn mark(version: Option<&Version>) -> String {
    version.map_or_else(|| NO_VERSION.to_owned(), Version::mark)
}

impl ConfirmPage {
    fn new(
        frame: Frame,
        document: &'static Document,
        lang: &'static str,
        newest: Option<&Version>,
        wanted: Wanted,
        is_conflict: bool,
    ) -> ConfirmPage {
        let stored = document::read(newest.map_or("", |newest| &newest.json_dump));
        let before = document::as_text(&stored.into_blocks());
        let after = document::as_text(&wanted.blocks);
        let theirs = || Theirs {
            editor: newest.and_then(|newest| newest.editor_name.clone()).unwrap_or_default(),
            time: time(&frame, newest.and_then(|newest| newest.timestamp.0)),
            text: before.clone(),
            mine: after.clone(),
        };
        ConfirmPage {
            conflict: is_conflict.then(theirs),
            // Whoever confirms has seen this version.
            base: mark(newest),
            draft: String::new(),
            pieces: word_diff(&before, &after),
            restored: wanted.restored.map(|id| id.to_string()).unwrap_or_default(),
            blocks: wanted.blocks,
            frame,
            document,
            lang,
        }
    }
}
