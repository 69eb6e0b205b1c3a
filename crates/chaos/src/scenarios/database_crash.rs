//! The database server crashes, and comes back.

use std::thread::sleep;
use std::time::{Duration, Instant};

use loadkit::Outcome;

use crate::check::check;
use crate::cluster::Crash;
use crate::load::{ENOUGH, Load};
use crate::report::{Finding, SERVED_OR_LATER, Seconds};
use crate::stage::Stage;

const RECOVERY: Duration = Duration::from_secs(2);

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let cluster = stage.own_cluster("crashing", &[])?;
    let database = stage.template(&cluster)?;
    let (api, cms) = (stage.ready_api(&database)?, stage.ready_cms(&database)?);
    let load = Load::signed_up(stage.plan(api.address).with_cms(cms.address))?;
    let calm = stage.pick(Duration::from_secs(8), Duration::from_secs(3));
    let mut calms = Vec::new();
    for crash in [Crash::Kill, Crash::Immediate].repeat(stage.pick(3, 1)) {
        sleep(calm);
        let began = Instant::now();
        cluster.crash(crash)?;
        sleep(Duration::from_secs(2));
        cluster.restart()?;
        let end = Instant::now();
        sleep(calm);
        load.served(ENOUGH)?;
        calms.push((crash, began, end, Instant::now()));
    }
    let record = load.end()?;
    let mut finding = Finding::of("database-crash");
    finding.judge(&record, SERVED_OR_LATER);
    finding.compare(check(&database, &record.ledger)?);
    for (crash, began, end, next) in calms {
        let recovery = record.recovery(end, next);
        finding.note(format!(
            "{crash:?}: the server was back after {}, callers {} later",
            Seconds(end - began),
            Seconds(recovery.unwrap_or_default())
        ));
        finding.recovered(recovery, stage.bound(RECOVERY));
    }
    finding.require(stage.statistics_agree(&database)?, "the statistics count otherwise");
    Ok(vec![finding])
}
