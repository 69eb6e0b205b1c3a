//! How long ago something happened, as people say it.

use crate::moment::Moment;

/// How long ago something happened, in the largest unit that still tells something. The words
/// are the reader's language's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Less than a minute ago, or, by clocks that differ, not yet.
    Now,
    /// So many minutes, 1 to 59.
    Minutes(i64),
    /// So many hours, 1 to 23.
    Hours(i64),
    /// So many days, 1 to 30.
    Days(i64),
    /// Longer: the date says more.
    Long,
}

impl Age {
    /// The time from `then` until `now`.
    pub fn between(then: Moment, now: Moment) -> Age {
        let minutes = (now.millis() - then.millis()).div_euclid(60_000);
        match minutes {
            ..1 => Age::Now,
            1..60 => Age::Minutes(minutes),
            60..1_440 => Age::Hours(minutes / 60),
            1_440..44_640 => Age::Days(minutes / 1_440),
            _ => Age::Long,
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::Age;
    use crate::moment::Moment;

    #[test]
    fn the_largest_unit_is_taken() {
        let cases = [
            (-5_000, Age::Now),
            (59_999, Age::Now),
            (60_000, Age::Minutes(1)),
            (3_599_999, Age::Minutes(59)),
            (3_600_000, Age::Hours(1)),
            (86_399_999, Age::Hours(23)),
            (86_400_000, Age::Days(1)),
            (31 * 86_400_000 - 1, Age::Days(30)),
            (31 * 86_400_000, Age::Long),
        ];
        let then = Moment::from_millis(1_795_500_000_000).unwrap();
        for (passed, age) in cases {
            let now = Moment::from_millis(then.millis() + passed).unwrap();
            assert_eq!(Age::between(then, now), age, "{passed}");
        }
    }
}
