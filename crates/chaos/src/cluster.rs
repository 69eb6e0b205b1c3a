//! A PostgreSQL server that may be harmed.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use loadkit::database::Database;
use loadkit::{Failure, Outcome};
use uuid::Uuid;

/// A server of its own in a directory of its own, removed with this value.
pub(crate) struct Cluster {
    /// The script that knows how to make and start one: `scripts/lib/chaos-cluster.sh`.
    control: PathBuf,
    directory: PathBuf,
    password: String,
    settings: Vec<String>,
    port: u16,
}

/// How a server is brought down.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Crash {
    /// Its first process is killed; the others notice.
    Kill,
    /// It is told to drop everything.
    Immediate,
}

impl Cluster {
    /// Makes and starts one, with these lines in `postgresql.conf`.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub(crate) fn start(control: &Path, directory: &Path, settings: &[&str]) -> Outcome<Cluster> {
        let mut cluster = Cluster {
            control: control.to_owned(),
            directory: directory.to_owned(),
            password: Uuid::new_v4().simple().to_string(),
            settings: settings.iter().map(|setting| (*setting).to_owned()).collect(),
            port: 0,
        };
        cluster.control("create")?;
        let port = std::fs::read_to_string(cluster.directory.join("port"))?;
        cluster.port = port.trim().parse()?;
        Ok(cluster)
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))
    }

    /// A database of this server; whether it exists is another matter.
    pub(crate) fn database(&self, name: &str) -> Database {
        Database::local(self.port, &self.password, name)
    }

    /// Brings the server down without any care.
    ///
    /// # Errors
    ///
    /// When it does not go.
    pub(crate) fn crash(&self, how: Crash) -> Outcome<()> {
        self.control(match how {
            Crash::Kill => "kill",
            Crash::Immediate => "crash",
        })
    }

    /// Starts the server unless it runs, and waits until it takes connections.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub(crate) fn restart(&self) -> Outcome<()> {
        self.control("start")
    }

    /// Whether the server runs.
    pub(crate) fn runs(&self) -> bool {
        self.control("runs").is_ok()
    }

    /// What the server said since its last start.
    ///
    /// # Errors
    ///
    /// When its log cannot be read.
    pub(crate) fn log(&self) -> Outcome<String> {
        Ok(String::from_utf8_lossy(&std::fs::read(self.directory.join("log"))?).into_owned())
    }

    fn control(&self, command: &str) -> Outcome<()> {
        let status = Command::new(&self.control)
            .arg(command)
            .arg(&self.directory)
            .args(&self.settings)
            .env("CHAOS_PASSWORD", &self.password)
            .stdin(Stdio::null())
            .status()?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::from(format!("{command} of the cluster failed: {status}")))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // The script that started this program removes what is left.
        let _ = self.control("remove");
    }
}
