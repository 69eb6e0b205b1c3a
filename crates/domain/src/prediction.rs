//! The lengths of a girl's coming cycles and periods, predicted from those she recorded.
//!
//! The app asks for this each time a period is recorded, and shows the answer in a
//! calendar. It is a forecast for planning, no medical statement: for a girl with little
//! history it says what is usual at her age, and with every recorded cycle it trusts her
//! own figures more. How that is weighed stands in `prediction/estimate.rs`; the medical
//! figures behind it, with their sources, in `prediction/norms.rs`.

mod estimate;
mod norms;

use serde::Serialize;
use utoipa::ToSchema;

use estimate::estimate;
use norms::Norm;

/// How many coming cycles and periods an answer names.
///
/// The app reads only the first. Nothing known today tells the second from the first, so
/// all of them are equal; three are given to whoever wants to draw a season.
const PREDICTED: usize = 3;

/// How many of the latest known lengths count: about a year.
const REMEMBERED: usize = 12;

/// What a girl has recorded so far.
///
/// `cycle_lengths` and `period_lengths` are days, the oldest first; zero stands for
/// nothing known, and the app fills up with zeros at the front. `age` is in years. Any
/// number is taken and rounded; lengths that nobody can have count as not known.
#[derive(Debug, Clone, PartialEq, ToSchema)]
#[schema(
    as = PredictionRequest,
    example = json!({
        "cycle_lengths": [0, 0, 0, 0, 0, 0, 0, 31, 29, 30],
        "period_lengths": [0, 0, 0, 0, 0, 0, 0, 5, 4, 5],
        "age": 14
    })
)]
pub struct History {
    cycle_lengths: Vec<f64>,
    period_lengths: Vec<f64>,
    age: Option<f64>,
}

impl History {
    /// The history of the given lengths in days, oldest first, zero being nothing known,
    /// and the age in years. Any float is allowed, of any number of lengths.
    pub fn new(cycles: &[f64], periods: &[f64], age: Option<f64>) -> Self {
        Self {
            cycle_lengths: latest_known(cycles, &Norm::of_cycles(age)),
            period_lengths: latest_known(periods, &Norm::of_periods()),
            age,
        }
    }
}

/// The lengths of the coming cycles and periods in whole days, the nearest first.
///
/// There is always at least one of each. Cycles have 21 to 45 days, periods 2 to 8.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(example = json!({"predicted_cycles": [30, 30, 30], "predicted_periods": [5, 5, 5]}))]
pub struct Prediction {
    /// From the first day of one period to the day before the next, in days.
    pub predicted_cycles: Vec<u32>,
    /// Days of bleeding.
    pub predicted_periods: Vec<u32>,
}

/// Predicts the coming lengths; there is an answer to every history.
pub fn predict(history: &History) -> Prediction {
    let cycle = estimate(&history.cycle_lengths, &Norm::of_cycles(history.age));
    let period = estimate(&history.period_lengths, &Norm::of_periods());
    Prediction {
        predicted_cycles: vec![cycle; PREDICTED],
        predicted_periods: vec![period; PREDICTED],
    }
}

