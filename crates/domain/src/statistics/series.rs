//! What happened day by day or month by month.

use std::collections::BTreeMap;

use super::Rules;
use crate::calendar::Day;

/// Most days that are shown one by one; more are shown by month.
const MOST_DAYS: i64 = 62;

/// Most days without anything that are shown before the first and after the last with something.
const MOST_AROUND: u64 = 366 * 3;

/// What a point of a series stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// One day.
    Day,
    /// One month.
    Month,
}

/// A point of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The day, or the first of the month.
    pub day: Day,
    /// How often it happened, if that may be shown.
    pub count: Option<u64>,
}

/// How often something happened over time, without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What each point stands for.
    pub span: Span,
    /// The points, the earliest first.
    pub points: Vec<Point>,
    /// All together, if that may be shown.
    pub total: Option<u64>,
}

impl Series {
    /// Of counts by day, from the first of them (or `from`) to the last (or `to`).
    pub fn of(days: &[(Day, u64)], from: Option<Day>, to: Option<Day>, rules: &Rules) -> Series {
        let first = days.iter().map(|(day, _)| *day).min();
        let last = days.iter().map(|(day, _)| *day).max();
        let (Some(first), Some(last)) = (first, last) else {
            return Series { span: Span::Month, points: Vec::new(), total: None };
        };
        // Somebody may ask for everything since the year 1.
        let near = |asked: Option<Day>, found: Day| {
            let days = |day: Day| day.days_since_epoch();
            asked.filter(|day| days(*day).abs_diff(days(found)) < MOST_AROUND).unwrap_or(found)
        };
        let (first, last) = (near(from, first).min(first), near(to, last).max(last));
        let length = last.days_since_epoch() - first.days_since_epoch();
        let span = if length < MOST_DAYS { Span::Day } else { Span::Month };
        let mut buckets: BTreeMap<Day, u64> = BTreeMap::new();
        let mut day = bucket(first, span);
        while day <= last {
            buckets.insert(day, 0);
            day = next(day, span);
        }
        for (day, count) in days {
            *buckets.entry(bucket(*day, span)).or_default() += count;
        }
        let counts: Vec<u64> = buckets.values().copied().collect();
        let shown = rules.protect(&counts);
        let points = buckets
            .keys()
            .zip(shown.cells)
            .map(|(day, count)| Point { day: *day, count })
            .collect();
        Series { span, points, total: shown.total }
    }
}

fn bucket(day: Day, span: Span) -> Day {
    match span {
        Span::Day => day,
        Span::Month => {
            let iso = day.to_iso();
            let month = iso.rsplit_once('-').map(|(month, _)| month).unwrap_or_default();
            Day::from_iso(&format!("{month}-01")).unwrap_or(day)
        }
    }
}

fn next(day: Day, span: Span) -> Day {
    match span {
        Span::Day => day.next(),
        // 31 days after the first lies in the next month, whichever it is.
        Span::Month => bucket(Day::from_days_since_epoch(day.days_since_epoch() + 31), span),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    const RULES: Rules = Rules { minimum: 10, rounding: 5 };

    fn series(days: &[(&str, u64)], from: Option<&str>, to: Option<&str>) -> Vec<String> {
        let day = |text: &str| Day::from_iso(text).unwrap();
        let days: Vec<_> = days.iter().map(|(text, count)| (day(text), *count)).collect();
        let series = Series::of(&days, from.map(day), to.map(day), &RULES);
        let show = |point: &Point| format!("{} {:?}", point.day.to_iso(), point.count);
        series.points.iter().map(show).collect()
    }

    #[test]
    fn days_without_anything_are_points_too() {
        assert_eq!(
            series(&[("2026-02-27", 12), ("2026-03-01", 40)], None, None),
            ["2026-02-27 Some(10)", "2026-02-28 None", "2026-03-01 Some(40)"]
        );
        let asked = series(&[("2026-02-27", 12)], Some("2026-02-26"), Some("2026-02-28"));
        assert_eq!(asked, ["2026-02-26 None", "2026-02-27 Some(10)", "2026-02-28 None"]);
        assert_eq!(series(&[], Some("2026-01-01"), None), [""; 0]);
    }

    #[test]
    fn a_long_time_is_shown_by_month() {
        assert_eq!(
            series(
                &[("2025-12-31", 5), ("2026-02-01", 11), ("2026-02-28", 11), ("2026-03-05", 70)],
                None,
                None
            ),
            ["2025-12-01 None", "2026-01-01 None", "2026-02-01 Some(20)", "2026-03-01 Some(70)"]
        );
        assert_eq!(series(&[("2026-02-27", 12)], Some("0001-01-01"), None).len(), 1);
    }
}
