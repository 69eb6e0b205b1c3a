//! `api account …`: what an operator does when a girl, or her guardian, asks for help and cannot
//! do it herself with her name and her password.

use std::io::BufRead;
use std::process::ExitCode;

use clap::Subcommand;
use db::account::{self, Stores, Swapped};
use db::erasure::{self, ErasureKeys};
use db::pool::write_apart;
use db::types::{Instant, Stamp};
use domain::account::LookupName;
use server::context::Context;
use uuid::Uuid;

use crate::account::export;
use crate::credentials::keys::Keys;
use crate::erasures;

/// A command about one account.
#[derive(Clone, Debug, Subcommand)]
pub enum AccountCommand {
    /// Say which accounts a name means: id, dates, sizes. The name is read from standard input,
    /// one line, so that it stands in no list of processes and no history.
    Find,
    /// Print all that is kept about an account, as JSON: what /account/export gives.
    Export {
        /// The account, as `find` prints it.
        #[arg(long)]
        id: Uuid,
    },
    /// Put the store from before the last password reset in the place of the present one, which
    /// is kept instead: the same command again takes it back.
    RestoreStore {
        /// The account, as `find` prints it.
        #[arg(long)]
        id: Uuid,
    },
    /// Delete an account and everything that names its owner. Cannot be taken back.
    Delete {
        /// The account, as `find` prints it.
        #[arg(long)]
        id: Uuid,
    },
}

impl AccountCommand {
    /// Runs the command.
    #[expect(clippy::print_stdout, reason = "a command's result belongs on standard output")]
    pub async fn run(&self, context: &Context) -> ExitCode {
        let outcome = match self {
            AccountCommand::Find => find(context),
            AccountCommand::Export { id } => export(context, *id),
            AccountCommand::RestoreStore { id } => restore_store(context, *id),
            AccountCommand::Delete { id } => delete(context, *id).await,
        };
        match outcome {
            Ok(text) => {
                println!("{text}");
                ExitCode::SUCCESS
            }
            Err(message) => {
                log::error!("{message}");
                ExitCode::FAILURE
            }
        }
    }
}

fn find(context: &Context) -> Result<String, String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|error| error.to_string())?;
    let name = LookupName::parse(line.trim_end_matches(['\n', '\r']))
        .ok_or("the name on standard input is too short to exist")?;
    let found = write_apart(context.db.settings(), |connection| {
        let mut found = Vec::new();
        for account in account::find_by_name(connection, &name)? {
            let stores = account::stores(connection, account.id)?;
            found.push((account, stores));
        }
        Ok(found)
    })
    .map_err(|error| error.to_string())?;
    if found.is_empty() {
        return Err("nobody has this name".to_owned());
    }
    let mut lines = vec!["id\tsigned up\tstore\tkept store".to_owned()];
    lines.extend(found.iter().map(|(account, stores)| {
        let signed_up = account.date_signed_up.and_then(day).unwrap_or_else(|| "?".to_owned());
        format!("{}\t{signed_up}\t{}\t{}", account.id, present(stores), kept(stores))
    }));
    Ok(lines.join("\n"))
}

fn day(stamp: Stamp) -> Option<String> {
    stamp.0.map(|moment| moment.to_iso().chars().take(10).collect())
}

fn present(stores: &Stores) -> String {
    stores.present.map_or_else(|| "none".to_owned(), |bytes| format!("{bytes} bytes"))
}

fn kept(stores: &Stores) -> String {
    let Some((bytes, Instant(since))) = stores.kept else { return "none".to_owned() };
    format!("{bytes} bytes of {}", since.to_iso())
}

fn export(context: &Context, id: Uuid) -> Result<String, String> {
    let kept = db::pool::connect_for_migration(context.db.settings())
        .and_then(|mut connection| Ok(erasure::export(&mut connection, id)?))
        .map_err(|error| error.to_string())?
        .ok_or_else(|| no_account(id))?;
    let file = export::file(kept).map_err(|error| error.to_string())?;
    serde_json::to_string_pretty(&file).map_err(|error| error.to_string())
}

fn restore_store(context: &Context, id: Uuid) -> Result<String, String> {
    let swapped =
        write_apart(context.db.settings(), |connection| account::swap_stores(connection, id))
            .map_err(|error| error.to_string())?;
    match swapped {
        Swapped::Done(stores) => {
            Ok(format!("store: {}, kept store: {}", present(&stores), kept(&stores)))
        }
        Swapped::NothingKept => Err(format!("no store is kept for {id}")),
        Swapped::NoAccount => Err(no_account(id)),
    }
}

async fn delete(context: &Context, id: Uuid) -> Result<String, String> {
    let keys = Keys::new(&context.settings.secrets);
    let erasure_keys = ErasureKeys {
        person: keys.erased(id),
        name: &|name_hash| keys.erased_name(name_hash),
        tries: &|name_hash| keys.accounts(name_hash),
    };
    let there = write_apart(context.db.settings(), |connection| {
        erasure::erase(connection, id, &erasure_keys)
    })
    .map_err(|error| error.to_string())?;
    // No service has migrated here, but one that runs on this schema has just been used.
    context.db.open();
    erasures::finish(context, id, keys.all_erased(id)).await;
    if there { Ok(format!("{id} is deleted")) } else { Err(no_account(id)) }
}

fn no_account(id: Uuid) -> String {
    format!("there is no account {id}")
}
