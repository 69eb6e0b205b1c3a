//! Table `deleted_suggestion`: messages that an editor has deleted and can still bring back.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Integer, Text, Uuid as SqlUuid};
use uuid::Uuid;

use super::suggestion_handling;
use super::suggestion_inbox::{Message, select};
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
    languages: &[&str],
) -> QueryResult<(Uuid, usize)> {
    let deletion = Uuid::new_v4();
    let rows = diesel::sql_query(
        "WITH gone AS (DELETE FROM suggestion WHERE id = ANY ($1) AND lang = ANY ($2) RETURNING *) \
         INSERT INTO deleted_suggestion (id, name, \"dateRec\", organization, platform, reason, \
           email, status, content, lang, deletion) \
         SELECT id, name, \"dateRec\", organization, platform, reason, email, status, content, \
           lang, $3 FROM gone",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Text>, _>(languages)
    .bind::<SqlUuid, _>(deletion)
    .execute(connection)?;
    Ok((deletion, rows))
}

/// Brings back what was deleted together, or one message by its own id; how many came back.
///
/// # Errors
///
/// Diesel's own.
pub fn restore(connection: &mut PgConnection, id: Uuid, languages: &[&str]) -> QueryResult<usize> {
    diesel::sql_query(
        "WITH back AS (DELETE FROM deleted_suggestion \
           WHERE (deletion = $1 OR id = $1) AND lang = ANY ($2) \
             AND deleted_at > now() - make_interval(days => $3) RETURNING *) \
         INSERT INTO suggestion (id, name, \"dateRec\", organization, platform, reason, email, \
           status, content, lang) \
         SELECT id, name, \"dateRec\", organization, platform, reason, email, status, content, \
           lang FROM back ON CONFLICT (id) DO NOTHING",
    )
    .bind::<SqlUuid, _>(id)
    .bind::<Array<Text>, _>(languages)
    .bind::<Integer, _>(TRASH_DAYS)
    .execute(connection)
}

/// A page of the messages of the languages that can be brought back, deleted last first.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    languages: &[&str],
    limit: i64,
    offset: i64,
) -> QueryResult<Vec<Message>> {
    let select = select("deleted_suggestion", "count(*) OVER ()");
    diesel::sql_query(format!(
        "{select} WHERE lang = ANY ($1) AND deleted_at > now() - make_interval(days => $2) \
         ORDER BY deleted_at DESC, id LIMIT $3 OFFSET $4"
    ))
    .bind::<Array<Text>, _>(languages)
    .bind::<Integer, _>(TRASH_DAYS)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)
}

/// Throws away what can no longer be brought back, with what was noted about it; how many
/// messages that were.
///
/// # Errors
///
/// Diesel's own.
pub fn purge(connection: &mut PgConnection) -> QueryResult<usize> {
    connection.transaction(|connection| {
        let rows = diesel::sql_query(
            "DELETE FROM deleted_suggestion WHERE deleted_at <= now() - make_interval(days => $1)",
        )
        .bind::<Integer, _>(TRASH_DAYS)
        .execute(connection)?;
        suggestion_handling::forget_gone(connection)?;
        Ok(rows)
    })
}
