//! Taking access away and giving it back; links, codes and sessions of others.

use actix_session::Session;
use actix_web::http::header::HOST;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::audit::{self, Act, Entry};
use db::editor::{self, Changed, StoredEditor, session, totp};
use serde_json::json;
use server::answer;
use server::credentials::random;
use server::error::Error;

use super::{find_other, json};
use crate::access::Editor;
use crate::account::token_hash;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// Characters of the token in a link, six random bits each.
const TOKEN: usize = 43;

#[derive(Template)]
#[template(path = "people/link.html")]
struct LinkPage {
    frame: Frame,
    username: String,
    link: String,
}

/// `DELETE /user/{id}` and `POST /user/{id}/deactivate`. The row stays, so that what she did
/// keeps her name; the original deleted it. The answer is who she was, without her id, as the
/// original's.
pub(super) async fn deactivate(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    kept: Session,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let person = find_other(&cms, &editor, &id).await?;
    let (id, author, name) = (person.id, editor.author(), person.username.clone());
    let outcome = cms
        .db
        .write(move |connection| {
            let outcome = editor::deactivate(connection, id, false)?;
            if matches!(outcome, Changed::Done(_)) {
                let act = Act::EditorDeactivated;
                let entry = Entry { author: &author, act, item: &name, detail: "" };
                audit::record(connection, &entry)?;
            }
            Ok(outcome)
        })
        .await?;
    match outcome {
        Changed::Done(before) if !wants_page(&request) => {
            let mut gone = json::of(&before);
            if let Some(members) = gone.as_object_mut() {
                members.remove("id");
            }
            Ok(answer::ok(&gone))
        }
        Changed::Done(before) => {
            let text = frame.with("people-deactivated", "name", &before.username);
            let undo = format!("/user/{}/reactivate", before.id);
            Flash::success(text).with_action(frame.t("people-undo"), undo).keep(&kept)?;
            Ok(pages::see_other("/user-management"))
        }
        Changed::LastSuperAdmin => Err(Error::Conflict("she is the last superAdmin")),
        _ => Err(Error::NotFound("no such editor")),
    }
}

/// `POST /user/{id}/reactivate`
pub(super) async fn reactivate(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    kept: Session,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let person = find_other(&cms, &editor, &id).await?;
    let id = person.id;
    act(&cms, &editor, &person, Act::EditorReactivated, move |connection| {
        editor::reactivate(connection, id).map(drop)
    })
    .await?;
    let text = frame.with("people-reactivated", "name", &person.username);
    done(&request, &kept, &person, text.into_owned())
}

/// `POST /user/{id}/reset-link`: a link by which she chooses a password, shown once.
pub(super) async fn reset_link(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let person = find_other(&cms, &editor, &id).await?;
    if person.deactivated {
        return Err(Error::Conflict("she is deactivated"));
    }
    show_link(&request, frame, &editor, &cms, &person).await
}

/// Makes a link for `person` and shows it.
pub(super) async fn show_link(
    request: &HttpRequest,
    frame: Frame,
    editor: &Editor,
    cms: &Cms,
    person: &StoredEditor,
) -> Result<HttpResponse, Error> {
    let token = random::text::<TOKEN>()?;
    let (id, hash) = (person.id, token_hash(&token));
    act(cms, editor, person, Act::ResetLinkMade, move |connection| {
        editor::keep_reset_link(connection, id, &hash)
    })
    .await?;
    let named = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let host = cms.settings.public_host.as_deref().or(named);
    let scheme = if cms.settings.secure_cookies { "https" } else { "http" };
    let link = format!("{scheme}://{}/reset-password/{token}", host.unwrap_or("localhost"));
    if !wants_page(request) {
        return Ok(answer::ok(&json!({ "link": link })));
    }
    pages::html(&LinkPage { frame, username: person.username.clone(), link })
}

/// `POST /user/{id}/two-step-off`: for somebody whose phone and recovery codes are lost.
pub(super) async fn two_step_off(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    kept: Session,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let person = find_other(&cms, &editor, &id).await?;
    let id = person.id;
    act(&cms, &editor, &person, Act::TotpOff, move |connection| totp::remove(connection, id))
        .await?;
    let text = frame.with("people-two-step-turned-off", "name", &person.username);
    done(&request, &kept, &person, text.into_owned())
}

/// `POST /user/{id}/sessions/end`: all of hers.
pub(super) async fn end_sessions(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    kept: Session,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let person = find_other(&cms, &editor, &id).await?;
    let id = person.id;
    act(&cms, &editor, &person, Act::SessionEnded, move |connection| {
        session::end_all(connection, id, None)
    })
    .await?;
    done(&request, &kept, &person, frame.t("people-sessions-ended").into_owned())
}

/// `POST /user/{id}/sessions/{session}/end`: one of hers.
pub(super) async fn end_session(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    kept: Session,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (id, number) = path.into_inner();
    let person = find_other(&cms, &editor, &id).await?;
    let number: i64 = number.parse().map_err(|_| Error::NotFound("no such session"))?;
    let id = person.id;
    act(&cms, &editor, &person, Act::SessionEnded, move |connection| {
        session::end_one(connection, id, number).map(drop)
    })
    .await?;
    done(&request, &kept, &person, frame.t("people-sessions-ended").into_owned())
}

/// Does something to `person` and records it.
async fn act<F>(
    cms: &Cms,
    editor: &Editor,
    person: &StoredEditor,
    act: Act,
    work: F,
) -> Result<(), Error>
where
    F: FnOnce(&mut db::Connection) -> db::QueryResult<()> + Send + 'static,
{
    let (author, name) = (editor.author(), person.username.clone());
    cms.db
        .write(move |connection| {
            work(connection)?;
            let entry = Entry { author: &author, act, item: &name, detail: "" };
            Ok(audit::record(connection, &entry)?)
        })
        .await?;
    Ok(())
}

/// Back to her page, or her as JSON.
fn done(
    request: &HttpRequest,
    kept: &Session,
    person: &StoredEditor,
    text: String,
) -> Result<HttpResponse, Error> {
    if !wants_page(request) {
        return Ok(answer::ok(&json!({ "id": person.id })));
    }
    Flash::success(text).keep(kept)?;
    Ok(pages::see_other(&format!("/user-management/{}", person.id)))
}
