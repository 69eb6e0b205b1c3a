//! Table `app_event`: what phones report for the statistics.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Binary, Nullable, Text, Uuid as SqlUuid};
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

/// Who sends events.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    /// Her id as her token spells it.
    pub id: String,
    /// What may stand for her in `erased_person`: of a sender who is there nothing is stored.
    pub keys: Vec<Vec<u8>>,
}

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
    sender: Option<&Sender>,
) -> QueryResult<usize> {
    let mut stored = 0;
    for start in (0..events.local_ids.len()).step_by(CHUNK) {
        let chunk = start..events.local_ids.len().min(start + CHUNK);
        // Sorted by id, so that two copies of one batch arriving together wait for one another
        // instead of locking each other out for ever.
        stored += Insert {
            local_ids: &events.local_ids[chunk.clone()],
            kinds: &events.kinds[chunk.clone()],
            payloads: &events.payloads[chunk.clone()],
            metadata: &events.metadata[chunk],
            user_id: sender.map(|sender| sender.id.as_str()),
            keys: sender.map_or(&[], |sender| &sender.keys),
        }
        .execute(connection)?;
    }
    Ok(stored)
}

/// The statement that stores a chunk. A type of its own, because the server prepares those once
/// for each connection, while it parses and plans an `sql_query` anew each time: a tenth of the
/// time that the usual small batch takes.
struct Insert<'a> {
    local_ids: &'a [Uuid],
    kinds: &'a [String],
    payloads: &'a [String],
    metadata: &'a [String],
    user_id: Option<&'a str>,
    keys: &'a [Vec<u8>],
}

impl QueryId for Insert<'_> {
    type QueryId = Insert<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl QueryFragment<Pg> for Insert<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(
            "INSERT INTO app_event (local_id, type, payload, metadata, user_id) \
             SELECT local_id, type, payload::json, metadata::json, ",
        );
        out.push_bind_param::<Nullable<Text>, _>(&self.user_id)?;
        out.push_sql(" FROM unnest(");
        out.push_bind_param::<Array<SqlUuid>, _>(self.local_ids)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Text>, _>(self.kinds)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Text>, _>(self.payloads)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Text>, _>(self.metadata)?;
        out.push_sql(
            ") AS event (local_id, type, payload, metadata) \
             WHERE NOT EXISTS (SELECT FROM erased_person WHERE key = ANY(",
        );
        // Asked once for the whole chunk, since it says nothing about a single event.
        out.push_bind_param::<Array<Binary>, _>(self.keys)?;
        out.push_sql(
            ") AND returned_at IS NULL) ORDER BY local_id ON CONFLICT (local_id) DO NOTHING",
        );
        Ok(())
    }
}

impl RunQueryDsl<PgConnection> for Insert<'_> {}

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
