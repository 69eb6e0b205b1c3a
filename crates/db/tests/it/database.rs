//! Databases in a state of the original, and asking them.

use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use testkit::Database;
use testkit::history::{self, State};

/// A schema whose name has to be quoted wherever it is written.
pub(crate) const SCHEMA: &str = "Period \"Tracker\"";

/// A connection to an empty database, after bringing it to this state of the original.
pub(crate) fn in_state(database: &Database, state: State) -> PgConnection {
    let mut connection = database.connection();
    history::build(&mut connection, SCHEMA, state).unwrap();
    connection
}

/// A connection to an empty database, after giving it the original's last state and migrating.
pub(crate) fn adopted(database: &Database) -> PgConnection {
    let mut connection = in_state(database, State::Steps(10));
    db::migrate::run(&mut connection, SCHEMA).unwrap();
    connection
}

/// Another connection that looks at the same schema.
pub(crate) fn second(database: &Database, first: &mut PgConnection) -> PgConnection {
    let mut second = database.connection();
    let path = text(first, "SELECT current_setting('search_path')");
    second.batch_execute(&format!("SET search_path TO {path}")).unwrap();
    second
}

/// A role without any rights, like the one that the original service signs in with before it
/// is given some. Lives as long as the value, which must go before its database.
pub(crate) struct Role {
    pub(crate) name: String,
    connection: PgConnection,
}

impl Role {
    pub(crate) fn new(database: &Database) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("test_role_{}_{}", process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let mut connection = database.connection();
        connection.batch_execute(&format!("CREATE ROLE {name}")).unwrap();
        Role { name, connection }
    }
}

impl Drop for Role {
    fn drop(&mut self) {
        let name = &self.name;
        self.connection.batch_execute(&format!("DROP OWNED BY {name}; DROP ROLE {name}")).unwrap();
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
