//! What PostgreSQL itself writes into its log.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::Database;

/// The log of the server from a moment on, of all its databases.
pub struct ServerLog<'a> {
    database: &'a Database,
    begin: i64,
}

/// Where a server without a log collector writes: its standard error, which every session's
/// process has too. On Linux it can be read as a file, if it is one.
const STDERR: &str = "/proc/self/fd/2";

#[derive(QueryableByName)]
struct Piece {
    #[diesel(sql_type = Text)]
    text: String,
    #[diesel(sql_type = BigInt)]
    size: i64,
}

impl Database {
    /// The log of the server from now on. Panics where the server writes it into no file, as
    /// the one of `scripts/test` does, or is not on Linux.
    pub fn log_from_now(&self) -> ServerLog<'_> {
        let end = read(self, i64::MAX).size;
        assert!(end > 0, "the test server writes its log into no file");
        ServerLog { database: self, begin: end }
    }

    /// Gives sessions of this database, from now on, settings of the server: names and values.
    pub fn configure(&self, settings: &[(String, String)]) {
        for (name, value) in settings {
            self.execute(&format!(
                "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET {name} = %L', current_database(), '{value}'); END $$"
            ));
        }
    }
}

impl ServerLog<'_> {
    /// All that was written since, with bytes beyond ASCII and backslashes escaped.
    pub fn text(&self) -> String {
        read(self.database, self.begin).text
    }
}

fn read(database: &Database, begin: i64) -> Piece {
    diesel::sql_query(
        "SELECT size, encode(pg_read_binary_file($1, least(size, $2), greatest(size - $2, 0)), 'escape') AS text \
           FROM pg_stat_file($1)",
    )
    .bind::<Text, _>(STDERR)
    .bind::<BigInt, _>(begin)
    .get_result(&mut database.connection())
    .expect("a server log that can be read")
}

/// What the database that `deploy/cfn/data.yaml` describes is told about its log, as far as a
/// database can be told by itself.
pub fn deployed_settings() -> Vec<(String, String)> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy/cfn/data.yaml");
    let template = std::fs::read_to_string(file).expect("the template of the database");
    let settings: Vec<(String, String)> = template
        .lines()
        .filter_map(|line| line.trim().split_once(": "))
        .filter(|(name, _)| name.starts_with("log_") && !name.ends_with("connections"))
        .map(|(name, value)| (name.to_owned(), value.trim_matches('"').to_owned()))
        .collect();
    assert!(settings.len() >= 6, "{settings:?}");
    settings
}

/// The line of a log that holds `word`, if one does. Looks at the whole text at once: a log of
/// thousands of lines is asked for hundreds of words.
pub fn line_with<'a>(log: &'a str, word: &str) -> Option<&'a str> {
    let at = log.find(word)?;
    let start = log[..at].rfind('\n').map_or(0, |end| end + 1);
    log[start..].lines().next()
}
