//! The generated database, as the `DATABASE_*` variables name it.

use std::env;
use std::process::{Command, Stdio};
use std::time::Duration;

use db::settings::{DatabaseSettings, SslMode};
use domain::secret::Secret;

use crate::Outcome;

/// Where the database is.
#[derive(Clone)]
pub(crate) struct Database {
    host: String,
    port: String,
    username: String,
    password: String,
    name: String,
    schema: String,
}

impl Database {
    /// Reads the variables that the services read too.
    ///
    /// # Errors
    ///
    /// When one is not set.
    pub(crate) fn from_environment() -> Outcome<Database> {
        let read = |name: &str| {
            env::var(name).map_err(|_| format!("{name} is not set; start scripts/bench"))
        };
        Ok(Database {
            host: read("DATABASE_HOST")?,
            port: read("DATABASE_PORT")?,
            username: read("DATABASE_USERNAME")?,
            password: read("DATABASE_PASSWORD")?,
            name: read("DATABASE_NAME")?,
            schema: read("DATABASE_SCHEMA")?,
        })
    }

    /// Tells a program of PostgreSQL's where the database is: over TCP without TLS, like the
    /// services that are measured.
    pub(crate) fn address(&self, command: &mut Command) {
        command
            .env("PGHOST", &self.host)
            .env("PGPORT", &self.port)
            .env("PGUSER", &self.username)
            .env("PGPASSWORD", &self.password)
            .env("PGDATABASE", &self.name)
            .env("PGSSLMODE", "disable")
            .env("PGOPTIONS", format!("-c search_path={} -c TimeZone=UTC", self.schema));
    }

    /// Runs statements, each in a transaction of its own.
    ///
    /// # Errors
    ///
    /// The server's message.
    pub(crate) fn execute(&self, statements: &str) -> Outcome<String> {
        let mut command = Command::new("psql");
        command.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statements]);
        self.address(&mut command);
        let output = command.stdin(Stdio::null()).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// A connection as the services' own database code has it.
    ///
    /// # Errors
    ///
    /// When the database cannot be reached.
    pub(crate) fn connect(&self) -> Outcome<db::Connection> {
        let settings = DatabaseSettings {
            host: self.host.clone(),
            port: self.port.parse()?,
            username: self.username.clone(),
            password: Secret::new(self.password.clone()),
            name: self.name.clone(),
            schema: self.schema.clone(),
            ssl_mode: SslMode::Disable,
            ssl_root_cert: None,
            replica: None,
            pool_size: 1,
            checkout_timeout: Duration::from_secs(2),
            call_deadline: Duration::from_secs(10),
            statement_timeout: Duration::from_secs(5),
            lock_timeout: Duration::from_secs(2),
            idle_in_transaction_timeout: Duration::from_secs(10),
            connect_timeout: Duration::from_secs(3),
            tcp_user_timeout: Duration::from_secs(5),
        };
        Ok(db::pool::connect_for_migration(&settings)?)
    }
}
