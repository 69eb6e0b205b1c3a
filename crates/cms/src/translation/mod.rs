//! The translation desk: rows of two languages that say the same thing, and how far each
//! translation is.
//!
//! `start` is the page after signing in: what there is to do in the language that is worked in.
//! `list` goes on with all of it, `pairing` proposes which rows belong together, `side` shows a
//! source beside its translation, whose text `save` keeps as a draft. `panel` is what the form
//! of an item says about its other half. Whoever works in one language reads the other one here
//! and cannot write it.

mod carrying;
mod list;
mod loaded;
pub(crate) mod lookup;
mod pair;
mod pairing;
mod panel;
mod rows;
mod save;
mod side;
mod start;
mod words;

use crate::access::{Need, Routes};
use crate::content::WRITE;

pub(crate) use start::PATH as START;

/// Adds the routes.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get(START, Need::SignedIn, start::show)
        .get("/translation", WRITE, list::show)
        .get("/translation/pairing", WRITE, pairing::show)
        .post("/translation/pairing", WRITE, pair::submit)
        .get("/translation/{table}/{id}", WRITE, side::show)
        .post("/translation/{table}/{id}", WRITE, save::submit)
        .post("/translation/{table}/{id}/still-correct", WRITE, save::still_correct)
        .post("/translation/{table}/{id}/link", WRITE, pair::by_hand)
        .post("/translation/{table}/{id}/unlink", WRITE, pair::unlink)
        .get("/translation/{table}/{id}/panel", WRITE, panel::show);
}
