//! Clearing out what has been kept long enough: once a day each, by whichever instance comes
//! first, or from the command line.

mod command;
mod settings;
mod task;

use std::time::Duration;

use db::error::DbError;
use db::pool::connect_for_migration;
use db::retention;
use server::context::Context;

pub use command::RetentionCommand;
pub use settings::RetentionSettings;
use task::{Outcome, TASKS};

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Starts the hourly round, which does what is due.
pub fn start(context: &Context, settings: &RetentionSettings) {
    let (context, settings) = (context.clone(), settings.clone());
    actix_web::rt::spawn(async move {
        loop {
            while !context.db.is_open() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            let (context, settings) = (context.clone(), settings.clone());
            let round = actix_web::web::block(move || run(&context, &settings, true));
            if round.await.is_err() {
                log::error!("retention ended early");
            }
            tokio::time::sleep(HOUR).await;
        }
    });
}

/// Does every task that is switched on, or only those that are due. Whether all succeeded.
pub(crate) fn run(context: &Context, settings: &RetentionSettings, only_due: bool) -> bool {
    let ran = connect_for_migration(context.db.settings()).and_then(|mut connection| {
        let ran = retention::exclusively(&mut connection, |connection| {
            Ok::<bool, DbError>(run_tasks(connection, settings, only_due))
        })?;
        Ok((ran, retention::successes(&mut connection)?))
    });
    match ran {
        Ok((ran, successes)) => {
            for (task, at) in successes {
                let metric = context.metrics.retention_success_at.with_label_values(&[&task]);
                metric.set(at.millis() / 1000);
            }
            if ran.is_none() {
                log::info!("retention: another instance is at it");
            }
            ran.unwrap_or(true)
        }
        Err(error) => {
            log::error!("retention: {error}");
            false
        }
    }
}

/// Each task by itself: one that fails keeps no other from being done.
fn run_tasks(
    connection: &mut db::Connection,
    settings: &RetentionSettings,
    only_due: bool,
) -> bool {
    let mut all_succeeded = true;
    for task in TASKS {
        let outcome = (|| {
            if only_due && !retention::is_due(connection, task.name)? {
                return Ok(Outcome::NotDue);
            }
            let outcome = (task.run)(connection, settings)?;
            if matches!(outcome, Outcome::Done(_)) {
                retention::succeeded(connection, task.name)?;
            }
            Ok::<Outcome, DbError>(outcome)
        })();
        match outcome {
            Ok(Outcome::Done(rows)) => log::info!("retention of {}: {rows} deleted", task.name),
            Ok(Outcome::Off | Outcome::NotDue) => {}
            Ok(Outcome::Postponed(reason)) => {
                all_succeeded = false;
                log::warn!("retention of {}: {reason}", task.name);
            }
            Err(error) => {
                all_succeeded = false;
                log::error!("retention of {}: {error}", task.name);
            }
        }
    }
    all_succeeded
}
