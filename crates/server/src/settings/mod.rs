//! What can be set from outside, for both services. Every variable is documented where it is
//! read: the name, what it does, its unit and its default. `.env.example` lists them all.

mod database;
mod secrets;
mod source;
mod storage;

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use db::settings::DatabaseSettings;
use domain::secret::Secret;

pub use source::{Reading, Source};
pub use storage::{Place, S3, StorageSettings};

/// The settings that both services share.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `NODE_ENV`: `production`, `development` (opens CORS to every origin) or anything else.
    /// The images set `production`, which refuses weak secrets and unverified TLS.
    pub environment: DeployedAs,
    /// Address and time-outs of the HTTP server.
    pub http: HttpSettings,
    /// The database.
    pub database: DatabaseSettings,
    /// `DATABASE_MIGRATE`: whether the service brings the schema up to date at start
    /// (default `true`). With `false` it waits until somebody ran the `migrate` subcommand.
    pub migrate: bool,
    /// Where content snapshots are kept and how often they are checked.
    pub content: ContentSettings,
    /// Where files are kept.
    pub storage: StorageSettings,
    /// The application's secrets.
    pub secrets: Secrets,
    /// `DELETE_ACCOUNT_URL`: the web page that may call the api from a browser. Only its
    /// scheme, host and port count. Unset: no page may.
    pub delete_account_origin: Option<String>,
    /// How numbers about the service leave it.
    pub metrics: MetricsSettings,
    /// `APP_REVISION`: the git commit the binary was built from, shown by `/version` and
    /// `/health` (default `unknown`). Images set it.
    pub revision: String,
}

/// `NODE_ENV`, in the original's spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeployedAs {
    /// For people: nothing weak is allowed.
    Production,
    /// On a developer's machine: CORS is open.
    Development,
    /// Anything else, also unset.
    Other,
}

/// Address and time-outs of the HTTP server.
#[derive(Clone, Debug)]
pub struct HttpSettings {
    /// `LISTEN_ADDRESS`: the address to listen on (default `0.0.0.0`, every interface).
    pub address: IpAddr,
    /// `API_PORT` or `CMS_PORT`, else `PORT`, else 3000 or 5000. 0 takes any free port.
    pub port: u16,
    /// `HTTP_WORKERS`: threads that answer requests (default: one per core).
    pub workers: usize,
    /// `TRUSTED_PROXY_HOPS`: how many proxies of ours stand in front. The caller's address
    /// is the hop of `X-Forwarded-For` that many from the right; 0 (default) is the peer.
    /// App Runner is 1. Too high a number lets callers choose their own address.
    pub trusted_proxy_hops: usize,
    /// `HEADER_TIMEOUT_SECONDS`: for a request's headers to arrive (default 15).
    pub header_timeout: Duration,
    /// `BODY_IDLE_TIMEOUT_SECONDS`: for the next piece of a body (default 15).
    pub body_idle_timeout: Duration,
    /// `BODY_TIMEOUT_SECONDS`: for a whole body (default 100; App Runner ends a request at 120).
    pub body_timeout: Duration,
    /// `BODY_MEMORY_MB`: memory for all bodies that are arriving, in MiB (default 64, at
    /// least 32). Kept here in bytes.
    pub body_memory: usize,
    /// `KEEP_ALIVE_SECONDS`: for the next request on an idle connection (default 75, longer
    /// than a load balancer's 60, so that the balancer closes first).
    pub keep_alive: Duration,
    /// `SHUTDOWN_SECONDS`: for requests in flight after SIGTERM (default 20).
    pub shutdown: Duration,
    /// `SHUTDOWN_NOTICE_SECONDS`: how long new connections are still served after SIGTERM,
    /// until the load balancer has noticed that `/ready` says no (default 3).
    pub shutdown_notice: Duration,
}

/// Where content snapshots are kept and how often they are checked.
#[derive(Clone, Debug)]
pub struct ContentSettings {
    /// `SNAPSHOT_DIR`: a folder for the last content snapshot, so that an instance that
    /// starts while the database is away still serves content. Unset: kept in memory only.
    pub snapshot_dir: Option<PathBuf>,
    /// `CONTENT_POLL_SECONDS`: how often the content version is read, in case a notification
    /// was lost (default 10).
    pub poll: Duration,
}

/// The application's secrets.
#[derive(Clone, Debug)]
pub struct Secrets {
    /// `APPLICATION_SECRET`: signs and verifies app tokens. At least 32 bytes in production.
    pub primary: Secret,
    /// `SECONDARY_APPLICATION_SECRET`: verifies only. Put the old secret here when rotating.
    pub secondary: Secret,
    /// Whether the secondary secret is short or a sample value: warned about, never refused,
    /// because phones hold tokens signed with it.
    pub secondary_is_weak: bool,
}

