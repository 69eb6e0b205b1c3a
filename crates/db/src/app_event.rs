//! Table `app_event`: what phones report for the statistics.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

/// Events to store, column by column: one statement takes them all, however many they are.
#[derive(Debug, Default)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct NewEvents {
    pub local_ids: Vec<Uuid>,
    pub kinds: Vec<String>,
    pub payloads: Vec<String>,
    pub metadata: Vec<String>,
}

/// Most events of one statement. A phone that was offline for a year sends tens of thousands;
/// each statement must end well within its time-out.
const CHUNK: usize = 5_000;

/// Stores events that are not stored yet, and says how many those were.
///
/// A long queue takes several statements, each on its own: storing is idempotent, and a phone
/// whose call ends in between comes again with the same queue and gets further each time.
///
/// # Errors
///
/// Diesel's own; what was stored before stays.
pub fn append(
    connection: &mut PgConnection,
    events: &NewEvents,
    user_id: Option<&str>,
) -> QueryResult<usize> {
    let mut stored = 0;
    for start in (0..events.local_ids.len()).step_by(CHUNK) {
        let chunk = start..events.local_ids.len().min(start + CHUNK);
        // Sorted by id, so that two copies of one batch arriving together wait for one another
        // instead of locking each other out for ever.
        stored += diesel::sql_query(
            "INSERT INTO app_event (local_id, type, payload, metadata, user_id) \
             SELECT local_id, type, payload::json, metadata::json, $5 \
             FROM unnest($1, $2, $3, $4) AS event (local_id, type, payload, metadata) \
             ORDER BY local_id \
             ON CONFLICT (local_id) DO NOTHING",
        )
        .bind::<Array<SqlUuid>, _>(&events.local_ids[chunk.clone()])
        .bind::<Array<Text>, _>(&events.kinds[chunk.clone()])
        .bind::<Array<Text>, _>(&events.payloads[chunk.clone()])
        .bind::<Array<Text>, _>(&events.metadata[chunk])
        .bind::<Nullable<Text>, _>(user_id)
        .execute(connection)?;
    }
    Ok(stored)
}

#[derive(QueryableByName)]
struct Highest {
    #[diesel(sql_type = BigInt)]
    highest: i64,
}

/// The highest id given out. The column holds four bytes, the sequence eight: at half of
/// 2,147,483,647 it is time to widen the column.
///
/// # Errors
///
/// Diesel's own.
pub fn highest_id(connection: &mut PgConnection) -> QueryResult<i64> {
    diesel::sql_query("SELECT last_value AS highest FROM app_event_id_seq")
        .get_result::<Highest>(connection)
        .map(|row| row.highest)
}
