//! Signing in and out.

mod code;
pub mod credentials;
pub mod default_account;
mod form;
pub mod former_secret;
pub mod keys;
mod seal;
mod sign_out;
pub mod totp;

use std::time::Duration;

use actix_session::{Session, SessionExt};
use actix_web::http::header::USER_AGENT;
use actix_web::{HttpRequest, web};
use db::editor::{self, StoredEditor};
use domain::language::Language;
use server::client_address::ClientPrefix;
use server::error::Error;

use crate::access::{Editor, Need, Routes};
use crate::pages::language_cookie;
use crate::session::entry;
use crate::state::Cms;
pub use seal::seal;

/// Adds the routes of signing in and out.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get("/", Need::Public, form::show)
        .get("/login", Need::Public, form::show)
        .post("/login", Need::Public, form::sign_in)
        .get("/login/code", Need::Public, code::show)
        .post("/login/code", Need::Public, code::check)
        .post("/logout", Need::Public, sign_out::sign_out);
}

/// How long a caller is asked to wait when nobody can say who she is.
const AWAY: Duration = Duration::from_secs(5);

/// Most letters of a browser's own name that are kept.
const LONGEST_USER_AGENT: usize = 200;

/// The editor whose session a request belongs to.
pub(crate) async fn current_editor(request: &HttpRequest) -> Result<Option<Editor>, Error> {
    let session = request.get_session();
    if session.contains_key(entry::UNKNOWN) {
        return Err(Error::Unavailable(AWAY));
    }
    let (Some(id), Some(sealed)) =
        (entry::get::<i32>(&session, entry::EDITOR), entry::get::<String>(&session, entry::SEAL))
    else {
        return Ok(None);
    };
    let cms = Cms::of(request)?;
    let Some(stored) = cms.db.run(move |connection| Ok(editor::find(connection, id)?)).await?
    else {
        session.purge();
        return Ok(None);
    };
    if seal(&stored) != sealed {
        session.purge();
        return Ok(None);
    }
    let cookie = request.cookie(language_cookie(&cms.settings));
    let browser = cookie.and_then(|cookie| Language::from_code(cookie.value()));
    let editor = Editor::of(&stored, browser);
    let settings = &cms.settings;
    Ok(editor.map(|editor| {
        let must = settings.totp_required.includes(editor.role);
        Editor { must_set_up_totp: must && !stored.has_totp, ..editor }
    }))
}

/// Makes the session of a request that of `editor`, under a new key.
pub(crate) fn begin(
    request: &HttpRequest,
    editor: &StoredEditor,
    from: ClientPrefix,
) -> Result<(), Error> {
    let cms = Cms::of(request)?;
    let session: Session = request.get_session();
    session.clear();
    session.renew();
    let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
    let agent: String = agent.unwrap_or_default().chars().take(LONGEST_USER_AGENT).collect();
    entry::set(&session, entry::EDITOR, editor.id)?;
    entry::set(&session, entry::SEAL, seal(editor))?;
    entry::set(&session, entry::USER_AGENT, agent)?;
    entry::set(&session, entry::NETWORK, cms.credentials.keys.address(from).0)
}

type State = web::Data<Cms>;
