//! Surveys: which ones a girl is offered, and the rules for writing one.

pub mod arrange;
pub mod graph;
pub mod question;
pub mod rules;

use crate::moment::Moment;

/// Age from which restricted surveys are shown, in completed years.
pub const GROWN_UP: i32 = 15;

/// Whether a live survey is offered.
///
/// * It is at most one calendar month old; an answer that comes later is of little use.
/// * A restricted one is offered only to an account of at least [`GROWN_UP`] years, exact to
///   the day. Whether it is restricted may be unknown on old rows: then it is never offered.
///
/// That she has answered it already is for the caller to know.
pub fn is_offered(
    created: Moment,
    restricted: Option<bool>,
    date_of_birth: Option<Moment>,
    now: Moment,
) -> bool {
    if created > now || created < now.minus_one_month() {
        return false;
    }
    match restricted {
        Some(false) => true,
        Some(true) => date_of_birth.is_some_and(|birth| birth.full_years_until(now) >= GROWN_UP),
        None => false,
    }
}

/// The last moment at which a survey of this time of creation is offered, as [`is_offered`]
/// has it: a month later at the same time of day, or the very end of the next month where that
/// month is shorter. None for what is beyond JavaScript's dates.
pub fn offered_until(created: Moment) -> Option<Moment> {
    created.plus_one_month()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn what_is_shown_as_the_end_is_the_end() {
        let at = |text: &str| Moment::parse(text).unwrap();
        let after = |moment: Moment| Moment::from_millis(moment.millis() + 1).unwrap();
        for created in [
            "2026-03-01T10:00:00Z",
            "2026-01-28T10:00:00Z",
            "2026-01-29T10:00:00Z",
            "2026-01-31T23:59:59.999Z",
            "2024-01-31T00:00:00Z",
            "2025-12-31T12:00:00Z",
            "2026-10-31T12:00:00Z",
        ] {
            let created = at(created);
            let last = offered_until(created).unwrap();
            assert!(is_offered(created, Some(false), None, last), "{}", created.to_iso());
            assert!(!is_offered(created, Some(false), None, after(last)), "{}", created.to_iso());
        }
        assert_eq!(offered_until(Moment::from_millis(8_640_000_000_000_000).unwrap()), None);
    }

    #[test]
    fn window_and_age() {
        let at = |text: &str| Moment::parse(text).unwrap();
        let now = at("2026-03-15T12:00:00Z");
        let birth = |text: &str| Some(at(text));
        let cases = [
            ("2026-03-01T00:00:00Z", Some(false), None, true),
            ("2026-02-15T11:59:59Z", Some(false), None, false),
            ("2026-02-15T12:00:00Z", Some(false), None, true),
            ("2026-03-15T12:00:01Z", Some(false), None, false),
            ("2026-03-01T00:00:00Z", None, birth("1990-01-01"), false),
            ("2026-03-01T00:00:00Z", Some(true), None, false),
            ("2026-03-01T00:00:00Z", Some(true), birth("2011-03-15"), true),
            ("2026-03-01T00:00:00Z", Some(true), birth("2011-03-16"), false),
        ];
        for (created, restricted, birth, expected) in cases {
            assert_eq!(
                is_offered(at(created), restricted, birth, now),
                expected,
                "{created} {restricted:?}"
            );
        }
    }
}
