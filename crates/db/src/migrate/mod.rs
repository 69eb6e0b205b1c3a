//! Brings a database to the schema this code was written for, whatever it holds: nothing, any
//! historical state of the original service's schema, or an older one of ours.
//!
//! [`run`] is safe to call from every instance at every start. What it does, in order:
//!
//! 1. waits its turn (`lock`), so that each migration runs once however many instances start;
//! 2. refuses columns of a type that the queries cannot read (`compatible`), before any change;
//! 3. applies the SQL files of `migrations/`, each in its transaction (`pending`);
//! 4. builds missing indexes without blocking writers (`indexes`);
//! 5. counts names that several accounts share (`duplicates`) and shortens the change log.

mod change_log;
mod columns;
mod compatible;
mod duplicates;
mod error;
mod expected;
mod found;
mod indexes;
mod lock;
mod pending;
mod session;

use diesel::pg::PgConnection;
use diesel_migrations::{EmbeddedMigrations, embed_migrations};

use columns::Columns;

pub use compatible::Mismatch;
pub use duplicates::count as count_duplicate_names;
pub use error::MigrateError;
pub use found::Found;
pub use pending::pending;

/// The SQL files of `migrations/`, compiled in. Public so that tests can go backwards too.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations");

/// What one call of [`run`] found and did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What the database held before.
    pub found: Found,
    /// Names of the migrations that this call applied, in order.
    pub applied: Vec<String>,
    /// Names of the indexes that this call built.
    pub indexes_built: Vec<String>,
    /// Names of the indexes that could not be built now, for example because somebody holds a
    /// transaction open. The next call tries again; until then some queries are slow.
    pub indexes_postponed: Vec<String>,
    /// How many name hashes belong to more than one account. They are reported, not repaired:
    /// both owners may be using theirs. Counting reads the whole table, so it is only done when
    /// a migration was applied, and is `None` otherwise.
    pub duplicate_names: Option<i64>,
}

/// Migrates `schema`, creating it if it is missing. Blocks, for minutes if large tables need
/// an index, so call it where blocking is fine.
///
/// The connection must be one of its own, straight to the server: its settings are changed and
/// stay so (no statement time-out, `search_path` set to `schema`), and a pooler that hands out
/// a server connection per transaction would lose the lock.
///
/// A database that a newer version has migrated is fine: newer migrations leave the schema
/// usable for older code.
///
/// # Errors
///
/// See [`MigrateError`]. Every migration that was applied before the error stays applied, and
/// calling again goes on from there.
pub fn run(connection: &mut PgConnection, schema: &str) -> Result<Report, MigrateError> {
    session::require_supported_server(connection)?;
    session::prepare(connection, schema)?;
    lock::acquire(connection, schema)?;
    let outcome = run_locked(connection, schema);
    // A lock that cannot be given back goes when the connection closes; what came before matters.
    let released = lock::release(connection, schema);
    let report = outcome?;
    released?;
    Ok(report)
}

fn run_locked(connection: &mut PgConnection, schema: &str) -> Result<Report, MigrateError> {
    session::create_schema(connection, schema)?;
    let columns = Columns::read(connection)?;
    let found = Found::detect(&columns, &pending::applied(connection)?);
    compatible::check(&columns)?;

    let applied = pending::apply(connection)?;
    let indexes = indexes::build_missing(connection)?;
    change_log::shorten(connection)?;
    let duplicate_names =
        if applied.is_empty() { None } else { Some(duplicates::count(connection)?) };

    Ok(Report {
        found,
        applied,
        indexes_built: indexes.built,
        indexes_postponed: indexes.postponed,
        duplicate_names,
    })
}
