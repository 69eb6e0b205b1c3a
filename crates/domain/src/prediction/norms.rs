//! What is usual, in days. The sources:
//!
//! - ACOG Committee Opinion 651 (2015, reaffirmed 2021), "Menstruation in Girls and
//!   Adolescents": menarche at a median age of 12.4 years; in the first year after it
//!   cycles of 32.2 days on average; typically cycles of 21 to 45 days and bleeding of 7
//!   days or less; more than 90 days between periods, even once, is not usual.
//! - WHO multicentre study of adolescents (J Adolesc Health Care 1986;7:236-244; 1,472
//!   girls of 11 to 15 in Sri Lanka and Hong Kong): the first cycle has a median of 34
//!   days, by the fifth it is 31; bleeding lasts 4.7 days (SD 1.8) at first, later 4.9
//!   (SD 1.4).
//! - Pokhara Valley (BMC Women's Health 2016, doi:10.1186/s12905-016-0354-y; 260
//!   schoolgirls): menarche at 12.2 years (SD 0.9), cycles of 34.8 days (SD 11.8) by
//!   recall.
//! - Apple Women's Health Study (npj Digital Medicine 2023, doi:10.1038/s41746-023-00848-1;
//!   165,668 cycles): about 30 days below the age of 20; there, cycles vary by 46 % more
//!   than at 35 to 39.
//! - Belsey and Pinol (Contraception 1997): 29.0 days at the age of 20.
//! - FIGO 2018 (doi:10.1002/ijgo.12666), for adults: cycles of 24 to 38 days, bleeding of
//!   8 days or less; cycles are regular if the shortest and the longest are at most 7 to
//!   9 days apart.

use std::ops::RangeInclusive;

/// The figures for one kind of length, in days.
pub(super) struct Norm {
    /// The length to expect of a girl of whom nothing is known.
    pub(super) expected: f64,
    /// Standard deviation of the girls' own averages.
    pub(super) between_girls: f64,
    /// Standard deviation of one girl's lengths around her average.
    pub(super) within_girl: f64,
    /// How far from the middle of her lengths one of them is taken at face value.
    pub(super) regular: f64,
    /// What can be one length at all; anything else is a gap in the records or an error.
    pub(super) possible: RangeInclusive<f64>,
    /// What may be predicted.
    pub(super) usual: RangeInclusive<f64>,
}

impl Norm {
    /// From the first day of one period to the day before the next. `age` is in years.
    ///
    /// That 21 to 45 days are typical reads as two standard deviations of 6 days either
    /// way; how they divide into 4 and 4.5 is our estimate.
    pub(super) fn of_cycles(age: Option<f64>) -> Self {
        Self {
            expected: expected_cycle(age),
            between_girls: 4.0,
            within_girl: 4.5,
            regular: 7.0,
            possible: 15.0..=90.0,
            usual: 21.0..=45.0,
        }
    }

    /// Days of bleeding. The standard deviation of 1.4 divides into 1.1 and 0.9 by our
    /// estimate.
    pub(super) fn of_periods() -> Self {
        Self {
            expected: 5.0,
            between_girls: 1.1,
            within_girl: 0.9,
            regular: 2.0,
            possible: 1.0..=15.0,
            usual: 2.0..=8.0,
        }
    }
}

/// Cycles become shorter in the years after menarche, which the age stands in for: the
/// app does not tell the age at menarche.
fn expected_cycle(age: Option<f64>) -> f64 {
    const ANY_AGE: f64 = 31.0;
    match age {
        Some(age) if !(8.0..60.0).contains(&age) => ANY_AGE,
        Some(age) if age < 13.0 => 33.0,
        Some(age) if age < 15.0 => 32.0,
        Some(age) if age < 18.0 => 31.0,
        Some(age) if age < 20.0 => 30.0,
        Some(_) => 29.0,
        None => ANY_AGE,
    }
}
