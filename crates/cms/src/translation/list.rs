//! `/translation`: everything that is translated, by kind and state.

use actix_web::HttpResponse;
use askama::Template;
use db::translation::{self, TABLES, Work, WorkQuery};
use domain::translation::State;
use serde_json::{Value, json};
use server::answer;
use server::error::Error;
use server::query::Query;

use super::{lookup, words};
use crate::content::shortened;
use crate::pages::{self, Call, Frame, Pager};

const PER_PAGE: usize = 25;

#[derive(Template)]
#[template(path = "translation/list.html")]
struct ListPage {
    frame: Frame,
    lang: &'static str,
    source_lang: &'static str,
    source_name: &'static str,
    own_name: &'static str,
    table: String,
    state: String,
    query: String,
    tables: Vec<(String, String)>,
    states: Vec<(String, String)>,
    rows: Vec<RowView>,
    total: usize,
    pager: Pager,
    narrowed: bool,
}

/// A source with its translation.
pub(super) struct RowView {
    pub kind: String,
    pub heading: String,
    pub translation: String,
    pub live: bool,
    pub state_text: &'static str,
    pub tone: &'static str,
    pub side: String,
    /// Who works on it.
    pub draft_editor: String,
}

impl RowView {
    pub(super) fn of(row: &Work, frame: &Frame) -> RowView {
        let state = row.state();
        RowView {
            kind: frame.t(&format!("table-{}", row.item_table)).into_owned(),
            heading: words::heading(frame, &row.item_table, &shortened(&row.source_heading)),
            translation: shortened(row.target_heading.as_deref().unwrap_or_default()),
            live: row.source_live,
            state_text: words::state(state),
            tone: words::tone(state),
            side: format!("/translation/{}/{}", row.item_table, row.source_id),
            draft_editor: row.draft_editor.clone().unwrap_or_default(),
        }
    }
}

/// `GET /translation`, with `table`, `state`, `q` and `page`.
pub(super) async fn show(call: Call, query: Query) -> Result<HttpResponse, Error> {
    let (source, target) = lookup::languages(&call.editor);
    let (from, into) = (source.code(), target.code());
    let table = query.get("table").filter(|table| TABLES.contains(table)).map(str::to_owned);
    let state = query.get("state").and_then(State::from_name);
    let search = query.get("q").unwrap_or_default().trim().to_owned();
    let wanted = table.clone();
    let work = call.cms.db.run(move |connection| {
        let table = wanted.as_deref();
        let query = WorkQuery { target: into, source: from, table, id: None };
        Ok(translation::work(connection, &query)?)
    });
    let folded = search.to_lowercase();
    let matches = |row: &Work| {
        let heading = row.target_heading.as_deref().unwrap_or_default();
        folded.is_empty()
            || row.source_heading.to_lowercase().contains(&folded)
            || heading.to_lowercase().contains(&folded)
    };
    // What phones do not get in the other language need not be there in this one, unless it is.
    let concerns = |row: &Work| row.source_live || row.present_target().is_some();
    let mut rows = work.await?;
    rows.retain(|row| {
        concerns(row) && state.is_none_or(|state| row.state() == state) && matches(row)
    });
    if !call.wants_page() {
        return Ok(answer::ok(&rows.iter().map(as_json).collect::<Vec<Value>>()));
    }
    let frame = call.frame;
    let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let per_page = i64::try_from(PER_PAGE).unwrap_or(i64::MAX);
    let pager = Pager::new(total, per_page, page, &frame.address);
    let from_row = usize::try_from(pager.offset(per_page)).unwrap_or(0);
    let tables =
        TABLES.iter().map(|table| ((*table).to_owned(), words::many(&frame, table).into_owned()));
    let states = State::ALL
        .iter()
        .map(|state| (state.name().to_owned(), frame.t(words::state(*state)).into_owned()));
    pages::html(&ListPage {
        lang: into,
        source_lang: from,
        source_name: words::language(source),
        own_name: words::language(target),
        tables: tables.collect(),
        states: states.collect(),
        total: rows.len(),
        rows: rows
            .iter()
            .skip(from_row)
            .take(PER_PAGE)
            .map(|row| RowView::of(row, &frame))
            .collect(),
        narrowed: table.is_some() || state.is_some() || !search.is_empty(),
        table: table.unwrap_or_default(),
        state: state.map(State::name).unwrap_or_default().to_owned(),
        query: search,
        pager,
        frame,
    })
}

/// A source with its translation, for a program.
pub(super) fn as_json(row: &Work) -> Value {
    json!({
        "table": row.item_table,
        "source": row.source_id,
        "sourceHeading": row.source_heading,
        "sourceLive": row.source_live,
        "target": row.present_target(),
        "targetHeading": row.target_heading,
        "targetLive": row.target_live,
        "draft": row.draft_state,
        "state": row.state().name(),
        "doneAt": row.done_at.map(|at| at.0.to_iso()),
        "doneBy": row.done_by,
        "sourceHash": row.source_digest,
    })
}