/// The last of the lengths that somebody can have had, as whole days.
fn latest_known(lengths: &[f64], norm: &Norm) -> Vec<f64> {
    let latest_first = lengths.iter().rev().map(|length| length.round());
    let mut known: Vec<f64> =
        latest_first.filter(|length| norm.possible.contains(length)).take(REMEMBERED).collect();
    known.reverse();
    known
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn predicted(cycles: &[f64], periods: &[f64], age: Option<f64>) -> (u32, u32) {
        let prediction = predict(&History::new(cycles, periods, age));
        assert_eq!(prediction.predicted_cycles.len(), PREDICTED);
        assert_eq!(prediction.predicted_periods.len(), PREDICTED);
        (prediction.predicted_cycles[0], prediction.predicted_periods[0])
    }

    #[test]
    fn without_history_the_age_decides() {
        let cases = [
            (None, 31),
            (Some(11.0), 33),
            (Some(12.0), 33),
            (Some(13.0), 32),
            (Some(14.9), 32),
            (Some(15.0), 31),
            (Some(17.0), 31),
            (Some(18.0), 30),
            (Some(19.0), 30),
            (Some(20.0), 29),
            (Some(45.0), 29),
            // Nobody of this age records periods: the age is not known.
            (Some(0.0), 31),
            (Some(-5.0), 31),
            (Some(7.0), 31),
            (Some(120.0), 31),
            (Some(f64::NAN), 31),
            (Some(f64::INFINITY), 31),
        ];
        for (age, cycle) in cases {
            assert_eq!(predicted(&[], &[], age), (cycle, 5), "{age:?}");
            assert_eq!(predicted(&[0.0; 10], &[0.0; 10], age), (cycle, 5), "{age:?}");
        }
    }

    #[test]
    fn cycles_are_predicted_from_the_history() {
        let cases: [(&[f64], u32, &str); 18] = [
            (&[31.0], 31, "one as expected"),
            (&[26.0], 29, "one short one counts about half"),
            (&[40.0], 34, "one very long one counts still less"),
            (&[26.0, 26.0], 27, "the second counts more"),
            (&[26.0; 10], 26, "ten leave no doubt"),
            (&[0.0, 0.0, 0.0, 28.0, 29.0, 27.0, 28.0], 28, "zeros are nothing known"),
            (&[28.0, 29.0, 27.0, 28.0, 57.0], 28, "a record missed in between"),
            (&[28.0, 57.0, 27.0, 85.0, 28.0, 29.0], 28, "several records missed"),
            (&[62.0], 31, "the only one with a record missed"),
            (&[28.0, 28.0, 28.0, 28.0, 250.0, 28.0], 28, "a gap in the records"),
            (&[30.0, 30.0, 30.0, 30.0, 3.0, 30.0], 30, "two records of one period"),
            (
                &[30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 15.0, 15.0],
                28,
                "spotting recorded as a period",
            ),
            (&[34.0, 33.0, 33.0, 31.0, 30.0, 29.0, 29.0, 28.0], 30, "cycles become shorter"),
            (&[21.0, 45.0, 30.0, 38.0, 25.0, 33.0], 31, "irregular"),
            (&[60.0; 8], 45, "longer than can be predicted"),
            (&[16.0; 8], 21, "shorter than can be predicted"),
            (&[f64::NAN, f64::INFINITY, -28.0, 1e300, 0.4], 31, "no lengths at all"),
            (&[27.6; 10], 28, "fractions are rounded"),
        ];
        for (cycles, expected, case) in cases {
            assert_eq!(predicted(cycles, &[], None).0, expected, "{case}: {cycles:?}");
        }
    }

    #[test]
    fn periods_are_predicted_from_the_history() {
        let cases: [(&[f64], u32, &str); 10] = [
            (&[3.0], 4, "one short one counts about half"),
            (&[3.0, 3.0], 3, "the second counts more"),
            (&[7.0, 7.0, 7.0], 7, "three agree"),
            (&[0.0, 0.0, 4.0, 4.0, 4.0], 4, "zeros are nothing known"),
            (&[4.0, 4.0, 4.0, 4.0, 30.0], 4, "the end was not recorded"),
            (&[5.0, 5.0, 5.0, 5.0, 1.0], 5, "one day of spotting"),
            (&[12.0; 8], 8, "longer than can be predicted"),
            (&[1.0; 8], 2, "shorter than can be predicted"),
            (&[-4.0, f64::NAN, 1e9], 5, "no lengths at all"),
            (&[4.4; 10], 4, "fractions are rounded"),
        ];
        for (periods, expected, case) in cases {
            assert_eq!(predicted(&[], periods, None).1, expected, "{case}: {periods:?}");
        }
    }

    #[test]
    fn only_the_latest_year_counts() {
        let mut cycles = vec![40.0; 1_000];
        cycles.extend([26.0; REMEMBERED]);
        assert_eq!(predicted(&cycles, &[], None).0, 26);
    }

    #[test]
    fn the_answer_has_the_keys_that_the_app_reads() {
        let answer = serde_json::to_string(&predict(&History::new(&[], &[], None))).unwrap();
        assert_eq!(answer, r#"{"predicted_cycles":[31,31,31],"predicted_periods":[5,5,5]}"#);
    }
}
