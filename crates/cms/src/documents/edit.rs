//! The block editor.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use db::content::legal_text_version as version;
use db::editing::Item;
use db::presence::Present;
use domain::content::{Values, as_text};
use domain::document::{self, Block, Kind};
use server::error::Error;
use server::query::Query;

use super::save::own;
use super::{Document, read};
use crate::address::safe_return;
use crate::content::{Change, ChoiceSet, Piece, word_diff};
use crate::drafts::{self, Again, Desk, Place, Status, Subject, Wrong};
use crate::form::Submitted;
use crate::pages::{self, Call, Frame};
use crate::releases;

/// One block of the form.
pub(super) struct BlockView {
    pub at: usize,
    pub number: String,
    pub is_heading: bool,
    pub content: String,
    pub rows: usize,
    pub has_focus: bool,
    pub is_last: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "documents/edit.html")]
pub(super) struct EditPage {
    frame: Frame,
    document: &'static Document,
    lang: &'static str,
    kind: Place,
    id: Option<String>,
    /// Version of what phones get, as the editor has seen it.
    version: String,
    /// Version of the draft, as she has seen it; empty where there is none.
    draft: String,
    status: Status,
    /// When the draft is to be published, and with what.
    releases: Option<releases::Panel>,
    /// What the draft changes in the app.
    changes: Vec<(String, Vec<Piece>)>,
    /// What was changed in the app since the draft was begun.
    meanwhile: Vec<(String, Vec<Piece>)>,
    /// Who else has it open.
    present: Vec<Present>,
    back: String,
    action: String,
    blocks: Vec<BlockView>,
    error: String,
    /// What somebody else has saved, with what was typed laid over it.
    conflict: Option<Vec<Piece>>,
    /// Whether what is shown is kept nowhere.
    is_unsent: bool,
    /// Whether the stored text is none that this editor makes.
    is_odd: bool,
}

impl EditPage {
    /// Of `item`, the text of a language, with `blocks`, or else what is stored of it: its draft
    /// or what phones get.
    pub(super) async fn of(
        document: &'static Document,
        call: Call,
        item: &Item,
        blocks: Option<Vec<Block>>,
        focus: Option<usize>,
    ) -> Result<EditPage, Error> {
        let (language, reader) = (call.editor.language, call.editor.id);
        let (interface, wanted) = (call.frame.language, item.clone());
        let desk = call.cms.db.run(move |connection| {
            Ok(Desk::load(connection, &wanted, reader, language, interface)?)
        });
        let desk = desk.await?;
        let (choices, four_eyes) = (ChoiceSet::default(), call.cms.settings.four_eyes);
        let subject = Subject::Document(document);
        let standing = desk.standing(subject, &call.frame, &choices, &call.editor, four_eyes);
        let stored = desk.values().unwrap_or_default();
        let stored = document::read(&as_text(stored.get("json_dump")));
        let is_odd = blocks.is_none() && matches!(stored, document::Stored::Odd(_));
        let is_unsent = blocks.is_some();
        let mut blocks = blocks.unwrap_or_else(|| stored.into_blocks());
        if blocks.is_empty() {
            blocks.push(Block { kind: Kind::Heading, content: String::new() });
        }
        let frame = call.frame;
        let view = |(at, block): (usize, &Block)| BlockView {
            at,
            number: frame.number(&(at + 1)),
            is_heading: block.kind == Kind::Heading,
            content: block.content.clone(),
            rows: rows(block),
            has_focus: focus == Some(at),
            is_last: at + 1 == blocks.len(),
        };
        Ok(EditPage {
            lang: language.code(),
            kind: subject.place(),
            id: Some(item.id().to_owned()),
            version: standing.version,
            draft: standing.draft,
            status: standing.status,
            releases: desk.releases,
            changes: standing.changes,
            meanwhile: standing.meanwhile,
            present: desk.present,
            back: document.page.to_owned(),
            action: format!("{}/{}/draft", document.path, item.id()),
            blocks: blocks.iter().enumerate().map(view).collect(),
            error: String::new(),
            conflict: None,
            is_odd,
            is_unsent,
            frame,
            document,
        })
    }

    /// With what is wrong.
    pub(super) fn with_error(mut self, key: &str) -> EditPage {
        self.error = self.frame.t(key).into_owned();
        self
    }

