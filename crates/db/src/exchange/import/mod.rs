//! Tables `sheet_import` and `sheet_import_row`: spreadsheets that came back.
//!
//! A file goes through four stages, each of them a job: [`begin`] stores it to be checked,
//! [`checked`] what would change, [`apply()`] takes that over as drafts, [`undo()`] takes the
//! drafts back. [`claim`] lets each stage be asked for once, however often somebody presses.

mod apply;
mod claim;
mod record;
mod rows;
mod undo;

pub use apply::{Applied, Taking, apply};
pub use claim::{Claim, claim};
pub use record::{Import, begin, checked, failed, find, newest};
pub use rows::{Count, Fate, NewRow, Row, RowQuery, counts, for_each, rows};
pub use undo::{Undone, undo};
