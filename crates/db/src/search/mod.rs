//! Search over all content.
//!
//! [`refresh`] brings table `search_entry` up to date, [`find`] searches it: with PostgreSQL's
//! full text, or, where nothing has the words as they are written, for words that are alike.
//! The tables are small, some thousand rows, so both read all of it.

mod configuration;
mod find;
mod outdated;
mod refresh;
mod saved;
mod similar;

pub use configuration::Configuration;
pub use find::{Facet, Filter, Found, MARK_END, MARK_START, Results, find};
pub use outdated::outdated;
pub use refresh::refresh;
pub use saved::{MOST_SAVED, SavedSearch, delete as delete_saved, list as list_saved, save};
pub use similar::similar;
