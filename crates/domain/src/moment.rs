//! Moments in time as the phones write them and JavaScript reads them.
//!
//! The original service parsed dates with JavaScript's `Date` in the UTC zone, and phones
//! in the field rely on what that takes. So this is that reading, not a stricter one.

mod civil;
mod format;
mod parse;

use civil::{Civil, MILLIS_PER_DAY};

/// JavaScript's last moment, and negated its first: a hundred million days.
const MAX_MILLIS: i64 = 100_000_000 * MILLIS_PER_DAY;

/// Milliseconds since 1970-01-01T00:00:00Z, within JavaScript's range of ±8.64e15
/// (the years -271821 to 275760).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Moment = Moment(0);

    /// The moment `millis` milliseconds after (before, if negative) the Unix epoch; None
    /// outside JavaScript's range.
    pub fn from_millis(millis: i64) -> Option<Self> {
        (-MAX_MILLIS..=MAX_MILLIS).contains(&millis).then_some(Self(millis))
    }

    /// As `new Date(number)`: milliseconds since the Unix epoch, a fraction cut off; None
    /// for what is not a number or lies outside JavaScript's range.
    pub fn from_js_number(number: f64) -> Option<Self> {
        // NaN fails the comparison. The cast is exact: the limit is below 2^53.
        (number.abs() <= MAX_MILLIS as f64).then_some(Self(number as i64))
    }

    /// As `new Date(text)` in the V8 engine, a date-time without a zone being UTC.
    ///
    /// This takes the ISO forms (`2010`, `2010-02`, `2010-02-03`, date-times with `Z`, an
    /// offset or no zone, years of six digits with a sign) and whatever V8's lenient
    /// second parser takes: RFC 1123, `Feb 3, 2010`, `2/3/2010` (month first),
    /// `3 Feb 2010 10:00 pm GMT+0545`. The 29th to 31st of a shorter month roll over into
    /// the next. None for all that V8 calls an invalid date.
    pub fn parse(text: &str) -> Option<Self> {
        parse::millis(text).and_then(Self::from_millis)
    }

    /// Milliseconds since the Unix epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// As `toISOString`: `2010-02-02T00:00:00.000Z`, the years before 0 and after 9999
    /// with a sign and six digits.
    pub fn to_iso(self) -> String {
        format::iso(self)
    }

    /// The literal for a `timestamp` column of `PostgreSQL`, such as `2010-02-02 00:00:00.000`;
    /// years up to 0 are counted as there, with `BC`. None outside its range,
    /// which begins in 4713 BC (its end in 294276 AD is after JavaScript's).
    pub fn to_postgres_text(self) -> Option<String> {
        format::postgres(self)
    }

    /// The same time of day one calendar month earlier; on a day that month does not
    /// have, its last day. At the very beginning of the range, the first moment.
    #[must_use]
    pub fn minus_one_month(self) -> Self {
        let (date, time) = self.date_and_time();
        let earlier = date.minus_one_month();
        let millis = earlier.days_since_epoch() * MILLIS_PER_DAY + time;
        Self(millis.max(-MAX_MILLIS))
    }

    /// The last moment of which [`Moment::minus_one_month`] is not later than this one: the
    /// same time of day one calendar month later, or where that month has no such day, its end.
    /// None beyond the range.
    pub fn plus_one_month(self) -> Option<Self> {
        let (date, time) = self.date_and_time();
        let (later, whole) = date.plus_one_month();
        let time = if whole { time } else { MILLIS_PER_DAY - 1 };
        Self::from_millis(later.days_since_epoch() * MILLIS_PER_DAY + time)
    }

    /// Completed years from this moment, a birth, until `now`: an age, by the dates in
    /// UTC. Somebody born on 29 February grows older on 1 March in common years. Negative
    /// if `now` is on an earlier date.
    pub fn full_years_until(self, now: Self) -> i32 {
        let (birth, _) = self.date_and_time();
        let (today, _) = now.date_and_time();
        let before_birthday = (today.month, today.day) < (birth.month, birth.day);
        let years = today.year - birth.year - i64::from(before_birthday);
        // Both years have six digits at most.
        i32::try_from(years).unwrap_or(i32::MAX)
    }

    /// The date in UTC and the milliseconds since its midnight.
    fn date_and_time(self) -> (Civil, i64) {
        (
            Civil::from_days_since_epoch(self.0.div_euclid(MILLIS_PER_DAY)),
            self.0.rem_euclid(MILLIS_PER_DAY),
        )
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn moment(iso: &str) -> Moment {
        Moment::parse(iso).unwrap()
    }

    #[test]
    fn the_range_is_javascripts() {
        let cases = [
            (0, true),
            (8_640_000_000_000_000, true),
            (8_640_000_000_000_001, false),
            (-8_640_000_000_000_000, true),
            (-8_640_000_000_000_001, false),
            (i64::MIN, false),
            (i64::MAX, false),
        ];
        for (millis, inside) in cases {
            assert_eq!(Moment::from_millis(millis).is_some(), inside, "{millis}");
        }
    }

    #[test]
    fn numbers_are_cut_off_toward_zero() {
        let cases = [
            (0.0, Some(0)),
            (-0.0, Some(0)),
            (1.9, Some(1)),
            (-1.9, Some(-1)),
            (1_265_068_800_000.5, Some(1_265_068_800_000)),
            (8.64e15, Some(8_640_000_000_000_000)),
            (-8.64e15, Some(-8_640_000_000_000_000)),
            (8.640_000_000_000_001e15, None),
            (1e300, None),
            (f64::INFINITY, None),
            (f64::NEG_INFINITY, None),
            (f64::NAN, None),
        ];
        for (number, millis) in cases {
            assert_eq!(Moment::from_js_number(number).map(Moment::millis), millis, "{number}");
        }
    }

    #[test]
    fn a_month_earlier_is_the_same_day_or_the_last() {
        let cases = [
            ("2024-03-15T08:30:00.123Z", "2024-02-15T08:30:00.123Z"),
            ("2024-03-31T00:00:00.000Z", "2024-02-29T00:00:00.000Z"),
            ("2023-03-31T00:00:00.000Z", "2023-02-28T00:00:00.000Z"),
            ("2023-03-28T00:00:00.000Z", "2023-02-28T00:00:00.000Z"),
            ("2024-01-31T23:59:59.999Z", "2023-12-31T23:59:59.999Z"),
            ("2024-12-31T00:00:00.000Z", "2024-11-30T00:00:00.000Z"),
            ("2000-03-30T00:00:00.000Z", "2000-02-29T00:00:00.000Z"),
            ("1900-03-30T00:00:00.000Z", "1900-02-28T00:00:00.000Z"),
            ("1969-12-31T23:59:59.999Z", "1969-11-30T23:59:59.999Z"),
            ("0000-01-15T00:00:00.000Z", "-000001-12-15T00:00:00.000Z"),
            ("-271821-04-20T00:00:00.000Z", "-271821-04-20T00:00:00.000Z"),
            ("-271821-05-20T00:00:00.000Z", "-271821-04-20T00:00:00.000Z"),
        ];
        for (from, to) in cases {
            assert_eq!(moment(from).minus_one_month().to_iso(), to, "{from}");
        }
    }

    #[test]
    fn age_counts_birthdays() {
        let cases = [
            ("2010-02-02", "2024-02-01T23:59:59.999Z", 13),
            ("2010-02-02", "2024-02-02", 14),
            ("2010-02-02T23:00:00Z", "2024-02-02T01:00:00Z", 14),
            ("2010-02-02", "2024-12-31", 14),
            ("2010-12-31", "2024-01-01", 13),
            ("2008-02-29", "2023-02-28", 14),
            ("2008-02-29", "2023-03-01", 15),
            ("2008-02-29", "2024-02-28", 15),
            ("2008-02-29", "2024-02-29", 16),
            ("2010-02-02", "2010-02-02", 0),
            ("2010-02-02", "2011-02-01", 0),
            ("2010-02-02", "2010-02-01", -1),
            ("2010-02-02", "2008-02-02", -2),
            ("-271821-04-20T00:00:00Z", "+275760-09-13T00:00:00Z", 547_581),
        ];
        for (birth, now, age) in cases {
            assert_eq!(moment(birth).full_years_until(moment(now)), age, "{birth} {now}");
        }
    }
}
