//! What to look at before an item is published: what stands in the way, what a reader would
//! miss, and where its links lead.

mod check;
mod links;
mod show;

use crate::access::Routes;
use crate::content::WRITE;

/// Adds the routes.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes.get("/checklist/{table}/{id}", WRITE, show::list).post(
        "/checklist/{table}/{id}/links",
        WRITE,
        show::links,
    );
}
