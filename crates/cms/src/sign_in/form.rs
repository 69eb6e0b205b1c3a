//! The sign-in page.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use server::client_address::ClientPrefix;
use server::error::Error;
use server::query::Query;

use super::{State, begin, code};
use crate::address::safe_return;
use crate::form::Submitted;
use crate::pages::{self, Frame};
use crate::translation::START;

/// Longest name that is looked up.
const LONGEST_NAME: usize = 200;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    frame: Frame,
    username: String,
    next: String,
    failure: Option<String>,
}

/// `GET /` and `GET /login`: the form, or the start page for who is signed in.
pub(super) async fn show(frame: Frame, query: Query) -> Result<HttpResponse, Error> {
    let next = wanted(query.get("next").unwrap_or_default()).to_owned();
    if frame.editor.is_some() {
        return Ok(pages::see_other(&next));
    }
    pages::html(&SignInPage { frame, username: String::new(), next, failure: None })
}

/// `POST /login`: in, or the form again with the name kept. What is wrong is not told: that
/// would tell which names exist.
pub(super) async fn sign_in(
    request: HttpRequest,
    frame: Frame,
    cms: State,
    session: Session,
    from: ClientPrefix,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (username, password) = (submitted.text("username"), submitted.text("password"));
    let next = wanted(submitted.text("next"));
    let (status, key) = if username.is_empty() || username.len() > LONGEST_NAME {
        (StatusCode::BAD_REQUEST, "sign-in-wrong")
    } else {
        match cms.credentials.check(username, password, from).await {
            Ok(Some(editor)) => {
                if editor.has_totp {
                    return code::ask(&session, &editor, next);
                }
                cms.credentials.welcome(&editor, from).await?;
                begin(&request, &editor, from)?;
                return Ok(pages::see_other(next));
            }
            Ok(None) => (StatusCode::BAD_REQUEST, "sign-in-wrong"),
            Err(Error::TooManyRequests(_)) => (StatusCode::TOO_MANY_REQUESTS, "sign-in-too-often"),
            Err(error) => return Err(error),
        }
    };
    if !pages::wants_page(&request) {
        return Err(Error::Unauthorized("the name or the password is wrong"));
    }
    let failure = Some(frame.t(key).into_owned());
    let (username, next) = (username.to_owned(), next.to_owned());
    pages::html_with(status, &SignInPage { frame, username, next, failure })
}

/// The page to go to after signing in.
fn wanted(path: &str) -> &str {
    safe_return(Some(path)).filter(|path| *path != "/").unwrap_or(START)
}
