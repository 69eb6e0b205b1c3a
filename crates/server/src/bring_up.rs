//! From a started process to a usable database.

use std::io;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use db::error::DbError;
use db::migrate::{self, MigrateError, Report};
use db::pool::connect_for_migration;

use crate::context::Context;

/// Why the database is not usable yet.
#[derive(Debug, thiserror::Error)]
pub enum BringUpError {
    /// It cannot be reached.
    #[error("{0}")]
    Away(#[from] DbError),
    /// Its schema cannot be brought up to date.
    #[error("{0}")]
    Migration(#[from] MigrateError),
}

/// Between two attempts while the database is away or not migrated yet.
const RETRY: Duration = Duration::from_secs(1);

/// Between two attempts when migrating failed, which somebody has to look into.
const REST: Duration = Duration::from_secs(15);

/// Migrates, or waits until somebody has, then opens the database for queries. Runs on a
/// thread of its own: meanwhile the service answers probes and serves kept content, also
/// when the database is away for long.
///
/// # Errors
///
/// When the operating system gives no thread.
pub fn spawn(context: Context) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name("bring-up".to_owned()).spawn(move || {
        while !context.lifecycle.is_stopping() {
            let rest = match attempt(&context) {
                Ok(true) => {
                    context.db.open();
                    return;
                }
                Ok(false) => {
                    log::warn!("migrations are pending and DATABASE_MIGRATE is false: waiting");
                    RETRY
                }
                Err(error) => {
                    log::error!("the database cannot be used yet: {error}");
                    if matches!(error, BringUpError::Away(_)) { RETRY } else { REST }
                }
            };
            thread::sleep(rest);
        }
    })
}

fn attempt(context: &Context) -> Result<bool, BringUpError> {
    if context.settings.migrate {
        run(context)?;
        return Ok(true);
    }
    Ok(migrate::pending(&mut connect_for_migration(context.db.settings())?)?.is_empty())
}

/// Brings the schema up to date; what was done is in the log.
///
/// # Errors
///
/// See [`BringUpError`].
pub fn run(context: &Context) -> Result<Report, BringUpError> {
    let settings = context.db.settings();
    let report = migrate::run(&mut connect_for_migration(settings)?, &settings.schema)?;
    if let Some(shared) = report.duplicate_names
        && shared > 0
    {
        log::warn!(
            "{shared} names belong to more than one account each; their owners can log in, \
             nobody can take such a name again"
        );
    }
    Ok(report)
}
