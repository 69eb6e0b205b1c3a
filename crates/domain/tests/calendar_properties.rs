//! Ages to the day, and days in both calendars.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::calendar::{BikramSambat, Day};
use domain::language::Language;
use domain::moment::Moment;
use proptest::prelude::*;

const DAY: i64 = 86_400_000;

/// Year, month and day as the ISO text has them.
fn parts(moment: Moment) -> (i32, i32, i32) {
    let iso = moment.to_iso();
    let mut parts = iso.split('T').next().unwrap().split('-').map(|part| part.parse().unwrap());
    (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap())
}

/// An age as people count it: one more on every birthday. Born on 29 February, that is 1 March in
/// a year without one.
fn age(birth: Moment, now: Moment) -> i32 {
    let (born, month, day) = parts(birth);
    let had = |year: i32| {
        let birthday = Moment::parse(&format!("{year:04}-{month:02}-{day:02}")).unwrap();
        birthday.millis().div_euclid(DAY) <= now.millis().div_euclid(DAY)
    };
    (born + 1..=parts(now).0).filter(|year| had(*year)).count().try_into().unwrap()
}

/// Days from 1900 to 2100, with their time.
fn moments() -> impl Strategy<Value = Moment> {
    (-25_567..47_482_i64, 0..DAY)
        .prop_map(|(day, time)| Moment::from_millis(day * DAY + time).unwrap())
}

/// 29 February of every leap year around, and the days beside it.
fn leap_days() -> impl Strategy<Value = Moment> {
    (0..40_i64, -1..=1_i64).prop_map(|(years, beside)| {
        let leap = Moment::parse(&format!("{}-02-29", 1904 + 4 * years)).unwrap();
        Moment::from_millis(leap.millis() + beside * DAY).unwrap()
    })
}

proptest! {
    #[test]
    fn an_age_grows_on_the_birthday(
        birth in prop_oneof![moments(), leap_days()],
        now in prop_oneof![moments(), leap_days()],
    ) {
        prop_assume!(birth <= now);
        prop_assert_eq!(birth.full_years_until(now), age(birth, now));
    }

    #[test]
    fn an_age_grows_by_one_at_most_from_day_to_day(birth in moments(), days in 0..40_000_i64) {
        let on = |days: i64| Moment::from_millis(birth.millis() + days * DAY).unwrap();
        let growth = birth.full_years_until(on(days + 1)) - birth.full_years_until(on(days));
        prop_assert!((0..=1).contains(&growth));
        prop_assert_eq!(birth.full_years_until(on(0)), 0);
    }

    #[test]
    fn days_come_back_as_they_are_written(days in -700_000..2_900_000_i64) {
        let day = Day::from_days_since_epoch(days);
        prop_assert_eq!(Day::from_iso(&day.to_iso()), Some(day));
        prop_assert_eq!(Day::in_nepal(day.begin().unwrap()), day);
        let last = Moment::from_millis(day.begin().unwrap().millis() + DAY - 1).unwrap();
        prop_assert_eq!(Day::in_nepal(last), day);
    }

    /// Within the almanac: the date names the day, the next day the next date, and both languages
    /// show the same numbers.
    #[test]
    fn bikram_sambat_goes_on_day_by_day(days in -9_759..23_400_i64) {
        let day = Day::from_days_since_epoch(days);
        let date = BikramSambat::of(day).unwrap();
        prop_assert_eq!(date.day(), day);
        let (year, month, number) = numbers(date);
        prop_assert_eq!(BikramSambat::new(year, month, number), Some(date));
        let next = numbers(BikramSambat::of(day.next()).unwrap());
        prop_assert!(
            next == (year, month, number + 1)
                || next == (year, month + 1, 1)
                || (next == (year + 1, 1, 1) && month == 12)
        );
        let digits = |text: String| domain::nepali::numbers(&text);
        prop_assert_eq!(digits(date.show(Language::English)), digits(date.show(Language::Nepali)));
    }

    #[test]
    fn what_is_no_date_is_none(year in 1_990..2_100_i64, month in 0..15_usize, day in -2..35_i64) {
        if let Some(date) = BikramSambat::new(year, month, day) {
            prop_assert_eq!(numbers(date), (year, month, day));
            prop_assert_eq!(BikramSambat::of(date.day()), Some(date));
        }
    }
}

fn numbers(date: BikramSambat) -> (i64, usize, i64) {
    let text = date.to_string();
    let parts: Vec<&str> = text.split('-').collect();
    (parts[0].parse().unwrap(), parts[1].parse().unwrap(), parts[2].parse().unwrap())
}
