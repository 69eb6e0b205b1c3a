//! Drafts: text that is written and not yet in the app.
//!
//! The tables that phones read hold only what is published. A draft is a row of `draft` beside
//! the row it will change, or alone for a new item, whose key is chosen at once so that
//! everything else can refer to it. [`save`] keeps what an editor wrote however unfinished it
//! is; [`publish`] brings it into the app through [`crate::editing`], so that history, roll-back
//! and the phones' snapshot treat it as any other change.

pub mod bulk;
mod draft;
mod history;
mod list;
mod newest;
mod publish;
mod save;
mod step;

pub use draft::{Draft, find, lock, reserve};
pub use history::{DraftRevision, find_revision, history};
pub use list::{DraftListed, DraftQuery, list, titled};
pub use publish::{Published, Publishing, publish};
pub use save::{DraftSaved, Saving, rebase, save};
pub use step::{Stepped, discard, give_back, submit};
