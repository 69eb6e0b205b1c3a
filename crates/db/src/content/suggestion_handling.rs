//! Tables `suggestion_handling` and `suggestion_note`: who looks after a message, and what
//! editors note about it for each other.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use uuid::Uuid;

use crate::editing::Author;
use crate::types::Instant;

/// Somebody who looks after messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignee {
    /// By `user.id`.
    pub id: i32,
    /// Her name.
    pub name: String,
}

/// Has somebody, or nobody, look after those of the messages that are in the languages; how many
/// those are.
///
/// # Errors
///
/// Diesel's own.
pub fn assign(
    connection: &mut PgConnection,
    ids: &[Uuid],
    languages: &[&str],
    assignee: Option<&Assignee>,
) -> QueryResult<usize> {
    diesel::sql_query(
        "INSERT INTO suggestion_handling (suggestion_id, assignee_id, assignee, assigned_at) \
         SELECT id, $3, $4, now() FROM suggestion WHERE id = ANY ($1) AND lang = ANY ($2) \
            FOR KEY SHARE \
         ON CONFLICT (suggestion_id) DO UPDATE SET assignee_id = excluded.assignee_id, \
           assignee = excluded.assignee, assigned_at = excluded.assigned_at",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Text>, _>(languages)
    .bind::<Nullable<Integer>, _>(assignee.map(|assignee| assignee.id))
    .bind::<Nullable<Text>, _>(assignee.map(|assignee| assignee.name.as_str()))
    .execute(connection)
}

/// A note of an editor about a message.
#[derive(Clone, Debug, QueryableByName)]
pub struct Note {
    /// Its key.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// What it says.
    #[diesel(sql_type = Text)]
    pub content: String,
    /// Who wrote it, by `user.id`.
    #[diesel(sql_type = Nullable<Integer>)]
    pub editor_id: Option<i32>,
    /// Her name.
    #[diesel(sql_type = Text)]
    pub editor_name: String,
    /// When.
    #[diesel(sql_type = Timestamptz)]
    pub written_at: Instant,
}

/// The notes about a message, the oldest first.
///
/// # Errors
///
/// Diesel's own.
pub fn notes(connection: &mut PgConnection, message: Uuid) -> QueryResult<Vec<Note>> {
    diesel::sql_query(
        "SELECT id, content, editor_id, editor_name, written_at FROM suggestion_note \
         WHERE suggestion_id = $1 ORDER BY written_at, id",
    )
    .bind::<SqlUuid, _>(message)
    .load(connection)
}

/// Adds a note to a message of one of the languages; a note under the same key is one note. False
/// if there is no such message.
///
/// # Errors
///
/// Diesel's own.
pub fn add_note(
    connection: &mut PgConnection,
    message: Uuid,
    languages: &[&str],
    content: &str,
    author: &Author,
) -> QueryResult<bool> {
    diesel::sql_query(
        // The lock keeps the message from going at this very moment and leaving the note behind.
        "INSERT INTO suggestion_note (id, suggestion_id, content, editor_id, editor_name) \
         SELECT $3, id, $4, $5, $6 FROM suggestion WHERE id = $1 AND lang = ANY ($2) \
            FOR KEY SHARE",
    )
    .bind::<SqlUuid, _>(message)
    .bind::<Array<Text>, _>(languages)
    .bind::<SqlUuid, _>(Uuid::new_v4())
    .bind::<Text, _>(content)
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .execute(connection)
    .map(|rows| rows == 1)
}

/// Deletes a note that `author` wrote, or with `any` anybody. False if there is no such note.
///
/// # Errors
///
/// Diesel's own.
pub fn delete_note(
    connection: &mut PgConnection,
    message: Uuid,
    note: Uuid,
    author: &Author,
    any: bool,
) -> QueryResult<bool> {
    diesel::sql_query(
        "DELETE FROM suggestion_note WHERE id = $1 AND suggestion_id = $2 \
            AND ($3 OR editor_id = $4)",
    )
    .bind::<SqlUuid, _>(note)
    .bind::<SqlUuid, _>(message)
    .bind::<Bool, _>(any)
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .execute(connection)
    .map(|rows| rows == 1)
}

/// Forgets what is noted about messages that are gone, from the list of deleted ones too.
///
/// # Errors
///
/// Diesel's own.
pub fn forget_gone(connection: &mut PgConnection) -> QueryResult<()> {
    for table in ["suggestion_note", "suggestion_handling"] {
        diesel::sql_query(format!(
            "DELETE FROM {table} AS kept \
              WHERE NOT EXISTS (SELECT FROM suggestion WHERE id = kept.suggestion_id) \
                AND NOT EXISTS (SELECT FROM deleted_suggestion WHERE id = kept.suggestion_id)"
        ))
        .execute(connection)?;
    }
    Ok(())
}
