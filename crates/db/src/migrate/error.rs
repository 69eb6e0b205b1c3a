//! Why a database could not be migrated.

use super::compatible::Mismatch;

/// Why a database could not be migrated. The messages are for the log of whoever operates the
/// service; they name tables and columns but hold no row.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The server is too old for the SQL we send.
    #[error(
        "PostgreSQL {} is too old, {} or later is needed: upgrade the server first",
        found / 10_000,
        needed / 10_000
    )]
    ServerTooOld {
        /// `server_version_num` of the server, for example 100023.
        found: i32,
        /// The lowest `server_version_num` we accept.
        needed: i32,
    },

    /// Columns that exist have types which our queries cannot read. Nothing was changed.
    #[error("the database cannot be adopted as it is: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Incompatible(Vec<Mismatch>),

    /// A table that a migration has to alter was in use each time it was tried.
    #[error(
        "migration {migration} could not lock its tables in {attempts} attempts: find the session that holds them in pg_stat_activity, then start again"
    )]
    TablesInUse {
        /// Name of the migration.
        migration: String,
        /// How often it was tried.
        attempts: u32,
    },

    /// A migration failed. Its transaction was rolled back.
    #[error("migration {migration} failed: {source}")]
    Failed {
        /// Name of the migration.
        migration: String,
        /// What the server said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },

    /// The migrations could not be listed.
    #[error("the list of migrations could not be read: {0}")]
    List(Box<dyn std::error::Error + Send + Sync>),

    /// A query around the migrations failed.
    #[error("the database could not be examined: {0}")]
    Query(#[from] diesel::result::Error),
}
