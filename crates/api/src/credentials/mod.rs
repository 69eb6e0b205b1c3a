//! Checks what a person knows: a password or a secret answer.
//!
//! The order is always the same: gate, look-up and throttle, bcrypt, record. A name that does
//! not exist goes through the same steps in the same time as one that does.

pub mod keys;

use std::sync::Arc;

use db::account::{self, Account};
use db::pool::Db;
use db::sign_in::{self, AccountKey, AddressKey};
use domain::account::LookupName;
use domain::text::trim_js;
use domain::throttle::{self, Failures, Purpose};
use server::client_address::ClientPrefix;
use server::credentials::gate::{Gate, Pass};
use server::credentials::hasher::Hasher;
use server::error::Error;
use server::metrics::Metrics;

use keys::Keys;

/// Checks passwords and secret answers.
pub struct Credentials {
    /// The database.
    pub db: Db,
    /// Counts refused tries.
    pub metrics: Arc<Metrics>,
    /// Keyed hashes for the records.
    pub keys: Keys,
    /// Lets few tries run at once.
    pub gate: Gate,
    /// bcrypt.
    pub hasher: Hasher,
}

/// What a check found.
#[derive(Debug)]
pub enum Checked {
    /// It is the owner of this account.
    Owner(Box<Account>),
    /// There is such a name, and that is not what its owner knows.
    Wrong,
    /// There is no such name.
    NoSuchName,
}

/// A try that may go on.
struct Admitted {
    account: AccountKey,
    address: AddressKey,
    failures: Failures,
    candidates: Vec<Account>,
    _pass: Pass,
}

impl Credentials {
    /// Whose account `name` and `password` open.
    ///
    /// # Errors
    ///
    /// 429 after too many failures, 503 when the database or the hashing threads are busy.
    pub async fn check_password(
        &self,
        name: &LookupName,
        password: &str,
        from: ClientPrefix,
    ) -> Result<Checked, Error> {
        let admitted = self.admit_name(name, Purpose::Password, from).await?;
        self.settle(admitted, Purpose::Password, password, |account| &account.password_hash).await
    }

    /// Whose account `name` and the answer to its secret question open.
    ///
    /// # Errors
    ///
    /// As [`Credentials::check_password`].
    pub async fn check_secret_answer(
        &self,
        name: &LookupName,
        answer: &str,
        from: ClientPrefix,
    ) -> Result<Checked, Error> {
        let admitted = self.admit_name(name, Purpose::SecretAnswer, from).await?;
        self.settle(admitted, Purpose::SecretAnswer, answer, |account| &account.memorable_answer)
            .await
    }

    /// Whether the owner of `account`, known by token, knows its secret answer too.
    ///
    /// # Errors
    ///
    /// As [`Credentials::check_password`].
    pub async fn confirm_secret_answer(
        &self,
        account: Account,
        answer: &str,
        from: ClientPrefix,
    ) -> Result<Checked, Error> {
        let key = self.keys.account(&account.name_hash);
        let admitted =
            self.admit(key, Purpose::SecretAnswer, from, move |_| Ok(vec![account])).await?;
        self.settle(admitted, Purpose::SecretAnswer, answer, |account| &account.memorable_answer)
            .await
    }

    /// Whether `password` opens the account itself, as [`Credentials::check_password`] but for
    /// an account that is already found.
    ///
    /// # Errors
    ///
    /// As [`Credentials::check_password`].
    pub async fn confirm_password(
        &self,
        account: Account,
        password: &str,
        from: ClientPrefix,
    ) -> Result<Checked, Error> {
        let key = self.keys.account(&account.name_hash);
        let admitted = self.admit(key, Purpose::Password, from, move |_| Ok(vec![account])).await?;
        self.settle(admitted, Purpose::Password, password, |account| &account.password_hash).await
    }

    async fn admit_name(
        &self,
        name: &LookupName,
        purpose: Purpose,
        from: ClientPrefix,
    ) -> Result<Admitted, Error> {
        let key = self.keys.account(&name.trimmed);
        let name = name.clone();
        self.admit(key, purpose, from, move |connection| account::find_by_name(connection, &name))
            .await
    }

    async fn admit<F>(
        &self,
        account: AccountKey,
        purpose: Purpose,
        from: ClientPrefix,
        find: F,
    ) -> Result<Admitted, Error>
    where
        F: FnOnce(&mut db::Connection) -> db::QueryResult<Vec<Account>> + Send + 'static,
    {
        let address = self.keys.address(from);
        let pass = self.gate.enter(&account, &address).await;
        let keys = (account.clone(), address.clone());
        let (failures, candidates) = self
            .db
            .run(move |connection| {
                let failures = sign_in::failures(connection, &keys.0, &keys.1, purpose)?;
                Ok((failures, find(connection)?))
            })
            .await?;
        if let Some(wait) = throttle::wait(purpose, &failures) {
            self.metrics.throttled.with_label_values(&[purpose.name()]).inc();
            return Err(Error::TooManyRequests(wait));
        }
        Ok(Admitted { account, address, failures, candidates, _pass: pass })
    }

    /// Compares with every candidate, records the outcome, and says it.
    async fn settle(
        &self,
        admitted: Admitted,
        purpose: Purpose,
        text: &str,
        hash_of: impl Fn(&Account) -> &String,
    ) -> Result<Checked, Error> {
        let Admitted { account, address, failures, candidates, _pass } = admitted;
        for variant in variants(text) {
            if candidates.is_empty() {
                self.hasher.verify_nothing(variant).await?;
            }
            for candidate in &candidates {
                if self.hasher.verify_evenly(variant, hash_of(candidate)).await? {
                    let owner = candidate.clone();
                    self.db
                        .run(move |connection| {
                            Ok(sign_in::record_success(connection, &account, &address, &failures)?)
                        })
                        .await?;
                    return Ok(Checked::Owner(Box::new(owner)));
                }
            }
        }
        self.db
            .run(move |connection| {
                Ok(sign_in::record_failure(connection, &account, &address, purpose)?)
            })
            .await?;
        Ok(if candidates.is_empty() { Checked::NoSuchName } else { Checked::Wrong })
    }
}

/// The text without outer white space, then as sent if that is another: the original trimmed
/// at login and nowhere else, so rows of both kinds exist.
fn variants(text: &str) -> impl Iterator<Item = &str> {
    let trimmed = trim_js(text);
    std::iter::once(trimmed).chain((trimmed != text).then_some(text))
}
