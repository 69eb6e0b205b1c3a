//! `POST /logout`

use actix_session::Session;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use db::audit::{self, Act, Entry};
use server::error::Error;

use super::State;
use crate::access::Editor;
use crate::pages;

/// `POST /logout`: the session ends, whoever's it was.
pub(super) async fn sign_out(
    request: HttpRequest,
    cms: State,
    session: Session,
) -> Result<HttpResponse, Error> {
    session.purge();
    let author = request.extensions().get::<Editor>().map(Editor::author);
    if let Some(author) = author {
        cms.db
            .write(move |connection| {
                let entry = Entry { author: &author, act: Act::SignOut, item: "", detail: "" };
                Ok(audit::record(connection, &entry)?)
            })
            .await?;
    }
    Ok(pages::see_other("/login"))
}
