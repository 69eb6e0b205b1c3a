//! The one door for every change that an editor makes to content.
//!
//! What is kept of a row is its [`image`]: the JSON of all its columns. So one pair of functions
//! reads and writes the rows of every table, history and trash work for all of them alike, and a
//! column that a later version of the original adds is kept too. [`update()`] locks the row,
//! compares its version with the one the editor has seen, writes, and records a revision, all
//! in one transaction.

mod change;
mod delete;
mod image;
mod item;
mod list;
mod order;
mod restore;
pub mod revision;
mod rows;
mod trash;
mod undo;
mod write;

pub use change::{Author, Changed, create, update};
pub(crate) use change::{change, create_in};
pub use delete::{Deleted, delete, delete_all};
pub use image::{Image, image, images};
pub use item::{Item, Key, TABLES, Table};
pub use list::{Direction, ListQuery, Listed, ListedRows, count_live, list};
pub use order::{OrderChange, existing, reorder};
pub use restore::restore;
pub use rows::{
    AllOrNone, Saved, Titled, Unique, create_row, save_row, save_rows, titled, with_dependents,
};
pub(crate) use rows::{create_row_as, save_row_in};
pub use trash::{
    TRASH_DAYS, TrashEntry, UndoOutcome, purge_trash, trash, trashed_tables, undo_deletion,
};
pub use undo::{Undone, undo_changes};
pub use write::{KEPT, insert_row, next_serial, update_row};
