//! The disk of the database is full, and later it is not.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use loadkit::Outcome;
use loadkit::database::Database;

use crate::check::check;
use crate::load::{ENOUGH, Load, Plan, Record, Reply, Sample};
use crate::report::{Finding, SERVED_OR_LATER};
use crate::stage::Stage;

const NAME: &str = "disk-full";
const BALLAST: &str = "ballast";
const RECOVERY: Duration = Duration::from_secs(2);

/// The log of writes stays small beside the disk, but needs new space all the time: a server
/// that cannot write it ends.
const SETTINGS: [&str; 3] = ["max_wal_size = 64MB", "min_wal_size = 32MB", "wal_recycle = off"];

/// Of the small disk.
const MEGABYTES: u32 = 400;

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let Some(disk) = stage.small_disk(MEGABYTES)? else {
        let reason = "a small disk can only be made by root";
        return Ok(vec![Finding::not_checked(NAME, reason)]);
    };
    let cluster = stage.cluster_at(&disk.join("cluster"), &SETTINGS)?;
    let database = stage.template(&cluster)?;
    let (api, cms) = (stage.ready_api(&database)?, stage.ready_cms(&database)?);
    let plan = Plan { pause: Duration::from_millis(5), ..stage.plan(api.address) };
    let load = Load::signed_up(plan.with_cms(cms.address))?;
    let mut finding = Finding::of(NAME);
    let (mut calms, mut crashed) = (Vec::new(), 0);
    let full = stage.pick(Duration::from_secs(15), Duration::from_secs(5));
    let calm = stage.pick(Duration::from_secs(10), Duration::from_secs(5));
    for _ in 0..stage.pick(2, 1) {
        fill(&disk)?;
        // Checkpoints need space as well, and meet the full disk sooner than by the clock.
        let _ = database.execute("CHECKPOINT");
        sleep(full);
        empty(&disk)?;
        if !cluster.runs() {
            // Without space for its own log a server ends, and its supervisor starts it again.
            crashed += 1;
            cluster.restart()?;
        }
        until_it_answers(&database)?;
        let end = Instant::now();
        sleep(calm);
        load.served(ENOUGH)?;
        calms.push((end, Instant::now()));
    }
    let record = load.end()?;
    finding.judge(&record, SERVED_OR_LATER);
    finding.require(refused(&record) > 0, "the disk was never full: nobody got a 503");
    finding.compare(check(&database, &record.ledger)?);
    for (end, next) in calms {
        finding.recovered(record.recovery(end, next), stage.bound(RECOVERY));
    }
    finding.note(format!("the server itself ended {crashed} times"));
    Ok(vec![finding])
}

/// Takes every byte that is left.
fn fill(disk: &Path) -> Outcome<()> {
    let mut ballast = fs::File::create(disk.join(BALLAST))?;
    let piece = vec![0; 64 * 1024];
    // The end is the error that is wanted.
    while ballast.write_all(&piece).is_ok() {}
    Ok(())
}

fn empty(disk: &Path) -> Outcome<()> {
    Ok(fs::remove_file(disk.join(BALLAST))?)
}

fn until_it_answers(database: &Database) -> Outcome<()> {
    let began = Instant::now();
    while let Err(failure) = database.execute("SELECT 1") {
        if began.elapsed() > Duration::from_secs(30) {
            return Err(failure);
        }
        sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn refused(record: &Record) -> usize {
    let refused = |sample: &&Sample| sample.reply == Reply::Status(503);
    record.samples.iter().filter(refused).count()
}
