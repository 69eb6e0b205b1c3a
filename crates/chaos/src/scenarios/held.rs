//! Every connection is held: by calls that wait for a lock, and by somebody else altogether.

use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use loadkit::Outcome;
use loadkit::database::Database;
use loadkit::service::Service;

use crate::check::check;
use crate::load::{ENOUGH, Load, Mix, Plan, Record, Reply};
use crate::report::{Finding, SERVED_OR_LATER};
use crate::stage::Stage;

const REFUSAL: Duration = Duration::from_millis(2_500);

/// More than there are connections, so that one that becomes free is held at once.
const HOLDERS: usize = 24;

/// They do nothing but write the same rows, which somebody else has locked.
const STORES: Mix =
    Mix { signup: 0, login: 0, store: 1, events: 0, info: 0, page: 0, mobile: 0, health: 0 };

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let database = stage.database()?;
    let (api, cms) = (stage.ready_api(&database)?, stage.ready_cms(&database)?);
    let held = stage.pick(Duration::from_secs(20), Duration::from_secs(5));
    Ok(vec![
        by_locks(stage, &database, &api, &cms, held)?,
        by_others(stage, &database, &api, &cms, held)?,
    ])
}

fn by_locks(
    stage: &Stage,
    database: &Database,
    api: &Service,
    cms: &Service,
    held: Duration,
) -> Outcome<Finding> {
    let pause = Duration::from_millis(10);
    let holders = Load::signed_up(Plan {
        phones: stage.phones(HOLDERS),
        mix: STORES,
        pause,
        ..stage.plan(api.address)
    })?;
    let theirs = database.execute("SELECT string_agg(quote_literal(id), ',') FROM oky_user")?;
    let load = Load::signed_up(stage.plan(api.address).with_cms(cms.address))?;
    sleep(Duration::from_secs(3));
    let lock = format!(
        "SELECT id FROM oky_user WHERE id IN ({theirs}) FOR UPDATE; SELECT pg_sleep({})",
        held.as_secs()
    );
    let owner = database.clone();
    let locking = thread::spawn(move || owner.execute(&format!("BEGIN; {lock}; COMMIT")));
    sleep(held + Duration::from_secs(2));
    let locked = locking.join().map_err(|_| "the thread that locks panicked")?;
    locked?;
    let (mut record, holders) = (load.end()?, holders.end()?);

    let mut finding = Finding::of("held by locks");
    finding.judge(&record, SERVED_OR_LATER);
    finding.judge(&holders, SERVED_OR_LATER);
    finding.at_most("a 503", slowest_refusal(&record), stage.bound(REFUSAL));
    finding.note(format!("who waited for the locks themselves: {:?}", holders.slowest(|_| true)));
    record.ledger.add(holders.ledger);
    finding.compare(check(database, &record.ledger)?);
    Ok(finding)
}

/// The server lets nobody in any more.
fn by_others(
    stage: &Stage,
    database: &Database,
    api: &Service,
    cms: &Service,
    held: Duration,
) -> Outcome<Finding> {
    let admin = stage.shared_cluster()?.database("postgres");
    let name = database.name();
    let load = Load::signed_up(stage.plan(api.address).with_cms(cms.address))?;
    sleep(Duration::from_secs(3));
    admin.execute(&format!("ALTER DATABASE {name} CONNECTION LIMIT 0"))?;
    admin.execute(&format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    ))?;
    sleep(held);
    admin.execute(&format!("ALTER DATABASE {name} CONNECTION LIMIT -1"))?;
    let end = Instant::now();
    sleep(Duration::from_secs(3));
    load.served(ENOUGH)?;
    let record = load.end()?;

    let mut finding = Finding::of("held by others");
    finding.judge(&record, SERVED_OR_LATER);
    finding.at_most("a 503", slowest_refusal(&record), stage.bound(REFUSAL));
    finding.recovered(record.recovery(end, Instant::now()), stage.bound(Duration::from_secs(2)));
    finding.compare(check(database, &record.ledger)?);
    Ok(finding)
}

fn slowest_refusal(record: &Record) -> Duration {
    record.slowest(|sample| sample.reply == Reply::Status(503) && !sample.kind.hashes())
}
