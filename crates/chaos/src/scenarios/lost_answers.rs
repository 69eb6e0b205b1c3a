//! Requests arrive and their answers do not.

use std::thread::sleep;
use std::time::{Duration, Instant};

use loadkit::Outcome;

use crate::check::check;
use crate::load::{ENOUGH, Load, Plan, Random};
use crate::proxy::Proxy;
use crate::report::{Allowed, Finding};
use crate::stage::Stage;

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let database = stage.database()?;
    let api = stage.ready_api(&database)?;
    let proxy = Proxy::start(stage.port()?, api.address)?;
    let plan = Plan {
        phones: stage.phones(24),
        pause: Duration::from_millis(5),
        ..Plan::of(proxy.address)
    };
    let load = Load::signed_up(plan)?;
    let (mut cuts, mut random) = (0, Random::of(7));
    let end = Instant::now() + stage.pick(Duration::from_secs(60), Duration::from_secs(5));
    while Instant::now() < end {
        // Long enough for a signup to come through now and then.
        sleep(Duration::from_millis(u64::from(20 + random.below(600))));
        proxy.cut();
        cuts += 1;
    }
    load.served(ENOUGH)?;
    let record = load.end()?;
    let mut finding = Finding::of("lost-answers");
    // Hashes whose callers are gone fill the queue for a moment.
    finding.judge(&record, Allowed { statuses: &[200, 503], broken: true });
    finding.compare(check(&database, &record.ledger)?);
    finding.require(stage.statistics_agree(&database)?, "the statistics count otherwise");
    finding.note(format!("all connections cut {cuts} times"));
    Ok(vec![finding])
}
