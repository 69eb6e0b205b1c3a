//! The order in which the app shows rows: dragged, or moved by buttons, saved in one
//! transaction.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::editing::{self, Direction, ListQuery, OrderChange};
use domain::content::{Kind, as_text};
use server::answer;
use server::error::Error;
use server::query::Query;

use super::choices::ChoiceSet;
use super::show::{NOTHING, table};
use crate::access::Editor;
use crate::address::{self, encoded};
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// Most rows that are put in order at once.
const MOST: i64 = 2_000;

#[derive(Template)]
#[template(path = "content/order.html")]
struct OrderPage {
    frame: Frame,
    lang: &'static str,
    /// What the rows belong to.
    within: String,
    crumbs: Vec<(String, String)>,
    rows: Vec<OrderRow>,
    action: String,
    back: String,
    history: String,
}

struct OrderRow {
    id: String,
    heading: String,
    live: Option<bool>,
}

/// `GET {page}/order`: the rows in order. Subcategories and articles are ordered within their
/// category and subcategory, which the address names.
pub(super) async fn show(
    kind: &'static Kind,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let within = match kind.parent {
        Some(parent) => {
            let chosen = query.get(parent).unwrap_or("").to_owned();
            if chosen.is_empty() {
                return Ok(pages::see_other(kind.page));
            }
            Some((parent, chosen))
        }
        None => None,
    };
    let (content, interface) = (editor.language, frame.language);
    let audience = cms.settings.audience.clone();
    let wanted = within.clone();
    let (listed, choices) = cms
        .db
        .run(move |connection| {
            let equal: Vec<_> = wanted.into_iter().collect();
            let listed = editing::list(
                connection,
                &ListQuery {
                    table: table(kind),
                    lang: content.code(),
                    search: "",
                    searched: &[],
                    equal: &equal,
                    sort: None,
                    direction: Direction::Ascending,
                    limit: MOST,
                    offset: 0,
                },
            )?;
            Ok((listed, ChoiceSet::load(connection, kind, content, interface, &audience)?))
        })
        .await?;
    let rows = listed
        .rows
        .iter()
        .map(|image| {
            let values = image.values();
            OrderRow {
                id: as_text(values.get("id")),
                heading: as_text(values.get(kind.heading)),
                live: kind.live.map(|column| as_text(values.get(column)) == "true"),
            }
        })
        .collect();
    let named = within.as_ref().and_then(|(parent, chosen)| {
        let list = kind.field(parent)?.choices()?;
        Some(choices.label(list, chosen))
    });
    let filter = within.map(|(parent, chosen)| format!("?{parent}={}", encoded(&chosen)));
    let back = format!("{}{}", kind.page, filter.as_deref().unwrap_or(""));
    let here = format!("{}/order{}", kind.page, filter.as_deref().unwrap_or(""));
    let crumbs = vec![(back.clone(), frame.t(&kind.text("many")).into_owned())];
    pages::html(&OrderPage {
        lang: content.code(),
        within: named.unwrap_or_default(),
        action: format!("{}/order?return={}", kind.path, encoded(&here)),
        history: format!("/history/{}/order{}", kind.table, filter.as_deref().unwrap_or("")),
        frame,
        crumbs,
        rows,
        back,
    })
}

/// `PUT {path}` with `rowReorderResult`, complete rows of which `id` and `sortingKey` count; and
/// from forms `POST {path}/order` with `order`, the ids in the new order, of which `move` may
/// ask to move one up or down (`up:ID`).
pub(super) async fn submit(
    kind: &'static Kind,
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let ids = wanted_order(&submitted)?;
    let (author, lang) = (editor.author(), editor.language.code());
    let outcome = cms
        .db
        .run(move |connection| Ok(editing::reorder(connection, &author, table(kind), lang, &ids)?))
        .await?;
    let OrderChange::Done(moved) = outcome else { return Err(NOTHING) };
    if !wants_page(&request) {
        return Ok(answer::ok(&serde_json::json!({ "moved": moved })));
    }
    Flash::success(frame.t("content-order-saved")).keep(&session)?;
    Ok(pages::see_other(&address::back(&Query::of(&request), kind.page)))
}

fn wanted_order(submitted: &Submitted) -> Result<Vec<String>, Error> {
    let mut ids: Vec<String> = submitted.all("order").into_iter().map(str::to_owned).collect();
    if ids.is_empty() {
        ids = rows_by_key(submitted)?;
    }
    if ids.is_empty() {
        return Err(Error::bad("order is missing"));
    }
    if let Some((direction, id)) = submitted.text("move").split_once(':') {
        let at = ids.iter().position(|known| known == id).ok_or(NOTHING)?;
        match direction {
            "up" if at > 0 => ids.swap(at, at - 1),
            "down" if at + 1 < ids.len() => ids.swap(at, at + 1),
            _ => {}
        }
    }
    Ok(ids)
}

/// The original's form of a new order.
fn rows_by_key(submitted: &Submitted) -> Result<Vec<String>, Error> {
    let mut rows = Vec::new();
    for at in 0.. {
        let Some(id) = submitted.get(&format!("rowReorderResult[{at}][id]")) else { break };
        let key = submitted.text(&format!("rowReorderResult[{at}][sortingKey]"));
        let key: i64 = key.parse().map_err(|_| Error::bad("sortingKey is not a number"))?;
        rows.push((key, id.to_owned()));
    }
    rows.sort_by_key(|(key, _)| *key);
    Ok(rows.into_iter().map(|(_, id)| id).collect())
}
