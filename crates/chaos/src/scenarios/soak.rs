//! Nothing happens, for long.

use std::thread::sleep;
use std::time::{Duration, Instant};

use loadkit::Outcome;
use loadkit::service::Service;

use crate::check::check;
use crate::load::{Kind, Load, Plan};
use crate::report::{Finding, SERVED_OR_LATER, say};
use crate::stage::Stage;

const MOST_MEGABYTES_AN_HOUR: f64 = 1.0;
const MOST_DRIFT: f64 = 1.2;

/// Between two looks at the memory.
const LOOK: Duration = Duration::from_secs(5);

/// How long the machine's limit is measured.
const MEASURE: Duration = Duration::from_secs(20);

const PHONES: u32 = 24;

/// Hours since the start, and MB.
type Memory = Vec<(f64, f64)>;

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let database = stage.database()?;
    let (api, cms) = (stage.ready_api(&database)?, stage.ready_cms(&database)?);
    let plan = Plan { phones: PHONES as usize, ..Plan::of(api.address).with_cms(cms.address) };

    let fastest = Load::signed_up(Plan { pause: Duration::ZERO, ..plan.clone() })?;
    let measured = Instant::now();
    sleep(MEASURE);
    let mut first = fastest.end()?;
    let requests = first.samples.iter().filter(|sample| sample.began >= measured).count();
    let most = f64::from(u32::try_from(requests)?) / MEASURE.as_secs_f64();
    let pause = Duration::from_secs_f64(f64::from(PHONES) * 3.0 / most);
    say(&format!("{most:.0} requests/s at most; each phone calls every {pause:?}"));

    let (mut of_api, mut of_cms) = (Memory::new(), Memory::new());
    let load = Load::start(Plan { pause, ..plan });
    let began = Instant::now();
    let end = began + Duration::from_secs(stage.arguments.soak_minutes * 60);
    // Caches, pools and the allocator fill first.
    let warm = began + (end - began) / 6;
    while Instant::now() < end {
        sleep(LOOK);
        if Instant::now() >= warm {
            look(&api, began, &mut of_api);
            look(&cms, began, &mut of_cms);
        }
    }
    let record = load.end()?;

    let mut finding = Finding::of("soak");
    finding.judge(&record, SERVED_OR_LATER);
    for (name, memory) in [("api", &of_api), ("cms", &of_cms)] {
        let slope = slope(memory);
        finding.require(
            slope <= MOST_MEGABYTES_AN_HOUR,
            format!("the {name}'s memory grows by {slope:.2} MB an hour"),
        );
        let value = |place: Option<&(f64, f64)>| place.map_or(0.0, |(_, megabytes)| *megabytes);
        finding.note(format!(
            "{name}: {slope:+.2} MB an hour, {:.1} MB after warming up, {:.1} MB at the end",
            value(memory.first()),
            value(memory.last())
        ));
    }
    let quick = |kind: Kind| !kind.hashes();
    let third = (end - warm) / 3;
    let (early, late) =
        (record.p99(warm, warm + third, quick), record.p99(end - third, end, quick));
    finding.require(
        late <= early * MOST_DRIFT,
        format!("p99 drifts from {early:.1} ms to {late:.1} ms"),
    );
    finding.note(format!("p99 {early:.1} ms in the first third, {late:.1} ms in the last"));
    first.ledger.add(record.ledger);
    finding.compare(check(&database, &first.ledger)?);
    finding.require(stage.statistics_agree(&database)?, "the statistics count otherwise");
    finding.note(format!(
        "{} minutes at a third of {most:.0} requests/s",
        stage.arguments.soak_minutes
    ));
    Ok(vec![finding])
}

fn look(service: &Service, began: Instant, memory: &mut Memory) {
    if let Some(megabytes) = service.memory_megabytes() {
        memory.push((began.elapsed().as_secs_f64() / 3600.0, megabytes));
    }
}

/// Of the line that lies nearest to all points (least squares).
fn slope(points: &Memory) -> f64 {
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean = |part: fn(&(f64, f64)) -> f64| points.iter().map(part).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let above: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let below: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    if below > 0.0 { above / below } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::slope;

    #[test]
    fn the_slope_is_that_of_the_line() {
        let points = (0..10).map(f64::from).map(|x| (x, 3.0 + 2.0 * x)).collect();
        assert!((slope(&points) - 2.0).abs() < 1e-9);
        assert!(slope(&Vec::new()).abs() < f64::EPSILON);
    }
}
