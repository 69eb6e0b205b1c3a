//! The list of jobs.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::job;
use serde_json::{Value, json};
use server::answer;
use server::error::Error;
use server::query::Query;

use super::page::whose;
use super::view::JobView;
use crate::access::Editor;
use crate::pages::{self, Frame, Pager, wants_page};
use crate::state::Cms;

/// Jobs on one page of the list.
const ON_A_PAGE: i64 = 25;

/// Last page that may be asked for, so that no number overflows.
const LAST_PAGE: i64 = 1_000_000;

#[derive(Template)]
#[template(path = "jobs/list.html")]
struct ListPage {
    frame: Frame,
    jobs: Vec<JobView>,
    pager: Pager,
}

/// `GET /jobs`: the editor's jobs, the newest first; everybody's for a superAdmin.
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let page =
        query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, LAST_PAGE);
    let whose = whose(&editor);
    let (jobs, count) = cms
        .db
        .run(move |connection| Ok(job::list(connection, whose, (page - 1) * ON_A_PAGE, ON_A_PAGE)?))
        .await?;
    let jobs: Vec<JobView> = jobs.into_iter().map(|job| JobView::new(job, frame.texts())).collect();
    if wants_page(&request) {
        let pager = Pager::new(count, ON_A_PAGE, page, &frame.address);
        return pages::html(&ListPage { frame, jobs, pager });
    }
    let jobs: Vec<Value> = jobs.iter().map(JobView::json).collect();
    Ok(answer::ok(&json!({ "jobs": jobs, "count": count })))
}
