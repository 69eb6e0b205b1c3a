//! Measures two things in turns, so that what else the machine does meets both alike.

use std::time::Duration;

use serde_json::{Value, json};

use crate::Outcome;
use crate::cpu;
use crate::database::Database;
use crate::load::{self, Load};
use crate::service::Service;

/// One measurement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    /// What is compared: requests per second, or milliseconds.
    pub(crate) value: f64,
    /// Processor time per request.
    pub(crate) cpu: Cpu,
}

/// Processor time in microseconds, where it is known and says something.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Cpu {
    /// Of the service or the bare server.
    pub(crate) server: Option<f64>,
    /// Of all processes of `PostgreSQL`, where the row is about it.
    pub(crate) database: Option<f64>,
}

/// Several measurements of one thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

/// Both sides of a row.
pub(crate) struct Comparison {
    limit: Vec<Sample>,
    ours: Vec<Sample>,
}

impl Spread {
    /// `None` of nothing.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Option<Spread> {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        let median = match values.len() % 2 {
            1 => values[middle],
            _ => f64::midpoint(*values.get(middle.checked_sub(1)?)?, *values.get(middle)?),
        };
        Some(Spread { median, least: *values.first()?, most: *values.last()? })
    }

    pub(crate) fn json(&self) -> Value {
        json!({ "median": self.median, "min": self.least, "max": self.most })
    }
}

/// Measures `limit` and `ours` in turns, as often as `rounds` says.
///
/// # Errors
///
/// The first failure of either.
pub(crate) fn in_turns(
    rounds: u32,
    mut limit: impl FnMut() -> Outcome<Sample>,
    mut ours: impl FnMut() -> Outcome<Sample>,
) -> Outcome<Comparison> {
    let mut comparison = Comparison { limit: Vec::new(), ours: Vec::new() };
    for _ in 0..rounds {
        comparison.limit.push(limit()?);
        comparison.ours.push(ours()?);
    }
    Ok(comparison)
}

impl Comparison {
    pub(crate) fn limit(&self) -> Option<Spread> {
        Spread::of(self.limit.iter().map(|sample| sample.value))
    }

    pub(crate) fn ours(&self) -> Option<Spread> {
        Spread::of(self.ours.iter().map(|sample| sample.value))
    }

    /// Ours divided by the limit, round by round.
    pub(crate) fn ratio(&self) -> Option<Spread> {
        Spread::of(self.limit.iter().zip(&self.ours).map(|(limit, ours)| ours.value / limit.value))
    }

    pub(crate) fn limit_cpu(&self) -> Cpu {
        Cpu::median(&self.limit)
    }

    pub(crate) fn our_cpu(&self) -> Cpu {
        Cpu::median(&self.ours)
    }
}

impl Cpu {
    /// The median of each part.
    pub(crate) fn median(samples: &[Sample]) -> Cpu {
        let median = |part: fn(&Cpu) -> Option<f64>| {
            Spread::of(samples.iter().filter_map(|sample| part(&sample.cpu)))
                .map(|spread| spread.median)
        };
        Cpu { server: median(|cpu| cpu.server), database: median(|cpu| cpu.database) }
    }
}

/// Requests per second that `service` answers under `load`, and what each costs it.
///
/// # Errors
///
/// See [`load::call`].
pub(crate) fn throughput(service: &Service, load: &Load<'_>) -> Outcome<Sample> {
    let (served, server) = cpu::used(|| service.cpu_micros(), || load::call(load));
    let served = served?;
    let count = served.latencies.count();
    Ok(Sample {
        value: count / served.elapsed.as_secs_f64(),
        cpu: Cpu { server: server.map(|used| used / count), database: None },
    })
}

/// As [`throughput`], and what each request costs the database.
///
/// # Errors
///
/// See [`load::call`].
pub(crate) fn throughput_with_database(
    service: &Service,
    database: &Database,
    load: &Load<'_>,
) -> Outcome<Sample> {
    let (sample, used) = cpu::used(|| database.cpu_micros(), || throughput(service, load));
    let mut sample = sample?;
    let count = sample.value * load.lasting.as_secs_f64();
    sample.cpu.database = used.map(|used| used / count);
    Ok(sample)
}

/// The time, in milliseconds, within which 99 of 100 requests are answered.
///
/// # Errors
///
/// See [`load::call`].
pub(crate) fn slowest_hundredth(load: &Load<'_>) -> Outcome<Sample> {
    let mut served = load::call(load)?;
    // Whatever else the service does meanwhile costs processor time too.
    Ok(Sample { value: served.latencies.percentile_millis(99), cpu: Cpu::default() })
}

/// Lets both sides fill their caches and open their connections first.
pub(crate) const WARM_UP: Duration = Duration::from_millis(500);

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        let spread = Spread::of([3.0, 1.0, 2.0, 10.0]);
        assert_eq!(spread, Some(Spread { median: 2.5, least: 1.0, most: 10.0 }));
        assert_eq!(Spread::of([]), None);
    }
}
