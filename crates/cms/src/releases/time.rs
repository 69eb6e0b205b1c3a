//! An appointed time, as an editor in Nepal writes it.

use domain::calendar::{Day, time_of_day};
use domain::language::Language;
use domain::moment::Moment;

/// How far Nepal's clocks are ahead of UTC, in milliseconds.
const NEPAL: i64 = (5 * 60 + 45) * 60 * 1000;

/// Longest time ahead: a year and a day.
const LONGEST: i64 = 366 * 24 * 60 * 60 * 1000;

/// The moment that `text` names on Nepal's clocks, such as `2026-11-25T09:00`; `None` when it is
/// no time, or not in the year after `now`.
pub(super) fn in_nepal(text: &str, now: Moment) -> Option<Moment> {
    let moment = Moment::parse(&format!("{}:00.000Z", text.get(..16)?))?;
    let ahead = moment.millis() - NEPAL - now.millis();
    (0..=LONGEST).contains(&ahead).then(|| Moment::from_millis(moment.millis() - NEPAL)).flatten()
}

/// A moment as a form's field shows it on Nepal's clocks.
pub(super) fn for_field(moment: Moment) -> String {
    let local = Moment::from_millis(moment.millis() + NEPAL).map(Moment::to_iso);
    local.and_then(|iso| iso.get(..16).map(str::to_owned)).unwrap_or_default()
}

/// A moment in both calendars: `25 November 2026 (10 Mangsir 2083), 9:00`.
pub(super) fn in_words(moment: Moment, language: Language) -> String {
    let day = Day::in_nepal(moment);
    format!("{}, {}", day.show(language), time_of_day(moment, language))
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
