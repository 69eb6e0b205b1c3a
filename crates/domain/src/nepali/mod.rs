//! Tools for whoever writes Nepali: digits, old fonts, and checks of a text and of a translation
//! beside its source.

mod checks;
mod digits;
mod preeti;

pub use checks::{Check, Finding, Setting, check, fix};
pub use digits::{numbers, to_latin, to_nepali};
pub use preeti::{looks_like_preeti, to_unicode};
