//! Keeping the counts in order: folding fresh ones in, counting anew, and checking.
//!
//! Counting anew needs no lock on what phones write. It runs in a repeatable read transaction:
//! the fresh counts that this sees, and deletes, belong to exactly the events that it sees, and
//! counts. What is stored meanwhile is in neither.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use diesel::sql_types::{BigInt, Bool, Nullable, Text};
use domain::calendar::Day;

use super::people::as_of;

/// Only one instance folds or counts at a time: the two would undo each other's work.
const LOCK: &str = "hashtext('statistics')::bigint";

/// Ids of events that are looked at in one transaction.
const BATCH: i64 = 20_000;

/// How often a counting is tried that met a change.
const ATTEMPTS: u32 = 5;

#[derive(QueryableByName)]
struct Locked {
    #[diesel(sql_type = Bool)]
    locked: bool,
}

/// Adds the fresh counts to the others, unless somebody else is at it. Whether it was done. For a
/// connection without a statement time-out.
///
/// # Errors
///
/// Diesel's own.
pub fn fold(connection: &mut PgConnection) -> QueryResult<bool> {
    connection.transaction(|connection| {
        let Locked { locked } =
            diesel::sql_query(format!("SELECT pg_try_advisory_xact_lock({LOCK}) AS locked"))
                .get_result(connection)?;
        if locked {
            connection.batch_execute("SELECT fold_event_counts()")?;
        }
        Ok(locked)
    })
}

/// Counts every account anew if that was last done on another day than `today`, since ages
/// change at midnight. Whether it was done. For a connection without a statement time-out.
///
/// # Errors
///
/// Diesel's own.
pub fn refresh_ages(connection: &mut PgConnection, today: Day) -> QueryResult<bool> {
    let is_due = |connection: &mut PgConnection| {
        as_of(connection)
            .map(|known| known.is_none_or(|known| known.day != today || known.counted_at.is_none()))
    };
    if !is_due(connection)? {
        return Ok(false);
    }
    exclusively(connection, |connection| {
        // Another instance may have done it while this one waited.
        let due = is_due(connection)?;
        if due {
            count_accounts(connection, today)?;
        }
        Ok(due)
    })
}

/// Counts every account anew, with ages of `today`. For a connection without a statement
/// time-out.
///
/// # Errors
///
/// Diesel's own.
pub fn recount_accounts(connection: &mut PgConnection, today: Day) -> QueryResult<()> {
    exclusively(connection, |connection| count_accounts(connection, today))
}

/// Counts all that is kept anew: every account, every event that exists, and what is
/// remembered of those that are deleted. For a connection without a statement time-out.
///
/// # Errors
///
/// Diesel's own; the counts are then as they were.
pub fn rebuild(connection: &mut PgConnection, today: Day) -> QueryResult<()> {
    exclusively(connection, |connection| {
        claim_answers(connection)?;
        in_one_view(connection, |connection| connection.batch_execute("SELECT recount_events()"))?;
        count_accounts(connection, today)
    })
}

/// Events of one kind, as the counts have them and as they are.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Difference {
    /// The kind: `quiz`, `share` or `survey`.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// How many the counts hold.
    #[diesel(sql_type = BigInt)]
    pub counted: i64,
    /// How many there are, with those that are deleted.
    #[diesel(sql_type = BigInt)]
    pub stored: i64,
}

/// The kinds of events of which not all are counted, because a trigger could not: a dump was
/// loaded without triggers, say. Counting anew mends it. For a connection without a statement
/// time-out.
///
/// # Errors
///
/// Diesel's own.
pub fn check(connection: &mut PgConnection) -> QueryResult<Vec<Difference>> {
    in_one_view(connection, |connection| {
        diesel::sql_query(include_str!("check.sql")).load(connection)
    })
}

/// Remembers, batch by batch, which answer of each person to each survey counts.
fn claim_answers(connection: &mut PgConnection) -> QueryResult<()> {
    #[derive(QueryableByName)]
    struct Ids {
        #[diesel(sql_type = Nullable<BigInt>)]
        first: Option<i64>,
        #[diesel(sql_type = Nullable<BigInt>)]
        last: Option<i64>,
    }
    let Ids { first, last } = diesel::sql_query(
        "SELECT min(id)::bigint AS first, max(id)::bigint AS last FROM app_event",
    )
    .get_result(connection)?;
    let (Some(mut first), Some(last)) = (first, last) else { return Ok(()) };
    while first <= last {
        diesel::sql_query(
            "SELECT claim_survey_answers(array_agg(id)) FROM app_event \
              WHERE id >= $1 AND id < $2 AND type = 'ANSWER_SURVEY'",
        )
        .bind::<BigInt, _>(first)
        .bind::<BigInt, _>(first + BATCH)
        .execute(connection)?;
        first += BATCH;
    }
    Ok(())
}

fn count_accounts(connection: &mut PgConnection, today: Day) -> QueryResult<()> {
    in_one_view(connection, |connection| {
        diesel::sql_query("SELECT recount_accounts($1::date)")
            .bind::<Text, _>(today.to_iso())
            .execute(connection)
            .map(drop)
    })
}

/// Runs `work` in a repeatable read transaction, again if it met somebody else's change.
fn in_one_view<T>(
    connection: &mut PgConnection,
    work: impl Fn(&mut PgConnection) -> QueryResult<T>,
) -> QueryResult<T> {
    let mut attempt = 1;
    loop {
        let outcome = connection.build_transaction().repeatable_read().run(&work);
        match outcome {
            Err(Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _))
                if attempt < ATTEMPTS =>
            {
                attempt += 1;
            }
            outcome => return outcome,
        }
    }
}

fn exclusively<T>(
    connection: &mut PgConnection,
    work: impl FnOnce(&mut PgConnection) -> QueryResult<T>,
) -> QueryResult<T> {
    connection.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
    let outcome = work(connection);
    let released = connection.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"));
    outcome.and_then(|value| released.map(|()| value))
}
