//! Tables `sign_in_failure` and `known_address`: what throttling remembers.
//!
//! Accounts and addresses are keyed hashes: the tables tell nobody who tried from where. Rows
//! are kept thirty days.

use std::time::Duration;

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Binary, Bool, Nullable, SmallInt, Untyped};
use domain::throttle::{Failures, Purpose};

/// Keyed hash that stands for an account, or for a name without one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccountKey(pub Vec<u8>);

/// Keyed hash that stands for a network prefix.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AddressKey(pub Vec<u8>);

#[derive(QueryableByName)]
struct FailureRow {
    #[diesel(sql_type = BigInt)]
    pair: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    since_last: Option<i64>,
    #[diesel(sql_type = BigInt)]
    hour: i64,
    #[diesel(sql_type = BigInt)]
    day: i64,
    #[diesel(sql_type = BigInt)]
    month: i64,
    #[diesel(sql_type = Bool)]
    known_address: bool,
}

/// The number a purpose has in the table.
fn number(purpose: Purpose) -> i16 {
    match purpose {
        Purpose::Password => 1,
        Purpose::SecretAnswer => 2,
        Purpose::Code => 3,
    }
}

/// Counts the failures that concern a try.
///
/// # Errors
///
/// Diesel's own.
pub fn failures(
    connection: &mut PgConnection,
    account: &AccountKey,
    address: &AddressKey,
    purpose: Purpose,
) -> QueryResult<Failures> {
    let counting =
        CountFailures { account: &account.0, address: &address.0, purpose: number(purpose) };
    counting.get_result::<FailureRow>(connection).map(|row| {
        let count = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
        Failures {
            pair: count(row.pair),
            since_last: Duration::from_secs(
                row.since_last.and_then(|seconds| seconds.try_into().ok()).unwrap_or(0),
            ),
            hour: count(row.hour),
            day: count(row.day),
            month: count(row.month),
            known_address: row.known_address,
        }
    })
}

/// The statement that counts failures. A type of its own, because the server prepares those once
/// for each connection, while it plans an `sql_query` anew each time, which takes longer than
/// counting.
struct CountFailures<'a> {
    account: &'a [u8],
    address: &'a [u8],
    purpose: i16,
}

impl QueryId for CountFailures<'_> {
    type QueryId = CountFailures<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for CountFailures<'_> {
    type SqlType = Untyped;
}

impl QueryFragment<Pg> for CountFailures<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let mut parts = include_str!("sign_in_failures.sql").split('$');
        out.push_sql(parts.next().unwrap_or_default());
        for part in parts {
            // Each place gets a parameter of its own, so that they stay in order.
            let (parameter, sql) = part.split_at(1);
            match parameter {
                "1" => out.push_bind_param::<Binary, _>(self.account)?,
                "2" => out.push_bind_param::<Binary, _>(self.address)?,
                _ => out.push_bind_param::<SmallInt, _>(&self.purpose)?,
            }
            out.push_sql(sql);
        }
        Ok(())
    }
}

impl RunQueryDsl<PgConnection> for CountFailures<'_> {}

/// Records a failure.
///
/// # Errors
///
/// Diesel's own.
pub fn record_failure(
    connection: &mut PgConnection,
    account: &AccountKey,
    address: &AddressKey,
    purpose: Purpose,
) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO sign_in_failure (account_key, address_key, purpose) VALUES ($1, $2, $3)",
    )
    .bind::<Binary, _>(&account.0)
    .bind::<Binary, _>(&address.0)
    .bind::<SmallInt, _>(number(purpose))
    .execute(connection)
    .map(drop)
}

/// Records a success: the address is known from now on, and its failures no longer count.
/// Writes only when that changes something, so that an ordinary login writes at most daily.
///
/// # Errors
///
/// Diesel's own.
pub fn record_success(
    connection: &mut PgConnection,
    account: &AccountKey,
    address: &AddressKey,
    failures: &Failures,
) -> QueryResult<()> {
    let renew_after = if failures.pair > 0 { "0 seconds" } else { "1 day" };
    diesel::sql_query(format!(
        "INSERT INTO known_address (account_key, address_key, last_success_at) VALUES ($1, $2, now()) \
         ON CONFLICT (account_key, address_key) DO UPDATE SET last_success_at = now() \
         WHERE known_address.last_success_at < now() - interval '{renew_after}'",
    ))
    .bind::<Binary, _>(&account.0)
    .bind::<Binary, _>(&address.0)
    .execute(connection)
    .map(drop)
}

/// Records that an account has another name now: the networks it is known from are known
/// under the new name too, and nothing stays under the old one.
///
/// # Errors
///
/// Diesel's own.
pub fn rename(
    connection: &mut PgConnection,
    old: &[AccountKey],
    new: &AccountKey,
) -> QueryResult<()> {
    let keys: Vec<&[u8]> = old.iter().map(|key| key.0.as_slice()).collect();
    diesel::sql_query(
        "INSERT INTO known_address (account_key, address_key, last_success_at) \
         SELECT $1, address_key, max(last_success_at) FROM known_address \
         WHERE account_key = ANY($2) GROUP BY address_key \
         ON CONFLICT DO NOTHING",
    )
    .bind::<Binary, _>(&new.0)
    .bind::<Array<Binary>, _>(&keys)
    .execute(connection)?;
    forget(connection, old)
}

/// Deletes everything recorded under `keys`.
///
/// # Errors
///
/// Diesel's own.
pub fn forget(connection: &mut PgConnection, keys: &[AccountKey]) -> QueryResult<()> {
    let keys: Vec<&[u8]> = keys.iter().map(|key| key.0.as_slice()).collect();
    for table in ["sign_in_failure", "known_address"] {
        diesel::sql_query(format!("DELETE FROM {table} WHERE account_key = ANY($1)"))
            .bind::<Array<Binary>, _>(&keys)
            .execute(connection)?;
    }
    Ok(())
}

/// Most rows of one deletion, so that each ends well within its time-out however much a
/// guesser has left behind.
const BATCH: i64 = 10_000;

/// Deletes what is older than thirty days, and says how many rows that were.
///
/// # Errors
///
/// Diesel's own; what was deleted before stays deleted.
pub fn prune(connection: &mut PgConnection) -> QueryResult<usize> {
    let failures = prune_table(
        connection,
        "DELETE FROM sign_in_failure WHERE id IN (SELECT id FROM sign_in_failure \
         WHERE failed_at < now() - interval '30 days' LIMIT $1)",
    )?;
    let addresses = prune_table(
        connection,
        "DELETE FROM known_address WHERE (account_key, address_key) IN \
         (SELECT account_key, address_key FROM known_address \
          WHERE last_success_at < now() - interval '30 days' LIMIT $1)",
    )?;
    Ok(failures + addresses)
}

fn prune_table(connection: &mut PgConnection, statement: &str) -> QueryResult<usize> {
    let mut deleted = 0;
    loop {
        let rows = diesel::sql_query(statement).bind::<BigInt, _>(BATCH).execute(connection)?;
        deleted += rows;
        if rows == 0 {
            return Ok(deleted);
        }
    }
}
