//! Nothing comes through to the database, and nobody says so.

use std::thread::sleep;
use std::time::{Duration, Instant};

use loadkit::Outcome;

use crate::check::check;
use crate::load::{ENOUGH, Load};
use crate::proxy::{Mode, Proxy};
use crate::report::{Finding, SERVED_OR_LATER};
use crate::stage::Stage;

const ANSWER: Duration = Duration::from_secs(10);
const RECOVERY: Duration = Duration::from_secs(2);

/// The deadline of a call is the bound itself, so what else a request takes comes on top.
const ON_TOP: Duration = Duration::from_millis(500);

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let database = stage.database()?;
    let proxy = Proxy::start(stage.port()?, stage.shared_cluster()?.address())?;
    let behind = database.at_port(proxy.address.port());
    let (api, cms) = (stage.ready_api(&behind)?, stage.ready_cms(&behind)?);
    let load = Load::signed_up(stage.plan(api.address).with_cms(cms.address))?;
    let hole = stage.pick(Duration::from_secs(30), Duration::from_secs(4));
    let calm = stage.pick(Duration::from_secs(8), Duration::from_secs(3));
    let mut calms = Vec::new();
    // Once what was sent arrives late, once it never does and the connections are gone.
    for cut in [false, true] {
        sleep(calm);
        proxy.set(Mode::BlackHole);
        sleep(hole);
        if cut {
            proxy.cut();
        }
        proxy.set(Mode::Pass);
        let end = Instant::now();
        sleep(calm);
        load.served(ENOUGH)?;
        calms.push((end, Instant::now()));
    }
    // A slow network is no fault, but nobody may be lost in it.
    proxy.set(Mode::Delay(Duration::from_millis(30)));
    sleep(calm);
    proxy.set(Mode::Pass);
    let record = load.end()?;
    let mut finding = Finding::of("black-hole");
    finding.judge(&record, SERVED_OR_LATER);
    finding.compare(check(&database, &record.ledger)?);
    finding.at_most(
        "an answer",
        record.slowest(|sample| !sample.kind.hashes()),
        stage.bound(ANSWER) + ON_TOP,
    );
    for (end, next) in calms {
        finding.recovered(record.recovery(end, next), stage.bound(RECOVERY));
    }
    Ok(vec![finding])
}
