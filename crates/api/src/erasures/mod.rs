//! What is kept of an account that was deleted: outside of the database, and readable by
//! nobody without the secret. A database that is restored from before can so forget her again.
//!
//! The transaction that deletes notes it in `erased_person`; from there the record is written
//! to the storage, again and again until it is there.

mod command;
mod record;

use std::time::Duration;

use db::erasure::{self, erased};
use server::context::Context;
use server::error::Error;
use uuid::Uuid;

pub use command::{ErasuresCommand, Replayed, replay};
use record::Record;

/// Between two looks for records that could not be written at once.
const EVERY: Duration = Duration::from_secs(60);

/// Starts the rounds. Every instance makes them; no record is taken by two.
pub fn start(context: &Context) {
    let context = context.clone();
    actix_web::rt::spawn(async move {
        loop {
            if context.db.is_open() {
                try_write(&context).await;
            }
            tokio::time::sleep(EVERY).await;
        }
    });
}

/// Once no statement that was running at the time of an erasure can be running any more.
const SWEEP_AFTER: Duration = Duration::from_secs(10);

/// What follows an erasure, without letting the caller wait for it: the record is written, and
/// what her phone was sending at the same moment is deleted.
pub(crate) fn follow_up(context: &Context, id: Uuid, keys: Vec<Vec<u8>>) {
    let context = context.clone();
    actix_web::rt::spawn(async move { finish(&context, id, keys).await });
}

/// As [`follow_up`], for a caller that waits.
pub(crate) async fn finish(context: &Context, id: Uuid, keys: Vec<Vec<u8>>) {
    try_write(context).await;
    tokio::time::sleep(SWEEP_AFTER).await;
    let swept = context.db.run(move |connection| Ok(erasure::sweep(connection, id, &keys)?));
    if let Err(error) = swept.await {
        log::warn!("sweeping after an erasure: {error}");
    }
}

async fn try_write(context: &Context) {
    if let Err(error) = write_due(context).await {
        log::warn!("records of erasures are to be written later: {error}");
    }
}

/// Writes the records that are due, and says how many.
///
/// # Errors
///
/// Those of the database. A storage that is away is none: what could not be written is due
/// again later.
pub async fn write_due(context: &Context) -> Result<usize, Error> {
    let due = context.db.run(|connection| Ok(erased::due(connection)?)).await?;
    let mut written = 0;
    for one in due {
        let record = Record::of(&one);
        if let Err(error) =
            context.storage.put(&record.key(), "application/json", record.to_json()?).await
        {
            log::warn!("a record of an erasure is to be written later: {error}");
            continue;
        }
        context.db.run(move |connection| Ok(erased::recorded(connection, &one)?)).await?;
        written += 1;
    }
    Ok(written)
}
