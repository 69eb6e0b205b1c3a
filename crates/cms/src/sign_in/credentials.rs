//! Checks what an editor knows: her password, and the code of the minute.
//!
//! The order is always the same: turn, look-up and throttle, bcrypt, record. A name that does
//! not exist goes through the same steps in the same time as one that does.

use std::sync::Arc;

use db::audit::{self, Act, Entry};
use db::editing::Author;
use db::editor::{self, StoredEditor, totp};
use db::pool::Db;
use db::sign_in::{self, AccountKey, AddressKey};
use domain::password::SAMPLES;
use domain::throttle::{self, Purpose};
use server::client_address::ClientPrefix;
use server::context::Context;
use server::credentials::gate::Gate;
use server::credentials::hasher::Hasher;
use server::error::Error;
use server::metrics::Metrics;

use super::keys::Keys;
use super::totp::{Safe, recovery_hash, step_of};
use crate::settings::CmsSettings;

/// Cost of editors' passwords. Few people sign in, so it may take a quarter of a second.
pub const COST: u32 = 12;

/// Checks that may wait for a thread: some ten seconds of work for two cores.
const QUEUE: usize = 64;

/// Checks what editors know.
pub struct Credentials {
    db: Db,
    metrics: Arc<Metrics>,
    /// Keyed hashes for the records.
    pub keys: Keys,
    /// Encrypts what codes are made of.
    pub safe: Safe,
    gate: Gate,
    /// bcrypt.
    pub hasher: Hasher,
}