/// How numbers about the service leave it.
#[derive(Clone, Debug)]
pub struct MetricsSettings {
    /// `METRICS_PORT`: serves `GET /metrics` as Prometheus text. Unset: nothing listens.
    pub port: Option<u16>,
    /// `METRICS_EMF_SECONDS`: writes `CloudWatch` EMF lines to standard output this often.
    /// 0 (default) writes none.
    pub emf_every: Duration,
    /// `METRICS_EMF_NAMESPACE`: the namespace of those lines (default `PeriodTracker`), so that
    /// two environments of one account are told apart.
    pub emf_namespace: String,
}

/// What tells the two services apart when settings are read.
#[derive(Clone, Copy, Debug)]
pub struct ServiceIdentity {
    /// `api` or `cms`: the name in logs and metrics.
    pub name: &'static str,
    /// The variable that names the port, and wins over `PORT`.
    pub port_variable: &'static str,
    /// The port when neither is set.
    pub default_port: u16,
    /// Whether the service signs app tokens and so cannot do without `APPLICATION_SECRET`.
    pub signs_tokens: bool,
}

impl Settings {
    /// Reads the shared settings of `service` from `source`; mistakes stay in `source`.
    pub fn read(source: &mut Source, service: ServiceIdentity) -> Settings {
        let environment = match source.text("NODE_ENV", "").as_str() {
            "production" => DeployedAs::Production,
            "development" => DeployedAs::Development,
            _ => DeployedAs::Other,
        };
        let (database, migrate) = database::read(source, environment);
        Settings {
            environment,
            http: read_http(source, service),
            database,
            migrate,
            content: ContentSettings {
                snapshot_dir: source.optional("SNAPSHOT_DIR").map(PathBuf::from),
                poll: source.seconds("CONTENT_POLL_SECONDS", 10),
            },
            storage: storage::read(source),
            secrets: secrets::read(source, environment, service.signs_tokens),
            delete_account_origin: read_origin(source, "DELETE_ACCOUNT_URL"),
            metrics: MetricsSettings {
                port: match source.parsed("METRICS_PORT", 0_u16, "a port number") {
                    0 => None,
                    port => Some(port),
                },
                emf_every: source.seconds("METRICS_EMF_SECONDS", 0),
                emf_namespace: source.text("METRICS_EMF_NAMESPACE", "PeriodTracker"),
            },
            revision: source.text("APP_REVISION", "unknown"),
        }
    }
}

fn read_http(source: &mut Source, service: ServiceIdentity) -> HttpSettings {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let port = source.parsed("PORT", service.default_port, "a port number");
    HttpSettings {
        address: source.parsed("LISTEN_ADDRESS", IpAddr::from([0, 0, 0, 0]), "an IP address"),
        port: source.parsed(service.port_variable, port, "a port number"),
        workers: source.parsed("HTTP_WORKERS", cores, "a number of threads").max(1),
        trusted_proxy_hops: source.parsed("TRUSTED_PROXY_HOPS", 0, "a number of proxies"),
        header_timeout: source.seconds("HEADER_TIMEOUT_SECONDS", 15),
        body_idle_timeout: source.seconds("BODY_IDLE_TIMEOUT_SECONDS", 15),
        body_timeout: source.seconds("BODY_TIMEOUT_SECONDS", 100),
        body_memory: source.parsed("BODY_MEMORY_MB", 64_usize, "a number of MiB").max(32) << 20,
        keep_alive: source.seconds("KEEP_ALIVE_SECONDS", 75),
        shutdown: source.seconds("SHUTDOWN_SECONDS", 20),
        shutdown_notice: source.seconds("SHUTDOWN_NOTICE_SECONDS", 3),
    }
}

/// A URL's scheme, host and port, as a browser's `Origin` header spells them: it leaves out
/// the port that a scheme has anyway.
fn read_origin(source: &mut Source, name: &'static str) -> Option<String> {
    let url = source.optional(name)?;
    let origin = url.split_once("://").map(|(scheme, rest)| {
        let scheme = scheme.to_lowercase();
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
        let usual_port = if scheme == "https" { ":443" } else { ":80" };
        format!("{scheme}://{}", host.strip_suffix(usual_port).unwrap_or(&host))
    });
    if origin.is_none() {
        source.mistake(format!("{name} is not a URL such as https://example.org/delete"));
    }
    origin
}
