//! Every route of the cms, area by area.

use actix_web::middleware::from_fn;
use actix_web::{HttpResponse, web};
use server::error::Error;

use crate::access::{Entry, Routes};
use crate::state::Cms;
use crate::{
    access, account, alerts, audit, checklist, content, documents, drafts, exchange, files,
    handbook, import, jobs, messages, notifications, pages, people, presence, preview, releases,
    search, session, sign_in, statistics, surveys, toolbox, translation,
};

/// Adds every area's routes.
fn add(routes: &mut Routes<'_>) {
    exchange::routes(routes);
    import::routes(routes);
    pages::preferences::routes(routes);
    sign_in::routes(routes);
    account::routes(routes);
    people::routes(routes);
    audit::routes(routes);
    files::routes(routes);
    statistics::routes(routes);
    checklist::routes(routes);
    handbook::routes(routes);
    drafts::routes(routes);
    releases::routes(routes);
    content::routes(routes);
    translation::routes(routes);
    surveys::routes(routes);
    documents::routes(routes);
    messages::routes(routes);
    jobs::routes(routes);
    notifications::routes(routes);
    alerts::routes(routes);
    presence::routes(routes);
    preview::routes(routes);
    search::routes(routes);
    toolbox::routes(routes);
}

/// The table of all routes that editors use.
pub fn table() -> Vec<Entry> {
    let mut routes = Routes::listing();
    add(&mut routes);
    routes.entries()
}

/// Mounts the routes behind sessions.
pub(crate) fn mount(config: &mut web::ServiceConfig, cms: &Cms) {
    let former = session::FormerSecret::new(&cms.settings);
    config.service(
        web::scope("")
            .wrap(from_fn(pages::show_as_page))
            .wrap(session::middleware(cms))
            .wrap(from_fn(move |request, next| former.clone().accept(request, next)))
            .configure(|config| add(&mut Routes::into(config)))
            .default_service(web::to(not_found).wrap(from_fn(access::recognise))),
    );
}

async fn not_found() -> Result<HttpResponse, Error> {
    Err(Error::NotFound("no such route"))
}
