//! A time of the day, as the clocks in Nepal show it.

use std::fmt;

use super::{Day, NEPAL_OFFSET_MILLIS};
use crate::language::Language;
use crate::moment::Moment;

const MILLIS_PER_MINUTE: i64 = 60_000;
const MINUTES_PER_DAY: i64 = 24 * 60;

/// Minutes since midnight in Nepal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(i64);

impl ClockTime {
    /// The time that `text`, such as `07:00`, names; an input of type `time` sends this.
    pub fn from_text(text: &str) -> Option<ClockTime> {
        let (hours, minutes) = text.split_once(':')?;
        let number = |part: &str, below: i64| {
            let is_plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<i64>().ok().filter(|number| is_plain && *number < below)
        };
        Some(ClockTime(number(hours, 24)? * 60 + number(minutes, 60)?))
    }

    /// The time of the day at `moment`.
    pub fn in_nepal(moment: Moment) -> ClockTime {
        let minutes = (moment.millis() + NEPAL_OFFSET_MILLIS).div_euclid(MILLIS_PER_MINUTE);
        ClockTime(minutes.rem_euclid(MINUTES_PER_DAY))
    }

    /// The moment at which clocks show it on `day`.
    pub fn on(self, day: Day) -> Option<Moment> {
        Moment::from_millis(day.begin()?.millis() + self.0 * MILLIS_PER_MINUTE)
    }

    /// In the digits of a language: `07:00`, `०७:००`.
    pub fn show(self, language: Language) -> String {
        language.digits(&self.to_string())
    }
}

/// As an input of type `time` wants it: `07:00`.
impl fmt::Display for ClockTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::ClockTime;
    use crate::calendar::Day;
    use crate::language::Language;
    use crate::moment::Moment;

    #[test]
    fn times_are_those_of_clocks_in_nepal() {
        let time = ClockTime::from_text("07:05").unwrap();
        let moment = time.on(Day::from_iso("2026-11-24").unwrap()).unwrap();
        assert_eq!(moment.to_iso(), "2026-11-24T01:20:00.000Z");
        assert_eq!(ClockTime::in_nepal(moment), time);
        assert_eq!(time.show(Language::Nepali), "०७:०५");
        let before_midnight = Moment::parse("2026-11-24T18:14:59Z").unwrap();
        assert_eq!(ClockTime::in_nepal(before_midnight).to_string(), "23:59");
    }

    #[test]
    fn other_texts_are_no_times() {
        for text in ["", "7:00", "24:00", "12:60", "12:5", "+1:00", "12:00:00", "noon", "०७:००"]
        {
            assert_eq!(ClockTime::from_text(text), None, "{text}");
        }
    }
}
