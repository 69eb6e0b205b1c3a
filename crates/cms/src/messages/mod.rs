//! What users of the app have written through its contact form.
//!
//! Messages are private: the name may be a girl's, so none of it reaches a log, and what is
//! deleted is kept for 30 days at most, apart from the trash of content. Of her account nothing
//! is shown: only what she wrote.

mod act;
mod export;
mod list;
mod notes;
mod people;
mod read;
mod show;
mod templates;

use domain::access::Ability;

use crate::access::{Need, Routes};

const HANDLE: Need = Need::Ability(Ability::HandleMessages);

/// The page of the list.
const PAGE: &str = "/suggestions-management";

/// Adds the routes of messages.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get(PAGE, HANDLE, list::show)
        .get("/suggestions-management/export", HANDLE, export::csv)
        .get(templates::PAGE, HANDLE, templates::list)
        .post(templates::PAGE, HANDLE, templates::create)
        .get("/suggestions-management/templates/new", HANDLE, templates::new)
        .get("/suggestions-management/templates/{id}", HANDLE, templates::show)
        .post("/suggestions-management/templates/{id}", HANDLE, templates::save)
        .put("/suggestions-management/templates/{id}", HANDLE, templates::save)
        .delete("/suggestions-management/templates/{id}", HANDLE, templates::delete)
        .post("/suggestions-management/templates/{id}/delete", HANDLE, templates::delete)
        .post("/suggestions-management/templates/{id}/restore", HANDLE, templates::restore)
        .get("/suggestions-management/{id}", HANDLE, show::page)
        .post("/suggestions-management/bulk", HANDLE, act::bulk)
        .post("/suggestions-management/{id}/restore", HANDLE, act::restore)
        .post("/suggestions-management/{id}/assign", HANDLE, act::give)
        .post("/suggestions-management/{id}/notes", HANDLE, notes::add)
        .post("/suggestions-management/{id}/notes/{note}/delete", HANDLE, notes::delete)
        .post("/toggle-suggestions-status", HANDLE, act::set_status)
        .get("/suggestions", HANDLE, show::all)
        .get("/suggestions/{id}", HANDLE, show::one)
        .delete("/suggestions/{id}", HANDLE, act::delete)
        .post("/suggestions/{id}/delete", HANDLE, act::delete);
}
