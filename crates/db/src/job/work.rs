//! Doing jobs: an instance takes one under a lease, renews the lease while it works, and
//! writes the outcome only while the lease is its own. If it dies, the lease ends and another
//! instance takes the job.

use std::time::Duration;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Double, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use super::file::{self, File, Role};
use super::{COLUMNS, Job, Row};

/// A job in the hands of an instance.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The job, as it was when it was taken.
    pub job: Job,
    /// What proves that it is still in these hands.
    pub lease: Uuid,
}

/// How far a job is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How much of `total` is done.
    pub done: i64,
    /// How much there is to do, if that is known.
    pub total: Option<i64>,
    /// Key of the sentence that says what is being done.
    pub step: Option<String>,
}

/// What an instance learns when it renews its lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Go on.
    Mine,
    /// An editor has called the job off.
    CalledOff,
    /// The lease ran out and somebody else has the job, or it is gone.
    Lost,
}

/// Takes the job that has waited longest among `kinds`: one that is due, or one whose instance
/// has not renewed its lease. Only one instance gets it, however many ask at once.
///
/// # Errors
///
/// Diesel's own.
pub fn take(
    connection: &mut PgConnection,
    kinds: &[&str],
    lease_for: Duration,
) -> QueryResult<Option<Taken>> {
    end_abandoned(connection)?;
    let lease = Uuid::new_v4();
    let row: Option<Row> = diesel::sql_query(format!(
        "WITH due AS ( \
             SELECT id AS due_id FROM job \
              WHERE kind = ANY ($1) AND (state = 'queued' AND run_after <= now() \
                                      OR state = 'running' AND lease_until < now()) \
              ORDER BY run_after LIMIT 1 FOR UPDATE SKIP LOCKED) \
         UPDATE job SET state = 'running', lease = $2, attempts = attempts + 1, \
                lease_until = now() + make_interval(secs => $3), \
                started_at = coalesce(started_at, now()) \
           FROM due WHERE job.id = due_id RETURNING {COLUMNS}"
    ))
    .bind::<Array<Text>, _>(kinds)
    .bind::<SqlUuid, _>(lease)
    .bind::<Double, _>(lease_for.as_secs_f64())
    .get_result(connection)
    .optional()?;
    Ok(row.map(|row| Taken { job: row.into(), lease }))
}

/// What their instances left behind and nobody shall take: called off, or begun too often.
fn end_abandoned(connection: &mut PgConnection) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE job SET state = CASE WHEN cancel_asked THEN 'cancelled' ELSE 'failed' END, \
                result = CASE WHEN cancel_asked THEN NULL \
                              ELSE json_build_object('report', json_build_array( \
                                       json_build_object('key', 'job-abandoned'))) END, \
                finished_at = now(), lease = NULL, lease_until = NULL \
          WHERE state = 'running' AND lease_until < now() \
            AND (cancel_asked OR attempts >= most_attempts)",
    )
    .execute(connection)
    .map(drop)
}

/// Renews a lease, stores the progress, and says how things stand.
///
/// # Errors
///
/// Diesel's own.
pub fn renew(
    connection: &mut PgConnection,
    taken: &Taken,
    lease_for: Duration,
    progress: &Progress,
) -> QueryResult<Standing> {
    #[derive(QueryableByName)]
    struct Asked {
        #[diesel(sql_type = Bool)]
        cancel_asked: bool,
    }
    let asked: Option<Asked> = diesel::sql_query(
        "UPDATE job SET lease_until = now() + make_interval(secs => $3), done = $4, total = $5, \
                step = $6 \
          WHERE id = $1 AND lease = $2 AND state = 'running' RETURNING cancel_asked",
    )
    .bind::<SqlUuid, _>(taken.job.id)
    .bind::<SqlUuid, _>(taken.lease)
    .bind::<Double, _>(lease_for.as_secs_f64())
    .bind::<BigInt, _>(progress.done)
    .bind::<Nullable<BigInt>, _>(progress.total)
    .bind::<Nullable<Text>, _>(progress.step.as_deref())
    .get_result(connection)
    .optional()?;
    Ok(match asked {
        None => Standing::Lost,
        Some(Asked { cancel_asked: true }) => Standing::CalledOff,
        Some(Asked { cancel_asked: false }) => Standing::Mine,
    })
}

/// How a job left the hands of its instance.
#[derive(Debug)]
pub enum End<'a> {
    /// It is done; the JSON says what came of it, and there may be a file.
    Done(&'a str, Option<&'a File>),
    /// It cannot be done; the JSON says why.
    Failed(&'a str),
    /// It was called off.
    Cancelled,
    /// It is to be tried again after a while; the JSON says why. Begun too often already, it
    /// counts as failed for that reason.
    TryAgain(&'a str, Duration),
    /// The instance is stopping: another is to begin at once, and this time does not count.
    GivenBack,
}

/// Writes how a job ended. False if it was no longer in these hands: then nothing is written.
///
/// # Errors
///
/// Diesel's own.
pub fn end(connection: &mut PgConnection, taken: &Taken, end: &End<'_>) -> QueryResult<bool> {
    let (state, result, wait, given_back) = match end {
        End::Done(result, _) => ("done", Some(*result), 0.0, 0),
        End::Failed(result) => ("failed", Some(*result), 0.0, 0),
        End::Cancelled => ("cancelled", None, 0.0, 0),
        End::TryAgain(reason, _) if taken.job.attempts >= taken.job.most_attempts => {
            ("failed", Some(*reason), 0.0, 0)
        }
        End::TryAgain(reason, wait) => ("queued", Some(*reason), wait.as_secs_f64(), 0),
        End::GivenBack => ("queued", None, 0.0, 1),
    };
    connection.transaction(|connection| {
        let written = diesel::sql_query(
            "UPDATE job SET state = CASE WHEN $3 = 'queued' AND cancel_asked THEN 'cancelled' \
                                         ELSE $3 END, \
                    result = $4::json, attempts = attempts - $6, \
                    run_after = now() + make_interval(secs => $5), \
                    done = CASE WHEN $3 = 'done' THEN coalesce(total, done) ELSE done END, \
                    finished_at = CASE WHEN $3 = 'queued' AND NOT cancel_asked THEN NULL \
                                       ELSE now() END, \
                    lease = NULL, lease_until = NULL \
              WHERE id = $1 AND lease = $2 AND state = 'running'",
        )
        .bind::<SqlUuid, _>(taken.job.id)
        .bind::<SqlUuid, _>(taken.lease)
        .bind::<Text, _>(state)
        .bind::<Nullable<Text>, _>(result)
        .bind::<Double, _>(wait)
        .bind::<diesel::sql_types::SmallInt, _>(given_back)
        .execute(connection)?;
        if written == 1
            && let End::Done(_, Some(made)) = end
        {
            file::store(connection, taken.job.id, Role::Result, made)?;
        }
        Ok(written == 1)
    })
}
