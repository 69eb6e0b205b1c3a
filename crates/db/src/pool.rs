//! The one door to the database: [`Db::run`].

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use diesel::pg::PgConnection;
use diesel::r2d2::Pool;
use diesel::{Connection, QueryResult};
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout_at};

use crate::connections::Connections;
use crate::error::DbError;
use crate::settings::{DatabaseSettings, Server};

/// A handle to the database, cheap to clone.
///
/// Diesel is synchronous. Every call therefore runs on a blocking thread, checkout of the
/// connection included, and a fair queue in front admits as many calls as there are
/// connections: without it a burst would fill the blocking threads with calls that only wait.
#[derive(Clone)]
pub struct Db {
    primary: Lane,
    replica: Option<Lane>,
    settings: Arc<DatabaseSettings>,
    open: Arc<AtomicBool>,
}

#[derive(Clone)]
struct Lane {
    pool: Pool<Connections>,
    turns: Arc<Semaphore>,
}

/// How busy the pool is, for metrics.
#[derive(Clone, Copy, Debug)]
pub struct PoolState {
    /// Open connections to the primary.
    pub connections: u32,
    /// Of them, those not in use.
    pub idle: u32,
    /// Calls that may still start at once.
    pub free_turns: u32,
}

impl Db {
    /// Builds the handle without connecting: a service must be able to start, and serve
    /// content from its last snapshot, while the database is away.
    ///
    /// The handle starts *closed*: every call answers [`DbError::Unavailable`] until
    /// [`Db::open`], so that no query meets a schema that is not migrated yet.
    pub fn new(settings: DatabaseSettings) -> Self {
        let lane = |server| Lane {
            pool: Pool::builder()
                .max_size(settings.pool_size)
                // Connections open when they are needed; at start there is other work.
                .min_idle(Some(0))
                .connection_timeout(settings.checkout_timeout)
                // `connections` says what the test is.
                .test_on_check_out(true)
                .error_handler(Box::new(LogOnce))
                .build_unchecked(Connections::new(settings.connection_string(server))),
            turns: Arc::new(Semaphore::new(settings.pool_size as usize)),
        };
        Db {
            primary: lane(Server::Primary),
            replica: settings.replica.as_ref().map(|_| lane(Server::Replica)),
            settings: Arc::new(settings),
            open: Arc::new(AtomicBool::new(false)),
        }
    }

    /// Lets calls through: the schema is migrated.
    pub fn open(&self) {
        self.open.store(true, Ordering::Release);
    }

    /// Whether calls are let through.
    pub fn is_open(&self) -> bool {
        self.open.load(Ordering::Acquire)
    }

    /// The settings this handle was built from.
    pub fn settings(&self) -> &DatabaseSettings {
        &self.settings
    }

    /// Runs `call` with a connection to the primary.
    ///
    /// # Errors
    ///
    /// [`DbError::Unavailable`] when no connection is to be had in time, or when the call
    /// takes longer than the deadline. The call itself then goes on until its own
    /// `statement_timeout`: whether its write happened is unknown, as with any lost answer.
    pub async fn run<T, F>(&self, call: F) -> Result<T, DbError>
    where
        T: Send + 'static,
        F: FnOnce(&mut PgConnection) -> Result<T, DbError> + Send + 'static,
    {
        self.run_on(&self.primary, call).await
    }

    /// Runs `call` in one transaction on the primary: all that it writes is there, or nothing, such
    /// as an act and its line in the audit log.
    ///
    /// # Errors
    ///
    /// As [`Db::run`].
    pub async fn write<T, F>(&self, call: F) -> Result<T, DbError>
    where
        T: Send + 'static,
        F: FnOnce(&mut PgConnection) -> Result<T, DbError> + Send + 'static,
    {
        self.run(move |connection| connection.transaction(call)).await
    }

    /// Runs `call` with a connection to the replica, or to the primary where none is set.
    ///
    /// # Errors
    ///
    /// As [`Db::run`].
    pub async fn read<T, F>(&self, call: F) -> Result<T, DbError>
    where
        T: Send + 'static,
        F: FnOnce(&mut PgConnection) -> Result<T, DbError> + Send + 'static,
    {
        self.run_on(self.replica.as_ref().unwrap_or(&self.primary), call).await
    }

    /// Whether a replica is set.
    pub fn has_replica(&self) -> bool {
        self.replica.is_some()
    }

    /// Asks the primary for a sign of life.
    ///
    /// # Errors
    ///
    /// As [`Db::run`].
    pub async fn ping(&self) -> Result<(), DbError> {
        use diesel::RunQueryDsl;
        self.run(|connection| Ok(diesel::sql_query("SELECT 1").execute(connection).map(drop)?))
            .await
    }

    /// The present load of the pool.
    pub fn pool_state(&self) -> PoolState {
        let state = self.primary.pool.state();
        PoolState {
            connections: state.connections,
            idle: state.idle_connections,
            free_turns: u32::try_from(self.primary.turns.available_permits()).unwrap_or(u32::MAX),
        }
    }

    async fn run_on<T, F>(&self, lane: &Lane, call: F) -> Result<T, DbError>
    where
        T: Send + 'static,
        F: FnOnce(&mut PgConnection) -> Result<T, DbError> + Send + 'static,
    {
        if !self.is_open() {
            return Err(DbError::Unavailable("the schema is not ready yet".to_owned()));
        }
        let start = Instant::now();
        let turn =
            timeout_at(start + self.settings.checkout_timeout, lane.turns.clone().acquire_owned())
                .await
                .map_err(|_| DbError::Unavailable("every connection is in use".to_owned()))?
                .map_err(|_| DbError::Unavailable("the pool is closed".to_owned()))?;
        let pool = lane.pool.clone();
        let work = tokio::task::spawn_blocking(move || {
            // Held until the thread is done, also when the caller has given up.
            let _turn = turn;
            let mut open =
                pool.get().map_err(|_| DbError::Unavailable("no connection".to_owned()))?;
            let result = call(&mut open.connection);
            open.used(result.is_ok());
            result
        });
        match timeout_at(start + self.settings.call_deadline, work).await {
            Ok(Ok(result)) => result,
            Ok(Err(join)) => Err(DbError::Internal(format!("a database call ended early: {join}"))),
            Err(_) => Err(DbError::Unavailable("the call took too long".to_owned())),
        }
    }
}

/// A connection outside the pool, for migrations: straight to the primary, without time-outs.
///
/// # Errors
///
/// [`DbError::Unavailable`] with libpq's reason, which names host, role and database but no
/// password.
pub fn connect_for_migration(settings: &DatabaseSettings) -> Result<PgConnection, DbError> {
    PgConnection::establish(&settings.migration_connection_string()).map_err(|error| {
        DbError::Unavailable(error.to_string().lines().next().unwrap_or_default().to_owned())
    })
}

/// Runs `call` in one transaction on a connection outside the pool, for commands.
///
/// # Errors
///
/// As [`connect_for_migration`], and those of the call.
pub fn write_apart<T>(
    settings: &DatabaseSettings,
    call: impl FnOnce(&mut PgConnection) -> QueryResult<T>,
) -> Result<T, DbError> {
    Ok(connect_for_migration(settings)?.transaction(call)?)
}

/// r2d2 reports every failed connection attempt. libpq's text names host, role and database,
/// never the password; one line each is what an operator needs.
#[derive(Debug)]
struct LogOnce;

impl diesel::r2d2::HandleError<diesel::r2d2::Error> for LogOnce {
    fn handle_error(&self, error: diesel::r2d2::Error) {
        log::warn!("database connection: {}", error.to_string().lines().next().unwrap_or_default());
    }
}
