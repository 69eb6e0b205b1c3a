//! Opens the pool's connections, and says which of them can be trusted.

use std::time::{Duration, Instant};

use diesel::pg::PgConnection;
use diesel::r2d2::{ConnectionManager, Error, ManageConnection};

/// A connection on which the server answered so recently is not asked whether it still does.
///
/// The question costs as much as a short query. Whether the server has hung up is known without
/// asking it; what remains is a connection that dies silently within this second, and then the
/// next call on it fails as if it had died in the middle of that call.
const TRUSTED: Duration = Duration::from_secs(1);

/// Opens and tests connections; the pool asks for a test whenever it hands one out.
pub(crate) struct Connections(ConnectionManager<PgConnection>);

/// An open connection.
pub(crate) struct OpenConnection {
    pub(crate) connection: PgConnection,
    /// When the last call succeeded; `None` after one that failed.
    answered: Option<Instant>,
}

impl Connections {
    pub(crate) fn new(connection_string: String) -> Connections {
        Connections(ConnectionManager::new(connection_string))
    }
}

impl OpenConnection {
    /// Notes how a call on this connection has ended.
    pub(crate) fn used(&mut self, succeeded: bool) {
        self.answered = succeeded.then(Instant::now);
    }

    fn answered_just_now(&self) -> bool {
        self.answered.is_some_and(|at| at.elapsed() < TRUSTED)
    }

    /// Whether the server has hung up. Looking for notifications reads what has arrived and
    /// waits for nothing; it fails at the end of the stream. Looked for twice, because a server
    /// that hangs up says why first.
    fn is_closed(&mut self) -> bool {
        (0..2).any(|_| self.connection.notifications_iter().any(|found| found.is_err()))
    }
}

impl ManageConnection for Connections {
    type Connection = OpenConnection;
    type Error = Error;

    fn connect(&self) -> Result<OpenConnection, Error> {
        Ok(OpenConnection { connection: self.0.connect()?, answered: Some(Instant::now()) })
    }

    fn is_valid(&self, open: &mut OpenConnection) -> Result<(), Error> {
        if open.answered_just_now() && !open.is_closed() {
            return Ok(());
        }
        self.0.is_valid(&mut open.connection)
    }

    fn has_broken(&self, open: &mut OpenConnection) -> bool {
        self.0.has_broken(&mut open.connection)
    }
}
