//! The workbook that goes to editors and comes back into the database.
//!
//! It is the content workbook with what that takes: the names of columns in words in a second
//! row (the first one, which is hidden, keeps those for the way back), cells to choose from
//! beside those to write in, limits, the language of each row, and empty rows for new items.
//! [`write()`] makes one; [`read()`] takes out of one that came back what somebody has filled in.

mod labels;
mod lines;
mod read;
mod spec;
mod write;

pub use labels::Labels;
pub use lines::{Cell, Line, Parents, digest};
pub use read::{Read, read};
pub use write::{Desk, write};
