//! Table `discarded_file`: files that nothing names any more, and when to delete them.
//!
//! A trigger fills it whenever an article gives its audio up: see the migration.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text};

#[derive(QueryableByName)]
struct Key {
    #[diesel(sql_type = Text)]
    key: String,
}

/// Notes a file that is about to be stored. Unless an article names it within a day, it is
/// deleted: then whoever stored it did not come back to say so.
///
/// # Errors
///
/// Diesel's own.
pub fn announce(connection: &mut PgConnection, key: &str) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO discarded_file (key, after) VALUES ($1, now() + interval '1 day') \
         ON CONFLICT (key) DO NOTHING",
    )
    .bind::<Text, _>(key)
    .execute(connection)
    .map(drop)
}

/// Lets files go at once that would otherwise be kept for undoing: those of articles that the
/// trash has forgotten. One that an article names is left alone.
///
/// # Errors
///
/// Diesel's own.
pub fn discard(connection: &mut PgConnection, keys: &[String]) -> QueryResult<()> {
    diesel::sql_query(
        r#"INSERT INTO discarded_file (key, after)
           SELECT DISTINCT given.key, now() FROM unnest($1) AS given (key)
            WHERE given.key <> ''
              AND NOT EXISTS (SELECT FROM article WHERE "voiceOverKey" = given.key)
           ON CONFLICT (key) DO UPDATE SET after = EXCLUDED.after, tries = 0"#,
    )
    .bind::<Array<Text>, _>(keys)
    .execute(connection)
    .map(drop)
}

/// Takes up to `most` files whose time has come: the caller deletes each and says so with
/// [`forget`]. One that is not forgotten comes again, after a minute at first, then later and
/// later, up to a day. No two callers get the same.
///
/// # Errors
///
/// Diesel's own.
pub fn due(connection: &mut PgConnection, most: i64) -> QueryResult<Vec<String>> {
    connection.transaction(|connection| {
        diesel::sql_query(
            r#"DELETE FROM discarded_file WHERE after <= now()
                AND EXISTS (SELECT FROM article WHERE "voiceOverKey" = discarded_file.key)"#,
        )
        .execute(connection)?;
        let taken: Vec<Key> = diesel::sql_query(
            "UPDATE discarded_file \
                SET tries = tries + 1, \
                    after = now() + least(interval '1 day', interval '1 minute' * 2 ^ least(tries, 12)) \
              WHERE key IN (SELECT key FROM discarded_file WHERE after <= now() \
                             ORDER BY after LIMIT $1 FOR UPDATE SKIP LOCKED) \
             RETURNING key",
        )
        .bind::<BigInt, _>(most)
        .load(connection)?;
        Ok(taken.into_iter().map(|row| row.key).collect())
    })
}

/// A file is deleted.
///
/// # Errors
///
/// Diesel's own.
pub fn forget(connection: &mut PgConnection, key: &str) -> QueryResult<()> {
    diesel::sql_query("DELETE FROM discarded_file WHERE key = $1")
        .bind::<Text, _>(key)
        .execute(connection)
        .map(drop)
}
