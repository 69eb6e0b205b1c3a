//! Compares what callers were told with what the database holds.

use std::collections::HashMap;
use std::fmt::Write;

use domain::account::name_hash;
use loadkit::Outcome;
use loadkit::database::Database;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::load::Ledger;
use crate::load::requests::stored_state;

/// What became of acknowledged writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Checked {
    /// Writes that were answered 200.
    pub(crate) acknowledged: usize,
    /// Of them, those that are not there.
    pub(crate) lost: usize,
    /// Events and accounts that are there more often than once.
    pub(crate) doubled: usize,
}

/// Looks for everything in the ledger. The database must be one that only its callers wrote to.
///
/// # Errors
///
/// When the database does not answer.
pub(crate) fn check(database: &Database, ledger: &Ledger) -> Outcome<Checked> {
    let lost = lost_rows(database, ledger)? + lost_stores(database, ledger)?;
    let doubled = database.execute(
        "SELECT (SELECT count(*) - count(DISTINCT local_id) FROM app_event) + \
         (SELECT count(*) - count(DISTINCT \"nameHash\") FROM oky_user)",
    )?;
    Ok(Checked { acknowledged: ledger.acknowledged(), lost, doubled: doubled.parse()? })
}

/// Accounts and events that are not there, or are another's.
fn lost_rows(database: &Database, ledger: &Ledger) -> Outcome<usize> {
    let mut script = String::from(
        "CREATE TEMPORARY TABLE told_account (id uuid, hash text);\n\
         CREATE TEMPORARY TABLE told_event (id uuid, person text);\n\
         COPY told_account FROM STDIN;\n",
    );
    for account in ledger.accounts.iter().filter(|account| account.acknowledged) {
        writeln!(script, "{}\t{}", account.id, name_hash(&account.name))?;
    }
    script.push_str("\\.\nCOPY told_event FROM STDIN;\n");
    for event in &ledger.events {
        writeln!(script, "{}\t{}", event.id, ledger.accounts[event.account].id)?;
    }
    script.push_str(
        "\\.\nSELECT (SELECT count(*) FROM told_account WHERE NOT EXISTS (SELECT FROM oky_user \
         WHERE oky_user.id = told_account.id AND \"nameHash\" = hash)) + \
         (SELECT count(*) FROM told_event WHERE NOT EXISTS (SELECT FROM app_event \
         WHERE local_id = told_event.id AND user_id = person));\n",
    );
    Ok(database.feed(&script)?.parse()?)
}

/// Stores that are older than the last acknowledged one, or not what was sent.
fn lost_stores(database: &Database, ledger: &Ledger) -> Outcome<usize> {
    let rows = database.execute(
        "SELECT id, store->>'storeVersion', encode(sha256(convert_to(store::text, 'UTF8')), 'hex') \
         FROM oky_user WHERE store IS NOT NULL",
    )?;
    let mut stored = HashMap::new();
    for row in rows.lines() {
        let mut columns = row.split('|');
        let mut column = || columns.next().ok_or("a row without its columns");
        let (id, version, digest): (Uuid, u32, _) =
            (column()?.parse()?, column()?.parse()?, column()?.to_owned());
        stored.insert(id, (version, digest));
    }
    let wrong =
        ledger.accounts.iter().filter(|account| account.store_acknowledged > 0).filter(|account| {
            match stored.get(&account.id) {
                Some((version, digest)) => {
                    // One that was sent later and not answered may have arrived or not.
                    !(account.store_acknowledged..=account.store_sent).contains(version)
                        || *digest != hex(&stored_state(account.id, *version))
                }
                None => true,
            }
        });
    Ok(wrong.count())
}

fn hex(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
