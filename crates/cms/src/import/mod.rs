//! Spreadsheets that go to editors and come back into the database, without a developer.
//!
//! [`WORKBOOK`] makes the file; one that comes back is checked ([`CHECK`]) and its report read;
//! then its rows become drafts, all at once ([`APPLY`]), and can be taken back as a whole
//! ([`UNDO`]). Nothing here changes what phones read: drafts are published as any others.

mod change;
mod check;
mod file;
pub mod judge;
pub mod outcome;
mod page;
mod report;
mod take;
mod upload;
mod workbook;

use domain::access::Ability;

use crate::access::{Need, Routes};

pub use change::Change;
pub use check::KIND as CHECK;
pub use take::{APPLY, UNDO};
pub use workbook::KIND as WORKBOOK;

/// Adds the routes.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    const NEED: Need = Need::Ability(Ability::WriteContent);
    routes
        .get("/import", NEED, page::show)
        .post("/import", NEED, upload::submit)
        .post("/import/workbook", NEED, workbook::submit)
        .get("/import/{id}", NEED, report::show)
        .get("/import/{id}/progress", NEED, report::progress)
        .get("/import/{id}/report", NEED, file::show)
        .post("/import/{id}/apply", NEED, take::apply)
        .post("/import/{id}/undo", NEED, take::undo);
}
