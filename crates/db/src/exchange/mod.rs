//! Content on its way out, and what editors have converted.

pub mod content;
pub mod conversion;
