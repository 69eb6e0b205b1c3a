//! `GET /user-management/{id}`: one editor.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use db::editor::StoredEditor;
use db::editor::session;
use domain::language::Language;
use server::error::Error;

use super::draft::Draft;
use super::{create, find};
use crate::access::Editor;
use crate::account::{SessionLine, lines};
use crate::pages::{self, Frame};
use crate::session::{entry, lifetime};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "people/show.html")]
struct PersonPage {
    frame: Frame,
    person: StoredEditor,
    is_self: bool,
    roles: Vec<(&'static str, String)>,
    languages: Vec<Language>,
    draft: Draft,
    sessions: Vec<SessionLine>,
}

impl PersonPage {
    /// The address of something that is done to her.
    fn path(&self, end: &str) -> String {
        format!("/user/{}/{end}", self.person.id)
    }
}

/// The page.
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let person = find(&cms, &editor, &id).await?;
    let draft = Draft {
        username: person.username.clone(),
        role: person.role.clone(),
        languages: Editor::of(&person, None).map(|one| one.languages).unwrap_or_default(),
        ..Draft::default()
    };
    page(frame, &editor, &cms, &session, person, draft, StatusCode::OK).await
}

/// The page with what was submitted.
pub(super) async fn page(
    frame: Frame,
    editor: &Editor,
    cms: &Cms,
    kept: &Session,
    person: StoredEditor,
    draft: Draft,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (id, lifetime) = (person.id, lifetime(&cms.settings));
    let open =
        cms.db.run(move |connection| Ok(session::of_editor(connection, id, lifetime)?)).await?;
    let roles = create::roles(&frame, editor);
    let page = PersonPage {
        frame,
        is_self: person.id == editor.id,
        person,
        roles,
        languages: editor.languages.clone(),
        draft,
        sessions: lines(open, entry::get(kept, entry::ID)),
    };
    pages::html_with(status, &page)
}
