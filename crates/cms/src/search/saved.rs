//! Searches that an editor keeps.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use db::search;
use serde_json::json;
use server::answer;
use server::error::Error;
use server::query::Query;

use super::PAGE;
use super::address::Asked;
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// Longest name, in characters.
const LONGEST_NAME: usize = 60;

/// `GET /search/saved`: her searches, for a program; for a browser, the page that lists them.
pub(super) async fn list(
    request: HttpRequest,
    editor: Editor,
    cms: web::Data<Cms>,
) -> Result<HttpResponse, Error> {
    if wants_page(&request) {
        return Ok(pages::see_other(PAGE));
    }
    let saved =
        cms.db.run(move |connection| Ok(search::list_saved(connection, editor.id)?)).await?;
    let saved: Vec<_> = saved
        .iter()
        .map(|one| json!({ "id": one.id, "name": one.name, "query": one.query }))
        .collect();
    Ok(answer::json(StatusCode::OK, &json!(saved)))
}

/// `POST /search/saved`: keeps `query`, what stands behind the question mark, as `name`.
pub(super) async fn save(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let name = submitted.text("name").trim().to_owned();
    let asked = Asked::read(&Query::parse(submitted.text("query")), &editor);
    let query = asked.query(&asked.table);
    let back = format!("{PAGE}?{query}");
    let is_page = wants_page(&request);
    if name.is_empty() || domain::content::length(&name) > LONGEST_NAME {
        if is_page {
            Flash::danger(frame.n("search-name-wrong", &LONGEST_NAME)).keep(&session)?;
            return Ok(pages::see_other(&back));
        }
        return Err(Error::bad("name must have 1 to 60 characters"));
    }
    let (kept, wanted) = (name.clone(), query.clone());
    let saved = cms
        .db
        .run(move |connection| Ok(search::save(connection, editor.id, &kept, &wanted)?))
        .await?;
    match saved {
        None if is_page => {
            Flash::danger(frame.n("search-too-many", &search::MOST_SAVED)).keep(&session)?;
            Ok(pages::see_other(&back))
        }
        None => Err(Error::Conflict("there are as many saved searches as there may be")),
        Some(_) if is_page => {
            Flash::success(frame.with("search-saved", "name", &name)).keep(&session)?;
            Ok(pages::see_other(&back))
        }
        Some(saved) => {
            let body = json!({ "id": saved.id, "name": saved.name, "query": saved.query });
            Ok(answer::json(StatusCode::OK, &body))
        }
    }
}

/// `POST /search/saved/{id}/delete`, `DELETE /search/saved/{id}`
pub(super) async fn delete(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let id: i32 = id.parse().map_err(|_| Error::NotFound("there is no such saved search"))?;
    let deleted =
        cms.db.run(move |connection| Ok(search::delete_saved(connection, editor.id, id)?)).await?;
    if !deleted {
        return Err(Error::NotFound("there is no such saved search"));
    }
    if wants_page(&request) {
        Flash::success(frame.t("search-forgotten")).keep(&session)?;
        return Ok(pages::see_other(PAGE));
    }
    Ok(answer::json(StatusCode::OK, &json!({ "id": id })))
}
