//! From a started process to its first 200, what it holds then, and how large the programs are.

use std::path::Path;
use std::thread;
use std::time::Duration;

use super::at_most;
use crate::Outcome;
use crate::compare::Spread;
use crate::report::{Found, Line};
use crate::run::Bench;
use crate::service::Service;

const MOST_MILLIS: f64 = 100.0;
const MOST_MEGABYTES: f64 = 30.0;

/// Starts of each service.
const STARTS: u32 = 7;

/// After this nothing that belongs to the start is still going on.
const SETTLED: Duration = Duration::from_secs(2);

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Line>> {
    let mut lines = of_service("api", || bench.another_api(), &bench.arguments.api)?;
    lines.extend(of_service("cms", || bench.another_cms(), &bench.arguments.cms)?);
    lines.push(Line {
        name: "image, goal <= 25 MB compressed".to_owned(),
        found: Found::CannotRun("scripts/check-deploy images builds and weighs both".to_owned()),
    });
    Ok(lines)
}

fn of_service(
    name: &str,
    start: impl Fn() -> Outcome<Service>,
    program: &Path,
) -> Outcome<Vec<Line>> {
    let (mut alive, mut ready, mut memory) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..STARTS {
        let mut service = start()?;
        alive.push(millis(service.first_success("/health")?));
        ready.push(millis(service.first_success("/ready")?));
        // The memory is looked at less often, for it takes a while to be idle.
        if number < 2 {
            thread::sleep(SETTLED);
            memory.extend(service.memory_megabytes());
        }
    }
    let size = [f64::from(u32::try_from(std::fs::metadata(program)?.len())?) / 1_000_000.0];
    Ok([
        line(format!("start-{name} to /health"), "ms", &alive, Some(MOST_MILLIS)),
        line(format!("start-{name} to /ready"), "ms", &ready, Some(MOST_MILLIS)),
        line(format!("start-{name} idle memory"), "MB", &memory, Some(MOST_MEGABYTES)),
        line(format!("start-{name} program"), "MB", &size, None),
    ]
    .into_iter()
    .collect())
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn line(name: String, unit: &'static str, values: &[f64], most: Option<f64>) -> Line {
    let Some(ours) = Spread::of(values.iter().copied()) else {
        return Line {
            name,
            found: Found::CannotRun("the operating system does not tell".to_owned()),
        };
    };
    at_most(name, unit, ours, most)
}
