//! How rows were put in order: who moved which one, and the way back.

use std::collections::{BTreeSet, HashMap};

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::editing::revision::{self, Revision};
use db::editing::{self, Direction, ListQuery, OrderChange};
use db::types::JsonText;
use domain::content::{Kind, Move, as_text, kinds, moves};
use domain::moment::Moment;
use serde_json::json;
use server::answer;
use server::error::Error;
use server::query::Query;

use super::WRITE;
use super::show::{NOTHING, table};
use crate::access::{Editor, Routes};
use crate::address::{self, encoded};
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// Reorderings on one page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "content/order_history.html")]
struct OrderHistoryPage {
    frame: Frame,
    lang: &'static str,
    crumbs: Vec<(String, String)>,
    entries: Vec<EntryView>,
    /// Where bringing an order back is posted to.
    restore: String,
    older: String,
}

struct EntryView {
    id: i64,
    editor: String,
    at: Moment,
    moves: Vec<MoveView>,
    /// Whether the rows stand in this order now.
    is_present: bool,
}

struct MoveView {
    heading: String,
    /// From which place to which.
    places: String,
}

/// Adds the routes. They must come before those of the history of a row.
pub(super) fn routes(routes: &mut Routes<'_>) {
    for kind in kinds::KINDS.iter().filter(|kind| kind.ordered) {
        let page = format!("/history/{}/order", kind.table);
        routes
            .get(
                &page,
                WRITE,
                move |request: HttpRequest,
                      frame: Frame,
                      editor: Editor,
                      cms: web::Data<Cms>,
                      query: Query| show(kind, request, frame, editor, cms, query),
            )
            .post(
                &format!("{page}/restore"),
                WRITE,
                move |request: HttpRequest,
                      frame: Frame,
                      session: Session,
                      editor: Editor,
                      cms: web::Data<Cms>,
                      submitted: Submitted| {
                    restore(kind, request, frame, session, editor, cms, submitted)
                },
            );
    }
}

/// `GET /history/{table}/order`: with the column of what the rows belong to (`subcategory=…`),
/// only what happened to rows that belong there now.
async fn show(
    kind: &'static Kind,
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let before = query.get("before").and_then(|before| before.parse().ok());
    let within = kind.parent.and_then(|parent| Some((parent, query.get(parent)?.to_owned())));
    let (lang, wanted) = (editor.language.code(), within.clone());
    let (revisions, headings) = cms
        .db
        .run(move |connection| {
            let all = ListQuery {
                table: table(kind),
                lang,
                search: "",
                searched: &[],
                equal: &[],
                sort: None,
                direction: Direction::Ascending,
                limit: i64::MAX,
                offset: 0,
            };
            let (mut headings, mut ids) = (Vec::new(), Vec::new());
            for image in editing::list(connection, &all)?.rows {
                let values = image.values();
                let id = as_text(values.get("id"));
                let belongs = |(parent, chosen): &(&'static str, String)| {
                    as_text(values.get(*parent)) == *chosen
                };
                if wanted.as_ref().is_none_or(belongs) {
                    ids.push(id.clone());
                }
                headings.push((id, as_text(values.get(kind.heading))));
            }
            let ids = wanted.is_some().then_some(ids.as_slice());
            let found =
                revision::of_order(connection, table(kind), lang, ids, before, PER_PAGE + 1)?;
            Ok((found, headings))
        })
        .await?;
    if !wants_page(&request) {
        return Ok(answer::ok(&super::history::as_json(&revisions)));
    }
    let filter = within.map(|(parent, chosen)| format!("?{parent}={}", encoded(&chosen)));
    let filter = filter.unwrap_or_default();
    let here = format!("/history/{}/order{filter}", kind.table);
    let shown = revisions.iter().take(usize::try_from(PER_PAGE).unwrap_or(usize::MAX));
    let older = match shown.clone().next_back() {
        Some(last) if revisions.len() as i64 > PER_PAGE => {
            let joint = if filter.is_empty() { '?' } else { '&' };
            format!("{here}{joint}before={}", last.id)
        }
        _ => String::new(),
    };
    let present: Vec<&str> = headings.iter().map(|(id, _)| id.as_str()).collect();
    let names: HashMap<&str, &str> =
        headings.iter().map(|(id, heading)| (id.as_str(), heading.as_str())).collect();
    let entries = shown.map(|revision| entry(revision, &frame, &present, &names)).collect();
    let list = (format!("{}{filter}", kind.page), frame.t(&kind.text("many")).into_owned());
    let order = if kind.parent.is_none() || !filter.is_empty() {
        Some((format!("{}/order{filter}", kind.page), frame.t("content-order").into_owned()))
    } else {
        None
    };
    pages::html(&OrderHistoryPage {
        lang,
        crumbs: [list].into_iter().chain(order).collect(),
        entries,
        restore: format!("/history/{}/order/restore?return={}", kind.table, encoded(&here)),
        older,
        frame,
    })
}

fn entry(
    revision: &Revision,
    frame: &Frame,
    present: &[&str],
    names: &HashMap<&str, &str>,
) -> EntryView {
    let (before, after) = (ids(revision.before.as_ref()), ids(revision.after.as_ref()));
    let named: BTreeSet<&str> = after.iter().map(String::as_str).collect();
    let stand = present.iter().filter(|id| named.contains(*id)).copied();
    let moves = moves(&before, &after)
        .into_iter()
        .map(|moved| MoveView {
            heading: match names.get(moved.id) {
                Some(heading) => super::view::shortened(heading),
                None => frame.t("content-order-gone").into_owned(),
            },
            places: places(frame, &moved),
        })
        .collect();
    EntryView {
        id: revision.id,
        editor: revision.editor_name.clone(),
        at: revision.at.0,
        moves,
        is_present: stand.eq(after.iter().map(String::as_str).filter(|id| names.contains_key(id))),
    }
}

fn places(frame: &Frame, moved: &Move<'_>) -> String {
    let (from, to) = (frame.number(&(moved.from + 1)), frame.number(&(moved.to + 1)));
    frame.texts().with("content-order-move", &[("from", &from), ("to", &to)]).into_owned()
}

/// `POST /history/{table}/order/restore`: puts the rows of `revision` that are still there in
/// the order in which it left them.
async fn restore(
    kind: &'static Kind,
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let wanted = submitted.text("revision").parse::<i64>().map_err(|_| NOTHING)?;
    let (author, lang) = (editor.author(), editor.language.code());
    let outcome = cms
        .db
        .run(move |connection| {
            let found = revision::find(connection, wanted)?
                .filter(|found| found.is_order_of(table(kind)) && found.lang == lang);
            let Some(found) = found else { return Ok(OrderChange::Missing) };
            let ids = ids(found.after.as_ref());
            let there = editing::existing(connection, table(kind), lang, &ids)?;
            Ok(editing::reorder(connection, &author, table(kind), lang, &there)?)
        })
        .await?;
    let OrderChange::Done(moved) = outcome else { return Err(NOTHING) };
    if !wants_page(&request) {
        return Ok(answer::ok(&json!({ "moved": moved })));
    }
    Flash::success(frame.t("content-order-restored")).keep(&session)?;
    Ok(pages::see_other(&address::back(&Query::of(&request), kind.page)))
}

/// The ids of an order, as a revision holds them.
fn ids(list: Option<&JsonText>) -> Vec<String> {
    list.and_then(|list| serde_json::from_str(&list.0).ok()).unwrap_or_default()
}
