//! Checks names and passwords of editors.
//!
//! The order is always the same: turn, look-up and throttle, bcrypt, record. A name that does
//! not exist goes through the same steps in the same time as one that does.

use std::sync::Arc;

use db::audit::{self, Act, Entry};
use db::editing::Author;
use db::editor::{self, StoredEditor};
use db::pool::Db;
use db::sign_in;
use domain::throttle::{self, Purpose};
use server::client_address::ClientPrefix;
use server::context::Context;
use server::credentials::gate::Gate;
use server::credentials::hasher::Hasher;
use server::error::Error;
use server::metrics::Metrics;

use super::keys::Keys;
use crate::settings::CmsSettings;

/// Cost of editors' passwords. Few people sign in, so it may take a quarter of a second.
pub const COST: u32 = 12;

/// Most bytes of a password that bcrypt looks at.
pub const LONGEST_PASSWORD: usize = 72;

/// Checks that may wait for a thread: some ten seconds of work for two cores.
const QUEUE: usize = 64;

/// Checks names and passwords.
pub struct Credentials {
    db: Db,
    metrics: Arc<Metrics>,
    /// Keyed hashes for the records.
    pub keys: Keys,
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
            gate: Gate::new(cores),
            hasher: Hasher::start(cores, QUEUE, COST, Arc::clone(&context.metrics))?,
        })
    }

    /// The editor whom `username` and `password` open the cms for, with the hash that her
    /// password has from now on.
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
        let (keys, name) = ((account.clone(), address.clone()), username.to_owned());
        let (failures, found) = self
            .db
            .run(move |connection| {
                let failures = sign_in::failures(connection, &keys.0, &keys.1, Purpose::Password)?;
                Ok((failures, editor::find_by_name(connection, &name)?))
            })
            .await?;
        if let Some(wait) = throttle::wait(Purpose::Password, &failures) {
            self.metrics.throttled.with_label_values(&["editor"]).inc();
            return Err(Error::TooManyRequests(wait));
        }
        let hash = found.as_ref().map_or("", |editor| editor.password.as_str());
        let matches = self.hasher.verify_evenly(password, hash).await?;
        // A name that nobody has may be a password in the wrong field.
        let author = Author {
            editor_id: found.as_ref().map(|editor| editor.id),
            name: found.as_ref().map(|editor| editor.username.clone()).unwrap_or_default(),
        };
        if let (true, Some(mut editor)) = (matches, found) {
            let raised = self.raised(&editor.password, password).await?;
            let (id, old, new) = (editor.id, editor.password.clone(), raised.clone());
            self.db
                .run(move |connection| {
                    sign_in::record_success(connection, &account, &address, &failures)?;
                    editor::record_sign_in(connection, id, &old, new.as_deref())?;
                    let act = Act::SignIn;
                    let entry = Entry { author: &author, act, item: "", detail: "" };
                    Ok(audit::record(connection, &entry)?)
                })
                .await?;
            if let Some(raised) = raised {
                editor.password = raised;
            }
            return Ok(Some(editor));
        }
        self.db
            .run(move |connection| {
                sign_in::record_failure(connection, &account, &address, Purpose::Password)?;
                let act = Act::SignInFailed;
                let entry = Entry { author: &author, act, item: "", detail: "password" };
                Ok(audit::record(connection, &entry)?)
            })
            .await?;
        Ok(None)
    }

    /// A hash of today's cost in place of a cheaper one; it is one that the original can check.
    async fn raised(&self, hash: &str, password: &str) -> Result<Option<String>, Error> {
        if !self.hasher.is_outdated(hash) {
            return Ok(None);
        }
        self.hasher.hash(password).await.map(Some)
    }
}
