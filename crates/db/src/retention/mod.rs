//! Clearing out what has been kept long enough: the lock and the memory of it, and the rows
//! that have no better place.

mod event;
mod message;

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};
use domain::moment::Moment;

pub use event::{Events, delete_events};
pub use message::{delete_messages, see_messages};

/// Only one instance clears out at a time.
const LOCK: &str = "hashtext('retention')::bigint";

/// Runs `work` unless another session is at it; `None` then. For a connection of its own.
///
/// # Errors
///
/// Those of `work`, and diesel's own.
pub fn exclusively<T, E: From<diesel::result::Error>>(
    connection: &mut PgConnection,
    work: impl FnOnce(&mut PgConnection) -> Result<T, E>,
) -> Result<Option<T>, E> {
    #[derive(QueryableByName)]
    struct Locked {
        #[diesel(sql_type = Bool)]
        locked: bool,
    }
    let Locked { locked } =
        diesel::sql_query(format!("SELECT pg_try_advisory_lock({LOCK}) AS locked"))
            .get_result(connection)?;
    if !locked {
        return Ok(None);
    }
    let outcome = work(connection);
    let released = connection.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"));
    let value = outcome?;
    released?;
    Ok(Some(value))
}

/// Whether a task has not succeeded for about a day.
///
/// # Errors
///
/// Diesel's own.
pub fn is_due(connection: &mut PgConnection, task: &str) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Due {
        #[diesel(sql_type = Bool)]
        due: bool,
    }
    // A little less than a day, so that an hourly round keeps the hour of the day.
    diesel::sql_query(
        "SELECT NOT EXISTS (SELECT FROM retention_run WHERE task = $1 \
            AND succeeded_at > now() - interval '23 hours 30 minutes') AS due",
    )
    .bind::<Text, _>(task)
    .get_result::<Due>(connection)
    .map(|row| row.due)
}

/// Remembers that a task has just succeeded.
///
/// # Errors
///
/// Diesel's own.
pub fn succeeded(connection: &mut PgConnection, task: &str) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO retention_run (task, succeeded_at) VALUES ($1, now()) \
         ON CONFLICT (task) DO UPDATE SET succeeded_at = now()",
    )
    .bind::<Text, _>(task)
    .execute(connection)
    .map(drop)
}

/// When each task succeeded last, by any instance.
///
/// # Errors
///
/// Diesel's own.
pub fn successes(connection: &mut PgConnection) -> QueryResult<Vec<(String, Moment)>> {
    #[derive(QueryableByName)]
    struct Success {
        #[diesel(sql_type = Text)]
        task: String,
        #[diesel(sql_type = BigInt)]
        millis: i64,
    }
    let rows: Vec<Success> = diesel::sql_query(
        "SELECT task, (extract(epoch FROM succeeded_at) * 1000)::bigint AS millis \
           FROM retention_run",
    )
    .load(connection)?;
    Ok(rows
        .into_iter()
        .map(|row| (row.task, Moment::from_millis(row.millis).unwrap_or(Moment::EPOCH)))
        .collect())
}
