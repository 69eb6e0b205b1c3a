//! Storing, changing and deleting alerts.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use db::alert::{self, Alert, Content};
use db::editing::{Changed, Deleted};
use domain::alert::{Mistake, message, versions};
use server::answer;
use server::error::Error;

use super::form::{self, Filled};
use super::{json, of_image};
use crate::access::Editor;
use crate::form::Submitted;
use crate::notifications::PAGE;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// `POST /permanent-alert`
pub(super) async fn create(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let alert = read(&submitted, None);
    let content = match check(&alert) {
        Ok(content) => content,
        Err(mistakes) => {
            return refuse(&request, frame, &editor, None, alert, mistakes, &submitted);
        }
    };
    let (lang, author) = (editor.language.code(), editor.author());
    let image = cms
        .db
        .run(move |connection| Ok(alert::create(connection, &author, lang, &content)?))
        .await?;
    if wants_page(&request) {
        Flash::success(frame.t("alert-saved")).keep(&session)?;
        return Ok(pages::see_other(PAGE));
    }
    Ok(answer::ok(&json(&of_image(&image), lang)))
}

/// `PUT /permanent-alert/{id}`, and `POST` of the same for browsers. What is not sent stays as
/// it is, so the switch in the list is this route too.
pub(super) async fn update(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (id, image) = form::find(&cms, &editor, &id).await?;
    let present = of_image(&image);
    let alert = read(&submitted, Some(&present));
    let content = match check(&alert) {
        Ok(content) => content,
        Err(mistakes) => {
            return refuse(&request, frame, &editor, Some(id), alert, mistakes, &submitted);
        }
    };
    let expected = submitted.get("version").map(str::to_owned);
    // Without a version, what was not sent was taken from this image, which must still hold.
    let expected = expected.unwrap_or(image.version);
    let (lang, author) = (editor.language.code(), editor.author());
    let changed = cms
        .db
        .run(move |connection| {
            Ok(alert::update(connection, &author, lang, id, Some(&expected), &content)?)
        })
        .await?;
    match changed {
        Changed::Done(image) if !wants_page(&request) => {
            Ok(answer::ok(&json(&of_image(&image), lang)))
        }
        Changed::Done(_) => {
            Flash::success(frame.t("alert-saved")).keep(&session)?;
            Ok(pages::see_other(PAGE))
        }
        Changed::Missing => Err(Error::NotFound("no such alert")),
        Changed::Conflict(now) if wants_page(&request) => {
            let theirs = Some(of_image(&now));
            let filled = Filled { alert, version: now.version, mistakes: Vec::new(), theirs };
            let page = form::page(frame, &editor, Some(id), filled);
            pages::html_with(StatusCode::CONFLICT, &page)
        }
        Changed::Conflict(_) => Err(Error::Conflict("somebody else has changed this meanwhile")),
    }
}

/// `DELETE /permanent-alert/{id}`, and `POST /permanent-alert/{id}/delete` for browsers.
pub(super) async fn delete(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (id, image) = form::find(&cms, &editor, &id).await?;
    let (lang, author) = (editor.language.code(), editor.author());
    let deleted =
        cms.db.run(move |connection| Ok(alert::delete(connection, &author, lang, id)?)).await?;
    match deleted {
        Deleted::Missing | Deleted::Conflict(_) => Err(Error::NotFound("no such alert")),
        Deleted::Done { .. } if !wants_page(&request) => {
            let mut json = json(&of_image(&image), lang);
            if let Some(members) = json.as_object_mut() {
                members.remove("id");
            }
            Ok(answer::ok(&json))
        }
        Deleted::Done { change_set, .. } => {
            Flash::success(frame.t("alert-deleted"))
                .with_action(frame.t("push-undo"), format!("/trash/{change_set}/undo"))
                .keep(&session)?;
            Ok(pages::see_other(PAGE))
        }
    }
}

/// What was sent, over what is there.
fn read(submitted: &Submitted, present: Option<&Alert>) -> Alert {
    let flag = |name: &str, now: Option<bool>| match now {
        Some(now) if !submitted.has(name) => now,
        _ => submitted.flag(name),
    };
    let sent = [submitted.all("versions"), submitted.all("more")].concat();
    let versions = match present {
        Some(present) if sent.is_empty() => present.versions.clone(),
        _ => sent.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "),
    };
    let message = match present {
        Some(present) if !submitted.has("message") => &present.message,
        _ => submitted.text("message"),
    };
    Alert {
        id: present.map_or(0, |present| present.id),
        message: message.to_owned(),
        versions,
        is_permanent: flag("isPermanent", present.map(|present| present.is_permanent)),
        live: flag("live", present.map(|present| present.live)),
    }
}

fn check(alert: &Alert) -> Result<Content, Vec<Mistake>> {
    match (message(&alert.message), versions([alert.versions.as_str()])) {
        (Ok(message), Ok(versions)) => {
            Ok(Content { message, versions, is_permanent: alert.is_permanent, live: alert.live })
        }
        (message, versions) => Err(message.err().into_iter().chain(versions.err()).collect()),
    }
}

fn refuse(
    request: &HttpRequest,
    frame: Frame,
    editor: &Editor,
    id: Option<i32>,
    alert: Alert,
    mistakes: Vec<Mistake>,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    if !wants_page(request) {
        let told: Vec<&str> = mistakes.iter().map(|mistake| mistake.message()).collect();
        return Err(Error::bad(told.join("; ")));
    }
    let version = submitted.text("version").to_owned();
    let filled = Filled { alert, version, mistakes, theirs: None };
    pages::html_with(StatusCode::BAD_REQUEST, &form::page(frame, editor, id, filled))
}
