//! One phone's queue arrives several times at the same moment.

use std::net::SocketAddr;

use futures_util::future::join_all;
use loadkit::Outcome;
use loadkit::http::Connection;
use tokio::sync::Barrier;
use uuid::Uuid;

use crate::load::{Random, requests};
use crate::report::Finding;
use crate::stage::Stage;

const EVENTS: usize = 1_000;
const CLIENTS: usize = 8;

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let database = stage.database()?;
    let api = stage.ready_api(&database)?;
    let rounds = stage.pick(20, 4);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut finding = Finding::of("same-batch");
    for round in 1..=rounds {
        let ids: Vec<Uuid> = (0..EVENTS).map(|_| Uuid::new_v4()).collect();
        let statuses = runtime.block_on(at_once(api.address, &ids))?;
        finding.require(statuses == [200; CLIENTS], format!("statuses {statuses:?}"));
        let stored = database.execute("SELECT count(*) FROM app_event")?;
        finding.require(
            stored == (round * EVENTS).to_string(),
            format!("{stored} rows after {round} batches"),
        );
    }
    let log = stage.shared_cluster()?.log()?;
    finding.require(!log.contains("deadlock detected"), "a deadlock is in the server's log");
    finding.require(stage.statistics_agree(&database)?, "the statistics count otherwise");
    finding.note(format!("{rounds} batches of {EVENTS} events, each from {CLIENTS} clients"));
    Ok(vec![finding])
}

/// Every client sends all events, each in an order of its own; the statuses.
async fn at_once(address: SocketAddr, ids: &[Uuid]) -> Outcome<Vec<u16>> {
    let together = Barrier::new(CLIENTS);
    let clients = (0..CLIENTS).map(|client| {
        let request = requests::events(&shuffled(ids, client), None);
        let together = &together;
        async move {
            let mut connection = Connection::open(address).await?;
            together.wait().await;
            connection.exchange(&request).await
        }
    });
    let statuses: Result<Vec<u16>, std::io::Error> = join_all(clients).await.into_iter().collect();
    Ok(statuses?)
}

fn shuffled(ids: &[Uuid], client: usize) -> Vec<Uuid> {
    let mut random = Random::of(client);
    let mut keyed: Vec<(u32, Uuid)> = ids.iter().map(|id| (random.below(1_000_000), *id)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, id)| id).collect()
}
