//! Making an editor.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::audit::{self, Act, Entry};
use db::editor::{self, NewEditor};
use domain::language::Language;
use domain::password::weakness;
use server::error::Error;
use server::{answer, clock};

use super::draft::Draft;
use super::{access, json};
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::menu::role_text;
use crate::pages::{self, Frame, wants_page};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "people/new.html")]
struct NewPage {
    frame: Frame,
    roles: Vec<(&'static str, String)>,
    languages: Vec<Language>,
    draft: Draft,
}

/// The roles an editor may give, with their names.
pub(super) fn roles(frame: &Frame, editor: &Editor) -> Vec<(&'static str, String)> {
    let roles = editor.standing().grantable().into_iter().rev();
    roles.map(|role| (role.name(), frame.t(role_text(&role)).into_owned())).collect()
}

fn page(frame: Frame, editor: &Editor, draft: Draft) -> NewPage {
    let roles = roles(&frame, editor);
    NewPage { frame, roles, languages: editor.languages.clone(), draft }
}

/// `GET /user-management/new`: the form.
pub(super) async fn form(frame: Frame, editor: Editor) -> Result<HttpResponse, Error> {
    let draft = Draft {
        role: "contentManager".to_owned(),
        languages: vec![editor.language],
        ..Draft::default()
    };
    pages::html(&page(frame, &editor, draft))
}

/// `POST /user`: a new editor. Without a `password`, which the form does not have, she chooses
/// one herself by the link that the answer shows.
pub(super) async fn create(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let mut draft = Draft::read(&submitted, &editor.standing());
    let (Some(standing), Some(profile)) = (draft.standing(), draft.profile()) else {
        return refuse(&request, frame, &editor, draft, Error::bad("type must be a role"));
    };
    if draft.mistakes.count() > 0 {
        let error = Error::bad(draft.mistakes.message());
        return refuse(&request, frame, &editor, draft, error);
    }
    if !editor.standing().may_manage(&standing) {
        return Err(Error::Forbidden("you may not make such an editor"));
    }
    let password = match submitted.text("password") {
        "" => None,
        password if weakness(password, &draft.username).is_some() => {
            return Err(Error::bad("the password is too short, too long or too common"));
        }
        password => Some(cms.credentials.hasher.hash(password).await?),
    };
    let needs_link = password.is_none();
    let lang = if draft.has(&editor.language) { editor.language } else { draft.languages[0] };
    let new = NewEditor {
        profile,
        password,
        lang: lang.code().to_owned(),
        date_created: clock::now().to_iso(),
    };
    let author = editor.author();
    let created = cms
        .db
        .write(move |connection| {
            let id = editor::create(connection, &new)?;
            if id.is_some() {
                let detail = format!("{}, {}", new.profile.role, new.profile.languages.join(" "));
                let (act, item) = (Act::EditorCreated, new.profile.username.as_str());
                audit::record(connection, &Entry { author: &author, act, item, detail: &detail })?;
            }
            id.map_or(Ok(None), |id| Ok(editor::find(connection, id)?))
        })
        .await?;
    let Some(created) = created else {
        draft.mistakes.username = "people-username-taken";
        let error = Error::Conflict("another editor has this name");
        return refuse(&request, frame, &editor, draft, error);
    };
    if !wants_page(&request) {
        return Ok(answer::ok(&json::of(&created)));
    }
    if needs_link {
        return access::show_link(&request, frame, &editor, &cms, &created).await;
    }
    Ok(pages::see_other(&format!("/user-management/{}", created.id)))
}

fn refuse(
    request: &HttpRequest,
    frame: Frame,
    editor: &Editor,
    draft: Draft,
    error: Error,
) -> Result<HttpResponse, Error> {
    if !wants_page(request) {
        return Err(error);
    }
    let status = match error {
        Error::Conflict(_) => StatusCode::CONFLICT,
        _ => StatusCode::BAD_REQUEST,
    };
    pages::html_with(status, &page(frame, editor, draft))
}
