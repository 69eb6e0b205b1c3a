//! `GET /translation/{table}/{id}`: a source beside its translation.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use db::editing::{Image, Item};
use db::translation::{self, Work};
use domain::content::Values;
use domain::moment::Moment;
use serde_json::json;
use server::answer;
use server::error::Error;
use server::query::Query;

use super::list::as_json;
use super::loaded::{Found, Loaded, load};
use super::rows::{Rows, SourceView, rows};
use super::start::or_untitled;
use super::{lookup, words};
use crate::content::{Change, FieldView, NOTHING, Piece, changes};
use crate::pages::{self, Call, Frame};

#[derive(Template)]
#[template(path = "translation/side.html")]
struct SidePage {
    frame: Frame,
    pair: PairView,
    /// The source's text beside each field.
    rows: Vec<(FieldView, SourceView)>,
    /// What the form sends along.
    hidden: Vec<(String, String)>,
    /// Whether the source has changed since it was last translated.
    changed: bool,
    draft: String,
    version: String,
    may_publish: bool,
    in_review: bool,
    note: String,
    /// What has to be paired or translated first.
    lacks_parent: Option<(&'static str, String)>,
    /// What somebody else has saved meanwhile: label, and their text laid under this one.
    conflict: Vec<(String, Vec<Piece>)>,
}

#[derive(Template)]
#[template(path = "translation/pair.html")]
struct PairPage {
    frame: Frame,
    pair: PairView,
    others: Vec<(String, String)>,
}

/// What both pages and the panel say of a pair.
pub(super) struct PairView {
    pub table: String,
    pub kind: String,
    pub lang: &'static str,
    pub source_lang: &'static str,
    pub source_name: &'static str,
    pub own_name: &'static str,
    /// What people know it by, in the source's language or, without one, in its own.
    pub heading: String,
    pub heading_lang: &'static str,
    /// Key by which its addresses name it.
    pub id: String,
    /// The translation's heading; empty where there is none.
    pub translation: String,
    /// State and its badge; `None` for a row without a partner.
    pub state: Option<(&'static str, &'static str)>,
    pub source_live: bool,
    pub source_hash: String,
    /// Whether the source is in a pair whose other half exists.
    pub paired: bool,
    /// Whether it is one for good.
    pub is_fixed: bool,
    /// Whether "still correct" can be said.
    pub can_confirm: bool,
    /// The translation's own form; empty where there is no translation.
    pub form: String,
    pub done: Option<(String, Moment)>,
}

impl PairView {
    pub(super) fn of(call: &Call, item: &Item, work: Option<&Work>, heading: &str) -> PairView {
        let (source, target) = lookup::languages(&call.editor);
        let table = item.table().name;
        let state = work.map(Work::state);
        let present = work.and_then(Work::present_target);
        let stored = work.is_some_and(|work| work.target_heading.is_some());
        PairView {
            table: table.to_owned(),
            kind: words::many(&call.frame, table).into_owned(),
            lang: target.code(),
            source_lang: source.code(),
            source_name: words::language(source),
            own_name: words::language(target),
            heading: words::heading(&call.frame, table, heading),
            heading_lang: if work.is_some() { source.code() } else { target.code() },
            id: work.map_or_else(|| item.id().to_owned(), |work| work.source_id.clone()),
            translation: work.and_then(|work| work.target_heading.clone()).unwrap_or_default(),
            state: state.map(|state| (words::state(state), words::tone(state))),
            source_live: work.is_none_or(|work| work.source_live),
            source_hash: work.map(|work| work.source_digest.clone()).unwrap_or_default(),
            paired: present.is_some(),
            is_fixed: translation::is_paired_by_itself(table),
            can_confirm: stored
                && work.is_some_and(|work| work.source_live && work.draft_state.is_none())
                && state.is_some_and(|state| state != domain::translation::State::Done),
            form: match (work, present) {
                (Some(_), Some(id)) => words::form(table, id),
                (None, _) => words::form(table, item.id()),
                _ => String::new(),
            },
            done: work.and_then(|work| Some((work.done_by.clone()?, work.done_at?.0))),
        }
    }
}

/// `GET /translation/{table}/{id}`; `id` is the key of either half. With `check`, what is wrong
/// stands beside the fields.
pub(super) async fn show(
    call: Call,
    path: web::Path<(String, String)>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let item = lookup::item(&table, &id)?;
    match load(&call.cms, &call.editor, &item, call.frame.language).await? {
        Found::Nothing => Err(NOTHING),
        Found::Plain { .. } if !call.wants_page() => Ok(answer::ok(&json!({ "pair": null }))),
        Found::Pair(loaded) if !call.wants_page() => Ok(answer::ok(&json!({
            "pair": as_json(&loaded.work),
            "source": loaded.source,
            "values": loaded.values,
            "draft": loaded.draft.as_ref().map(|draft| draft.version),
            "version": loaded.row.as_ref().map(|row| row.version.clone()),
            "differing": loaded.differing,
        }))),
        Found::Plain { heading, others } => {
            let pair = PairView::of(&call, &item, None, &heading);
            let others = others
                .into_iter()
                .map(|row| (row.id, or_untitled(&row.heading, &call.frame)))
                .collect();
            pages::html(&PairPage { pair, others, frame: call.frame })
        }
        Found::Pair(loaded) => {
            let check = query.get("check").is_some();
            page(call, &item, *loaded, None, check, StatusCode::OK)
        }
    }
}

/// The page with the form. `sent` is what an editor has written over a translation that somebody
/// else has saved meanwhile: both are shown, and saving again writes over it.
pub(super) fn page(
    call: Call,
    item: &Item,
    mut loaded: Loaded,
    sent: Option<Values>,
    check: bool,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let pair = PairView::of(&call, item, Some(&loaded.work), &loaded.work.source_heading);
    let image = |values: &Values| Image::of(json!(values).to_string());
    let conflict = sent.as_ref().map(|sent| {
        // What she has not written is no difference.
        let mut theirs = loaded.values.clone();
        theirs.retain(|column, _| sent.contains_key(column));
        let (theirs, mine) = (image(&theirs), image(sent));
        changes(item.table().name, &call.frame, &loaded.choices, Some(&theirs), Some(&mine))
    });
    if let Some(sent) = sent {
        loaded.values = sent;
    }
    let Rows { rows, hidden } = rows(&call.frame, item, &loaded, check);
    let draft = loaded.draft.as_ref();
    pages::html_with(
        status,
        &SidePage {
            changed: rows.iter().any(|(_, source)| source.changed),
            rows,
            hidden,
            draft: draft.map(|draft| draft.version.to_string()).unwrap_or_default(),
            version: loaded.row.as_ref().map(|row| row.version.clone()).unwrap_or_default(),
            may_publish: !call.cms.settings.four_eyes,
            in_review: draft.is_some_and(|draft| draft.state == "review"),
            note: draft.and_then(|draft| draft.note.clone()).unwrap_or_default(),
            lacks_parent: loaded
                .lacks_parent
                .map(|table| (table, words::many(&call.frame, table).into_owned())),
            conflict: conflict.unwrap_or_default(),
            pair,
            frame: call.frame,
        },
    )
}
