//! The statistics: which groups people are counted in, which of the counts may be shown, and
//! days as they are in Nepal.
//!
//! Everything that leaves the service (pages, exports, JSON) goes through [`Rules::protect`].

mod day;
mod group;
mod people;
mod suppression;

pub use day::{Day, today_in_nepal};
pub use group::{AgeGroup, Gender, Location};
pub use people::{Figures, Filter, Group, Named, Period, Provinces};
pub use suppression::{Rules, Shown};
