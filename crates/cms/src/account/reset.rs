//! `/reset-password/{token}`: a link that sets a password once.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use db::audit::{self, Act, Entry};
use db::editing::Author;
use db::editor;
use domain::password::weakness;
use server::error::Error;
use sha2::{Digest, Sha256};

use super::weakness_text;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "account/reset.html")]
struct ResetPage {
    frame: Frame,
    username: Option<String>,
    failure: String,
}

/// What stands for the token of a link in the database.
pub(crate) fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}

/// `GET /reset-password/{token}`: the form. Looking at it uses nothing up: mail programs and
/// messengers do that.
pub(super) async fn show(
    frame: Frame,
    cms: web::Data<Cms>,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let hash = token_hash(&token);
    let found =
        cms.db.run(move |connection| Ok(editor::find_by_reset_link(connection, &hash)?)).await?;
    let username = found.map(|editor| editor.username);
    let status = if username.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    pages::html_with(status, &ResetPage { frame, username, failure: String::new() })
}

/// `POST /reset-password/{token}`: sets `password` and ends the link.
pub(super) async fn set(
    frame: Frame,
    cms: web::Data<Cms>,
    session: Session,
    token: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let hash = token_hash(&token);
    let key = hash.clone();
    let found =
        cms.db.run(move |connection| Ok(editor::find_by_reset_link(connection, &key)?)).await?;
    let Some(found) = found else {
        let page = ResetPage { frame, username: None, failure: String::new() };
        return pages::html_with(StatusCode::NOT_FOUND, &page);
    };
    let password = submitted.text("password");
    if let Some(weakness) = weakness(password, &found.username) {
        let failure = frame.t(weakness_text(weakness)).into_owned();
        let page = ResetPage { frame, username: Some(found.username), failure };
        return pages::html_with(StatusCode::BAD_REQUEST, &page);
    }
    let new = cms.credentials.hasher.hash(password).await?;
    let set = cms
        .db
        .write(move |connection| {
            let set = editor::set_password_by_link(connection, &hash, &new)?;
            if let Some(editor) = &set {
                let author = Author { editor_id: Some(editor.id), name: editor.username.clone() };
                let (act, detail) = (Act::PasswordReset, "by a link");
                audit::record(connection, &Entry { author: &author, act, item: "", detail })?;
            }
            Ok(set)
        })
        .await?;
    if set.is_none() {
        let page = ResetPage { frame, username: None, failure: String::new() };
        return pages::html_with(StatusCode::NOT_FOUND, &page);
    }
    Flash::success(frame.t("reset-done")).keep(&session)?;
    Ok(pages::see_other("/login"))
}
