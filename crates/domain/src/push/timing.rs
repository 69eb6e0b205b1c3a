//! When a notification goes out: not in the night, not without time to call it off, and not to
//! all phones of the country at one instant.

use std::fmt;
use std::time::Duration;

use crate::calendar::{ClockTime, Day};
use crate::moment::Moment;

/// The hours of each night, as clocks in Nepal show them, in which nothing is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    /// They begin here.
    pub from: ClockTime,
    /// From here on it may be sent again.
    pub until: ClockTime,
}

impl QuietHours {
    /// Of a text such as `20:00-07:00`.
    pub fn from_text(text: &str) -> Option<QuietHours> {
        let (from, until) = text.split_once('-')?;
        let time = |text: &str| ClockTime::from_text(text.trim());
        let hours = QuietHours { from: time(from)?, until: time(until)? };
        Some(hours).filter(|hours| hours.from != hours.until)
    }

    /// Whether nothing is sent at `moment`.
    pub fn hold(self, moment: Moment) -> bool {
        let time = ClockTime::in_nepal(moment);
        if self.from < self.until {
            (self.from..self.until).contains(&time)
        } else {
            time >= self.from || time < self.until
        }
    }

    /// The first moment from `moment` on at which something may be sent.
    pub fn end(self, moment: Moment) -> Moment {
        if !self.hold(moment) {
            return moment;
        }
        let today = Day::in_nepal(moment);
        let tomorrow = today.next();
        let ends = [today, tomorrow].map(|day| self.until.on(day));
        ends.into_iter().flatten().find(|end| *end > moment).unwrap_or(moment)
    }
}

/// `20:00-07:00`.
impl fmt::Display for QuietHours {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.from, self.until)
    }
}

/// When confirmed notifications go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// So long after it was confirmed one can be called off.
    pub undo: Duration,
    /// So much later each further language goes out.
    pub stagger: Duration,
    /// When nothing is sent.
    pub quiet: Option<QuietHours>,
}

impl Timing {
    /// When something goes out that is confirmed `now` for the moment `wish` or, where there is
    /// none, for as soon as possible.
    ///
    /// # Errors
    ///
    /// That moment is in quiet hours: their end.
    pub fn due(&self, now: Moment, wish: Option<Moment>) -> Result<Moment, Moment> {
        let soonest = later(now, self.undo);
        let due = wish.map_or(soonest, |wish| wish.max(soonest));
        match self.after_quiet(due) {
            allowed if allowed == due => Ok(due),
            allowed => Err(allowed),
        }
    }

    /// The first moment from `moment` on that is not in quiet hours.
    pub fn after_quiet(&self, moment: Moment) -> Moment {
        self.quiet.map_or(moment, |quiet| quiet.end(moment))
    }

    /// When each of `count` languages goes out, of which the first does at `first`.
    pub fn staggered(&self, first: Moment, count: usize) -> Vec<Moment> {
        let next = |before: &Moment| Some(self.after_quiet(later(*before, self.stagger)));
        std::iter::successors(Some(first), next).take(count).collect()
    }
}

fn later(moment: Moment, span: Duration) -> Moment {
    let millis = i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
    Moment::from_millis(moment.millis().saturating_add(millis)).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::time::Duration;

    use super::{QuietHours, Timing};
    use crate::moment::Moment;

    fn nepal(text: &str) -> Moment {
        Moment::parse(&format!("{text}+05:45")).unwrap()
    }

    #[test]
    fn nights_are_quiet() {
        let night = QuietHours::from_text("20:00-07:00").unwrap();
        let noon = QuietHours::from_text("12:00 - 13:30").unwrap();
        let cases = [
            (night, "2026-11-24T19:59:59", None),
            (night, "2026-11-24T20:00:00", Some("2026-11-25T07:00:00")),
            (night, "2026-11-24T23:59:00", Some("2026-11-25T07:00:00")),
            (night, "2026-11-25T00:00:00", Some("2026-11-25T07:00:00")),
            (night, "2026-11-25T06:59:59", Some("2026-11-25T07:00:00")),
            (night, "2026-11-25T07:00:00", None),
            (noon, "2026-11-24T12:15:00", Some("2026-11-24T13:30:00")),
            (noon, "2026-11-24T13:30:00", None),
            (noon, "2026-11-24T02:00:00", None),
        ];
        for (quiet, at, end) in cases {
            assert_eq!(quiet.hold(nepal(at)), end.is_some(), "{at}");
            assert_eq!(quiet.end(nepal(at)), nepal(end.unwrap_or(at)), "{at}");
        }
        assert_eq!(night.to_string(), "20:00-07:00");
        for text in ["", "20:00", "20:00-20:00", "20-7", "20:00-24:00"] {
            assert_eq!(QuietHours::from_text(text), None, "{text}");
        }
    }

    #[test]
    fn there_is_time_to_call_it_off_and_languages_follow_each_other() {
        let timing = Timing {
            undo: Duration::from_secs(60),
            stagger: Duration::from_secs(600),
            quiet: QuietHours::from_text("20:00-07:00"),
        };
        let now = nepal("2026-11-24T10:00:00");
        let cases = [
            (None, Ok("2026-11-24T10:01:00")),
            (Some("2026-11-24T10:00:30"), Ok("2026-11-24T10:01:00")),
            (Some("2026-11-20T10:00:00"), Ok("2026-11-24T10:01:00")),
            (Some("2026-11-25T09:00:00"), Ok("2026-11-25T09:00:00")),
            (Some("2026-11-24T21:00:00"), Err("2026-11-25T07:00:00")),
        ];
        for (wish, due) in cases {
            assert_eq!(timing.due(now, wish.map(nepal)), due.map(nepal).map_err(nepal), "{wish:?}");
        }
        let first = nepal("2026-11-24T19:55:00");
        assert_eq!(timing.staggered(first, 2), [first, nepal("2026-11-25T07:00:00")]);
        let always = Timing { quiet: None, ..timing };
        assert_eq!(always.staggered(first, 2), [first, nepal("2026-11-24T20:05:00")]);
    }
}
