//! What every scenario is played on: a server with a migrated database, and instances.

use std::cell::{Cell, OnceCell};
use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use loadkit::database::Database;
use loadkit::service::Service;
use loadkit::{Failure, Outcome};
use uuid::Uuid;

use crate::cluster::Cluster;
use crate::load::Plan;

/// What to play with what.
#[derive(clap::Args, Clone)]
pub(crate) struct Arguments {
    /// The api's program.
    #[arg(long)]
    api: PathBuf,
    /// The cms's program.
    #[arg(long)]
    cms: PathBuf,
    /// The script that makes and starts a PostgreSQL.
    #[arg(long)]
    cluster: PathBuf,
    /// SQL that fills a migrated database with content.
    #[arg(long)]
    content: PathBuf,
    /// Where clusters, snapshots and logs go.
    #[arg(long)]
    directory: PathBuf,
    /// The file for the figures.
    #[arg(long)]
    pub(crate) output: PathBuf,
    /// Few repetitions and wide bounds, for a machine that does other things as well.
    #[arg(long)]
    pub(crate) short: bool,
    /// How long the database is away in `database-away`.
    #[arg(long, default_value_t = 600)]
    pub(crate) away_seconds: u64,
    /// How long `soak` takes.
    #[arg(long, default_value_t = 120)]
    pub(crate) soak_minutes: u64,
    /// The scenarios to play; none means all.
    pub(crate) scenarios: Vec<String>,
}

/// What every scenario needs.
pub(crate) struct Stage {
    pub(crate) arguments: Arguments,
    shared: OnceCell<Cluster>,
    next_port: Cell<u16>,
    made: Cell<u32>,
    secret: String,
}

/// A database that others are copied from.
const TEMPLATE: &str = "chaos_template";

/// Below those that Linux gives to connections that are opened.
const PORTS: std::ops::Range<u16> = 20_000..32_000;

const SETTINGS: [&str; 3] =
    ["max_connections = 250", "shared_buffers = 128MB", "log_lock_waits = on"];

/// How much wider the bounds of times are in the short form.
const WIDER: u32 = 4;

impl Stage {
    /// # Errors
    ///
    /// When the directory cannot be made.
    pub(crate) fn new(arguments: Arguments) -> Outcome<Stage> {
        fs::create_dir_all(arguments.directory.join("logs"))?;
        let first = u16::try_from(std::process::id() % 500).unwrap_or_default() * 20;
        Ok(Stage {
            arguments,
            shared: OnceCell::new(),
            next_port: Cell::new(PORTS.start + first),
            made: Cell::new(0),
            secret: Uuid::new_v4().to_string(),
        })
    }

    /// The figure of the full or of the short form.
    pub(crate) fn pick<T>(&self, full: T, short: T) -> T {
        if self.arguments.short { short } else { full }
    }

    /// A bound of time, wider in the short form.
    pub(crate) fn bound(&self, full: Duration) -> Duration {
        self.pick(full, full * WIDER)
    }

    /// So many callers, or half of them: each signs up first, which takes the machine's time.
    pub(crate) fn phones(&self, full: usize) -> usize {
        self.pick(full, full / 2)
    }

    /// The usual load on an instance of the api.
    pub(crate) fn plan(&self, api: SocketAddr) -> Plan {
        let plan = Plan::of(api);
        Plan { phones: self.phones(plan.phones), ..plan }
    }

    /// A port that nobody listens on.
    ///
    /// # Errors
    ///
    /// When there is none left.
    pub(crate) fn port(&self) -> Outcome<u16> {
        loop {
            let port = self.next_port.get();
            if port >= PORTS.end {
                return Err("there is no free port".into());
            }
            self.next_port.set(port + 1);
            if TcpListener::bind(("127.0.0.1", port)).is_ok() {
                return Ok(port);
            }
        }
    }

