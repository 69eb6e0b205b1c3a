//! Versions of a text: looking at one, comparing it, taking it away; and all of them as JSON.

use actix_web::HttpResponse;
use askama::Template;
use db::content::legal_text_version::{self as version, Version};
use db::editing::{self, Changed, Deleted, Item};
use domain::document::{self, Block, Stored};
use serde::Serialize;
use serde_json::json;
use server::answer;
use server::error::Error;
use server::query::Query;

use super::{Document, read, time};
use crate::content::{Change, Piece, needs_no_second, word_diff};
use crate::form::Submitted;
use crate::pages::{self, Call, Flash, Frame};

/// There is no such version, or it belongs to another language.
pub(super) const NOTHING: Error = Error::NotFound("there is no such version in this language");

/// Most versions to choose from for comparing.
const MOST: i64 = 200;

#[derive(Template)]
#[template(path = "documents/version.html")]
struct VersionPage {
    frame: Frame,
    document: &'static Document,
    lang: &'static str,
    id: i32,
    editor: String,
    time: String,
    blocks: Vec<Block>,
    /// A text that is no list of blocks, as it is stored.
    odd: String,
    is_newest: bool,
    is_only: bool,
    /// The mark of the newest version, for bringing this one back.
    base: String,
    /// Whether bringing it back takes a second person.
    four_eyes: bool,
    others: Vec<(i32, String)>,
    with: i32,
    pieces: Vec<Piece>,
}

/// `GET {page}/versions/{id}`: one version, compared with the version `with`; at first with the
/// one before it.
pub(super) async fn page(
    document: &'static Document,
    call: Call,
    id: String,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (id, _) = key(document, &id)?;
    let (text, lang) = (document.text, call.editor.language.code());
    let (shown, all) = call
        .cms
        .db
        .run(move |connection| {
            let shown = version::find(connection, text, id, lang)?;
            Ok((shown, version::list(connection, text, lang, MOST, 0)?))
        })
        .await?;
    let shown = shown.ok_or(NOTHING)?;
    let asked: Option<i32> = query.get("with").and_then(|with| with.parse().ok());
    let other = match asked {
        Some(asked) => all.iter().find(|version| version.id == asked),
        None => all.iter().find(|version| version.id < id),
    };
    let stored = document::read(&shown.json_dump);
    let (blocks, odd) = match &stored {
        Stored::Blocks(blocks) => (blocks.clone(), String::new()),
        Stored::Odd(text) => (Vec::new(), text.clone()),
    };
    let as_text = |stored: Stored| document::as_text(&stored.into_blocks());
    let pieces = other.map(|other| {
        let (one, two) = (as_text(document::read(&other.json_dump)), as_text(stored.clone()));
        // The earlier one is what it was before.
        if other.id < id { word_diff(&one, &two) } else { word_diff(&two, &one) }
    });
    let four_eyes = call.cms.settings.four_eyes;
    let frame = call.frame;
    let others = all
        .iter()
        .filter(|version| version.id != id)
        .map(|version| (version.id, named(&frame, version)))
        .collect();
    pages::html(&VersionPage {
        id,
        editor: shown.editor_name.clone().unwrap_or_default(),
        time: time(&frame, shown.timestamp.0),
        is_newest: all.first().is_some_and(|newest| newest.id == id),
        is_only: all.len() == 1,
        base: all.first().map(Version::mark).unwrap_or_default(),
        with: other.map_or(0, |other| other.id),
        pieces: pieces.unwrap_or_default(),
        four_eyes,
        others,
        blocks,
        odd,
        frame,
        document,
        lang,
    })
}

impl VersionPage {
    /// What taking the version away leads to.
    fn delete_text(&self) -> std::borrow::Cow<'static, str> {
        self.frame.t(match (self.is_only, self.is_newest) {
            (true, _) => "documents-delete-only",
            (false, true) => "documents-delete-newest",
            (false, false) => "documents-delete-older",
        })
    }
}

/// What a version is called: when it was saved, and by whom.
pub(super) fn named(frame: &Frame, version: &Version) -> String {
    let time = time(frame, version.timestamp.0);
    match &version.editor_name {
        Some(editor) => format!("{time} · {editor}"),
        None => time,
    }
}

