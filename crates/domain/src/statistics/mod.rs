//! The statistics: which groups people are counted in, and which of the counts may be shown.
//!
//! Everything that leaves the service (pages, exports, JSON) goes through [`Rules`].

mod answers;
mod elsewhere;
mod group;
mod people;
mod series;
mod suppression;

pub use answers::{AnswerFilter, Like, protect_answers};
pub use group::{AgeGroup, Gender, Location};
pub use people::{Figures, Filter, Group, Named, Period, Provinces};
pub use series::{Point, Series, Span};
pub use suppression::{Rules, Shown};
