//! Table `editor_session`: the sessions of browsers. Only the SHA-256 of a session's key is
//! stored, so that a copy of the database opens none.

use std::collections::HashMap;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Integer, Nullable, Text, Timestamptz};

use crate::types::Instant;

/// What a session remembers.
pub type State = HashMap<String, String>;

/// How long sessions live.
#[derive(Clone, Copy, Debug)]
pub struct Lifetime {
    /// Minutes without a request.
    pub idle_minutes: u32,
    /// Hours in any case.
    pub hours: u32,
}

/// A new session.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// SHA-256 of its key.
    pub key_hash: Vec<u8>,
    /// Whose it is, once she has signed in.
    pub editor_id: Option<i32>,
    /// What it remembers.
    pub state: State,
    /// The name her browser gives itself, shortened.
    pub user_agent: String,
    /// Keyed hash of her network.
    pub address_key: Option<Vec<u8>>,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    state: String,
}

/// True of rows that live, given `$1` idle minutes and `$2` hours.
const LIVES: &str = "last_seen_at > now() - make_interval(mins => $1) \
                     AND created_at > now() - make_interval(hours => $2)";

/// The number and state of the session with a key, if it lives; it has been seen now. Writes at
/// most once a minute.
///
/// # Errors
///
/// Diesel's own.
pub fn load(
    connection: &mut PgConnection,
    key_hash: &[u8],
    lifetime: Lifetime,
) -> QueryResult<Option<(i64, State)>> {
    let found: Option<Found> = diesel::sql_query(format!(
        "WITH found AS (SELECT id, state, last_seen_at FROM editor_session \
                         WHERE key_hash = $3 AND {LIVES}), \
              seen AS (UPDATE editor_session SET last_seen_at = now() FROM found \
                        WHERE editor_session.id = found.id \
                          AND found.last_seen_at < now() - interval '1 minute') \
         SELECT id, state FROM found"
    ))
    .bind::<Integer, _>(whole(lifetime.idle_minutes))
    .bind::<Integer, _>(whole(lifetime.hours))
    .bind::<Binary, _>(key_hash)
    .get_result(connection)
    .optional()?;
    // A state that cannot be read is no session; nobody but us writes them.
    Ok(found.and_then(|found| Some((found.id, serde_json::from_str(&found.state).ok()?))))
}

/// Stores a new session, and deletes those whose time is over.
///
/// # Errors
///
/// Diesel's own.
pub fn create(
    connection: &mut PgConnection,
    new: &NewSession,
    lifetime: Lifetime,
) -> QueryResult<()> {
    connection.transaction(|connection| {
        diesel::sql_query(format!("DELETE FROM editor_session WHERE NOT ({LIVES})"))
            .bind::<Integer, _>(whole(lifetime.idle_minutes))
            .bind::<Integer, _>(whole(lifetime.hours))
            .execute(connection)?;
        diesel::sql_query(
            "INSERT INTO editor_session (key_hash, editor_id, state, user_agent, address_key) \
             VALUES ($1, $2, $3, $4, $5)",
        )
        .bind::<Binary, _>(&new.key_hash)
        .bind::<Nullable<Integer>, _>(new.editor_id)
        .bind::<Text, _>(text(&new.state))
        .bind::<Text, _>(&new.user_agent)
        .bind::<Nullable<Binary>, _>(&new.address_key)
        .execute(connection)
        .map(drop)
    })
}

/// Replaces what a session remembers. One that has been ended meanwhile stays ended.
///
/// # Errors
///
/// Diesel's own.
pub fn update(connection: &mut PgConnection, key_hash: &[u8], state: &State) -> QueryResult<()> {
    diesel::sql_query("UPDATE editor_session SET state = $2 WHERE key_hash = $1")
        .bind::<Binary, _>(key_hash)
        .bind::<Text, _>(text(state))
        .execute(connection)
        .map(drop)
}

/// Ends the session with a key.
///
/// # Errors
///
/// Diesel's own.
pub fn end(connection: &mut PgConnection, key_hash: &[u8]) -> QueryResult<()> {
    diesel::sql_query("DELETE FROM editor_session WHERE key_hash = $1")
        .bind::<Binary, _>(key_hash)
        .execute(connection)
        .map(drop)
}

fn text(state: &State) -> String {
    serde_json::to_string(state).unwrap_or_default()
}

fn whole(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A session in a list.
#[derive(Clone, Debug, QueryableByName)]
pub struct Open {
    /// Its number.
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    /// When she signed in.
    #[diesel(sql_type = Timestamptz)]
    pub created_at: Instant,
    /// When it was last used, to the minute.
    #[diesel(sql_type = Timestamptz)]
    pub last_seen_at: Instant,
    /// The name her browser gives itself.
    #[diesel(sql_type = Text)]
    pub user_agent: String,
}

/// The living sessions of an editor, the last used first.
///
/// # Errors
///
/// Diesel's own.
pub fn of_editor(
    connection: &mut PgConnection,
    editor_id: i32,
    lifetime: Lifetime,
) -> QueryResult<Vec<Open>> {
    diesel::sql_query(format!(
        "SELECT id, created_at, last_seen_at, user_agent FROM editor_session \
         WHERE editor_id = $3 AND {LIVES} ORDER BY last_seen_at DESC, id DESC"
    ))
    .bind::<Integer, _>(whole(lifetime.idle_minutes))
    .bind::<Integer, _>(whole(lifetime.hours))
    .bind::<Integer, _>(editor_id)
    .load(connection)
}

/// Ends a session of an editor; whether there was one.
///
/// # Errors
///
/// Diesel's own.
pub fn end_one(connection: &mut PgConnection, editor_id: i32, id: i64) -> QueryResult<bool> {
    diesel::sql_query("DELETE FROM editor_session WHERE editor_id = $1 AND id = $2")
        .bind::<Integer, _>(editor_id)
        .bind::<BigInt, _>(id)
        .execute(connection)
        .map(|rows| rows > 0)
}

/// Ends the sessions of an editor, all but `keep`.
///
/// # Errors
///
/// Diesel's own.
pub fn end_all(
    connection: &mut PgConnection,
    editor_id: i32,
    keep: Option<i64>,
) -> QueryResult<()> {
    diesel::sql_query("DELETE FROM editor_session WHERE editor_id = $1 AND id IS DISTINCT FROM $2")
        .bind::<Integer, _>(editor_id)
        .bind::<Nullable<BigInt>, _>(keep)
        .execute(connection)
        .map(drop)
}
