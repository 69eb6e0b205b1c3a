//! `/drafts`: all that is under way in a language.

use actix_web::HttpResponse;
use askama::Template;
use db::drafting::{self, DraftListed, DraftQuery};
use serde_json::{Value, json};
use server::answer;
use server::error::Error;
use server::query::Query;

use super::Subject;
use crate::pages::{self, Call, Frame, Pager};

const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "drafts/queue.html")]
struct QueuePage {
    frame: Frame,
    lang: &'static str,
    state: String,
    table: String,
    tables: Vec<(String, String)>,
    rows: Vec<RowView>,
    pager: Pager,
}

struct RowView {
    listed: DraftListed,
    kind: String,
    heading: String,
    edit: String,
}

/// `GET /drafts`, with `state` (`draft` or `review`), `table` and `page`.
pub(super) async fn show(call: Call, query: Query) -> Result<HttpResponse, Error> {
    let lang = call.editor.language.code();
    let state = query.get("state").filter(|state| ["draft", "review"].contains(state));
    let table = query.get("table").filter(|table| Subject::of_table(table).is_some());
    let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000);
    let (wanted_state, wanted_table) = (state.map(str::to_owned), table.map(str::to_owned));
    let rows = call
        .cms
        .db
        .run(move |connection| {
            Ok(drafting::list(
                connection,
                &DraftQuery {
                    lang,
                    table: wanted_table.as_deref(),
                    state: wanted_state.as_deref(),
                    limit: PER_PAGE,
                    offset: (page - 1) * PER_PAGE,
                },
            )?)
        })
        .await?;
    if !call.wants_page() {
        return Ok(answer::ok(&rows.iter().map(as_json).collect::<Vec<Value>>()));
    }
    let total = rows.first().map_or(0, |row| row.total);
    let frame = call.frame;
    let tables = Subject::all()
        .map(|subject| (subject.place().table.to_owned(), subject.many(&frame)))
        .collect();
    let rows = rows
        .into_iter()
        .filter_map(|listed| {
            let subject = Subject::of_table(&listed.item_table)?;
            let edit = back_to_queue(&subject.form(&subject.item(&listed.item_id)?));
            let heading = match listed.heading.as_str() {
                "" if subject.is_one() => subject.many(&frame),
                "" => "–".to_owned(),
                heading => heading.to_owned(),
            };
            Some(RowView { kind: subject.many(&frame), heading, edit, listed })
        })
        .collect();
    let pager = Pager::new(total, PER_PAGE, page, &frame.address);
    let (state, table) = (state.unwrap_or("").to_owned(), table.unwrap_or("").to_owned());
    pages::html(&QueuePage { frame, lang, state, table, tables, rows, pager })
}

/// The address of a form that leads back to the queue.
fn back_to_queue(form: &str) -> String {
    match form.split_once('#') {
        Some((page, part)) => format!("{page}?return=/drafts#{part}"),
        None => format!("{form}?return=/drafts"),
    }
}

fn as_json(row: &DraftListed) -> Value {
    json!({
        "table": row.item_table,
        "id": row.item_id,
        "heading": row.heading,
        "state": row.state,
        "new": row.is_new,
        "version": row.version,
        "editor": row.editor_name,
        "updatedAt": row.updated_at.0.to_iso(),
    })
}