/// A version as the original answers it.
#[derive(Serialize)]
pub(super) struct VersionOut {
    id: i32,
    json_dump: String,
    /// ISO 8601 in UTC; null for what is beyond all dates.
    timestamp: Option<String>,
    lang: &'static str,
}

pub(super) fn json(version: &Version, lang: &'static str) -> VersionOut {
    VersionOut {
        id: version.id,
        json_dump: version.json_dump.clone(),
        timestamp: version.timestamp.0.map(domain::moment::Moment::to_iso),
        lang,
    }
}

/// `GET {path}`: every version of the editor's language, newest first.
pub(super) async fn all(document: &'static Document, call: Call) -> Result<HttpResponse, Error> {
    let (text, lang) = (document.text, call.editor.language.code());
    let all = call
        .cms
        .db
        .run(move |connection| Ok(version::list(connection, text, lang, i64::MAX, 0)?))
        .await?;
    Ok(answer::ok(&all.iter().map(|version| json(version, lang)).collect::<Vec<_>>()))
}

/// `GET {path}/{id}`: one version.
pub(super) async fn one(
    document: &'static Document,
    call: Call,
    id: String,
) -> Result<HttpResponse, Error> {
    let (id, _) = key(document, &id)?;
    let version = find(document, &call, id).await?;
    Ok(answer::ok(&json(&version, call.editor.language.code())))
}

/// `PUT {path}/{id}`: changes what is stored of one version, for programs; pages add versions.
pub(super) async fn change(
    document: &'static Document,
    call: Call,
    id: String,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    needs_no_second(&call.cms)?;
    let (id, item) = key(document, &id)?;
    let blocks = read::blocks(&submitted)?.ok_or_else(|| Error::bad("json_dump is missing"))?;
    let blocks = document::check(&blocks).map_err(|mistake| Error::bad(mistake.message()))?;
    let row = json!({ "json_dump": document::write(&blocks) }).to_string();
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let version = submitted.get("version").map(str::to_owned);
    let changed = call
        .cms
        .db
        .run(move |connection| {
            let expected = version.as_deref();
            Ok(editing::update(connection, &author, &item, lang, expected, |connection| {
                editing::update_row(connection, &item, &row)
            })?)
        })
        .await?;
    match changed {
        Changed::Done(_) => {
            let version = find(document, &call, id).await?;
            Ok(answer::ok(&json(&version, lang)))
        }
        Changed::Missing => Err(NOTHING),
        Changed::Conflict(_) => {
            Err(Error::Conflict("somebody else has changed this version meanwhile"))
        }
    }
}

/// `DELETE {path}/{id}` and, from forms, `POST {path}/{id}/delete`: to the trash. Phones get
/// the version before it, if it was the newest.
pub(super) async fn delete(
    document: &'static Document,
    call: Call,
    id: String,
) -> Result<HttpResponse, Error> {
    let (id, item) = key(document, &id)?;
    let version = find(document, &call, id).await?;
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let deleted = call
        .cms
        .db
        .run(move |connection| Ok(editing::delete(connection, &author, &[item], lang, None)?))
        .await?;
    let Deleted::Done { change_set, .. } = deleted else { return Err(NOTHING) };
    let flash = Flash::success(call.frame.t("documents-deleted"))
        .with_action(call.frame.t("content-undo"), format!("/trash/{change_set}/undo"));
    call.done(flash, document.page, &json(&version, lang))
}

/// The version with the key `id` in the editor's language.
pub(super) async fn find(document: &Document, call: &Call, id: i32) -> Result<Version, Error> {
    let (text, lang) = (document.text, call.editor.language.code());
    let found =
        call.cms.db.run(move |connection| Ok(version::find(connection, text, id, lang)?)).await?;
    found.ok_or(NOTHING)
}

fn key(document: &Document, id: &str) -> Result<(i32, Item), Error> {
    let id: i32 = id.trim().parse().map_err(|_| NOTHING)?;
    Ok((id, document.text.item(id).ok_or(NOTHING)?))
}
