//! Table `erased_person`: who has been forgotten, as keyed hashes.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Binary, Bool, Nullable, Text, Timestamp, Timestamptz};

use super::ErasureKeys;
use crate::types::{Instant, Stamp};

/// An erasure whose record is to be kept outside of the database.
#[derive(Clone, Debug, QueryableByName)]
pub struct Erased {
    /// Stands for her id.
    #[diesel(sql_type = Binary)]
    pub key: Vec<u8>,
    /// Stands for the hash of her name, if there was an account.
    #[diesel(sql_type = Nullable<Binary>)]
    pub name_key: Option<Vec<u8>>,
    /// When.
    #[diesel(sql_type = Timestamptz)]
    pub erased_at: Instant,
}

/// Notes an erasure. Where there was no account, one that was noted before stays as it is.
pub(super) fn note(
    connection: &mut PgConnection,
    keys: &ErasureKeys<'_>,
    name_hash: Option<&str>,
) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO erased_person AS known (key, name_key) VALUES ($1, $2) \
         ON CONFLICT (key) DO UPDATE SET name_key = EXCLUDED.name_key, returned_at = NULL, \
             erased_at = EXCLUDED.erased_at, record_due = EXCLUDED.record_due \
         WHERE EXCLUDED.name_key IS NOT NULL",
    )
    .bind::<Binary, _>(&keys.person)
    .bind::<Nullable<Binary>, _>(name_hash.map(keys.name))
    .execute(connection)
    .map(drop)
}

/// Takes back what [`note`] has added in this transaction, not what was there before.
pub(super) fn unnote(connection: &mut PgConnection, keys: &ErasureKeys<'_>) -> QueryResult<()> {
    diesel::sql_query(
        "DELETE FROM erased_person WHERE key = $1 AND erased_at = date_trunc('milliseconds', now())",
    )
    .bind::<Binary, _>(&keys.person)
    .execute(connection)
    .map(drop)
}

/// Notes erasures that a restored database does not know of. Their records exist.
///
/// # Errors
///
/// Diesel's own.
pub fn remember(connection: &mut PgConnection, erased: &[Erased]) -> QueryResult<()> {
    for one in erased {
        diesel::sql_query(
            "INSERT INTO erased_person (key, name_key, erased_at, record_due) \
             VALUES ($1, $2, $3, NULL) ON CONFLICT (key) DO NOTHING",
        )
        .bind::<Binary, _>(&one.key)
        .bind::<Nullable<Binary>, _>(&one.name_key)
        .bind::<Timestamptz, _>(one.erased_at)
        .execute(connection)?;
    }
    Ok(())
}

/// Somebody has signed up under an id that was erased: what she sends from now on counts.
///
/// # Errors
///
/// Diesel's own.
pub fn returned(connection: &mut PgConnection, keys: &[Vec<u8>]) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE erased_person SET returned_at = now() WHERE key = ANY($1) AND returned_at IS NULL",
    )
    .bind::<Array<Binary>, _>(keys)
    .execute(connection)
    .map(drop)
}

/// Whether somebody is erased, and has not come back.
pub(super) fn is_gone(connection: &mut PgConnection, keys: &[Vec<u8>]) -> QueryResult<bool> {
    diesel::sql_query("SELECT FROM erased_person WHERE key = ANY($1) AND returned_at IS NULL")
        .bind::<Array<Binary>, _>(keys)
        .execute(connection)
        .map(|rows| rows > 0)
}

/// Takes up to a hundred erasures whose record is not written yet; each comes again after five
/// minutes unless [`recorded`] is called for it. No two callers get the same.
///
/// # Errors
///
/// Diesel's own.
pub fn due(connection: &mut PgConnection) -> QueryResult<Vec<Erased>> {
    diesel::sql_query(
        "UPDATE erased_person SET record_due = now() + interval '5 minutes' \
          WHERE key IN (SELECT key FROM erased_person WHERE record_due <= now() \
                         ORDER BY record_due LIMIT 100 FOR UPDATE SKIP LOCKED) \
         RETURNING key, name_key, erased_at",
    )
    .load(connection)
}

/// The record of an erasure is written.
///
/// # Errors
///
/// Diesel's own.
pub fn recorded(connection: &mut PgConnection, erased: &Erased) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE erased_person SET record_due = NULL WHERE key = $1 AND erased_at = $2",
    )
    .bind::<Binary, _>(&erased.key)
    .bind::<Timestamptz, _>(erased.erased_at)
    .execute(connection)
    .map(drop)
}

/// Somebody of whom the database holds something.
#[derive(Clone, Debug, QueryableByName)]
pub struct Present {
    /// Her id as stored.
    #[diesel(sql_type = Text)]
    pub id: String,
    /// When her account was stored, if she has one and it is known.
    #[diesel(sql_type = Nullable<Timestamp>)]
    pub since: Option<Stamp>,
    /// Whether she has an account.
    #[diesel(sql_type = Bool)]
    pub has_account: bool,
}

/// Everybody of whom the database holds something: accounts, and ids that only events or
/// survey completions name. Reads all of them, which takes its time.
///
/// # Errors
///
/// Diesel's own.
pub fn everybody(connection: &mut PgConnection) -> QueryResult<Vec<Present>> {
    diesel::sql_query(
        "SELECT id::text AS id, date_account_saved AS since, true AS has_account FROM oky_user \
         UNION ALL \
         SELECT id, NULL, false FROM ( \
             SELECT user_id AS id FROM app_event WHERE user_id IS NOT NULL \
             UNION SELECT user_id FROM survey_completion) AS named \
          WHERE NOT EXISTS (SELECT FROM oky_user WHERE oky_user.id::text = lower(btrim(named.id)))",
    )
    .load(connection)
}
