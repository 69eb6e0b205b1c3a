//! How a phone shows an item before girls see it.
//!
//! `GET /preview/{table}/{id}` is of what is stored, the draft where there is one; `POST` of
//! what a form holds, for the panel beside it, which asks again while somebody types. Both are
//! pages of their own for those without scripts. What the app makes of a text is in
//! `domain::preview`.

mod show;
pub(crate) mod source;
mod view;

use domain::access::Ability;

pub(crate) use show::form_of;

use crate::access::{Need, Routes};

/// Adds the routes.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    const WRITE: Need = Need::Ability(Ability::WriteContent);
    routes.get("/preview/{table}/{id}", WRITE, show::stored).post(
        "/preview/{table}/{id}",
        WRITE,
        show::typed,
    );
}
