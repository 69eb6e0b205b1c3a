//! Content on its way out and in, and what editors have converted.

pub mod content;
pub mod conversion;
pub mod import;
