//! The settings of the connection that migrates.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::error::MigrateError;

/// Version 12. Versions 10 and 11 have had no fixes since 2022 and 2023, and code elsewhere
/// may use what 12 brought. The migrations were run on 12, 15 and 18.
const OLDEST_SERVER: i32 = 120_000;

define_sql_function! { fn current_setting(name: Text) -> Text }

/// Refuses servers that are too old, by their version number (150003 is 15.3).
pub(super) fn require_supported_server(connection: &mut PgConnection) -> Result<(), MigrateError> {
    let found = diesel::select(current_setting("server_version_num").into_sql::<Text>())
        .get_result::<String>(connection)?
        .parse()
        .map_err(|cause| diesel::result::Error::DeserializationError(Box::new(cause)))?;
    if found < OLDEST_SERVER {
        return Err(MigrateError::ServerTooOld { found, needed: OLDEST_SERVER });
    }
    Ok(())
}

/// Points names at `schema` alone and takes away the time limits of ordinary connections,
/// except on waiting for locks: while an ALTER waits, everybody else queues behind it.
pub(super) fn prepare(connection: &mut PgConnection, schema: &str) -> QueryResult<()> {
    diesel::sql_query("SELECT set_config('search_path', quote_ident($1) || ', pg_temp', false)")
        .bind::<Text, _>(schema)
        .execute(connection)?;
    // Notices would say of each column that it exists already.
    connection.batch_execute(
        "SET statement_timeout = 0;
         SET idle_in_transaction_session_timeout = 0;
         SET lock_timeout = '2s';
         SET TimeZone = 'UTC';
         SET client_min_messages = 'warning'",
    )
}

/// Creates the schema if it is missing. CREATE SCHEMA IF NOT EXISTS would need the right to
/// create one even where it exists, which the owner of an existing installation may not have.
pub(super) fn create_schema(connection: &mut PgConnection, schema: &str) -> QueryResult<()> {
    #[derive(QueryableByName)]
    struct Statement {
        #[diesel(sql_type = Text)]
        statement: String,
    }

    let missing = diesel::sql_query(
        "SELECT format('CREATE SCHEMA %I', $1) AS statement
          WHERE NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)",
    )
    .bind::<Text, _>(schema)
    .get_result::<Statement>(connection)
    .optional()?;
    match missing {
        Some(create) => connection.batch_execute(&create.statement),
        None => Ok(()),
    }
}
