//! `api erasures replay`: a restored database forgets again.

use std::collections::HashMap;
use std::process::ExitCode;

use clap::Subcommand;
use db::Connection;
use db::erasure::erased::{self, Erased, Present};
use db::erasure::{self, ErasureKeys};
use db::pool::connect_for_migration;
use domain::moment::Moment;
use domain::person::parse_id;
use futures_util::{StreamExt, TryStreamExt};
use server::context::Context;
use server::storage::StorageError;
use uuid::Uuid;

use super::record::{FOLDER, Record};
use crate::credentials::keys::Keys;

/// How many records are fetched at the same time.
const AT_ONCE: usize = 16;

/// A command about accounts that were deleted.
#[derive(Clone, Debug, Subcommand)]
pub enum ErasuresCommand {
    /// Delete again, from a database that was restored from a backup, every account that was
    /// deleted since. Needs the secrets that were in force when they were deleted.
    Replay,
}

/// What a replay did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Records that were read.
    pub records: usize,
    /// Accounts that were deleted again.
    pub accounts: usize,
    /// People without an account of whom something was deleted.
    pub others: usize,
}

impl ErasuresCommand {
    /// Runs the command.
    #[expect(clippy::print_stdout, reason = "a command's result belongs on standard output")]
    pub async fn run(&self, context: &Context) -> ExitCode {
        let ErasuresCommand::Replay = self;
        match replay(context).await {
            Ok(done) => {
                println!(
                    "{} records, {} accounts deleted again, traces of {} others",
                    done.records, done.accounts, done.others
                );
                ExitCode::SUCCESS
            }
            Err(message) => {
                log::error!("{message}");
                ExitCode::FAILURE
            }
        }
    }
}

/// Deletes what the records say, of all that the database holds.
///
/// # Errors
///
/// A sentence, when the storage or the database cannot be used. What was deleted before stays
/// deleted, and running it again goes on.
pub async fn replay(context: &Context) -> Result<Replayed, String> {
    let records = fetch(context).await.map_err(|error| error.to_string())?;
    let (settings, keys) = (context.db.settings().clone(), Keys::new(&context.settings.secrets));
    // The service's own connections end a statement after some seconds; this may take longer.
    let work = tokio::task::spawn_blocking(move || {
        let mut connection = connect_for_migration(&settings).map_err(|error| error.to_string())?;
        erase_all(&mut connection, &keys, &records).map_err(|error| error.to_string())
    });
    work.await.map_err(|error| error.to_string())?
}

/// Every record, by what stands for the person; of two the later one.
async fn fetch(context: &Context) -> Result<HashMap<Vec<u8>, Erased>, StorageError> {
    let keys = context.storage.list(FOLDER).await?;
    let mut records = HashMap::new();
    let mut fetched = futures_util::stream::iter(keys)
        .map(|key| async move { context.storage.read(&key).await })
        .buffer_unordered(AT_ONCE);
    while let Some(json) = fetched.try_next().await? {
        let Some(erased) = Record::read(&json) else {
            log::warn!("a file among the records of erasures is none");
            continue;
        };
        let known = records.entry(erased.key.clone()).or_insert_with(|| erased.clone());
        if known.erased_at < erased.erased_at {
            *known = erased;
        }
    }
    Ok(records)
}

fn erase_all(
    connection: &mut Connection,
    keys: &Keys,
    records: &HashMap<Vec<u8>, Erased>,
) -> db::QueryResult<Replayed> {
    let mut done = Replayed { records: records.len(), ..Replayed::default() };
    let mut returned = Vec::new();
    for present in erased::everybody(connection)? {
        let Some(id) = parse_id(&present.id) else { continue };
        let Some(record) = keys.all_erased(id).iter().find_map(|key| records.get(key)) else {
            continue;
        };
        if came_back(&present, record.erased_at.0) {
            returned.extend(keys.all_erased(id));
            continue;
        }
        if erase(connection, keys, id)? {
            done.accounts += 1;
        } else {
            done.others += 1;
        }
    }
    // Last, because deleting notes the time of its own.
    let all: Vec<Erased> = records.values().cloned().collect();
    erased::remember(connection, &all)?;
    erased::returned(connection, &returned)?;
    Ok(done)
}

/// Whether somebody signed up under this id after the erasure.
fn came_back(present: &Present, erased_at: Moment) -> bool {
    let since = present.since.and_then(|stamp| stamp.0);
    present.has_account && since.is_some_and(|since| since.millis() > erased_at.millis())
}

fn erase(connection: &mut Connection, keys: &Keys, id: Uuid) -> db::QueryResult<bool> {
    let keys = ErasureKeys {
        person: keys.erased(id),
        name: &|name_hash| keys.erased_name(name_hash),
        tries: &|name_hash| keys.accounts(name_hash),
    };
    erasure::erase(connection, id, &keys)
}