impl Credentials {
    /// Starts the hashing threads.
    ///
    /// # Errors
    ///
    /// When the operating system gives no threads.
    pub fn start(context: &Context, settings: &CmsSettings) -> std::io::Result<Credentials> {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Credentials {
            db: context.db.clone(),
            metrics: Arc::clone(&context.metrics),
            keys: Keys::new(&settings.session_secret),
            safe: Safe::new(&settings.session_secret, &settings.former_session_secret),
            gate: Gate::new(cores),
            hasher: Hasher::start(cores, QUEUE, COST, Arc::clone(&context.metrics))?,
        })
    }

    /// The editor whose name and password these are, with the hash that her password has from
    /// now on. That she is in is for [`Credentials::welcome`] to record.
    ///
    /// # Errors
    ///
    /// 429 after too many failures, 503 when the database or the hashing threads are busy.
    pub async fn check(
        &self,
        username: &str,
        password: &str,
        from: ClientPrefix,
    ) -> Result<Option<StoredEditor>, Error> {
        let (account, address) = (self.keys.account(username), self.keys.address(from));
        let _pass = self.gate.enter(&account, &address).await;
        let name = username.to_owned();
        let found = self
            .admit(&account, &address, Purpose::Password, move |connection| {
                editor::find_by_name(connection, &name)
            })
            .await?;
        let hash = found.as_ref().map_or("", |editor| editor.password.as_str());
        let matches = self.hasher.verify_evenly(password, hash).await?;
        match found {
            Some(found) if matches && SAMPLES.contains(&password) => {
                self.lock(&found).await?;
                Ok(None)
            }
            Some(found) if matches && !found.deactivated => self.raise(found, password).await,
            found => {
                self.fail(found.as_ref(), account, address, Purpose::Password).await?;
                Ok(None)
            }
        }
    }

    /// Whether `typed` is the code of the minute of `editor`, or one of hers for when the phone
    /// is lost. Each is good once.
    ///
    /// # Errors
    ///
    /// As [`Credentials::check`].
    pub async fn check_code(
        &self,
        editor: &StoredEditor,
        typed: &str,
        from: ClientPrefix,
    ) -> Result<bool, Error> {
        let account = self.keys.account(&editor.username);
        let address = self.keys.address(from);
        let _pass = self.gate.enter(&account, &address).await;
        let id = editor.id;
        let kept = self
            .admit(&account, &address, Purpose::Code, move |connection| totp::find(connection, id))
            .await?;
        let codes = kept.and_then(|kept| self.safe.open(id, &editor.username, &kept.secret));
        let step = codes.and_then(|codes| step_of(&codes, typed));
        let (recovery, author) = (recovery_hash(typed), author(Some(editor)));
        let matches = self
            .db
            .write(move |connection| {
                if let Some(step) = step {
                    return Ok(totp::take_step(connection, id, step)?);
                }
                let used = totp::take_recovery_code(connection, id, &recovery)?;
                if used {
                    let left = totp::recovery_codes_left(connection, id)?;
                    let detail = format!("{left} left");
                    let act = Act::RecoveryCodeUsed;
                    let entry = Entry { author: &author, act, item: "", detail: &detail };
                    audit::record(connection, &entry)?;
                }
                Ok(used)
            })
            .await?;
        if !matches {
            self.fail(Some(editor), account, address, Purpose::Code).await?;
        }
        Ok(matches)
    }

    /// Records that `editor` is in: her network is known from now on.
    ///
    /// # Errors
    ///
    /// 503 when the database is away.
    pub async fn welcome(&self, editor: &StoredEditor, from: ClientPrefix) -> Result<(), Error> {
        let account = self.keys.account(&editor.username);
        let address = self.keys.address(from);
        let (id, author) = (editor.id, author(Some(editor)));
        self.db
            .write(move |connection| {
                let failures =
                    sign_in::failures(connection, &account, &address, Purpose::Password)?;
                sign_in::record_success(connection, &account, &address, &failures)?;
                editor::record_sign_in(connection, id)?;
                let entry = Entry { author: &author, act: Act::SignIn, item: "", detail: "" };
                Ok(audit::record(connection, &entry)?)
            })
            .await?;
        Ok(())
    }

    /// Looks something up, unless there have been too many failures.
    async fn admit<T, F>(
        &self,
        account: &AccountKey,
        address: &AddressKey,
        purpose: Purpose,
        find: F,
    ) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut db::Connection) -> db::QueryResult<T> + Send + 'static,
    {
        let keys = (account.clone(), address.clone());
        let (failures, found) = self
            .db
            .run(move |connection| {
                let failures = sign_in::failures(connection, &keys.0, &keys.1, purpose)?;
                Ok((failures, find(connection)?))
            })
            .await?;
        if let Some(wait) = throttle::wait(purpose, &failures) {
            self.metrics.throttled.with_label_values(&["editor"]).inc();
            return Err(Error::TooManyRequests(wait));
        }
        Ok(found)
    }

    async fn fail(
        &self,
        found: Option<&StoredEditor>,
        account: AccountKey,
        address: AddressKey,
        purpose: Purpose,
    ) -> Result<(), Error> {
        let author = author(found);
        self.db
            .write(move |connection| {
                sign_in::record_failure(connection, &account, &address, purpose)?;
                let (act, detail) = (Act::SignInFailed, purpose.name());
                let entry = Entry { author: &author, act, item: "", detail };
                Ok(audit::record(connection, &entry)?)
            })
            .await?;
        Ok(())
    }

    /// A hash of today's cost in place of a cheaper one; the original can check it too. Her
    /// session hangs on the hash, so where somebody was faster (she herself in another browser)
    /// it is the one that stands there now that counts.
    async fn raise(
        &self,
        mut editor: StoredEditor,
        password: &str,
    ) -> Result<Option<StoredEditor>, Error> {
        if !self.hasher.is_outdated(&editor.password) {
            return Ok(Some(editor));
        }
        let new = self.hasher.hash(password).await?;
        let (id, old) = (editor.id, std::mem::replace(&mut editor.password, new.clone()));
        let now = self
            .db
            .run(move |connection| {
                let is_raised = editor::raise_hash(connection, id, &old, &new)?;
                if is_raised { Ok(None) } else { Ok(Some(editor::find(connection, id)?)) }
            })
            .await?;
        match now {
            None => Ok(Some(editor)),
            Some(Some(found)) if !found.deactivated => {
                let matches = self.hasher.verify(password, &found.password).await?;
                Ok(matches.then_some(found))
            }
            Some(_) => Ok(None),
        }
    }

    /// Takes the access of an account away whose password everybody knows.
    ///
    /// # Errors
    ///
    /// 503 when the database is away.
    pub async fn lock(&self, editor: &StoredEditor) -> Result<(), Error> {
        log::error!(
            "user {} has a password that everybody knows, and is locked now: set another one with \
             `cms admin reset-password`",
            editor.id
        );
        let (id, author) = (editor.id, author(Some(editor)));
        self.db
            .write(move |connection| {
                editor::deactivate(connection, id, true)?;
                let (act, detail) = (Act::EditorLocked, "a password that everybody knows");
                let entry = Entry { author: &author, act, item: &author.name, detail };
                Ok(audit::record(connection, &entry)?)
            })
            .await?;
        Ok(())
    }
}

/// Who tries. A name that nobody has is not recorded: it may be a password in the wrong field.
fn author(editor: Option<&StoredEditor>) -> Author {
    Author {
        editor_id: editor.map(|editor| editor.id),
        name: editor.map(|editor| editor.username.clone()).unwrap_or_default(),
    }
}
