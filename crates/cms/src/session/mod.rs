//! Sessions of editors: rows in PostgreSQL, so that they can be listed and ended.
//!
//! The browser holds a random key in an encrypted cookie that lives until the browser closes;
//! when a session ends is decided here, at every request.

mod browser;
pub mod entry;
mod former_secret;
mod store;

use actix_session::SessionMiddleware;
use actix_session::config::BrowserSession;
use actix_web::cookie::{Key, SameSite};
use db::editor::session::Lifetime;
use domain::secret::Secret;
use sha2::{Digest, Sha512};

use crate::settings::CmsSettings;
use crate::state::Cms;
pub use browser::browser;
pub(crate) use former_secret::FormerSecret;
pub use store::{PostgresSessions, key_hash};

/// The name of the cookie. One with the prefix is accepted by browsers only over https and for
/// this host alone.
pub fn cookie_name(settings: &CmsSettings) -> &'static str {
    if settings.secure_cookies { "__Host-session" } else { "session" }
}

/// What the cookie is encrypted with.
pub fn cookie_key(secret: &Secret) -> Key {
    Key::from(&Sha512::digest(secret.expose()))
}

/// How long sessions live.
pub fn lifetime(settings: &CmsSettings) -> Lifetime {
    Lifetime { idle_minutes: settings.session_idle_minutes, hours: settings.session_hours }
}

/// What gives every request its session.
pub(crate) fn middleware(cms: &Cms) -> SessionMiddleware<PostgresSessions> {
    let settings = &cms.settings;
    let store = PostgresSessions::new(cms.db.clone(), lifetime(settings));
    SessionMiddleware::builder(store, cookie_key(&settings.session_secret))
        .cookie_name(cookie_name(settings).to_owned())
        .cookie_secure(settings.secure_cookies)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Strict)
        .session_lifecycle(BrowserSession::default())
        .build()
}
