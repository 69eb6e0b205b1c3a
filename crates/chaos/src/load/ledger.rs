//! What callers were told is stored, and what they sent without being told anything.

use uuid::Uuid;

/// An account that a caller signed up.
pub(crate) struct Account {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// Whether the signup was answered 200.
    pub(crate) acknowledged: bool,
    /// The last version of the store that was sent.
    pub(crate) store_sent: u32,
    /// The last version that was answered 200; 0 when none was.
    pub(crate) store_acknowledged: u32,
}

/// An event whose batch was answered 200, and the account that sent it.
pub(crate) struct StoredEvent {
    pub(crate) id: Uuid,
    pub(crate) account: usize,
}

/// Everything that must be found in the database afterwards.
#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) accounts: Vec<Account>,
    pub(crate) events: Vec<StoredEvent>,
    /// How many stores were answered 200.
    pub(crate) stores: usize,
}

impl Ledger {
    /// Notes an account that is about to be signed up; its number.
    pub(crate) fn begin_account(&mut self, id: Uuid, name: &str) -> usize {
        self.accounts.push(Account {
            id,
            name: name.to_owned(),
            acknowledged: false,
            store_sent: 0,
            store_acknowledged: 0,
        });
        self.accounts.len() - 1
    }

    /// Notes that a store is about to be sent; its version.
    pub(crate) fn next_store(&mut self, account: usize) -> u32 {
        let account = &mut self.accounts[account];
        account.store_sent += 1;
        account.store_sent
    }

    pub(crate) fn acknowledge_store(&mut self, account: usize, version: u32) {
        self.accounts[account].store_acknowledged = version;
        self.stores += 1;
    }

    /// How many writes were answered 200.
    pub(crate) fn acknowledged(&self) -> usize {
        let accounts = self.accounts.iter().filter(|account| account.acknowledged).count();
        accounts + self.events.len() + self.stores
    }

    /// Adds what other callers of the same database know.
    pub(crate) fn add(&mut self, others: Ledger) {
        let first = self.accounts.len();
        self.accounts.extend(others.accounts);
        self.events.extend(
            others
                .events
                .into_iter()
                .map(|event| StoredEvent { account: event.account + first, ..event }),
        );
        self.stores += others.stores;
    }
}
