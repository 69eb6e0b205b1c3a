//! Hears of changes to the content.

use std::time::{Duration, Instant};

use diesel::pg::PgConnection;
use diesel::prelude::*;

use super::version::{self, ContentVersion};
use super::{PublishedContent, load};
use crate::error::DbError;
use crate::settings::{DatabaseSettings, Server};

/// A connection of its own, outside the pool, that listens on the channel `content_change`:
/// content stays fresh also while every pooled connection is in use.
pub struct ContentListener {
    settings: DatabaseSettings,
    primary: PgConnection,
    replica: Option<PgConnection>,
    replica_failed_at: Option<Instant>,
}

/// How long an unreachable replica is left alone.
const REPLICA_REST: Duration = Duration::from_secs(60);

impl ContentListener {
    /// Connects to the primary and listens.
    ///
    /// # Errors
    ///
    /// [`DbError::Unavailable`] when the primary cannot be reached.
    pub fn connect(settings: &DatabaseSettings) -> Result<ContentListener, DbError> {
        let mut primary = establish(settings, Server::Primary)?;
        diesel::sql_query("LISTEN content_change").execute(&mut primary)?;
        Ok(ContentListener {
            settings: settings.clone(),
            primary,
            replica: None,
            replica_failed_at: None,
        })
    }

    /// Whether a change was announced since the last call. Does not wait.
    ///
    /// # Errors
    ///
    /// [`DbError::Unavailable`] when the connection is lost.
    pub fn heard(&mut self) -> Result<bool, DbError> {
        let mut heard = false;
        for notification in self.primary.notifications_iter() {
            notification?;
            heard = true;
        }
        Ok(heard)
    }

    /// The version of the content on the primary.
    ///
    /// # Errors
    ///
    /// As any query.
    pub fn version(&mut self) -> Result<ContentVersion, DbError> {
        Ok(version::current(&mut self.primary)?)
    }

    /// Reads the content: from the replica, where there is one, once it has caught up with the
    /// primary, which it is given half a second for; else from the primary. A replica that
    /// cannot be reached is done without for a minute.
    ///
    /// # Errors
    ///
    /// As any query.
    pub fn load(&mut self) -> Result<PublishedContent, DbError> {
        if self.replica.is_none() && self.is_replica_due() {
            self.replica = establish(&self.settings, Server::Replica).ok();
            self.replica_failed_at = self.replica.is_none().then(Instant::now);
        }
        if let Some(replica) = &mut self.replica {
            let wanted = version::current(&mut self.primary)?;
            for _ in 0..5 {
                match load(replica) {
                    Ok(content) if content.version == wanted => return Ok(content),
                    Ok(_) => std::thread::sleep(Duration::from_millis(100)),
                    Err(_) => {
                        self.replica = None;
                        self.replica_failed_at = Some(Instant::now());
                        break;
                    }
                }
            }
        }
        Ok(load(&mut self.primary)?)
    }

    fn is_replica_due(&self) -> bool {
        self.settings.replica.is_some()
            && self.replica_failed_at.is_none_or(|failed| failed.elapsed() > REPLICA_REST)
    }
}

fn establish(settings: &DatabaseSettings, server: Server) -> Result<PgConnection, DbError> {
    PgConnection::establish(&settings.connection_string(server))
        .map_err(|_| DbError::Unavailable("no connection for listening".to_owned()))
}
