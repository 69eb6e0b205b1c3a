//! Measures row after row.

use std::cell::Cell;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use serde_json::json;

use crate::Outcome;
use crate::conditions;
use crate::database::Database;
use crate::load::{Load, Requests};
use crate::pgbench::PgBench;
use crate::report::{Found, Line, Report};
use crate::rows::ROWS;
use crate::service::Service;

/// What to measure with what.
#[derive(clap::Args, Clone)]
pub(crate) struct Arguments {
    /// The api's program.
    #[arg(long)]
    pub(crate) api: PathBuf,
    /// The cms's program.
    #[arg(long)]
    pub(crate) cms: PathBuf,
    /// Where scratch files and logs go.
    #[arg(long)]
    pub(crate) directory: PathBuf,
    /// The file for the figures.
    #[arg(long)]
    pub(crate) output: PathBuf,
    /// Accounts in the database.
    #[arg(long)]
    pub(crate) accounts: u64,
    /// Events in the database.
    #[arg(long)]
    pub(crate) events: u64,
    /// How often each side is measured.
    #[arg(long, default_value_t = 3)]
    pub(crate) rounds: u32,
    /// How long each measurement takes.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// The first of four ports on 127.0.0.1 that nobody uses.
    #[arg(long)]
    pub(crate) port: u16,
    /// The rows to measure, by the beginnings of their names; none means all.
    rows: Vec<String>,
}

impl Arguments {
    /// Whether the line of this name is to be measured.
    pub(crate) fn wants(&self, line: &str) -> bool {
        self.rows.is_empty() || self.rows.iter().any(|wanted| line.starts_with(wanted.as_str()))
    }

    /// Whether a line whose name begins with that of this row may be wanted.
    fn wants_some_of(&self, row: &str) -> bool {
        self.wants(row) || self.rows.iter().any(|wanted| wanted.starts_with(row))
    }
}

/// What every row needs.
pub(crate) struct Bench {
    pub(crate) arguments: Arguments,
    pub(crate) database: Database,
    pub(crate) pgbench: PgBench,
    /// The service that is measured.
    pub(crate) api: Service,
    /// How long one measurement takes.
    pub(crate) lasting: Duration,
    /// Signs tokens, as the api's own secret.
    pub(crate) secret: String,
    /// Callers at once, where the row does not say otherwise.
    pub(crate) callers: usize,
    never: AtomicBool,
    accounts_used: Cell<u64>,
}

/// The pool size that the service is given, which is also how many connections pgbench gets.
const POOL: u32 = 10;

/// Runs the rows and reports.
///
/// # Errors
///
/// When nothing could be measured at all, or an answer was wrong.
pub(crate) fn run(arguments: Arguments) -> Outcome<()> {
    let rows: Vec<_> = ROWS.iter().filter(|row| arguments.wants_some_of(row.name)).collect();
    if rows.is_empty() {
        let names: Vec<_> = ROWS.iter().map(|row| row.name).collect();
        return Err(format!("there is no such row; the rows are: {}", names.join(" ")).into());
    }
    let load = conditions::load_average();
    let bench = Bench::prepare(arguments)?;
    let mut report = Report::default();
    for row in rows {
        match (row.measure)(&bench) {
            Ok(lines) => lines.into_iter().for_each(|line| report.add(line)),
            Err(failure) => {
                report.add(Line {
                    name: row.name.to_owned(),
                    found: Found::Failed(failure.to_string()),
                });
            }
        }
    }
    report.print(&conditions::notes(load))?;
    report.keep(&bench.arguments.output, &bench.about(), &conditions::json(load))?;
    if report.is_complete() { Ok(()) } else { Err("a row failed".into()) }
}

impl Bench {
    /// Starts what every measurement needs.
    ///
    /// # Errors
    ///
    /// When the service does not start.
    pub(crate) fn prepare(arguments: Arguments) -> Outcome<Bench> {
        let database = Database::from_environment()?;
        let mut api = start_api(&arguments, arguments.port)?;
        api.first_success("/ready")?;
        Ok(Bench {
            pgbench: PgBench {
                directory: arguments.directory.clone(),
                database: database.clone(),
                connections: POOL,
            },
            database,
            api,
            lasting: Duration::from_secs(arguments.seconds),
            secret: std::env::var("APPLICATION_SECRET")
                .map_err(|_| "APPLICATION_SECRET is not set")?,
            callers: 32,
            never: AtomicBool::new(false),
            accounts_used: Cell::new(0),
            arguments,
        })
    }

    /// A load on the api that lasts as long as a measurement and takes nothing but 200.
    pub(crate) fn load<'a>(&'a self, requests: &'a (dyn Fn(usize) -> Requests + Sync)) -> Load<'a> {
        Load {
            address: self.api.address,
            callers: self.callers,
            lasting: self.lasting,
            pace: None,
            expect: 200,
            requests,
            stop: &self.never,
        }
    }

    /// Another instance of the api, listening on another port.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub(crate) fn another_api(&self) -> Outcome<Service> {
        start_api(&self.arguments, self.arguments.port + 1)
    }

    /// An instance of the api that hashes at the least cost.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub(crate) fn cheap_api(&self) -> Outcome<Service> {
        let mut command = Command::new(std::env::current_exe()?);
        start_as_api(command.arg("cheap-api"), &self.arguments, self.arguments.port + 1)
    }

    /// An instance of the cms.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub(crate) fn another_cms(&self) -> Outcome<Service> {
        let port = self.arguments.port + 3;
        let mut command = Command::new(&self.arguments.cms);
        command.env("CMS_PORT", port.to_string()).env("LISTEN_ADDRESS", "127.0.0.1");
        Service::start(&mut command, port, &self.arguments.directory.join("cms.log"))
    }

    /// The first of `count` accounts that no row has logged in yet.
    pub(crate) fn fresh_accounts(&self, count: u64) -> u64 {
        let first = self.accounts_used.get();
        self.accounts_used.set(first + count);
        first % self.arguments.accounts + 1
    }

    fn about(&self) -> serde_json::Value {
        json!({
            "accounts": self.arguments.accounts,
            "events": self.arguments.events,
            "rounds": self.arguments.rounds,
            "seconds_per_measurement": self.lasting.as_secs(),
            "callers": self.callers,
            "database_connections": POOL,
        })
    }
}

fn start_api(arguments: &Arguments, port: u16) -> Outcome<Service> {
    start_as_api(&mut Command::new(&arguments.api), arguments, port)
}

fn start_as_api(command: &mut Command, arguments: &Arguments, port: u16) -> Outcome<Service> {
    command
        .env("API_PORT", port.to_string())
        .env("LISTEN_ADDRESS", "127.0.0.1")
        // The load generator speaks for many addresses, or the limit per address would be met.
        .env("TRUSTED_PROXY_HOPS", "1")
        .env("DATABASE_POOL_SIZE", POOL.to_string());
    Service::start(command, port, &arguments.directory.join("api.log"))
}
