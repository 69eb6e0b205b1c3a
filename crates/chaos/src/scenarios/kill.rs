//! An instance dies without a word, again and again.

use std::thread::sleep;
use std::time::Duration;

use loadkit::Outcome;

use crate::check::check;
use crate::load::{ENOUGH, Load, Plan, Random};
use crate::report::{Allowed, Finding, Seconds};
use crate::stage::Stage;

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let database = stage.database()?;
    let port = stage.port()?;
    let snapshots = stage.snapshots("kill")?;
    let own = [("SNAPSHOT_DIR", snapshots.as_str())];
    let mut api = stage.api(&database, port, &own)?;
    api.first_success("/ready")?;
    // Busy phones: at the moment of a kill many of them wait for an answer.
    let plan =
        Plan { phones: stage.phones(20), pause: Duration::from_millis(5), ..Plan::of(api.address) };
    let load = Load::signed_up(plan)?;
    let (kills, mut random, mut longest) = (stage.pick(50, 6), Random::of(50), Duration::ZERO);
    for _ in 0..kills {
        // Some work, and then any moment of it.
        load.served(ENOUGH)?;
        sleep(Duration::from_millis(u64::from(random.below(200))));
        api.kill()?;
        api = stage.api(&database, port, &own)?;
        longest = longest.max(api.first_success("/ready")?);
    }
    load.served(ENOUGH)?;
    let record = load.end()?;
    let mut finding = Finding::of("kill");
    finding.judge(&record, Allowed { statuses: &[200, 503], broken: true });
    finding.compare(check(&database, &record.ledger)?);
    finding.require(stage.statistics_agree(&database)?, "the statistics count otherwise");
    finding.note(format!("{kills} kills; ready again after at most {}", Seconds(longest)));
    Ok(vec![finding])
}
