//! PostgreSQL, and the only crate that knows diesel.
//!
//! [`pool::Db`] is the door: `db.run(|connection| …)`. One file per table holds the row, the
//! new row and functions that take a connection first; a function that writes more than once
//! owns its transaction. [`migrate`] brings any historical state of the schema up to date.

pub mod account;
pub mod alert;
pub mod app_event;
pub mod audit;
mod connections;
pub mod content;
pub mod drafting;
pub mod editing;
pub mod editor;
pub mod erasure;
pub mod error;
pub mod exchange;
pub mod files;
pub mod job;
pub mod migrate;
pub mod other_half;
pub mod pool;
pub mod presence;
pub mod push;
pub mod release;
pub mod retention;
#[expect(missing_docs, reason = "generated from the database")]
pub mod schema;
pub mod search;
pub mod settings;
pub mod sign_in;
pub mod statistics;
pub mod translation;
pub mod types;

/// A connection to PostgreSQL, as functions of this crate take it first.
pub type Connection = diesel::pg::PgConnection;

/// Runs `work` in a transaction: all that it writes is there, or, when it fails, nothing. Inside
/// another transaction it is a savepoint.
///
/// # Errors
///
/// Those of `work`.
pub fn transaction<T>(
    connection: &mut Connection,
    work: impl FnOnce(&mut Connection) -> QueryResult<T>,
) -> QueryResult<T> {
    diesel::Connection::transaction(connection, work)
}

/// What `work` of a [`transaction`] fails with to have nothing written.
pub const ROLL_BACK: diesel::result::Error = diesel::result::Error::RollbackTransaction;

/// What the functions of this crate return: diesel's own error, made a [`error::DbError`] at
/// the door.
pub type QueryResult<T> = diesel::QueryResult<T>;
