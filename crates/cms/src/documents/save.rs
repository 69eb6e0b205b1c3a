//! Saving a text: asked for first, since phones get it at once.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::content::legal_text_version::{self as version, Appended, NO_VERSION, Version};
use domain::document::{self, Block, Mistake};
use server::error::Error;
use server::{answer, clock};

use super::edit::EditPage;
use super::{Document, read, time, versions};
use crate::access::Editor;
use crate::content::{Change, Piece, word_diff};
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// Asks before a version goes out, or shows what somebody else has saved meanwhile.
#[derive(Template)]
#[template(path = "documents/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    document: &'static Document,
    lang: &'static str,
    base: String,
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

/// `POST {path}`: adds a version. `base` is the mark of the version that the editor began with;
/// without one (programs) it is added to whatever is there. A browser is asked first, and sends
/// `confirmed` then. `restore` names an earlier version to come back as it was.
pub(super) async fn submit(
    document: &'static Document,
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let page = wants_page(&request);
    let base = submitted.get("base").map(str::to_owned);
    let wanted = match wanted(document, &editor, &cms, &submitted).await? {
        Ok(wanted) => wanted,
        Err(mistake) if page => {
            let blocks = read::blocks(&submitted)?.unwrap_or_default();
            let key = match mistake {
                Mistake::Empty => "documents-empty-error",
                Mistake::TooManyBlocks => "documents-too-many-error",
            };
            let base = base.unwrap_or_default();
            let edit = EditPage::new(frame, document, &base, &blocks, None).with_error(key);
            return pages::html_with(StatusCode::BAD_REQUEST, &edit);
        }
        Err(mistake) => return Err(Error::bad(mistake.message())),
    };
    if page && !submitted.flag("confirmed") {
        return ask(document, frame, session, editor, &cms, base.as_deref(), wanted).await;
    }
    let (text, author, lang) = (document.text, editor.author(), editor.language.code());
    let (json_dump, expected, now) = (wanted.json_dump.clone(), base, clock::now());
    let appended = cms
        .db
        .run(move |connection| {
            Ok(version::append(
                connection,
                &author,
                text,
                lang,
                expected.as_deref(),
                &json_dump,
                now,
            )?)
        })
        .await?;
    match appended {
        Appended::Done(id) if page => {
            Flash::success(frame.t("documents-saved")).keep(&session)?;
            Ok(pages::see_other(&format!("{}#version-{id}", document.page)))
        }
        Appended::Done(id) => {
            let row = versions::find(document, &editor, &cms, id).await?;
            Ok(answer::ok(&versions::json(&row, lang)))
        }
        Appended::Conflict(theirs) if page => {
            let confirm = ConfirmPage::new(frame, document, lang, theirs.as_ref(), wanted, true);
            pages::html_with(StatusCode::CONFLICT, &confirm)
        }
        Appended::Conflict(_) => {
            Err(Error::Conflict("somebody else has saved a version meanwhile"))
        }
    }
}

async fn wanted(
    document: &'static Document,
    editor: &Editor,
    cms: &Cms,
    submitted: &Submitted,
) -> Result<Result<Wanted, Mistake>, Error> {
    if let Some(id) = submitted.get("restore").filter(|id| !id.is_empty()) {
        let id = id.parse().map_err(|_| versions::NOTHING)?;
        let version = versions::find(document, editor, cms, id).await?;
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
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: &Cms,
    base: Option<&str>,
    wanted: Wanted,
) -> Result<HttpResponse, Error> {
    let (text, lang) = (document.text, editor.language.code());
    let newest = cms.db.run(move |connection| Ok(version::newest(connection, text, lang)?)).await?;
    let present = document::read(newest.as_ref().map_or("", |newest| &newest.json_dump));
    let same = newest.is_some() && present == document::read(&wanted.json_dump);
    if same {
        Flash::notice(frame.t("documents-unchanged")).keep(&session)?;
        return Ok(pages::see_other(document.page));
    }
    let conflict = base.is_some_and(|base| mark(newest.as_ref()) != base);
    let page = ConfirmPage::new(frame, document, lang, newest.as_ref(), wanted, conflict);
    pages::html_with(if conflict { StatusCode::CONFLICT } else { StatusCode::OK }, &page)
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
            pieces: word_diff(&before, &after),
            restored: wanted.restored.map(|id| id.to_string()).unwrap_or_default(),
            blocks: wanted.blocks,
            frame,
            document,
            lang,
        }
    }
}
