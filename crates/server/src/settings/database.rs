//! The `DATABASE_*` variables. The first eight are the original service's own names.

use db::settings::{DatabaseSettings, Replica, SslMode};

use super::{DeployedAs, Source};

/// Reads the database's settings, and whether to migrate at start.
pub(super) fn read(source: &mut Source, environment: DeployedAs) -> (DatabaseSettings, bool) {
    // `DATABASE_TYPE`: only `postgres` exists; the variable is accepted so that the
    // original's environment files work unchanged.
    if source.text("DATABASE_TYPE", "postgres") != "postgres" {
        source.mistake("DATABASE_TYPE must be postgres, the only database there is");
    }
    // `DATABASE_HOST`: host name, address or socket directory. Setting it is what
    // configures a database.
    let host = source.text("DATABASE_HOST", "");
    if host.is_empty() {
        source.mistake(
            "DATABASE_HOST is not set: name a database, or start scripts/run, which brings its own",
        );
    }
    // `DATABASE_PORT`: default 5432.
    let port = source.parsed("DATABASE_PORT", 5432, "a port number");
    // `DATABASE_USERNAME`, `DATABASE_PASSWORD`, `DATABASE_NAME`, `DATABASE_SCHEMA`: default
    // `periodtracker`, but no password.
    let username = source.text("DATABASE_USERNAME", "periodtracker");
    let password = source.secret("DATABASE_PASSWORD");
    let name = source.text("DATABASE_NAME", "periodtracker");
    let schema = source.text("DATABASE_SCHEMA", "periodtracker");
    if !is_plain_identifier(&schema) {
        source.mistake("DATABASE_SCHEMA must be letters, digits and underscores");
    }
    // `DATABASE_SYNCHRONIZE` and `DATABASE_LOGGING` belong to the original. Ours never lets
    // a service invent columns and never logs statements, so both are read and not obeyed.
    for ignored in ["DATABASE_SYNCHRONIZE", "DATABASE_LOGGING"] {
        if source.flag(ignored, false) {
            log::warn!("{ignored}=true has no effect here");
        }
    }
    let settings = DatabaseSettings {
        host,
        port,
        username,
        password,
        name,
        schema,
        ssl_mode: read_ssl_mode(source, environment),
        // `DATABASE_SSL_ROOT_CERT`: PEM file of the authorities for `verify-ca` and
        // `verify-full`. The images contain those of Amazon RDS.
        ssl_root_cert: source.optional("DATABASE_SSL_ROOT_CERT"),
        // `DATABASE_REPLICA_HOST`, `DATABASE_REPLICA_PORT`: a read replica for content and
        // statistics; unset: the primary. The port defaults to the primary's.
        replica: read_replica(source, port),
        // `DATABASE_POOL_SIZE`: most connections per instance (default 10). Instances times
        // this, for both services, must stay below the server's `max_connections`.
        pool_size: source.parsed("DATABASE_POOL_SIZE", 10_u32, "a number of connections").max(1),
        // `DATABASE_CHECKOUT_TIMEOUT_MS`: waiting for a connection (default 2000).
        checkout_timeout: source.millis("DATABASE_CHECKOUT_TIMEOUT_MS", 2_000),
        // `DATABASE_CALL_DEADLINE_MS`: any database call in all (default 10000).
        call_deadline: source.millis("DATABASE_CALL_DEADLINE_MS", 10_000),
        // `DATABASE_STATEMENT_TIMEOUT_MS`: one statement, ended by the server (default 5000).
        statement_timeout: source.millis("DATABASE_STATEMENT_TIMEOUT_MS", 5_000),
        // `DATABASE_LOCK_TIMEOUT_MS`: waiting for one lock (default 2000).
        lock_timeout: source.millis("DATABASE_LOCK_TIMEOUT_MS", 2_000),
        // `DATABASE_IDLE_IN_TRANSACTION_TIMEOUT_MS`: an abandoned transaction (default 10000).
        idle_in_transaction_timeout: source
            .millis("DATABASE_IDLE_IN_TRANSACTION_TIMEOUT_MS", 10_000),
        // `DATABASE_CONNECT_TIMEOUT_SECONDS`: opening a connection (default 3, at least 2).
        connect_timeout: source.seconds("DATABASE_CONNECT_TIMEOUT_SECONDS", 3),
        // `DATABASE_TCP_USER_TIMEOUT_MS`: unacknowledged data (default 5000).
        tcp_user_timeout: source.millis("DATABASE_TCP_USER_TIMEOUT_MS", 5_000),
    };
    // `DATABASE_MIGRATE`: see `Settings::migrate`.
    (settings, source.flag("DATABASE_MIGRATE", true))
}

/// `DATABASE_SSL_MODE`: libpq's `sslmode`, default `verify-full` in production and `prefer`
/// elsewhere. Anything less than `verify-full` stops a production start, unless
/// `ALLOW_INSECURE_DATABASE=true` says that it is meant.
fn read_ssl_mode(source: &mut Source, environment: DeployedAs) -> SslMode {
    let production = environment == DeployedAs::Production;
    let default = if production { SslMode::VerifyFull } else { SslMode::Prefer };
    let word = source.text("DATABASE_SSL_MODE", default.name());
    let allowed = source.flag("ALLOW_INSECURE_DATABASE", false);
    let Some(mode) = SslMode::from_name(&word) else {
        let names = SslMode::ALL.map(SslMode::name).join(", ");
        source.mistake(format!("DATABASE_SSL_MODE must be one of: {names}"));
        return default;
    };
    if production && mode < SslMode::VerifyFull && !allowed {
        source.mistake(
            "DATABASE_SSL_MODE must be verify-full in production \
             (or set ALLOW_INSECURE_DATABASE=true if the network itself is trusted)",
        );
    }
    mode
}

fn read_replica(source: &mut Source, primary_port: u16) -> Option<Replica> {
    let host = source.optional("DATABASE_REPLICA_HOST");
    let port = source.parsed("DATABASE_REPLICA_PORT", primary_port, "a port number");
    host.map(|host| Replica { host, port })
}

fn is_plain_identifier(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 63
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}
