//! Signing in and out.

use actix_web::HttpRequest;
use server::error::Error;

use crate::access::{Editor, Need, Routes};
use crate::pages::{self, Frame};

/// Adds the routes of signing in and out.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes.get("/", Need::Public, show).get("/login", Need::Public, show);
}

/// The editor whose session a request belongs to.
pub(crate) async fn current_editor(_request: &HttpRequest) -> Result<Option<Editor>, Error> {
    Ok(None)
}

#[derive(askama::Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    frame: Frame,
}

/// `GET /login`: the form.
async fn show(frame: Frame) -> Result<actix_web::HttpResponse, Error> {
    pages::html(&SignInPage { frame })
}