    /// The server of all scenarios that do it no harm.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub(crate) fn shared_cluster(&self) -> Outcome<&Cluster> {
        if self.shared.get().is_none() {
            let cluster = self.own_cluster("shared", &[])?;
            self.template(&cluster)?;
            // It was empty a moment ago, and this program has one thread here.
            let _ = self.shared.set(cluster);
        }
        self.shared.get().ok_or_else(|| Failure::from("there is no server"))
    }

    /// A server that may be harmed.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub(crate) fn own_cluster(&self, name: &str, settings: &[&str]) -> Outcome<Cluster> {
        self.cluster_at(&self.arguments.directory.join(name), settings)
    }

    /// The same in a directory that is named, such as one on another disk.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub(crate) fn cluster_at(&self, directory: &Path, settings: &[&str]) -> Outcome<Cluster> {
        let all: Vec<&str> = SETTINGS.iter().chain(settings).copied().collect();
        Cluster::start(&self.arguments.cluster, directory, &all)
    }

    /// A disk of so many megabytes, or `None` where none can be made.
    ///
    /// # Errors
    ///
    /// When the script that makes it cannot be started.
    pub(crate) fn small_disk(&self, megabytes: u32) -> Outcome<Option<PathBuf>> {
        let disk = self.arguments.directory.join("small-disk");
        let mut script = Command::new(&self.arguments.cluster);
        let status = script
            .arg("disk")
            .arg(&disk)
            .arg(megabytes.to_string())
            .stdin(Stdio::null())
            .status()?;
        Ok(status.success().then_some(disk))
    }

    /// A database with content on the shared server.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub(crate) fn database(&self) -> Outcome<Database> {
        let cluster = self.shared_cluster()?;
        self.create(cluster, &format!("TEMPLATE {TEMPLATE}"))
    }

    /// A database without anything on the shared server.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub(crate) fn empty_database(&self) -> Outcome<Database> {
        self.create(self.shared_cluster()?, "TEMPLATE template0")
    }

    /// The database with content of a server of its own.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub(crate) fn template(&self, cluster: &Cluster) -> Outcome<Database> {
        cluster.database("postgres").execute(&format!("CREATE DATABASE {TEMPLATE}"))?;
        let database = cluster.database(TEMPLATE);
        let mut migrate = self.command(&self.arguments.api, &database);
        let output = migrate.arg("migrate").stdin(Stdio::null()).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        database.feed(&fs::read_to_string(&self.arguments.content)?)?;
        Ok(database)
    }

    fn create(&self, cluster: &Cluster, clause: &str) -> Outcome<Database> {
        self.made.set(self.made.get() + 1);
        let name = format!("chaos_{}", self.made.get());
        cluster.database("postgres").execute(&format!("CREATE DATABASE {name} {clause}"))?;
        Ok(cluster.database(&name))
    }

    /// An instance of the api, ready.
    ///
    /// # Errors
    ///
    /// When it does not become ready.
    pub(crate) fn ready_api(&self, database: &Database) -> Outcome<Service> {
        let mut service = self.api(database, self.port()?, &[])?;
        service.first_success("/ready")?;
        Ok(service)
    }

    /// An instance of the cms, ready.
    ///
    /// # Errors
    ///
    /// When it does not become ready.
    pub(crate) fn ready_cms(&self, database: &Database) -> Outcome<Service> {
        let mut service = self.cms(database, self.port()?, &[])?;
        service.first_success("/ready")?;
        Ok(service)
    }

    /// An instance of the api, just started; `own` settings win.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub(crate) fn api(
        &self,
        database: &Database,
        port: u16,
        own: &[(&str, &str)],
    ) -> Outcome<Service> {
        let mut command = self.command(&self.arguments.api, database);
        self.start("api", command.env("API_PORT", port.to_string()), port, own)
    }

    /// An instance of the cms, just started; `own` settings win.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub(crate) fn cms(
        &self,
        database: &Database,
        port: u16,
        own: &[(&str, &str)],
    ) -> Outcome<Service> {
        let mut command = self.command(&self.arguments.cms, database);
        self.start("cms", command.env("CMS_PORT", port.to_string()), port, own)
    }

    fn start(
        &self,
        name: &str,
        command: &mut Command,
        port: u16,
        own: &[(&str, &str)],
    ) -> Outcome<Service> {
        Service::start(command.envs(own.iter().copied()), port, &self.log_of(name, port))
    }

    /// Where an instance writes what it says. Instances follow one another on a port.
    pub(crate) fn log_of(&self, service: &str, port: u16) -> PathBuf {
        self.arguments.directory.join("logs").join(format!("{service}-{port}.log"))
    }

    /// A folder for snapshots that survive their instance.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub(crate) fn snapshots(&self, name: &str) -> Outcome<String> {
        let directory = self.arguments.directory.join("snapshots").join(name);
        fs::create_dir_all(&directory)?;
        Ok(directory.to_string_lossy().into_owned())
    }

    /// Whether every stored event was counted in the statistics, and once.
    ///
    /// # Errors
    ///
    /// When the cms cannot be asked.
    pub(crate) fn statistics_agree(&self, database: &Database) -> Outcome<bool> {
        let mut check = self.command(&self.arguments.cms, database);
        let output = check.args(["statistics", "check"]).stdin(Stdio::null()).output()?;
        Ok(output.status.success())
    }

    fn command(&self, program: &Path, database: &Database) -> Command {
        let mut command = Command::new(program);
        command
            // What is set for the services that people run is not for these.
            .env_clear()
            .envs(std::env::vars().filter(|(name, _)| name == "PATH" || name == "LD_LIBRARY_PATH"))
            .envs(database.environment())
            .env("LISTEN_ADDRESS", "127.0.0.1")
            .env("NODE_ENV", "test")
            .env("APPLICATION_SECRET", &self.secret)
            .env("PASSPORT_SECRET", &self.secret)
            .env("STORAGE_DIR", self.arguments.directory.join("files"))
            .env("RUST_LOG", "info,http=warn,actix_server=warn")
            // The callers speak for many addresses, or the limit per address would be met.
            .env("TRUSTED_PROXY_HOPS", "1")
            .env("SHUTDOWN_NOTICE_SECONDS", "0")
            .current_dir(&self.arguments.directory);
        command
    }
}
