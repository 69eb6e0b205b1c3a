//! Keeps sessions in PostgreSQL.

use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;
use db::pool::Db;
use std::collections::HashMap;

/// The sessions of editors.
#[derive(Clone)]
pub struct PostgresSessions {
    _db: Db,
}

impl PostgresSessions {
    /// In `db`.
    pub fn new(db: Db) -> PostgresSessions {
        PostgresSessions { _db: db }
    }
}

impl SessionStore for PostgresSessions {
    async fn load(&self, _: &SessionKey) -> Result<Option<HashMap<String, String>>, LoadError> {
        Ok(None)
    }

    async fn save(
        &self,
        _: HashMap<String, String>,
        _: &Duration,
    ) -> Result<SessionKey, SaveError> {
        Err(SaveError::Other(anyhow::anyhow!("not written yet")))
    }

    async fn update(
        &self,
        key: SessionKey,
        _: HashMap<String, String>,
        _: &Duration,
    ) -> Result<SessionKey, UpdateError> {
        Ok(key)
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    async fn delete(&self, _: &SessionKey) -> Result<(), anyhow::Error> {
        Ok(())
    }
}
