//! What must hold of a prediction whatever the history.

use domain::prediction::{History, predict};
use proptest::prelude::*;

const CYCLES: std::ops::RangeInclusive<u32> = 21..=45;
const PERIODS: std::ops::RangeInclusive<u32> = 2..=8;

fn cycle(cycles: &[f64], age: Option<f64>) -> u32 {
    predict(&History::new(cycles, &[], age)).predicted_cycles[0]
}

fn period(periods: &[f64]) -> u32 {
    predict(&History::new(&[], periods, None)).predicted_periods[0]
}

/// Whole days, now and then absurd ones.
fn any_length() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0_i32..120).prop_map(f64::from),
        any::<i64>().prop_map(|days| days as f64),
        any::<f64>(),
    ]
}

fn any_age() -> impl Strategy<Value = Option<f64>> {
    prop::option::of(prop_oneof![(0_i32..60).prop_map(f64::from), any::<f64>()])
}

/// Ten cycles within three days of each other, as of a girl who is regular.
fn regular_cycles() -> impl Strategy<Value = Vec<f64>> {
    (24_i32..=38).prop_flat_map(|middle| {
        prop::collection::vec((middle - 1..=middle + 1).prop_map(f64::from), 10)
    })
}

proptest! {
    #[test]
    fn answers_are_always_within_bounds(
        cycles in prop::collection::vec(any_length(), 0..40),
        periods in prop::collection::vec(any_length(), 0..40),
        age in any_age(),
    ) {
        let prediction = predict(&History::new(&cycles, &periods, age));
        prop_assert!(!prediction.predicted_cycles.is_empty());
        prop_assert!(!prediction.predicted_periods.is_empty());
        prop_assert!(prediction.predicted_cycles.iter().all(|days| CYCLES.contains(days)));
        prop_assert!(prediction.predicted_periods.iter().all(|days| PERIODS.contains(days)));
    }

    #[test]
    fn a_constant_history_predicts_itself(
        cycle_days in CYCLES,
        period_days in PERIODS,
        count in 8_usize..30,
        age in any_age(),
    ) {
        prop_assert_eq!(cycle(&vec![f64::from(cycle_days); count], age), cycle_days);
        prop_assert_eq!(period(&vec![f64::from(period_days); count]), period_days);
    }

    #[test]
    fn a_short_constant_history_lies_between_the_usual_and_itself(
        days in CYCLES,
        count in 1_usize..8,
        age in any_age(),
    ) {
        let usual = cycle(&[], age);
        let found = cycle(&vec![f64::from(days); count], age);
        prop_assert!(found >= usual.min(days) && found <= usual.max(days), "{found}");
    }

    #[test]
    fn more_history_of_one_length_leads_closer_to_it(days in CYCLES, age in any_age()) {
        let mut before = cycle(&[], age).abs_diff(days);
        for count in 1..10 {
            let distance = cycle(&vec![f64::from(days); count], age).abs_diff(days);
            prop_assert!(distance <= before, "{count}: {distance} after {before}");
            before = distance;
        }
    }

    #[test]
    fn zeros_in_front_change_nothing(
        cycles in prop::collection::vec(any_length(), 0..12),
        zeros in 0_usize..12,
        age in any_age(),
    ) {
        let mut padded = vec![0.0; zeros];
        padded.extend(&cycles);
        prop_assert_eq!(cycle(&padded, age), cycle(&cycles, age));
    }

    #[test]
    fn one_odd_cycle_hardly_moves_the_answer(
        cycles in regular_cycles(),
        place in 0_usize..10,
        odd in any_length(),
        age in any_age(),
    ) {
        let mut disturbed = cycles.clone();
        disturbed[place] = odd;
        let moved = cycle(&cycles, age).abs_diff(cycle(&disturbed, age));
        prop_assert!(moved <= 2, "moved by {moved}");
    }

    #[test]
    fn one_odd_period_hardly_moves_the_answer(
        days in 3_u32..=7,
        place in 0_usize..10,
        odd in any_length(),
    ) {
        let mut disturbed = vec![f64::from(days); 10];
        disturbed[place] = odd;
        prop_assert!(period(&disturbed).abs_diff(days) <= 1);
    }

    #[test]
    fn a_missed_record_changes_nothing_for_a_regular_girl(
        days in 22_u32..=44,
        place in 0_usize..10,
        age in any_age(),
    ) {
        let mut cycles = vec![f64::from(days); 10];
        cycles[place] = 2.0 * f64::from(days);
        prop_assert_eq!(cycle(&cycles, age), days);
    }

    #[test]
    fn longer_cycles_never_predict_a_shorter_one(cycles in regular_cycles(), age in any_age()) {
        let longer: Vec<f64> = cycles.iter().map(|days| days + 1.0).collect();
        prop_assert!(cycle(&longer, age) >= cycle(&cycles, age));
    }

    #[test]
    fn the_answer_lies_among_the_lengths_of_a_regular_girl(cycles in regular_cycles(), age in any_age()) {
        let found = f64::from(cycle(&cycles, age));
        let shortest = cycles.iter().copied().fold(f64::INFINITY, f64::min);
        let longest = cycles.iter().copied().fold(0.0, f64::max);
        prop_assert!((shortest..=longest).contains(&found), "{found} of {cycles:?}");
    }
}
