//! What is cleared out.

use std::time::Duration;

use db::Connection;
use db::audit::{self, Act, Entry};
use db::content::{answer_template, deleted_suggestion};
use db::editing::{self, Author};
use db::error::DbError;
use db::files::discarded;
use db::retention::{self, Events};
use db::{job, push};

use super::RetentionSettings;

/// Something that is cleared out.
pub(super) struct Task {
    /// Its name in the table, the log and the metric.
    pub(super) name: &'static str,
    /// Does it.
    pub(super) run: fn(&mut Connection, &RetentionSettings) -> Result<Outcome, DbError>,
}

/// What became of a task.
pub(super) enum Outcome {
    /// It is done, and so many rows are gone.
    Done(usize),
    /// It is not to be done: nothing is set.
    Off,
    /// It was done less than a day ago.
    NotDue,
    /// It cannot be done yet, and this is why.
    Postponed(&'static str),
}

/// Every task, in the order in which they are done.
pub(super) const TASKS: &[Task] = &[
    Task { name: "events", run: events },
    Task { name: "messages", run: messages },
    Task { name: "audit", run: audit_log },
    Task { name: "trash", run: trash },
    Task { name: "jobs", run: jobs },
];

/// How long jobs that have ended are kept.
const JOBS: Duration = Duration::from_secs(30 * 24 * 60 * 60);

fn events(connection: &mut Connection, settings: &RetentionSettings) -> Result<Outcome, DbError> {
    let Some(days) = settings.event_days else { return Ok(Outcome::Off) };
    match retention::delete_events(connection, days)? {
        Events::Deleted(rows) => Ok(noted(connection, "events", days, rows)?),
        Events::Uncounted => Ok(Outcome::Postponed("not all events are counted yet")),
    }
}

fn messages(connection: &mut Connection, settings: &RetentionSettings) -> Result<Outcome, DbError> {
    // Also where nothing is set: whoever sets it later wants to know how old they are.
    retention::see_messages(connection)?;
    let Some(days) = settings.message_days else { return Ok(Outcome::Off) };
    Ok(db::transaction(connection, |connection| {
        let rows = retention::delete_messages(connection, days)?;
        noted(connection, "messages", days, rows)
    })?)
}

fn audit_log(
    connection: &mut Connection,
    settings: &RetentionSettings,
) -> Result<Outcome, DbError> {
    let Some(days) = settings.audit_days else { return Ok(Outcome::Off) };
    Ok(db::transaction(connection, |connection| {
        let rows = audit::delete_older_than(connection, days)?;
        noted(connection, "audit entries", days, rows)
    })?)
}

fn trash(connection: &mut Connection, _: &RetentionSettings) -> Result<Outcome, DbError> {
    Ok(db::transaction(connection, |connection| {
        let keys = editing::purge_trash(connection)?;
        // Whoever looks after the files deletes them from there.
        discarded::discard(connection, &keys)?;
        let messages = deleted_suggestion::purge(connection)?;
        let templates = answer_template::purge(connection)?;
        Ok(Outcome::Done(keys.len() + messages + templates))
    })?)
}

fn jobs(connection: &mut Connection, _: &RetentionSettings) -> Result<Outcome, DbError> {
    let jobs = job::prune(connection, JOBS)?;
    Ok(Outcome::Done(jobs + push::prune(connection)?))
}

/// Records in the audit log what a setting has deleted.
fn noted(
    connection: &mut Connection,
    what: &str,
    days: i32,
    rows: usize,
) -> db::QueryResult<Outcome> {
    if rows > 0 {
        let author = Author { editor_id: None, name: "retention".to_owned() };
        let detail = format!("{rows} deleted, older than {days} days");
        let entry = Entry { author: &author, act: Act::RetentionRun, item: what, detail: &detail };
        audit::record(connection, &entry)?;
    }
    Ok(Outcome::Done(rows))
}
