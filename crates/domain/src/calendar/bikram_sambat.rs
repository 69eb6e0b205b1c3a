//! The official calendar of Nepal.

use std::fmt;

use super::day::Day;
use super::months::{FIRST_DAY, FIRST_YEAR, LENGTHS};
use crate::language::Language;

/// A date of Bikram Sambat, the official calendar of Nepal. Its months follow the sun, and how
/// long each is, an almanac says; ours goes from 2000 to 2090. Years that have not begun are
/// predictions: the official almanac of a year comes out shortly before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BikramSambat {
    year: i64,
    month: usize,
    day: i64,
}

impl BikramSambat {
    /// The date with these numbers, the month from 1; `None` where the almanac has no such day.
    pub fn new(year: i64, month: usize, day: i64) -> Option<BikramSambat> {
        let lengths = lengths(year)?;
        let length = i64::from(*lengths.get(month.checked_sub(1)?)?);
        (1..=length).contains(&day).then_some(BikramSambat { year, month, day })
    }

    /// The date of `day`; `None` outside the almanac.
    pub fn of(day: Day) -> Option<BikramSambat> {
        let mut left = day.days_since_epoch() - FIRST_DAY;
        if left < 0 {
            return None;
        }
        for (year, lengths) in (FIRST_YEAR..).zip(LENGTHS) {
            for (month, &length) in (1..).zip(lengths) {
                if left < i64::from(length) {
                    return Some(BikramSambat { year, month, day: left + 1 });
                }
                left -= i64::from(length);
            }
        }
        None
    }

    /// The day this date names.
    pub fn day(self) -> Day {
        let years = (FIRST_YEAR..self.year).filter_map(lengths).flatten();
        let months = lengths(self.year).into_iter().flatten().take(self.month - 1);
        let before: i64 = years.chain(months).map(|&length| i64::from(length)).sum();
        Day::from_days_since_epoch(FIRST_DAY + before + self.day - 1)
    }

    /// As people write it: `8 Mangsir 2083`, `८ मंसिर २०८३`.
    pub fn show(self, language: Language) -> String {
        let name = MONTHS[self.month - 1][usize::from(language == Language::Nepali)];
        language.digits(&format!("{} {name} {}", self.day, self.year))
    }
}

/// As numbers: `2083-08-08`.
impl fmt::Display for BikramSambat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn lengths(year: i64) -> Option<&'static [u8; 12]> {
    LENGTHS.get(usize::try_from(year - FIRST_YEAR).ok()?)
}

/// Names of the months, in English and in Nepali.
const MONTHS: [[&str; 2]; 12] = [
    ["Baisakh", "वैशाख"],
    ["Jestha", "जेठ"],
    ["Asar", "असार"],
    ["Shrawan", "साउन"],
    ["Bhadra", "भदौ"],
    ["Asoj", "असोज"],
    ["Kartik", "कात्तिक"],
    ["Mangsir", "मंसिर"],
    ["Poush", "पुस"],
    ["Magh", "माघ"],
    ["Falgun", "फागुन"],
    ["Chaitra", "चैत"],
];

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::{BikramSambat, FIRST_DAY, LENGTHS};
    use crate::calendar::Day;

    /// First days of all months, as a published library converts them.
    const PUBLISHED: &str = include_str!("months.tsv");

    #[test]
    fn every_month_begins_when_a_published_library_says() {
        let mut months = 0;
        for line in PUBLISHED.lines().filter(|line| !line.starts_with('#')) {
            let (month, first) = line.split_once('\t').unwrap();
            let (year, month) = month.split_once('-').unwrap();
            let date = BikramSambat::new(year.parse().unwrap(), month.parse().unwrap(), 1).unwrap();
            assert_eq!(date.day().to_iso(), first, "{date}");
            months += 1;
        }
        assert_eq!(months, 91 * 12);
    }

    #[test]
    fn every_day_of_the_almanac_comes_back() {
        let days: i64 = LENGTHS.iter().flatten().map(|&length| i64::from(length)).sum();
        for days in FIRST_DAY..FIRST_DAY + days {
            let day = Day::from_days_since_epoch(days);
            assert_eq!(BikramSambat::of(day).unwrap().day(), day);
        }
        for outside in [FIRST_DAY - 1, FIRST_DAY + days, i64::MIN / 2, i64::MAX / 2] {
            assert_eq!(BikramSambat::of(Day::from_days_since_epoch(outside)), None);
        }
    }

    #[test]
    fn there_are_no_other_dates() {
        for (year, month, day) in
            [(1999, 1, 1), (2091, 1, 1), (2083, 0, 1), (2083, 13, 1), (2083, 1, 0), (2083, 1, 32)]
        {
            assert_eq!(BikramSambat::new(year, month, day), None);
        }
    }
}
