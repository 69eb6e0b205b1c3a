//! A database per test.

use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, process};

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use testkit::history::{self, State};

/// A schema whose name has to be quoted wherever it is written.
pub(crate) const SCHEMA: &str = "Period \"Tracker\"";

/// An empty database that goes when the value does. Connections must be gone before.
pub(crate) struct Database {
    name: String,
}

impl Database {
    pub(crate) fn new() -> Self {
        let name = unique("oky_it");
        server().batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0")).unwrap();
        Database { name }
    }

    pub(crate) fn connect(&self) -> PgConnection {
        PgConnection::establish(&url(&self.name)).unwrap()
    }

    /// A connection to a database in which the original is in this state.
    pub(crate) fn in_state(&self, state: State) -> PgConnection {
        let mut connection = self.connect();
        history::build(&mut connection, SCHEMA, state).unwrap();
        connection
    }

    /// A connection with an open transaction that has read from a table.
    pub(crate) fn in_use(&self, table: &str) -> PgConnection {
        let mut connection = self.connect();
        let schema = SCHEMA.replace('"', "\"\"");
        connection.batch_execute(&format!("BEGIN; SELECT FROM \"{schema}\".{table}")).unwrap();
        connection
    }

    /// A connection to a database with our schema and the rows of the original's last state.
    pub(crate) fn adopted(&self) -> PgConnection {
        let mut connection = self.in_state(State::Steps(10));
        db::migrate::run(&mut connection, SCHEMA).unwrap();
        connection
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        server().batch_execute(&format!("DROP DATABASE {}", self.name)).unwrap();
    }
}

/// A role that may read and write the original's tables and nothing else, like the one that the
/// original service signs in with. Dropped with the value, when its database is gone.
pub(crate) struct Role {
    pub(crate) name: String,
}

impl Role {
    pub(crate) fn new() -> Self {
        let name = unique("oky_role");
        server().batch_execute(&format!("CREATE ROLE {name}")).unwrap();
        Role { name }
    }
}

impl Drop for Role {
    fn drop(&mut self) {
        server().batch_execute(&format!("DROP ROLE {}", self.name)).unwrap();
    }
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

/// The texts that a query of one column gives.
pub(crate) fn texts(connection: &mut PgConnection, query: &str) -> Vec<String> {
    diesel::sql_query(format!("SELECT value::text FROM ({query}) AS asked (value)"))
        .load::<Value>(connection)
        .unwrap()
        .into_iter()
        .map(|row| row.value)
        .collect()
}

/// The one text that a query gives.
pub(crate) fn text(connection: &mut PgConnection, query: &str) -> String {
    let mut found = texts(connection, query);
    assert_eq!(found.len(), 1, "{query}");
    found.remove(0)
}

fn unique(prefix: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("{prefix}_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn server() -> PgConnection {
    PgConnection::establish(&url("postgres")).unwrap()
}

/// `TEST_DATABASE_URL` with another database.
fn url(database: &str) -> String {
    let url = env::var("TEST_DATABASE_URL").unwrap();
    let (address, options) = url.split_once('?').unwrap_or((&url, ""));
    let server = address.rsplit_once('/').unwrap().0;
    format!("{server}/{database}?{options}")
}
