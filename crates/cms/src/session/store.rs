//! Keeps sessions in PostgreSQL.

use std::collections::HashMap;

use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;
use anyhow::anyhow;
use db::editor::session::{self, Lifetime, NewSession};
use db::error::DbError;
use db::pool::Db;
use server::credentials::random;
use sha2::{Digest, Sha256};

use super::entry;

/// Characters of a session's key, six random bits each.
const KEY_LENGTH: usize = 64;

/// The sessions of editors.
#[derive(Clone)]
pub struct PostgresSessions {
    db: Db,
    lifetime: Lifetime,
}

impl PostgresSessions {
    /// In `db`, each living as long as `lifetime` says.
    pub fn new(db: Db, lifetime: Lifetime) -> PostgresSessions {
        PostgresSessions { db, lifetime }
    }
}

/// What stands for a key in the database.
pub fn key_hash(key: &str) -> Vec<u8> {
    Sha256::digest(key).to_vec()
}

impl SessionStore for PostgresSessions {
    async fn load(&self, key: &SessionKey) -> Result<Option<HashMap<String, String>>, LoadError> {
        let (hash, lifetime) = (key_hash(key.as_ref()), self.lifetime);
        let loaded =
            self.db.run(move |connection| Ok(session::load(connection, &hash, lifetime)?)).await;
        match loaded {
            Ok(None) => Ok(None),
            Ok(Some((id, mut state))) => {
                state.insert(entry::ID.to_owned(), id.to_string());
                Ok(Some(state))
            }
            // Nobody knows who is calling, and whoever asks is told to come again, by a page
            // where it is a browser. A failure here would be an answer without words.
            Err(DbError::Unavailable(cause)) => {
                log::warn!("{cause}");
                Ok(Some([(entry::UNKNOWN.to_owned(), "true".to_owned())].into()))
            }
            Err(error) => Err(LoadError::Other(anyhow!(error))),
        }
    }

    async fn save(
        &self,
        mut state: HashMap<String, String>,
        _: &Duration,
    ) -> Result<SessionKey, SaveError> {
        let other = |error: String| SaveError::Other(anyhow!(error));
        let key = random::text::<KEY_LENGTH>().map_err(|error| other(error.to_string()))?;
        state.remove(entry::ID);
        let new = NewSession {
            key_hash: key_hash(&key),
            editor_id: entry::read(&state, entry::EDITOR),
            user_agent: entry::read(&state, entry::USER_AGENT).unwrap_or_default(),
            address_key: entry::read(&state, entry::NETWORK),
            state,
        };
        let lifetime = self.lifetime;
        self.db
            .run(move |connection| Ok(session::create(connection, &new, lifetime)?))
            .await
            .map_err(|error| SaveError::Other(anyhow!(error)))?;
        key.try_into().map_err(|_| other("a key of ours is refused".to_owned()))
    }

    async fn update(
        &self,
        key: SessionKey,
        mut state: HashMap<String, String>,
        _: &Duration,
    ) -> Result<SessionKey, UpdateError> {
        if state.contains_key(entry::UNKNOWN) {
            return Ok(key);
        }
        state.remove(entry::ID);
        let hash = key_hash(key.as_ref());
        self.db
            .run(move |connection| Ok(session::update(connection, &hash, &state)?))
            .await
            .map_err(|error| UpdateError::Other(anyhow!(error)))?;
        Ok(key)
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        // Loading has noted that it was seen; when it ends is reckoned from that.
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        let hash = key_hash(key.as_ref());
        Ok(self.db.run(move |connection| Ok(session::end(connection, &hash)?)).await?)
    }
}
