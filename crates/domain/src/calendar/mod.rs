//! Days as Nepal counts them, beside those of the rest of the world.
//!
//! A moment of the database belongs to a day in Nepal, whose clocks are 5 hours and 45 minutes
//! ahead of UTC all year. That day is shown in both calendars.

mod age;
mod bikram_sambat;
mod clock_time;
mod day;
mod months;

pub use age::Age;
pub use bikram_sambat::BikramSambat;
pub use clock_time::ClockTime;
pub use day::Day;

/// How far clocks in Nepal are ahead of UTC, in milliseconds.
pub const NEPAL_OFFSET_MILLIS: i64 = (5 * 60 + 45) * 60 * 1_000;
