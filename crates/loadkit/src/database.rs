//! The database of a run, as the `DATABASE_*` variables name it.

use std::env;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use db::settings::{DatabaseSettings, SslMode};
use domain::secret::Secret;

use crate::Outcome;
use crate::cpu;

/// Where the database is.
#[derive(Clone)]
pub struct Database {
    host: String,
    port: String,
    username: String,
    password: String,
    name: String,
    schema: String,
    /// The process that all others of the server descend from, where it is known.
    postmaster: Option<u32>,
}

/// Role and schema of a database that is made for a run.
pub const OWNER: &str = "periodtracker";

impl Database {
    /// The database `name` of a server of ours on this machine.
    pub fn local(port: u16, password: &str, name: &str) -> Database {
        Database {
            host: "127.0.0.1".to_owned(),
            port: port.to_string(),
            username: OWNER.to_owned(),
            password: password.to_owned(),
            name: name.to_owned(),
            schema: OWNER.to_owned(),
            postmaster: None,
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The same database by another way, such as a proxy on this machine.
    #[must_use]
    pub fn at_port(&self, port: u16) -> Database {
        Database { port: port.to_string(), ..self.clone() }
    }

    /// The variables by which the services find it.
    pub fn environment(&self) -> [(&'static str, &str); 7] {
        [
            ("DATABASE_HOST", &self.host),
            ("DATABASE_PORT", &self.port),
            ("DATABASE_USERNAME", &self.username),
            ("DATABASE_PASSWORD", &self.password),
            ("DATABASE_NAME", &self.name),
            ("DATABASE_SCHEMA", &self.schema),
            ("DATABASE_SSL_MODE", "disable"),
        ]
    }

    /// Reads the variables that the services read too.
    ///
    /// # Errors
    ///
    /// When one is not set.
    pub fn from_environment() -> Outcome<Database> {
        let read = |name: &str| {
            env::var(name).map_err(|_| format!("{name} is not set; a script prepares the database"))
        };
        Ok(Database {
            host: read("DATABASE_HOST")?,
            port: read("DATABASE_PORT")?,
            username: read("DATABASE_USERNAME")?,
            password: read("DATABASE_PASSWORD")?,
            name: read("DATABASE_NAME")?,
            schema: read("DATABASE_SCHEMA")?,
            postmaster: env::var("BENCH_POSTMASTER").ok().and_then(|pid| pid.parse().ok()),
        })
    }

    /// Processor time that the server has used so far, in microseconds; `None` where nobody
    /// knows.
    pub fn cpu_micros(&self) -> Option<f64> {
        cpu::of_family(self.postmaster?)
    }

    /// Tells a program of PostgreSQL's where the database is: over TCP without TLS, like the
    /// services that are measured.
    pub fn address(&self, command: &mut Command) {
        command
            .env("PGHOST", &self.host)
            .env("PGPORT", &self.port)
            .env("PGUSER", &self.username)
            .env("PGPASSWORD", &self.password)
            .env("PGDATABASE", &self.name)
            .env("PGSSLMODE", "disable")
            .env("PGOPTIONS", format!("-c search_path={} -c TimeZone=UTC", self.schema));
    }

    /// Runs statements, each in a transaction of its own; what they print.
    ///
    /// # Errors
    ///
    /// The server's message.
    pub fn execute(&self, statements: &str) -> Outcome<String> {
        let mut command = self.psql();
        printed(&command.args(["-c", statements]).stdin(Stdio::null()).output()?)
    }

    /// Runs a script that may hold data for `COPY`; what it prints.
    ///
    /// # Errors
    ///
    /// The server's message.
    pub fn feed(&self, script: &str) -> Outcome<String> {
        let mut command = self.psql();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        if let Some(mut input) = child.stdin.take() {
            // A psql that stopped reading says why.
            let _ = input.write_all(script.as_bytes());
        }
        printed(&child.wait_with_output()?)
    }

    fn psql(&self) -> Command {
        let mut command = Command::new("psql");
        command.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]);
        self.address(&mut command);
        command
    }

    /// A connection as the services' own database code has it.
    ///
    /// # Errors
    ///
    /// When the database cannot be reached.
    pub fn connect(&self) -> Outcome<db::Connection> {
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

fn printed(output: &Output) -> Outcome<String> {
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
