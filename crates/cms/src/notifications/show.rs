//! One notification: what became of it, sending it once more, removing its record.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::push::{self, Removed};
use serde_json::json;
use server::error::Error;
use server::{answer, clock};

use super::PAGE;
use super::view::NotificationView;
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

const MISSING: Error = Error::NotFound("no such notification");

#[derive(Template)]
#[template(path = "notifications/show.html")]
struct ShowPage {
    frame: Frame,
    lang: &'static str,
    view: NotificationView,
}

/// The part of the page that changes.
#[derive(Template)]
#[template(path = "notifications/status.html")]
struct Status {
    frame: Frame,
    view: NotificationView,
}

/// `GET /notification/{id}`
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let view = find(&cms, &editor, &frame, &id).await?;
    if wants_page(&request) {
        return pages::html(&ShowPage { frame, lang: editor.language.code(), view });
    }
    Ok(answer::ok(&view.json()))
}

/// `GET /notification/{id}/status`: the part of the page that changes.
pub(super) async fn status(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let view = find(&cms, &editor, &frame, &id).await?;
    pages::html(&Status { frame, view })
}

/// `POST /notification/{id}/resend`: sends one again that failed, was called off, or whose
/// fate is unknown. A browser has to confirm it, since it may reach phones a second time.
pub(super) async fn resend(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let view = find(&cms, &editor, &frame, &id).await?;
    let id = view.notification.id;
    let back = format!("/notification/{id}");
    if wants_page(&request) && !submitted.flag("confirm") {
        Flash::danger(frame.t("push-confirm-missing")).keep(&session)?;
        return Ok(pages::see_other(&back));
    }
    let (lang, author) = (editor.language.code(), editor.author());
    // As if it were confirmed anew: with time to call it off, and not in the night.
    let due = cms.push.timing().due(clock::now(), None).unwrap_or_else(|morning| morning);
    let again = cms
        .db
        .run(move |connection| Ok(push::send_again(connection, lang, id, &author, due)?))
        .await?;
    if !again {
        return Err(Error::Conflict("it is sent already, or on its way"));
    }
    cms.jobs.wake();
    if wants_page(&request) {
        Flash::success(frame.t("push-taken-up")).keep(&session)?;
        return Ok(pages::see_other(&back));
    }
    Ok(answer::ok(&find(&cms, &editor, &frame, &id.to_string()).await?.json()))
}

/// `DELETE /notification/{id}`, and `POST /notification/{id}/delete` for browsers: removes the
/// record; phones keep what they have received.
pub(super) async fn remove(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let view = find(&cms, &editor, &frame, &id).await?;
    let (id, lang, author) = (view.notification.id, editor.language.code(), editor.author());
    let removed =
        cms.db.run(move |connection| Ok(push::remove(connection, lang, id, &author)?)).await?;
    match removed {
        Removed::Missing => Err(MISSING),
        Removed::BeingSent => Err(Error::Conflict("it is being sent at this moment")),
        Removed::Done | Removed::InTrash(_) if !wants_page(&request) => {
            let mut json = view.json();
            json["id"] = json!(null);
            Ok(answer::ok(&json))
        }
        Removed::Done => {
            Flash::success(frame.t("push-removed")).keep(&session)?;
            Ok(pages::see_other(PAGE))
        }
        Removed::InTrash(change_set) => {
            Flash::success(frame.t("push-removed"))
                .with_action(frame.t("push-undo"), format!("/trash/{change_set}/undo"))
                .keep(&session)?;
            Ok(pages::see_other(PAGE))
        }
    }
}

async fn find(
    cms: &Cms,
    editor: &Editor,
    frame: &Frame,
    id: &str,
) -> Result<NotificationView, Error> {
    let Ok(id) = id.parse::<i32>() else { return Err(MISSING) };
    let lang = editor.language.code();
    let found = cms.db.run(move |connection| Ok(push::find(connection, lang, id)?)).await?;
    found.map(|found| NotificationView::new(found, frame.texts())).ok_or(MISSING)
}
