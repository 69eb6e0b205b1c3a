//! Days in Nepal.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

use crate::moment::Moment;

/// How far Nepal is ahead of UTC, in milliseconds: 5:45 hours, the whole year.
const AHEAD: i64 = (5 * 60 + 45) * 60 * 1000;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day that `text` writes as `2026-01-31`; only years of four digits.
    pub fn parse(text: &str) -> Option<Day> {
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| shaped)?;
        (day.year() > 0).then_some(Day(day))
    }

    /// The first day of its month.
    #[must_use]
    pub fn first_of_month(self) -> Day {
        Day(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The next day.
    #[must_use]
    pub fn next(self) -> Day {
        Day(self.0.succ_opt().unwrap_or(self.0))
    }

    /// The same day of the next month, or its last.
    #[must_use]
    pub fn next_month(self) -> Day {
        Day(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    /// Days from this one to `other`; negative if that is earlier.
    pub fn days_until(self, other: Day) -> i64 {
        (other.0 - self.0).num_days()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.format("%Y-%m-%d"))
    }
}

/// Which day it is in Nepal at `now`.
pub fn today_in_nepal(now: Moment) -> Day {
    let there = chrono::DateTime::from_timestamp_millis(now.millis() + AHEAD);
    Day(there.unwrap_or_default().date_naive())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_a_quarter_past_six_in_utc() {
        let cases = [
            ("2026-11-24T18:14:59.999Z", "2026-11-24"),
            ("2026-11-24T18:15:00.000Z", "2026-11-25"),
            ("2026-12-31T23:00:00.000Z", "2027-01-01"),
        ];
        for (now, day) in cases {
            let now = Moment::parse(now).unwrap_or(Moment::EPOCH);
            assert_eq!(today_in_nepal(now).to_string(), day);
        }
    }

    #[test]
    fn days_are_read_strictly() {
        for text in ["2026-02-28", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(text).map(|day| day.to_string()).as_deref(), Some(text));
        }
        for text in [
            "",
            "2026-2-28",
            "2026-02-29",
            "2026-02-30x",
            "20260228",
            "+2026-02-2",
            "0000-01-01",
            "infinity",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
