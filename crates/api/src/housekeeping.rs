//! What is done now and then: records that are kept thirty days are deleted after that, and
//! what alarms look at is counted.

use std::time::Duration;

use db::{account, app_event, migrate, sign_in};
use server::context::Context;

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Starts the hourly round. Every instance does it; deleting what is gone already is harmless.
pub fn start(context: &Context) {
    let context = context.clone();
    actix_web::rt::spawn(async move {
        loop {
            while !context.db.is_open() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            round(&context).await;
            tokio::time::sleep(HOUR).await;
        }
    });
}

/// Each task is a call of its own: one that fails must not keep the others from being done.
async fn round(context: &Context) {
    let tasks = [
        ("sign-in records", context.db.run(|connection| Ok(sign_in::prune(connection)?)).await),
        (
            "kept stores",
            context.db.run(|connection| Ok(account::prune_kept_stores(connection)?)).await,
        ),
    ];
    for (name, outcome) in tasks {
        match outcome {
            Ok(rows) => log::debug!("housekeeping deleted {rows} {name}"),
            Err(error) => log::warn!("housekeeping of {name}: {error}"),
        }
    }
    match context.db.run(|connection| Ok(app_event::highest_id(connection)?)).await {
        Ok(highest) => context.metrics.event_id_highest.set(highest),
        Err(error) => log::warn!("housekeeping: {error}"),
    }
    match context.db.run(|connection| Ok(migrate::count_duplicate_names(connection)?)).await {
        Ok(shared) => context.metrics.duplicate_names.set(shared),
        Err(error) => log::warn!("housekeeping: {error}"),
    }
}
