//! How the database is reached and how long we are willing to wait for it.

use std::time::Duration;

use domain::secret::Secret;

/// What libpq needs to open a connection, and the time-outs every connection gets.
///
/// The values come from the environment (`server::settings` documents each variable);
/// this crate only takes them.
#[derive(Clone, Debug)]
pub struct DatabaseSettings {
    /// Host name, address, or directory of a Unix socket.
    pub host: String,
    /// TCP port, or the port in the name of the Unix socket.
    pub port: u16,
    /// Role to log in as.
    pub username: String,
    /// The role's password.
    pub password: Secret,
    /// Name of the database.
    pub name: String,
    /// Schema that holds every table of the original service and ours. It is reached
    /// through the connection's `search_path`, so no query names it.
    pub schema: String,
    /// How the server is authenticated.
    pub ssl_mode: SslMode,
    /// PEM file of the authorities that may sign the server's certificate. `None` leaves
    /// libpq's default, `~/.postgresql/root.crt`.
    pub ssl_root_cert: Option<String>,
    /// A read replica for content and statistics. `None` sends those reads to the primary.
    pub replica: Option<Replica>,
    /// Most connections to each server, and most database calls running at once.
    pub pool_size: u32,
    /// How long a call waits for its turn, and how long a free connection may take to open.
    pub checkout_timeout: Duration,
    /// Longest a database call may take, waiting included, before its caller is answered 503.
    pub call_deadline: Duration,
    /// `statement_timeout` of every connection of the pool.
    pub statement_timeout: Duration,
    /// `lock_timeout` of every connection of the pool.
    pub lock_timeout: Duration,
    /// `idle_in_transaction_session_timeout` of every connection of the pool.
    pub idle_in_transaction_timeout: Duration,
    /// libpq's `connect_timeout`; whole seconds.
    pub connect_timeout: Duration,
    /// `tcp_user_timeout`: how long sent data may stay unacknowledged before the
    /// connection counts as dead.
    pub tcp_user_timeout: Duration,
}

/// Where a read replica listens. Role, password, database and TLS are the primary's.
#[derive(Clone, Debug)]
pub struct Replica {
    /// Host name or address.
    pub host: String,
    /// TCP port.
    pub port: u16,
}

/// libpq's `sslmode`, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SslMode {
    /// Never TLS.
    Disable,
    /// TLS if the server insists.
    Allow,
    /// TLS if the server offers it.
    Prefer,
    /// TLS, whoever answers.
    Require,
    /// TLS with a certificate signed by a trusted authority.
    VerifyCa,
    /// TLS with a trusted certificate that names the host: the only mode that keeps an
    /// impostor out, and the only one allowed in production.
    VerifyFull,
}

impl SslMode {
    /// Every mode, in the order of their strength.
    pub const ALL: [SslMode; 6] = [
        SslMode::Disable,
        SslMode::Allow,
        SslMode::Prefer,
        SslMode::Require,
        SslMode::VerifyCa,
        SslMode::VerifyFull,
    ];

    /// libpq's spelling.
    pub fn name(self) -> &'static str {
        match self {
            SslMode::Disable => "disable",
            SslMode::Allow => "allow",
            SslMode::Prefer => "prefer",
            SslMode::Require => "require",
            SslMode::VerifyCa => "verify-ca",
            SslMode::VerifyFull => "verify-full",
        }
    }

    /// The mode libpq spells `name`, if there is one.
    pub fn from_name(name: &str) -> Option<SslMode> {
        SslMode::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// Which of the two servers a call goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// Takes writes, and reads that must see them.
    Primary,
    /// Takes reads that may lag behind.
    Replica,
}

impl DatabaseSettings {
    /// The libpq connection string of a pooled connection: `server`'s address, TLS,
    /// keepalives, and the session's `search_path`, zone and time-outs.
    pub(crate) fn connection_string(&self, server: Server) -> String {
        self.compose(server, &self.session_options())
    }

    /// The connection string of the one connection that migrates: same server and
    /// `search_path`, none of the time-outs, since building an index takes as long as it takes.
    pub(crate) fn migration_connection_string(&self) -> String {
        self.compose(Server::Primary, &self.search_path_options())
    }

    fn compose(&self, server: Server, options: &str) -> String {
        let (host, port) = match (server, &self.replica) {
            (Server::Replica, Some(replica)) => (&replica.host, replica.port),
            _ => (&self.host, self.port),
        };
        let mut parts = vec![
            ("host", host.clone()),
            ("port", port.to_string()),
            ("user", self.username.clone()),
            ("password", self.password.expose().to_owned()),
            ("dbname", self.name.clone()),
            ("sslmode", self.ssl_mode.name().to_owned()),
            ("application_name", "periodtracker".to_owned()),
            ("connect_timeout", self.connect_timeout.as_secs().max(2).to_string()),
            ("tcp_user_timeout", self.tcp_user_timeout.as_millis().to_string()),
            // A silent network is noticed within nine seconds instead of two hours.
            ("keepalives_idle", "5".to_owned()),
            ("keepalives_interval", "2".to_owned()),
            ("keepalives_count", "2".to_owned()),
            ("options", options.to_owned()),
        ];
        if server == Server::Primary {
            // After a failover the old address may lead to a server that only reads.
            parts.push(("target_session_attrs", "read-write".to_owned()));
        }
        if let Some(file) = &self.ssl_root_cert {
            parts.push(("sslrootcert", file.clone()));
        }
        parts
            .iter()
            .map(|(key, value)| format!("{key}={}", quoted(value)))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// `pg_temp` last, so that nobody's temporary table can stand in for one of ours.
    fn search_path_options(&self) -> String {
        format!(r#"-c search_path="{}",pg_temp -c TimeZone=UTC"#, self.schema)
    }

    fn session_options(&self) -> String {
        format!(
            "{} -c statement_timeout={} -c lock_timeout={} -c idle_in_transaction_session_timeout={}",
            self.search_path_options(),
            self.statement_timeout.as_millis(),
            self.lock_timeout.as_millis(),
            self.idle_in_transaction_timeout.as_millis(),
        )
    }
}

/// A libpq connection-string value: single quotes around, backslash before quote and backslash.
fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\\', r"\\").replace('\'', r"\'"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_password_with_quotes_stays_one_value() {
        assert_eq!(quoted(r"it's a \ day"), r"'it\'s a \\ day'");
    }
}
