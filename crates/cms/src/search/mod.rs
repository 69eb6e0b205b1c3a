//! Search over all content, in every language that the editor may work in.

mod address;
mod page;
mod saved;
mod view;

use domain::access::Ability;

use crate::access::{Need, Routes};

/// Where it is.
pub(crate) const PAGE: &str = "/search";

/// Adds the routes.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    const WRITE: Need = Need::Ability(Ability::WriteContent);
    routes
        .get(PAGE, WRITE, page::show)
        .get("/search/saved", WRITE, saved::list)
        .post("/search/saved", WRITE, saved::save)
        .post("/search/saved/{id}/delete", WRITE, saved::delete)
        .delete("/search/saved/{id}", WRITE, saved::delete);
}
