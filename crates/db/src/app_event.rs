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

/// Stores events that are not stored yet, and says how many those were.
///
/// Sorted by id, so that two copies of one batch arriving together wait for one another
/// instead of locking each other out for ever.
///
/// # Errors
///
/// Diesel's own; then none is stored.
pub fn append(
    connection: &mut PgConnection,
    events: &NewEvents,
    user_id: Option<&str>,
) -> QueryResult<usize> {
    if events.local_ids.is_empty() {
        return Ok(0);
    }
    diesel::sql_query(
        "INSERT INTO app_event (local_id, type, payload, metadata, user_id) \
         SELECT local_id, type, payload::json, metadata::json, $5 \
         FROM unnest($1, $2, $3, $4) AS event (local_id, type, payload, metadata) \
         ORDER BY local_id \
         ON CONFLICT (local_id) DO NOTHING",
    )
    .bind::<Array<SqlUuid>, _>(&events.local_ids)
    .bind::<Array<Text>, _>(&events.kinds)
    .bind::<Array<Text>, _>(&events.payloads)
    .bind::<Array<Text>, _>(&events.metadata)
    .bind::<Nullable<Text>, _>(user_id)
    .execute(connection)
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
