//! Push notifications as editors see them: the list, writing one, sending it, and what became
//! of it.
//!
//! [`crate::push`] sends them.

mod drafts;
mod list;
mod original;
mod show;
mod view;

use crate::access::{Need, Routes};
use domain::access::Ability;

/// The page of notifications and alerts.
pub(crate) const PAGE: &str = "/notifications-management";

/// Adds the routes of push notifications.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    let need = Need::Ability(Ability::SendPush);
    drafts::routes(routes);
    routes
        .get(PAGE, need, list::show)
        .post("/notification", need, original::submit)
        .get("/notification/{id}", need, show::show)
        .get("/notification/{id}/status", need, show::status)
        .post("/notification/{id}/resend", need, show::resend)
        .post("/notification/{id}/delete", need, show::remove)
        .delete("/notification/{id}", need, show::remove);
}
