//! The handbook for editors, in both languages, inside the cms.
//!
//! A chapter is a Markdown file in `en/` and `ne/` and a line in [`CHAPTERS`]; its pictures are in
//! `pictures/`, taken by the browser tests, which fail when a page has changed since.

mod chapter;
mod picture;
mod show;

use crate::access::{Need, Routes};

pub use chapter::CHAPTERS;

/// Adds the routes.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get("/handbook", Need::SignedIn, show::first)
        .get("/handbook/pictures/{name}", Need::SignedIn, picture::show)
        .get("/handbook/{chapter}", Need::SignedIn, show::one);
}
