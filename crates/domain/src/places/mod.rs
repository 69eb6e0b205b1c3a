//! Countries and provinces: their codes as accounts and help centers store them, and their
//! names in the languages of our pages.
//!
//! An account's province is a *uid*, a number as text. Only Nepal has provinces here, since the
//! app offers no others; a code or uid that is not listed is [`OTHER`] to a reader, and is kept
//! as it is in the database.

mod country;
mod province;

pub use country::{Country, countries, country};
pub use province::{Province, province, provinces};

/// The code of Nepal, which every list names first.
pub const NEPAL: &str = "NP";

/// The code of a country that is not known or was not told.
pub const OTHER: &str = "00";
