//! The sign-in page.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use server::client_address::ClientPrefix;
use server::error::Error;
use server::query::Query;

use super::{State, begin, local_path};
use crate::form::Submitted;
use crate::pages::{self, Frame};

/// Where editors start.
const START: &str = "/encyclopedia";

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
    let next = query.get("next").and_then(local_path);
    if frame.editor.is_some() {
        return Ok(pages::see_other(next.unwrap_or(START)));
    }
    let next = next.unwrap_or_default().to_owned();
    pages::html(&SignInPage { frame, username: String::new(), next, failure: None })
}

/// `POST /login`: in, or the form again with the name kept. What is wrong is not told: that
/// would tell which names exist.
pub(super) async fn sign_in(
    request: HttpRequest,
    frame: Frame,
    cms: State,
    from: ClientPrefix,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (username, password) = (submitted.text("username"), submitted.text("password"));
    let next = local_path(submitted.text("next"));
    let (status, key) = if username.is_empty() || username.len() > LONGEST_NAME {
        (StatusCode::BAD_REQUEST, "sign-in-wrong")
    } else {
        match cms.credentials.check(username, password, from).await {
            Ok(Some(editor)) => {
                begin(&request, &editor, from)?;
                return Ok(pages::see_other(next.unwrap_or(START)));
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
    let (username, next) = (username.to_owned(), next.unwrap_or_default().to_owned());
    pages::html_with(status, &SignInPage { frame, username, next, failure })
}
