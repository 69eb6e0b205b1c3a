//! `PUT` and `POST /user/{id}`: another name, role or languages.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use db::audit::{self, Act, Entry};
use db::editor::{self, Changed};
use server::answer;
use server::error::Error;

use super::draft::Draft;
use super::{find, json, show, standing};
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// Changes an editor. A `password`, which the original's form sends empty, changes nothing: for
/// that there are links.
pub(super) async fn change(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let person = find(&cms, &editor, &id).await?;
    let mut draft = Draft::read(&submitted, &editor.standing());
    let error = match (draft.standing(), draft.profile()) {
        (Some(becomes), Some(profile)) if draft.mistakes.count() == 0 => {
            let changes = standing(&person).as_ref() != Some(&becomes);
            if person.id == editor.id && changes {
                return Err(Error::Forbidden("nobody may change her own role or languages"));
            }
            if !editor.standing().may_manage(&becomes) {
                return Err(Error::Forbidden("you may not make her that"));
            }
            let (id, author) = (person.id, editor.author());
            let outcome = cms
                .db
                .write(move |connection| {
                    let outcome = editor::update(connection, id, &profile)?;
                    if let Changed::Done(before) = &outcome {
                        let detail = format!(
                            "{}, {}, {} -> {}, {}",
                            before.username,
                            before.role,
                            before.languages.as_deref().unwrap_or_default().join(" "),
                            profile.role,
                            profile.languages.join(" ")
                        );
                        let (act, item) = (Act::EditorChanged, profile.username.as_str());
                        let entry = Entry { author: &author, act, item, detail: &detail };
                        audit::record(connection, &entry)?;
                    }
                    Ok((outcome, editor::find(connection, id)?))
                })
                .await?;
            match outcome {
                (Changed::Done(_), Some(after)) if wants_page(&request) => {
                    let text = frame.with("people-saved", "name", &after.username);
                    Flash::success(text).keep(&session)?;
                    return Ok(pages::see_other("/user-management"));
                }
                (Changed::Done(_), Some(after)) => return Ok(answer::ok(&json::of(&after))),
                (Changed::NameTaken, _) => {
                    draft.mistakes.username = "people-username-taken";
                    Error::Conflict("another editor has this name")
                }
                (Changed::LastSuperAdmin, _) => {
                    draft.mistakes.role = "people-last-super-admin";
                    Error::Conflict("she is the last superAdmin")
                }
                _ => return Err(Error::NotFound("no such editor")),
            }
        }
        _ => Error::bad(draft.mistakes.message()),
    };
    if !wants_page(&request) {
        return Err(error);
    }
    let status = match error {
        Error::Conflict(_) => StatusCode::CONFLICT,
        _ => StatusCode::BAD_REQUEST,
    };
    show::page(frame, &editor, &cms, &session, person, draft, status).await
}
