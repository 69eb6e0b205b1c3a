//! Passwords, and the links that set them.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Binary, Integer, Text};

use super::change::set_hash;
use super::{StoredEditor, find, session};

/// Hours for which a link sets a password.
const LINK_HOURS: i32 = 24;

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = Integer)]
    id: i32,
}

/// Records that somebody has signed in.
///
/// # Errors
///
/// Diesel's own.
pub fn record_sign_in(connection: &mut PgConnection, id: i32) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO editor (user_id, last_sign_in_at) VALUES ($1, now()) \
         ON CONFLICT (user_id) DO UPDATE SET last_sign_in_at = now()",
    )
    .bind::<Integer, _>(id)
    .execute(connection)
    .map(drop)
}

/// Puts another hash of the same password in place of `old`, if it still stands there; whether
/// it did.
///
/// # Errors
///
/// Diesel's own.
pub fn raise_hash(
    connection: &mut PgConnection,
    id: i32,
    old: &str,
    new: &str,
) -> QueryResult<bool> {
    diesel::sql_query("UPDATE \"user\" SET password = $3 WHERE id = $1 AND password = $2")
        .bind::<Integer, _>(id)
        .bind::<Text, _>(old)
        .bind::<Text, _>(new)
        .execute(connection)
        .map(|rows| rows > 0)
}

/// Sets a password. Every session but `keep` ends, and so does a link that sets another. For
/// somebody who is deactivated it is the one she has when she comes back.
///
/// # Errors
///
/// Diesel's own.
pub fn set_password(
    connection: &mut PgConnection,
    id: i32,
    hash: &str,
    keep: Option<i64>,
) -> QueryResult<()> {
    connection.transaction(|connection| {
        end_reset_link(connection, id)?;
        let kept = diesel::sql_query(
            "UPDATE editor SET kept_password = $2 WHERE user_id = $1 AND deactivated_at IS NOT NULL",
        )
        .bind::<Integer, _>(id)
        .bind::<Text, _>(hash)
        .execute(connection)?;
        if kept == 0 {
            set_hash(connection, id, hash)?;
        }
        session::end_all(connection, id, keep)
    })
}

/// Keeps the SHA-256 of the token of a link that sets the password once, for a day. An earlier
/// link ends.
///
/// # Errors
///
/// Diesel's own.
pub fn keep_reset_link(
    connection: &mut PgConnection,
    id: i32,
    token_hash: &[u8],
) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO editor (user_id, reset_token_hash, reset_expires_at) \
         VALUES ($1, $2, now() + make_interval(hours => $3)) \
         ON CONFLICT (user_id) DO UPDATE SET reset_token_hash = excluded.reset_token_hash, \
         reset_expires_at = excluded.reset_expires_at",
    )
    .bind::<Integer, _>(id)
    .bind::<Binary, _>(token_hash)
    .bind::<Integer, _>(LINK_HOURS)
    .execute(connection)
    .map(drop)
}

/// Ends the link that sets an editor's password, if there is one.
///
/// # Errors
///
/// Diesel's own.
pub fn end_reset_link(connection: &mut PgConnection, id: i32) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE editor SET reset_token_hash = NULL, reset_expires_at = NULL WHERE user_id = $1",
    )
    .bind::<Integer, _>(id)
    .execute(connection)
    .map(drop)
}

/// The editor whose password a link may set now.
///
/// # Errors
///
/// Diesel's own.
pub fn find_by_reset_link(
    connection: &mut PgConnection,
    token_hash: &[u8],
) -> QueryResult<Option<StoredEditor>> {
    let id: Option<Id> = diesel::sql_query(
        "SELECT user_id AS id FROM editor \
         WHERE reset_token_hash = $1 AND reset_expires_at > now() AND deactivated_at IS NULL",
    )
    .bind::<Binary, _>(token_hash)
    .get_result(connection)
    .optional()?;
    id.map_or(Ok(None), |found| find(connection, found.id))
}

/// Sets a password by a link, which ends by it; the editor, or `None` if the link is no good
/// (any more).
///
/// # Errors
///
/// Diesel's own.
pub fn set_password_by_link(
    connection: &mut PgConnection,
    token_hash: &[u8],
    hash: &str,
) -> QueryResult<Option<StoredEditor>> {
    connection.transaction(|connection| {
        // Two that come at once wait for each other here, and the second finds nothing.
        let taken: Option<Id> = diesel::sql_query(
            "UPDATE editor SET reset_token_hash = NULL, reset_expires_at = NULL \
             WHERE reset_token_hash = $1 AND reset_expires_at > now() AND deactivated_at IS NULL \
             RETURNING user_id AS id",
        )
        .bind::<Binary, _>(token_hash)
        .get_result(connection)
        .optional()?;
        let Some(Id { id }) = taken else { return Ok(None) };
        set_password(connection, id, hash, None)?;
        find(connection, id)
    })
}
