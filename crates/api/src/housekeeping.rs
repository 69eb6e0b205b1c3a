//! What is done now and then: records that are kept thirty days are deleted after that.

use std::time::Duration;

use db::{account, app_event, sign_in};
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

async fn round(context: &Context) {
    let outcome = context
        .db
        .run(|connection| {
            let pruned = sign_in::prune(connection)? + account::prune_kept_stores(connection)?;
            Ok((pruned, app_event::highest_id(connection)?))
        })
        .await;
    match outcome {
        Ok((pruned, highest)) => {
            context.metrics.event_id_highest.set(highest);
            log::debug!("housekeeping deleted {pruned} rows");
        }
        Err(error) => log::warn!("housekeeping: {error}"),
    }
}