    /// With the versions that the form has seen.
    fn seen_by(mut self, submitted: &Submitted) -> EditPage {
        if let Some(version) = submitted.get("version") {
            version.clone_into(&mut self.version);
        }
        if let Some(draft) = submitted.get("draft") {
            draft.clone_into(&mut self.draft);
        }
        if let Some(back) = safe_return(submitted.get("return")) {
            back.clone_into(&mut self.back);
        }
        self
    }
}

/// The key of what a page says about a mistake.
pub(crate) fn mistake_key(mistake: document::Mistake) -> &'static str {
    match mistake {
        document::Mistake::Empty => "documents-empty-error",
        document::Mistake::TooManyBlocks => "documents-too-many-error",
    }
}

/// The page again with `values`, which are not stored or not published as they are.
pub(crate) async fn again(
    document: &'static Document,
    call: Call,
    item: &Item,
    values: &Values,
    again: Again,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mine = drafts::blocks(values);
    let plain = document::as_text(&mine);
    let over = |theirs: &Values| word_diff(&document::as_text(&drafts::blocks(theirs)), &plain);
    let mut page = EditPage::of(document, call, item, Some(mine), None).await?;
    page.is_unsent = false;
    match again {
        Again::Wrong(Wrong::Document(mistake)) => page = page.with_error(mistake_key(mistake)),
        Again::Wrong(_) | Again::Answered => {}
        Again::OverDraft(version, theirs) => {
            page.conflict = Some(over(&theirs));
            page.draft = version.to_string();
        }
        Again::OverRow(row) => {
            page.conflict = Some(over(&row.values()));
            page.version = row.version;
        }
    }
    page.is_unsent = page.conflict.is_some();
    pages::html_with(status, &page)
}

/// About as many lines as the text takes; browsers that can make the box fit do so.
fn rows(block: &Block) -> usize {
    if block.kind == Kind::Heading {
        return 1;
    }
    let lines: usize = block.content.split('\n').map(|line| 1 + line.chars().count() / 80).sum();
    lines.clamp(3, 20)
}

/// `GET {page}/edit`: the draft, or else the newest version, or the one with the key `from`, to
/// start from.
pub(super) async fn show(
    document: &'static Document,
    call: Call,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (text, lang) = (document.text, call.editor.language.code());
    let item = own(document, &call)?;
    let blocks = match query.get("from").and_then(|id| id.parse().ok()) {
        Some(id) => {
            let find = move |connection: &mut db::Connection| {
                Ok(version::find(connection, text, id, lang)?)
            };
            let chosen = call.cms.db.run(find).await?;
            chosen.map(|version| document::read(&version.json_dump).into_blocks())
        }
        None => None,
    };
    let mut page = EditPage::of(document, call, &item, blocks, None).await?;
    if let Some(back) = safe_return(query.get("return")) {
        back.clone_into(&mut page.back);
    }
    pages::html(&page)
}

/// `POST {page}/arrange`: the editor again with a block more, less or moved; nothing is stored.
/// `action` is `add`, `heading`, `remove`, `up`, `down` with a place after a colon.
pub(super) async fn rearrange(
    document: &'static Document,
    call: Call,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let mut blocks = read::blocks(&submitted)?.unwrap_or_default();
    let action = submitted.text("action");
    let (action, at) = action.split_once(':').unwrap_or((action, ""));
    let at: usize = at.parse().unwrap_or(usize::MAX);
    let mut focus = None;
    match action {
        "add" | "heading" if blocks.len() < document::MOST_BLOCKS => {
            let place = at.saturating_add(1).min(blocks.len());
            let kind = if action == "heading" { Kind::Heading } else { Kind::Content };
            blocks.insert(place, Block { kind, content: String::new() });
            focus = Some(place);
        }
        "remove" if at < blocks.len() && blocks.len() > 1 => {
            blocks.remove(at);
            focus = Some(at.saturating_sub(1));
        }
        "up" if at > 0 && at < blocks.len() => {
            blocks.swap(at, at - 1);
            focus = Some(at - 1);
        }
        "down" if at.saturating_add(1) < blocks.len() => {
            blocks.swap(at, at + 1);
            focus = Some(at + 1);
        }
        _ => {}
    }
    if blocks.is_empty() {
        blocks.push(Block::default());
    }
    let item = own(document, &call)?;
    let page = EditPage::of(document, call, &item, Some(blocks), focus).await?;
    pages::html(&page.seen_by(&submitted))
}
