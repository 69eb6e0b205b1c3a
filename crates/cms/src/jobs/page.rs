//! The page of one job: how far it is, and what came of it.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::job::file::{self, Role};
use db::job::{self, Job, Whose};
use domain::access::Role as EditorRole;
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::view::JobView;
use crate::access::Editor;
use crate::address::encoded;
use crate::pages::{self, Frame, wants_page};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "jobs/job.html")]
struct JobPage {
    frame: Frame,
    view: JobView,
}

/// The part of the page that changes.
#[derive(Template)]
#[template(path = "jobs/progress.html")]
struct Progress {
    frame: Frame,
    view: JobView,
}

/// `GET /jobs/{id}`: the job, as a page or as JSON.
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let job = visible(&cms, &editor, &id).await?;
    let view = JobView::new(job, frame.texts());
    if wants_page(&request) {
        return pages::html(&JobPage { frame, view });
    }
    Ok(answer::ok(&view.json()))
}

/// `GET /jobs/{id}/progress`: the part of the page that changes, which the page itself asks
/// for until the job is over.
pub(super) async fn progress(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let job = visible(&cms, &editor, &id).await?;
    let view = JobView::new(job, frame.texts());
    pages::html(&Progress { frame, view })
}

/// `GET /jobs/{id}/file`: what the job has made.
pub(super) async fn file(
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let id = visible(&cms, &editor, &id).await?.id;
    let file = cms
        .db
        .run(move |connection| Ok(file::read(connection, id, Role::Result)?))
        .await?
        .ok_or(Error::NotFound("the job has no file"))?;
    let name = encoded(&file.name);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, file.media_type))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")))
        .body(file.content))
}

/// `POST /jobs/{id}/cancel`: calls the job off.
pub(super) async fn cancel(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let id = visible(&cms, &editor, &id).await?.id;
    cms.db.run(move |connection| Ok(job::cancel(connection, id)?)).await?;
    changed(&request, &frame, &editor, &cms, id).await
}

/// `POST /jobs/{id}/retry`: begins a job anew that failed or was called off.
pub(super) async fn retry(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let id = visible(&cms, &editor, &id).await?.id;
    if !cms.db.run(move |connection| Ok(job::begin_again(connection, id)?)).await? {
        return Err(Error::Conflict("the job has not ended, or has come to its end"));
    }
    cms.jobs.wake();
    changed(&request, &frame, &editor, &cms, id).await
}

async fn changed(
    request: &HttpRequest,
    frame: &Frame,
    editor: &Editor,
    cms: &Cms,
    id: Uuid,
) -> Result<HttpResponse, Error> {
    if wants_page(request) {
        return Ok(pages::see_other(&format!("/jobs/{id}")));
    }
    let job = visible(cms, editor, &id.to_string()).await?;
    Ok(answer::ok(&JobView::new(job, frame.texts()).json()))
}

/// Which jobs `editor` may see: her own, and everybody's as a superAdmin.
pub(super) fn whose(editor: &Editor) -> Whose {
    match editor.role {
        EditorRole::SuperAdmin => Whose::All,
        EditorRole::Admin | EditorRole::ContentManager => Whose::Editor(editor.id),
    }
}

async fn visible(cms: &Cms, editor: &Editor, id: &str) -> Result<Job, Error> {
    let missing = Error::NotFound("no such job");
    let Ok(id) = Uuid::parse_str(id) else { return Err(missing) };
    let whose = whose(editor);
    let found = cms.db.run(move |connection| Ok(job::find(connection, id, whose)?)).await?;
    found.ok_or(missing)
}
