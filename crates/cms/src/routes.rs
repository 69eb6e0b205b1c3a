//! Every route of the cms, area by area.

use actix_session::SessionMiddleware;
use actix_session::config::PersistentSession;
use actix_web::cookie::{Key, SameSite, time};
use actix_web::middleware::from_fn;
use actix_web::{HttpResponse, web};
use server::error::Error;
use sha2::{Digest, Sha512};

use crate::access::{Entry, Routes};
use crate::session::PostgresSessions;
use crate::state::Cms;
use crate::{pages, sign_in};

/// Adds every area's routes.
fn add(routes: &mut Routes<'_>) {
    sign_in::routes(routes);
}

/// The table of all routes that editors use.
pub fn table() -> Vec<Entry> {
    let mut routes = Routes::listing();
    add(&mut routes);
    routes.entries()
}

/// Mounts the routes behind sessions.
pub(crate) fn mount(config: &mut web::ServiceConfig, cms: &Cms) {
    config.service(
        web::scope("")
            .wrap(from_fn(pages::show_as_page))
            .wrap(sessions(cms))
            .configure(|config| add(&mut Routes::into(config)))
            .default_service(web::to(not_found)),
    );
}

fn sessions(cms: &Cms) -> SessionMiddleware<PostgresSessions> {
    let settings = &cms.settings;
    // A name with this prefix is accepted by browsers only over https and for this host alone.
    let name = if settings.secure_cookies { "__Host-session" } else { "session" };
    let key = Key::from(&Sha512::digest(settings.session_secret.expose()));
    let idle = time::Duration::minutes(i64::from(settings.session_idle_minutes));
    SessionMiddleware::builder(PostgresSessions::new(cms.db.clone()), key)
        .cookie_name(name.to_owned())
        .cookie_secure(settings.secure_cookies)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Strict)
        .session_lifecycle(PersistentSession::default().session_ttl(idle))
        .build()
}

async fn not_found() -> Result<HttpResponse, Error> {
    Err(Error::NotFound("no such route"))
}
