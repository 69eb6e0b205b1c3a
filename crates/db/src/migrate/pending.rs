//! Which migrations are missing, and applying them.

use std::thread;
use std::time::Duration;

use diesel::migration::{Migration, MigrationSource};
use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use diesel_migrations::MigrationHarness;

use super::MIGRATIONS;
use super::error::MigrateError;

/// With the lock time-out of 2 s, a table that is always in use is given up after some 75 s.
const ATTEMPTS: u32 = 30;

/// Lets those pass who queued up behind our lock request.
const BETWEEN_ATTEMPTS: Duration = Duration::from_millis(500);

/// Names of the migrations that this code knows and the database lacks, in order. Reads only;
/// `search_path` must lead to the schema.
///
/// # Errors
///
/// When the database cannot be asked.
pub fn pending(connection: &mut PgConnection) -> Result<Vec<String>, MigrateError> {
    let applied = applied(connection)?;
    let mut all = MigrationSource::<Pg>::migrations(&MIGRATIONS).map_err(MigrateError::List)?;
    all.retain(|migration| !applied.contains(&migration.name().version().to_string()));
    all.sort_unstable_by(|a, b| a.name().version().cmp(&b.name().version()));
    Ok(all.iter().map(|migration| migration.name().to_string()).collect())
}

/// Versions of the migrations that the database has, ours and those of newer code.
pub(super) fn applied(connection: &mut PgConnection) -> QueryResult<Vec<String>> {
    #[derive(QueryableByName)]
    struct Table {
        #[diesel(sql_type = Bool)]
        exists: bool,
    }
    #[derive(QueryableByName)]
    struct Applied {
        #[diesel(sql_type = Text)]
        version: String,
    }

    // Diesel's own way to ask creates its table, which a read must not do.
    let table: Table =
        diesel::sql_query("SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS exists")
            .get_result(connection)?;
    if !table.exists {
        return Ok(Vec::new());
    }
    let rows: Vec<Applied> =
        diesel::sql_query("SELECT version FROM __diesel_schema_migrations").load(connection)?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

/// Applies what is missing and returns the names.
pub(super) fn apply(connection: &mut PgConnection) -> Result<Vec<String>, MigrateError> {
    let mut names = Vec::new();
    for migration in connection.pending_migrations(MIGRATIONS).map_err(MigrateError::List)? {
        apply_one(connection, migration.as_ref())?;
        log::info!("applied migration {}", migration.name());
        names.push(migration.name().to_string());
    }
    Ok(names)
}

/// Tries again while somebody else's transaction holds a table; each attempt starts afresh.
fn apply_one(
    connection: &mut PgConnection,
    migration: &dyn Migration<Pg>,
) -> Result<(), MigrateError> {
    for _ in 0..ATTEMPTS {
        let Err(source) = connection.run_migration(migration) else {
            return Ok(());
        };
        if !lost_to_another_session(&source.to_string()) {
            return Err(MigrateError::Failed { migration: migration.name().to_string(), source });
        }
        thread::sleep(BETWEEN_ATTEMPTS);
    }
    Err(MigrateError::TablesInUse { migration: migration.name().to_string(), attempts: ATTEMPTS })
}

/// Whether the server's message means that another session was in the way. Diesel does not
/// pass the SQLSTATE on. On a server that speaks another language than English this says no,
/// and the first lock time-out is then the error; starting the service again is the retry.
fn lost_to_another_session(message: &str) -> bool {
    message.contains("due to lock timeout") || message.contains("deadlock detected")
}
