//! There is no database for a long time, and an instance has to start without it.

use std::net::SocketAddr;
use std::thread::sleep;
use std::time::{Duration, Instant};

use loadkit::Outcome;
use loadkit::http::{Connection, get};

use crate::check::check;
use crate::load::{CONTENT, ENOUGH, Load, Plan};
use crate::proxy::{Mode, Proxy};
use crate::report::{Finding, SERVED_OR_LATER, Seconds};
use crate::stage::Stage;

const RECOVERY: Duration = Duration::from_secs(2);

/// In the short form.
const SHORTLY: Duration = Duration::from_secs(6);

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let away = stage.pick(Duration::from_secs(stage.arguments.away_seconds), SHORTLY);
    let database = stage.database()?;
    let proxy = Proxy::start(stage.port()?, stage.shared_cluster()?.address())?;
    let behind = database.at_port(proxy.address.port());
    let (api, cms) = (stage.ready_api(&behind)?, stage.ready_cms(&behind)?);
    let snapshots = stage.snapshots("away")?;
    let own = [("SNAPSHOT_DIR", snapshots.as_str())];
    let port = stage.port()?;
    let mut restarted = stage.api(&behind, port, &own)?;
    restarted.first_success("/ready")?;
    let before = content(restarted.address)?;
    let load = Load::signed_up(stage.plan(api.address).with_cms(cms.address))?;
    sleep(Duration::from_secs(3));

    proxy.set(Mode::Refuse);
    sleep(away / 3);
    restarted.terminate()?;
    restarted.end_within(Duration::from_secs(30))?.ok_or("the instance does not end")?;
    restarted = stage.api(&behind, port, &own)?;
    let healthy = restarted.first_success("/health")?;
    // From the first moment that a platform sends it callers.
    let readers = Load::start(Plan { phones: 8, mix: CONTENT, ..Plan::of(restarted.address) });
    sleep(away - away / 3);
    let meanwhile = content(restarted.address)?;
    proxy.set(Mode::Pass);
    let end = Instant::now();
    let ready = loop {
        if end.elapsed() > Duration::from_secs(30) {
            break None;
        }
        if status(restarted.address, "/ready").is_ok_and(|status| status == 200) {
            break Some(end.elapsed());
        }
        sleep(Duration::from_millis(20));
    };
    sleep(Duration::from_secs(3));
    load.served(ENOUGH)?;
    let (record, readers) = (load.end()?, readers.end()?);

    let mut finding = Finding::of("database-away");
    finding.judge(&record, SERVED_OR_LATER);
    finding.judge(&readers, SERVED_OR_LATER);
    finding.compare(check(&database, &record.ledger)?);
    finding.recovered(record.recovery(end, Instant::now()), stage.bound(RECOVERY));
    finding.recovered(ready, stage.bound(RECOVERY));
    finding.require(meanwhile == before, "the restarted instance serves other content");
    finding.note(format!(
        "{} away; the restarted instance answered after {}",
        Seconds(away),
        Seconds(healthy)
    ));
    Ok(vec![finding])
}

fn content(address: SocketAddr) -> Outcome<Vec<u8>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let request = get("/mobile/articles/ne", &[]);
    let answer =
        runtime.block_on(async { Connection::open(address).await?.fetch(&request).await })?;
    Ok(answer.body)
}

fn status(address: SocketAddr, path: &str) -> Outcome<u16> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let request = get(path, &["Connection: close"]);
    let asked = async { Connection::open(address).await?.exchange(&request).await };
    Ok(runtime.block_on(asked)?)
}
