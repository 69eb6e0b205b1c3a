//! All content of one language as one value, on its way out of the database or into a file.
//!
//! A file that comes in is parsed into [`content::Content`], what was noticed on the way is
//! said in a [`report::Report`], and [`integrity`] checks the result. Nothing here knows what
//! kind of file it was.

pub mod content;
pub mod integrity;
pub mod limits;
pub mod literal;
pub mod locale;
pub mod report;
pub mod sheet_name;
