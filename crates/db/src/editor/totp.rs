//! Codes of the minute, and those for when a phone is lost.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Bool, Integer};

/// What codes are made of.
#[derive(Clone, Debug, QueryableByName)]
pub struct Kept {
    /// The encrypted secret.
    #[diesel(sql_type = Binary)]
    pub secret: Vec<u8>,
    /// Whether its owner has shown that she can make codes.
    #[diesel(sql_type = Bool)]
    pub confirmed: bool,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// An editor's secret, if she has one.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: i32) -> QueryResult<Option<Kept>> {
    diesel::sql_query(
        "SELECT totp_secret AS secret, totp_confirmed_at IS NOT NULL AS confirmed FROM editor \
         WHERE user_id = $1 AND totp_secret IS NOT NULL",
    )
    .bind::<Integer, _>(id)
    .get_result(connection)
    .optional()
}

/// Every secret, with the editor it belongs to.
///
/// # Errors
///
/// Diesel's own.
pub fn all(connection: &mut PgConnection) -> QueryResult<Vec<(i32, Vec<u8>)>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Integer)]
        id: i32,
        #[diesel(sql_type = Binary)]
        secret: Vec<u8>,
    }
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT user_id AS id, totp_secret AS secret FROM editor WHERE totp_secret IS NOT NULL",
    )
    .load(connection)?;
    Ok(rows.into_iter().map(|row| (row.id, row.secret)).collect())
}

/// Puts the same secret, encrypted otherwise, in the place of `old`; how many there were, 0 if
/// it was changed meanwhile.
///
/// # Errors
///
/// Diesel's own.
pub fn replace_secret(
    connection: &mut PgConnection,
    id: i32,
    old: &[u8],
    new: &[u8],
) -> QueryResult<usize> {
    diesel::sql_query("UPDATE editor SET totp_secret = $3 WHERE user_id = $1 AND totp_secret = $2")
        .bind::<Integer, _>(id)
        .bind::<Binary, _>(old)
        .bind::<Binary, _>(new)
        .execute(connection)
}

/// Keeps a secret that counts once it is confirmed. One that is confirmed stays.
///
/// # Errors
///
/// Diesel's own.
pub fn begin(connection: &mut PgConnection, id: i32, secret: &[u8]) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO editor (user_id, totp_secret) VALUES ($1, $2) \
         ON CONFLICT (user_id) DO UPDATE SET totp_secret = $2, totp_last_step = NULL \
         WHERE editor.totp_confirmed_at IS NULL",
    )
    .bind::<Integer, _>(id)
    .bind::<Binary, _>(secret)
    .execute(connection)
    .map(drop)
}

/// Makes `secret` count, and keeps the hashes of the codes for when the phone is lost. False if it
/// is not the one that waits for this (any more): another page has begun anew, or was faster.
///
/// # Errors
///
/// Diesel's own.
pub fn confirm(
    connection: &mut PgConnection,
    id: i32,
    secret: &[u8],
    step: i64,
    recovery: &[Vec<u8>],
) -> QueryResult<bool> {
    connection.transaction(|connection| {
        let confirmed = diesel::sql_query(
            "UPDATE editor SET totp_confirmed_at = now(), totp_last_step = $2 \
             WHERE user_id = $1 AND totp_secret = $3 AND totp_confirmed_at IS NULL",
        )
        .bind::<Integer, _>(id)
        .bind::<BigInt, _>(step)
        .bind::<Binary, _>(secret)
        .execute(connection)?;
        if confirmed == 0 {
            return Ok(false);
        }
        replace_recovery_codes(connection, id, recovery)?;
        Ok(true)
    })
}

/// Signing in asks for no code any more.
///
/// # Errors
///
/// Diesel's own.
pub fn remove(connection: &mut PgConnection, id: i32) -> QueryResult<()> {
    connection.transaction(|connection| {
        diesel::sql_query(
            "UPDATE editor SET totp_secret = NULL, totp_confirmed_at = NULL, \
             totp_last_step = NULL WHERE user_id = $1",
        )
        .bind::<Integer, _>(id)
        .execute(connection)?;
        replace_recovery_codes(connection, id, &[])
    })
}

/// Uses up the code of a time step; whether it was still good. None is taken twice, nor one
/// from before the last that was.
///
/// # Errors
///
/// Diesel's own.
pub fn take_step(connection: &mut PgConnection, id: i32, step: i64) -> QueryResult<bool> {
    diesel::sql_query(
        "UPDATE editor SET totp_last_step = $2 \
         WHERE user_id = $1 AND coalesce(totp_last_step, -1) < $2",
    )
    .bind::<Integer, _>(id)
    .bind::<BigInt, _>(step)
    .execute(connection)
    .map(|rows| rows > 0)
}

/// Uses up a code for when the phone is lost; whether there was such a one.
///
/// # Errors
///
/// Diesel's own.
pub fn take_recovery_code(
    connection: &mut PgConnection,
    id: i32,
    hash: &[u8],
) -> QueryResult<bool> {
    diesel::sql_query("DELETE FROM editor_recovery_code WHERE user_id = $1 AND code_hash = $2")
        .bind::<Integer, _>(id)
        .bind::<Binary, _>(hash)
        .execute(connection)
        .map(|rows| rows > 0)
}

/// How many of those are left.
///
/// # Errors
///
/// Diesel's own.
pub fn recovery_codes_left(connection: &mut PgConnection, id: i32) -> QueryResult<i64> {
    diesel::sql_query("SELECT count(*) AS count FROM editor_recovery_code WHERE user_id = $1")
        .bind::<Integer, _>(id)
        .get_result::<Count>(connection)
        .map(|row| row.count)
}

/// Replaces those codes by new ones, given by their hashes.
///
/// # Errors
///
/// Diesel's own.
pub fn replace_recovery_codes(
    connection: &mut PgConnection,
    id: i32,
    hashes: &[Vec<u8>],
) -> QueryResult<()> {
    connection.transaction(|connection| {
        diesel::sql_query("DELETE FROM editor_recovery_code WHERE user_id = $1")
            .bind::<Integer, _>(id)
            .execute(connection)?;
        for hash in hashes {
            diesel::sql_query(
                "INSERT INTO editor_recovery_code (user_id, code_hash) VALUES ($1, $2)",
            )
            .bind::<Integer, _>(id)
            .bind::<Binary, _>(hash)
            .execute(connection)?;
        }
        Ok(())
    })
}
