//! Table `deleted_suggestion`: messages that an editor has deleted and can still bring back.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Integer, Text, Uuid as SqlUuid};
use uuid::Uuid;

use super::suggestion_inbox::Message;
use crate::editing::TRASH_DAYS;

/// Moves those of the messages that are there, and in the language, out of the inbox. What was
/// deleted together is named by the id that is returned, and how many that were.
///
/// # Errors
///
/// Diesel's own.
pub fn delete(
    connection: &mut PgConnection,
    ids: &[Uuid],
    lang: &str,
) -> QueryResult<(Uuid, usize)> {
    let deletion = Uuid::new_v4();
    let rows = diesel::sql_query(
        "WITH gone AS (DELETE FROM suggestion WHERE id = ANY($1) AND lang = $2 RETURNING *) \
         INSERT INTO deleted_suggestion (id, name, \"dateRec\", organization, platform, reason, \
           email, status, content, lang, deletion) \
         SELECT id, name, \"dateRec\", organization, platform, reason, email, status, content, \
           lang, $3 FROM gone",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Text, _>(lang)
    .bind::<SqlUuid, _>(deletion)
    .execute(connection)?;
    Ok((deletion, rows))
}

/// Brings back what was deleted together, or one message by its own id; how many came back.
///
/// # Errors
///
/// Diesel's own.
pub fn restore(connection: &mut PgConnection, id: Uuid, lang: &str) -> QueryResult<usize> {
    diesel::sql_query(
        "WITH back AS (DELETE FROM deleted_suggestion \
           WHERE (deletion = $1 OR id = $1) AND lang = $2 \
             AND deleted_at > now() - make_interval(days => $3) RETURNING *) \
         INSERT INTO suggestion (id, name, \"dateRec\", organization, platform, reason, email, \
           status, content, lang) \
         SELECT id, name, \"dateRec\", organization, platform, reason, email, status, content, \
           lang FROM back ON CONFLICT (id) DO NOTHING",
    )
    .bind::<SqlUuid, _>(id)
    .bind::<Text, _>(lang)
    .bind::<Integer, _>(TRASH_DAYS)
    .execute(connection)
}

/// A page of the messages of a language that can be brought back, deleted last first.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    lang: &str,
    limit: i64,
    offset: i64,
) -> QueryResult<Vec<Message>> {
    diesel::sql_query(
        "SELECT id, name, \"dateRec\" AS date_rec, organization, platform, reason, email, status, \
           content, lang, count(*) OVER () AS total FROM deleted_suggestion \
         WHERE lang = $1 AND deleted_at > now() - make_interval(days => $2) \
         ORDER BY deleted_at DESC, id LIMIT $3 OFFSET $4",
    )
    .bind::<Text, _>(lang)
    .bind::<Integer, _>(TRASH_DAYS)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)
}

/// Throws away what can no longer be brought back; how many messages that were.
///
/// # Errors
///
/// Diesel's own.
pub fn purge(connection: &mut PgConnection) -> QueryResult<usize> {
    diesel::sql_query(
        "DELETE FROM deleted_suggestion WHERE deleted_at <= now() - make_interval(days => $1)",
    )
    .bind::<Integer, _>(TRASH_DAYS)
    .execute(connection)
}
