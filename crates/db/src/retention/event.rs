//! Old events. Triggers keep their counts when they go, so totals stay.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};

use crate::statistics;

/// Most events of one deletion, so that phones which store some never wait for long.
const BATCH: i64 = 5_000;

/// What became of deleting events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Events {
    /// So many are deleted.
    Deleted(usize),
    /// Not all are counted yet, so none was deleted.
    Uncounted,
}

/// Deletes the events that were received more than `days` ago, in batches, if all are in the
/// counts of the statistics. For a connection without a statement time-out.
///
/// # Errors
///
/// Diesel's own; what was deleted before stays deleted.
pub fn delete_events(connection: &mut PgConnection, days: i32) -> QueryResult<Events> {
    if !statistics::check(connection)?.is_empty() {
        return Ok(Events::Uncounted);
    }
    let mut deleted = 0;
    loop {
        // Ids grow with time, so the oldest stand first and are found at once.
        let rows = diesel::sql_query(
            "DELETE FROM app_event WHERE id IN (SELECT id FROM app_event \
              WHERE created_at < (now() AT TIME ZONE 'UTC') - make_interval(days => $1) \
              ORDER BY id LIMIT $2)",
        )
        .bind::<Integer, _>(days)
        .bind::<BigInt, _>(BATCH)
        .execute(connection)?;
        deleted += rows;
        if i64::try_from(rows).unwrap_or(BATCH) < BATCH {
            return Ok(Events::Deleted(deleted));
        }
    }
}
