//! How long answers took.

use std::time::Duration;

/// Every single time, so that no percentile is an estimate.
#[derive(Default)]
pub(crate) struct Latencies {
    micros: Vec<u32>,
}

impl Latencies {
    pub(crate) fn record(&mut self, took: Duration) {
        self.micros.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
    }

    pub(crate) fn add(&mut self, mut others: Latencies) {
        self.micros.append(&mut others.micros);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.micros.is_empty()
    }

    /// How many answers there were.
    pub(crate) fn count(&self) -> f64 {
        f64::from(u32::try_from(self.micros.len()).unwrap_or(u32::MAX))
    }

    /// Every time, in milliseconds.
    pub(crate) fn millis(&self) -> impl Iterator<Item = f64> {
        self.micros.iter().map(|micros| f64::from(*micros) / 1000.0)
    }

    /// The time, in milliseconds, that this share of the answers did not exceed.
    pub(crate) fn percentile_millis(&mut self, percent: usize) -> f64 {
        self.micros.sort_unstable();
        let at = (self.micros.len() * percent).div_ceil(100).saturating_sub(1);
        self.micros.get(at).map_or(0.0, |micros| f64::from(*micros) / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Latencies;

    #[test]
    fn the_percentile_is_one_of_the_times() {
        let mut latencies = Latencies::default();
        for millis in (1..=200).rev() {
            latencies.record(Duration::from_millis(millis));
        }
        assert!((latencies.percentile_millis(99) - 198.0).abs() < f64::EPSILON);
        assert!((latencies.percentile_millis(50) - 100.0).abs() < f64::EPSILON);
    }
}
