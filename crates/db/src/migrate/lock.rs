//! One instance migrates at a time.

use std::thread;
use std::time::Duration;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};

/// Sets our advisory locks apart from those of other programs: "oky" in ASCII.
const NAMESPACE: i32 = 0x006f_6b79;

const POLL_EVERY: Duration = Duration::from_millis(200);

define_sql_function! { fn hashtext(text: Text) -> Integer }
define_sql_function! { fn pg_try_advisory_lock(namespace: Integer, key: Integer) -> Bool }
define_sql_function! { fn pg_advisory_unlock(namespace: Integer, key: Integer) -> Bool }

/// Waits until nobody else migrates `schema`, for as long as that takes.
///
/// By asking again and again, not by waiting inside the server: a session that waits there
/// holds a snapshot, CREATE INDEX CONCURRENTLY waits for all older snapshots, and the holder of
/// the lock would wait for the waiter for ever.
pub(super) fn acquire(connection: &mut PgConnection, schema: &str) -> QueryResult<()> {
    let mut told = false;
    while !diesel::select(pg_try_advisory_lock(NAMESPACE, hashtext(schema)))
        .get_result(connection)?
    {
        if !told {
            log::info!("another instance is migrating the database; waiting for it");
            told = true;
        }
        thread::sleep(POLL_EVERY);
    }
    Ok(())
}

/// Gives the lock back.
pub(super) fn release(connection: &mut PgConnection, schema: &str) -> QueryResult<()> {
    diesel::select(pg_advisory_unlock(NAMESPACE, hashtext(schema))).execute(connection)?;
    Ok(())
}
