//! Hears of changes to the content.

use diesel::pg::PgConnection;
use diesel::prelude::*;

use super::version::{self, ContentVersion};
use super::{PublishedContent, load};
use crate::error::DbError;
use crate::settings::{DatabaseSettings, Server};

/// A connection of its own, outside the pool, that listens on the channel `content_change`:
/// content stays fresh also while every pooled connection is in use.
pub struct ContentListener {
    primary: PgConnection,
    replica: Option<PgConnection>,
}

impl ContentListener {
    /// Connects, to the primary for listening and to the replica, where there is one, for
    /// reading.
    ///
    /// # Errors
    ///
    /// [`DbError::Unavailable`] when the primary cannot be reached. An unreachable replica is
    /// done without.
    pub fn connect(settings: &DatabaseSettings) -> Result<ContentListener, DbError> {
        let mut primary = establish(settings, Server::Primary)?;
        diesel::sql_query("LISTEN content_change").execute(&mut primary)?;
        let replica = match settings.replica {
            Some(_) => establish(settings, Server::Replica).ok(),
            None => None,
        };
        Ok(ContentListener { primary, replica })
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

    /// Reads the content, from the replica once it has caught up with the primary, which it
    /// is given half a second for, else from the primary.
    ///
    /// # Errors
    ///
    /// As any query.
    pub fn load(&mut self) -> Result<PublishedContent, DbError> {
        if let Some(replica) = &mut self.replica {
            let wanted = version::current(&mut self.primary)?;
            for _ in 0..5 {
                match load(replica) {
                    Ok(content) if content.version == wanted => return Ok(content),
                    Ok(_) => std::thread::sleep(std::time::Duration::from_millis(100)),
                    Err(_) => {
                        self.replica = None;
                        break;
                    }
                }
            }
        }
        Ok(load(&mut self.primary)?)
    }
}

fn establish(settings: &DatabaseSettings, server: Server) -> Result<PgConnection, DbError> {
    PgConnection::establish(&settings.connection_string(server))
        .map_err(|_| DbError::Unavailable("no connection for listening".to_owned()))
}
