//! Push notifications as editors see them: the list, writing one, and what became of it.
//!
//! [`crate::push`] sends them.

mod compose;
mod list;
mod show;
mod view;

use crate::access::{Need, Routes};
use domain::access::Ability;

/// The page of notifications and alerts.
pub(crate) const PAGE: &str = "/notifications-management";

/// Adds the routes of push notifications.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    let need = Need::Ability(Ability::SendPush);
    routes
        .get(PAGE, need, list::show)
        .get("/notification/new", need, compose::show)
        .post("/notification", need, compose::submit)
        .get("/notification/{id}", need, show::show)
        .get("/notification/{id}/status", need, show::status)
        .post("/notification/{id}/resend", need, show::resend)
        .post("/notification/{id}/delete", need, show::remove)
        .delete("/notification/{id}", need, show::remove);
}
