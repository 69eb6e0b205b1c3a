//! A database per test, stamped out of a migrated template in some tens of milliseconds.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use db::settings::{DatabaseSettings, SslMode};
use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};
use domain::secret::Secret;

/// The schema of every test database.
pub const SCHEMA: &str = "periodtracker";

/// A database that belongs to one test and is dropped with it.
pub struct Database {
    server: Server,
    name: String,
    is_dropped: bool,
}

/// Where `TEST_DATABASE_URL` points: a server on which databases may be created.
#[derive(Clone)]
struct Server {
    user: String,
    password: String,
    host: String,
    port: u16,
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Bool)]
    answer: bool,
}

impl Database {
    /// A database with the present schema and no rows.
    pub fn migrated() -> Database {
        let server = Server::from_environment();
        let template = server.template();
        Database::create(server, &format!("TEMPLATE \"{template}\""))
    }

    /// A database without anything in it.
    pub fn empty() -> Database {
        Database::create(Server::from_environment(), "TEMPLATE template0")
    }

    fn create(server: Server, clause: &str) -> Database {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let mut admin = server.admin();
        admin
            .batch_execute(&format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)"))
            .expect("no leftover of an earlier process with this id");
        admin
            .batch_execute(&format!("CREATE DATABASE \"{name}\" {clause}"))
            .expect("a new database");
        Database { server, name, is_dropped: true }
    }

    /// The same database for somebody else, with whom it does not go.
    pub fn shared(&self) -> Database {
        Database { server: self.server.clone(), name: self.name.clone(), is_dropped: false }
    }

    /// Its name on the server.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Settings that reach this database, with short time-outs.
    pub fn settings(&self) -> DatabaseSettings {
        self.server.settings(&self.name)
    }

    /// A connection with the search path of the services.
    pub fn connection(&self) -> PgConnection {
        db::pool::connect_for_migration(&self.settings()).expect("a connection")
    }

    /// The number a query counts, as its column `count`.
    pub fn count(&self, query: &str) -> i64 {
        #[derive(QueryableByName)]
        struct Count {
            #[diesel(sql_type = BigInt)]
            count: i64,
        }
        diesel::sql_query(query).get_result::<Count>(&mut self.connection()).expect("a count").count
    }

    /// The text a query gives, as its column `text`.
    pub fn text(&self, query: &str) -> String {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = Text)]
            text: String,
        }
        diesel::sql_query(query).get_result::<Row>(&mut self.connection()).expect("a text").text
    }

    /// Runs SQL statements.
    pub fn execute(&self, statements: &str) {
        self.connection().batch_execute(statements).expect("statements that run");
    }

    /// Ends every other session of this database, as a crash of the network would, and waits
    /// until they are gone.
    pub fn disconnect_everybody(&self) {
        self.server
            .admin()
            .batch_execute(&format!(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{}'",
                self.name
            ))
            .expect("sessions to end");
    }

    /// Takes the database away (nobody can connect) or brings it back.
    pub fn set_reachable(&self, reachable: bool) {
        self.server
            .admin()
            .batch_execute(&format!(
                "ALTER DATABASE \"{}\" ALLOW_CONNECTIONS {reachable}",
                self.name
            ))
            .expect("an altered database");
        if !reachable {
            self.disconnect_everybody();
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if !self.is_dropped {
            return;
        }
        // A failing test must show its own failure, not this one.
        let _ = self
            .server
            .admin()
            .batch_execute(&format!("DROP DATABASE IF EXISTS \"{}\" WITH (FORCE)", self.name));
    }
}

impl Server {
    fn from_environment() -> Server {
        let url = std::env::var("TEST_DATABASE_URL")
            .expect("TEST_DATABASE_URL: run the tests by scripts/test, or name a server whose databases do not matter");
        let rest = url.split_once("://").map(|(_, rest)| rest).expect("a URL");
        let (login, rest) = rest.rsplit_once('@').expect("a user in the URL");
        let (user, password) = login.split_once(':').unwrap_or((login, ""));
        let address = rest.split(['/', '?']).next().unwrap_or_default();
        let (host, port) = address.split_once(':').unwrap_or((address, "5432"));
        Server {
            user: user.to_owned(),
            password: password.to_owned(),
            host: host.to_owned(),
            port: port.parse().expect("a port"),
        }
    }

    fn settings(&self, name: &str) -> DatabaseSettings {
        DatabaseSettings {
            host: self.host.clone(),
            port: self.port,
            username: self.user.clone(),
            password: Secret::new(self.password.clone()),
            name: name.to_owned(),
            schema: SCHEMA.to_owned(),
            ssl_mode: SslMode::Disable,
            ssl_root_cert: None,
            replica: None,
            pool_size: 8,
            checkout_timeout: Duration::from_secs(2),
            call_deadline: Duration::from_secs(10),
            statement_timeout: Duration::from_secs(5),
            lock_timeout: Duration::from_secs(2),
            idle_in_transaction_timeout: Duration::from_secs(10),
            connect_timeout: Duration::from_secs(3),
            tcp_user_timeout: Duration::from_secs(5),
        }
    }

    fn admin(&self) -> PgConnection {
        db::pool::connect_for_migration(&self.settings("postgres"))
            .expect("the server of TEST_DATABASE_URL")
    }

    /// The name of a migrated template, made by whoever comes first.
    fn template(&self) -> String {
        let name = format!("template_{:016x}", schema_digest());
        let mut admin = self.admin();
        diesel::sql_query("SELECT pg_advisory_lock(hashtext('test template'))")
            .execute(&mut admin)
            .expect("the lock");
        let exists = diesel::sql_query(
            "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS answer",
        )
        .bind::<Text, _>(&name)
        .get_result::<Answer>(&mut admin)
        .expect("the list of databases")
        .answer;
        if !exists {
            let unfinished = format!("{name}_unfinished");
            admin
                .batch_execute(&format!("DROP DATABASE IF EXISTS \"{unfinished}\" WITH (FORCE)"))
                .expect("no unfinished template");
            admin
                .batch_execute(&format!("CREATE DATABASE \"{unfinished}\" TEMPLATE template0"))
                .expect("a database");
            let mut connection =
                db::pool::connect_for_migration(&self.settings(&unfinished)).expect("a connection");
            db::migrate::run(&mut connection, SCHEMA).expect("a migrated database");
            drop(connection);
            admin
                .batch_execute(&format!("ALTER DATABASE \"{unfinished}\" RENAME TO \"{name}\""))
                .expect("a template");
        }
        name
    }
}

/// Changes when a migration or the list of indexes does, so that a server that is kept between
/// runs gets a new template then.
fn schema_digest() -> u64 {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut hasher = DefaultHasher::new();
    let mut folders = vec![root.join("migrations"), root.join("crates/db/src/migrate")];
    while let Some(folder) = folders.pop() {
        let mut paths: Vec<_> = std::fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else {
                std::fs::read(path).expect("a file").hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}
