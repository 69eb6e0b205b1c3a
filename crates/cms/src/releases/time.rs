//! An appointed time, as an editor in Nepal writes it.

use domain::calendar::{ClockTime, Day};
use domain::language::Language;
use domain::moment::Moment;

/// Longest time ahead: a year and a day.
const LONGEST: i64 = 366 * 24 * 60 * 60 * 1000;

/// The moment that `text` names on Nepal's clocks, such as `2026-11-25T09:00`; `None` when it is
/// no time, or not in the year after `now`.
pub(super) fn in_nepal(text: &str, now: Moment) -> Option<Moment> {
    // A browser may add seconds.
    let (day, time) = text.get(..16)?.split_once('T')?;
    let moment = ClockTime::from_text(time)?.on(Day::from_iso(day)?)?;
    (0..=LONGEST).contains(&(moment.millis() - now.millis())).then_some(moment)
}

/// A moment as a form's field shows it on Nepal's clocks.
pub(super) fn for_field(moment: Moment) -> String {
    format!("{}T{}", Day::in_nepal(moment).to_iso(), ClockTime::in_nepal(moment))
}

/// A moment in both calendars: `25 November 2026 (10 Mangsir 2083), 9:00`.
pub(super) fn in_words(moment: Moment, language: Language) -> String {
    let day = Day::in_nepal(moment);
    format!("{}, {}", day.show(language), ClockTime::in_nepal(moment).show(language))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use domain::moment::Moment;

    use super::{for_field, in_nepal};

    #[test]
    fn times_are_those_of_nepal() {
        let now = Moment::parse("2026-11-24T00:00:00.000Z").unwrap();
        let at = in_nepal("2026-11-25T09:00", now).unwrap();
        assert_eq!(at.to_iso(), "2026-11-25T03:15:00.000Z");
        assert_eq!(for_field(at), "2026-11-25T09:00");
        assert_eq!(in_nepal("2026-11-25T09:00:30", now), Some(at));
        for wrong in ["", "soon", "2026-11-24T05:00", "2028-01-01T09:00", "2026-13-01T09:00"] {
            assert_eq!(in_nepal(wrong, now), None, "{wrong}");
        }
    }
}
