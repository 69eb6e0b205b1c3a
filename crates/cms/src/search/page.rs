//! `GET /search`

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::search::{self, Configuration, Results, SavedSearch};
use serde_json::json;
use server::answer;
use server::error::Error;
use server::query::Query;

use super::address::{Asked, SWITCHES};
use super::view::{Hit, Kind, hits, kinds};
use crate::access::Editor;
use crate::pages::{self, Frame, Pager, wants_page};
use crate::state::Cms;

const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "search/page.html")]
struct SearchPage {
    frame: Frame,
    asked: Asked,
    hits: Vec<Hit>,
    kinds: Vec<Kind>,
    total: i64,
    similar: bool,
    pager: Pager,
    saved: Vec<SavedSearch>,
    /// The query of this search, for keeping it.
    query: String,
    /// The one it is kept as.
    kept: Option<SavedSearch>,
    /// Name in an address, text, and whether it is on.
    switches: Vec<(&'static str, String, bool)>,
}

/// `GET /search`
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let asked = Asked::read(&query, &editor);
    let filter = asked.filter(&editor, None);
    let (asks, outdated) = (!asked.is_empty(), asked.is_on("outdated"));
    let (editor_id, offset) = (editor.id, (asked.page - 1) * PER_PAGE);
    let (results, saved) = cms
        .db
        .run(move |connection| {
            let saved = search::list_saved(connection, editor_id)?;
            if !asks {
                return Ok((Results::default(), saved));
            }
            let mut filter = filter;
            if outdated {
                filter.only = Some(search::outdated(connection, &filter.langs)?);
            }
            let configuration = Configuration::of(connection)?;
            search::refresh(connection, &configuration)?;
            let mut results = search::find(connection, &configuration, &filter, PER_PAGE, offset)?;
            if results.facets.is_empty() && !filter.words.is_empty() {
                let (limit, offset) =
                    (usize::try_from(PER_PAGE).unwrap_or(0), usize::try_from(offset).unwrap_or(0));
                results = search::similar(connection, &filter, limit, offset)?;
            }
            Ok((results, saved))
        })
        .await?;
    let total = results.total(&asked.table);
    let similar = results.similar;
    let kinds = kinds(&frame, &asked, &results);
    let hits = hits(&frame, &editor, results.items);
    if !wants_page(&request) {
        let hits: Vec<_> = hits.iter().map(Hit::json).collect();
        let body =
            json!({ "total": total, "similar": similar, "page": asked.page, "results": hits });
        return Ok(answer::json(StatusCode::OK, &body));
    }
    let query = asked.query(&asked.table);
    let texts =
        SWITCHES.iter().map(|(name, key)| (*name, frame.t(key).into_owned(), asked.is_on(name)));
    let page = SearchPage {
        hits,
        kinds,
        total,
        similar,
        pager: Pager::new(total, PER_PAGE, asked.page, &frame.address),
        kept: saved.iter().find(|saved| saved.query == query).cloned(),
        saved,
        query,
        switches: texts.collect(),
        frame,
        asked,
    };
    pages::html(&page)
}
