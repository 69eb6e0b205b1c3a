//! The block editor.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::content::legal_text_version::{self as version, NO_VERSION, Version};
use domain::document::{self, Block, Kind};
use server::error::Error;
use server::query::Query;

use super::{Document, read};
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Frame};
use crate::state::Cms;

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
    /// The mark of the version that the editor began with.
    base: String,
    blocks: Vec<BlockView>,
    error: String,
    /// Whether the stored text is none that this editor makes.
    is_odd: bool,
}

impl EditPage {
    pub(super) fn new(
        frame: Frame,
        document: &'static Document,
        base: &str,
        blocks: &[Block],
        focus: Option<usize>,
    ) -> EditPage {
        let view = |(at, block): (usize, &Block)| BlockView {
            at,
            number: frame.number(&(at + 1)),
            is_heading: block.kind == Kind::Heading,
            content: block.content.clone(),
            rows: rows(block),
            has_focus: focus == Some(at),
            is_last: at + 1 == blocks.len(),
        };
        EditPage {
            lang: frame.editor.as_ref().map_or("en", |editor| editor.language.code()),
            base: base.to_owned(),
            blocks: blocks.iter().enumerate().map(view).collect(),
            error: String::new(),
            is_odd: false,
            frame,
            document,
        }
    }

    /// With what is wrong.
    pub(super) fn with_error(mut self, key: &str) -> EditPage {
        self.error = self.frame.t(key).into_owned();
        self
    }
}

/// About as many lines as the text takes; browsers that can make the box fit do so.
fn rows(block: &Block) -> usize {
    if block.kind == Kind::Heading {
        return 1;
    }
    let lines: usize = block.content.split('\n').map(|line| 1 + line.chars().count() / 80).sum();
    lines.clamp(3, 20)
}

/// `GET {page}/edit`: the newest version, or the one with the key `from`, to start from.
pub(super) async fn show(
    document: &'static Document,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (text, lang) = (document.text, editor.language.code());
    let from: Option<i32> = query.get("from").and_then(|id| id.parse().ok());
    let (newest, chosen) = cms
        .db
        .run(move |connection| {
            let newest = version::newest(connection, text, lang)?;
            let chosen = match from {
                Some(id) => version::find(connection, text, id, lang)?,
                None => newest.clone(),
            };
            Ok((newest, chosen))
        })
        .await?;
    let base = newest.as_ref().map_or_else(|| NO_VERSION.to_owned(), Version::mark);
    let stored = document::read(chosen.as_ref().map_or("", |version| &version.json_dump));
    let is_odd = matches!(stored, document::Stored::Odd(_));
    let mut blocks = stored.into_blocks();
    if blocks.is_empty() {
        blocks.push(Block { kind: Kind::Heading, content: String::new() });
    }
    let page = EditPage { is_odd, ..EditPage::new(frame, document, &base, &blocks, None) };
    pages::html(&page)
}

/// `POST {page}/arrange`: the editor again with a block more, less or moved; nothing is stored.
/// `action` is `add`, `heading`, `remove`, `up`, `down` with a place after a colon.
pub(super) async fn rearrange(
    document: &'static Document,
    frame: Frame,
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
    pages::html(&EditPage::new(frame, document, submitted.text("base"), &blocks, focus))
}
