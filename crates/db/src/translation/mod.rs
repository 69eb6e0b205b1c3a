//! Table `translation`: which rows say the same thing in another language, and of which text
//! that was last said.
//!
//! The app-facing tables stay as they are. What a translation is up to follows from digests of
//! the published texts (`rows`), so a change that somebody makes past the cms counts like any
//! other. [`work`] lists all rows with their translations in one statement; [`link`] and `done`
//! write; [`unpaired`] is what the pairing assistant looks at.

mod done;
mod link;
mod rows;
mod unpaired;
mod work;

pub use done::{Declaration, Declared, declare, last_seen, published};
pub use link::{Linked, link, partner, partners, purge, unlink, wait_for_pairs};
pub use rows::{TABLES, is_paired_by_itself, is_translated};
pub use unpaired::{Unpaired, unpaired};
pub use work::{OwnRow, Work, WorkQuery, loose, of_item, work};
