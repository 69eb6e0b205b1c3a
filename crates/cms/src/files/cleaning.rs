//! Deletes files that nothing names any more.

use std::time::Duration;

use db::files::discarded;
use server::context::Context;
use server::error::Error;

/// Between two rounds.
const EVERY: Duration = Duration::from_secs(10 * 60);

/// Most files of one round.
const MOST: i64 = 100;

/// Starts the rounds. Every instance makes them; no file is taken by two.
pub fn start(context: &Context) {
    let context = context.clone();
    actix_web::rt::spawn(async move {
        loop {
            while !context.db.is_open() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            if let Err(error) = clean(&context).await {
                log::warn!("files that nobody needs any more are still there: {error}");
            }
            tokio::time::sleep(EVERY).await;
        }
    });
}

/// One round: deletes the files whose time has come, and says how many. One that cannot be
/// deleted comes again later.
///
/// # Errors
///
/// Those of the database.
pub async fn clean(context: &Context) -> Result<usize, Error> {
    let due = context.db.run(|connection| Ok(discarded::due(connection, MOST)?)).await?;
    let mut deleted = 0;
    for key in due {
        match context.storage.delete(&key).await {
            Ok(()) => {
                context.db.run(move |connection| Ok(discarded::forget(connection, &key)?)).await?;
                deleted += 1;
            }
            Err(error) => log::warn!("a file is to be deleted again later: {error}"),
        }
    }
    Ok(deleted)
}
