//! The second step of signing in: the code of the minute.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use db::editor::{self, StoredEditor};
use server::client_address::ClientPrefix;
use server::clock;
use server::error::Error;

use super::{State, begin, seal};
use crate::form::Submitted;
use crate::pages::{self, Frame};
use crate::session::entry;

/// Milliseconds until the password has to be typed again.
const PATIENCE: i64 = 10 * 60 * 1000;

#[derive(Template)]
#[template(path = "sign_in_code.html")]
struct CodePage {
    frame: Frame,
    failure: Option<String>,
}

/// Remembers that the password of `editor` was right, and asks for her code.
pub(super) fn ask(
    session: &Session,
    editor: &StoredEditor,
    next: &str,
) -> Result<HttpResponse, Error> {
    session.clear();
    session.renew();
    entry::set(session, entry::PENDING, editor.id)?;
    entry::set(session, entry::PENDING_SEAL, seal(editor))?;
    entry::set(session, entry::PENDING_SINCE, clock::now().millis())?;
    entry::set(session, entry::NEXT, next)?;
    Ok(pages::see_other("/login/code"))
}

/// `GET /login/code`: the form.
pub(super) async fn show(
    frame: Frame,
    cms: State,
    session: Session,
) -> Result<HttpResponse, Error> {
    if pending(&cms, &session).await?.is_none() {
        return Ok(pages::see_other("/login"));
    }
    pages::html(&CodePage { frame, failure: None })
}

/// `POST /login/code`: in, or the form again.
pub(super) async fn check(
    request: HttpRequest,
    frame: Frame,
    cms: State,
    session: Session,
    from: ClientPrefix,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let Some(editor) = pending(&cms, &session).await? else {
        return Ok(pages::see_other("/login"));
    };
    let (status, key) =
        match cms.credentials.check_code(&editor, submitted.text("code"), from).await {
            Ok(true) => {
                let next: String = entry::get(&session, entry::NEXT).unwrap_or_default();
                cms.credentials.welcome(&editor, from).await?;
                begin(&request, &editor, from)?;
                return Ok(pages::see_other(&next));
            }
            Ok(false) => (StatusCode::BAD_REQUEST, "sign-in-code-wrong"),
            Err(Error::TooManyRequests(_)) => (StatusCode::TOO_MANY_REQUESTS, "sign-in-too-often"),
            Err(error) => return Err(error),
        };
    if !pages::wants_page(&request) {
        return Err(Error::Unauthorized("the code is wrong"));
    }
    let failure = Some(frame.t(key).into_owned());
    pages::html_with(status, &CodePage { frame, failure })
}

/// The editor whose password was right a moment ago, if nothing has changed since.
async fn pending(cms: &State, session: &Session) -> Result<Option<StoredEditor>, Error> {
    let id: Option<i32> = entry::get(session, entry::PENDING);
    let since: i64 = entry::get(session, entry::PENDING_SINCE).unwrap_or(0);
    let Some(id) = id.filter(|_| clock::now().millis() - since < PATIENCE) else {
        return Ok(None);
    };
    let sealed: Option<String> = entry::get(session, entry::PENDING_SEAL);
    let found = cms.db.run(move |connection| Ok(editor::find(connection, id)?)).await?;
    Ok(found.filter(|editor| Some(seal(editor)) == sealed))
}
