//! The content workbook: all texts of a language in a spreadsheet, each beside an empty cell
//! for the translator.
//!
//! Out: [`write()`]. In: [`cells`] takes the file apart within limits, `table` finds columns
//! and rows, [`read()`] makes the checked model of them; nothing of that touches the database.
//! [`desk`] is the same workbook for editors who bring it back into the database.

pub mod cells;
mod columns;
pub mod desk;
mod open;
mod read;
#[cfg(test)]
mod round_trip;
mod rows;
mod style;
mod table;
mod write;

pub use open::Refused;
pub use read::{Blank, Ids, Options, Read, read};
pub use style::Styles;
pub use write::write;
