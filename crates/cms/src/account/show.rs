//! `GET /account`

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use db::editor::session::{self, Open};
use db::editor::{self, totp};
use server::error::Error;

use crate::access::Editor;
use crate::pages::{self, Frame};
use crate::session::{browser, entry, lifetime};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "account/show.html")]
struct AccountPage {
    frame: Frame,
    mistakes: Mistakes,
    has_totp: bool,
    codes_left: i64,
    sessions: Vec<SessionLine>,
}

/// What is wrong with a password that was sent; empty is nothing.
#[derive(Default)]
pub(super) struct Mistakes {
    pub(super) old: String,
    pub(super) new: String,
}

/// A browser she is signed in with.
pub(crate) struct SessionLine {
    pub(crate) open: Open,
    pub(crate) browser: String,
    pub(crate) is_this: bool,
}

/// `GET /account`: the page.
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
) -> Result<HttpResponse, Error> {
    page(frame, &editor, &cms, &session, Mistakes::default()).await
}

/// The page, with what is wrong.
pub(super) async fn page(
    frame: Frame,
    editor: &Editor,
    cms: &Cms,
    session: &Session,
    mistakes: Mistakes,
) -> Result<HttpResponse, Error> {
    let this: Option<i64> = entry::get(session, entry::ID);
    let (id, lifetime) = (editor.id, lifetime(&cms.settings));
    let (stored, codes_left, open) = cms
        .db
        .run(move |connection| {
            Ok((
                editor::find(connection, id)?,
                totp::recovery_codes_left(connection, id)?,
                session::of_editor(connection, id, lifetime)?,
            ))
        })
        .await?;
    let failed = !mistakes.old.is_empty() || !mistakes.new.is_empty();
    let status = if failed { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let page = AccountPage {
        frame,
        mistakes,
        has_totp: stored.is_some_and(|stored| stored.has_totp),
        codes_left,
        sessions: lines(open, this),
    };
    pages::html_with(status, &page)
}

/// Sessions as they are listed; `this` is the one of the request.
pub(crate) fn lines(open: Vec<Open>, this: Option<i64>) -> Vec<SessionLine> {
    open.into_iter()
        .map(|open| SessionLine {
            browser: browser(&open.user_agent),
            is_this: Some(open.id) == this,
            open,
        })
        .collect()
}
