//! What was deleted in the last thirty days, and the way back.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::editing::{self, Image, TRASH_DAYS, TrashEntry, UndoOutcome};
use domain::content::{as_text, kinds};
use domain::moment::Moment;
use server::answer;
use server::error::Error;
use server::query::Query;
use uuid::Uuid;

use super::show::NOTHING;
use super::{history, view};
use crate::access::{Editor, Need, Routes};
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "content/trash.html")]
struct TrashPage {
    frame: Frame,
    lang: &'static str,
    days: i32,
    entries: Vec<EntryView>,
    older: String,
}

struct EntryView {
    change_set: Uuid,
    kind: String,
    heading: String,
    others: i64,
    editor: String,
    at: Moment,
}

/// Adds the routes.
pub(super) fn routes(routes: &mut Routes<'_>) {
    routes.get("/trash", Need::SignedIn, show).post(
        "/trash/{change_set}/undo",
        Need::SignedIn,
        undo,
    );
}

/// `GET /trash`: what was deleted in the editor's language.
async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let page: i64 =
        query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 1_000);
    let lang = editor.language.code();
    let found = cms
        .db
        .run(move |connection| {
            Ok(editing::trash(connection, lang, None, PER_PAGE + 1, (page - 1) * PER_PAGE)?)
        })
        .await?;
    let more = found.len() as i64 > PER_PAGE;
    let entries = found
        .into_iter()
        .take(usize::try_from(PER_PAGE).unwrap_or(usize::MAX))
        .filter(|entry| editor.may(history::ability(&entry.item_table)))
        .map(|entry| view(entry, &frame))
        .collect();
    let older = if more { format!("/trash?page={}", page + 1) } else { String::new() };
    pages::html(&TrashPage { frame, lang, days: TRASH_DAYS, entries, older })
}

/// `POST /trash/{change_set}/undo`: brings back what was deleted together.
async fn undo(
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    change_set: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let change_set = Uuid::try_parse(&change_set).map_err(|_| NOTHING)?;
    let (author, lang) = (editor.author(), editor.language.code());
    let role = editor.role;
    let outcome = cms
        .db
        .run(move |connection| {
            let tables = editing::trashed_tables(connection, change_set, lang)?;
            if !tables.iter().all(|table| role.may(history::ability(table))) {
                return Ok(UndoOutcome::Missing);
            }
            Ok(editing::undo_deletion(connection, &author, change_set, lang)?)
        })
        .await?;
    match outcome {
        UndoOutcome::Done(rows) if !wants_page(&request) => {
            Ok(answer::ok(&serde_json::json!({ "restored": rows })))
        }
        UndoOutcome::Done(rows) => {
            let rows = i64::try_from(rows).unwrap_or(i64::MAX);
            Flash::success(frame.n("content-undone", &rows)).keep(&session)?;
            Ok(pages::see_other("/trash"))
        }
        UndoOutcome::Missing => Err(NOTHING),
        UndoOutcome::Taken => Err(Error::Conflict("an item with this id exists again")),
    }
}

fn view(entry: TrashEntry, frame: &Frame) -> EntryView {
    let values = Image::of(entry.json).values();
    let known = kinds::of_table(&entry.item_table);
    let heading = match known {
        Some(kind) => as_text(values.get(kind.heading)),
        None => ["message", "title", "content", "name", "question"]
            .iter()
            .map(|column| as_text(values.get(*column)))
            .find(|text| !text.is_empty())
            .unwrap_or_default(),
    };
    EntryView {
        change_set: entry.change_set,
        kind: frame.t(&format!("table-{}", entry.item_table)).into_owned(),
        heading: view::shortened(&heading),
        others: entry.rows - 1,
        editor: entry.editor_name,
        at: entry.at.0,
    }
}
