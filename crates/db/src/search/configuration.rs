//! Which of PostgreSQL's text search configurations reads a language.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Text};

/// The configurations of this server. Nepali came with PostgreSQL 14; before, its words are
/// taken as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Configuration {
    /// For English.
    pub english: &'static str,
    /// For Nepali.
    pub nepali: &'static str,
}

impl Configuration {
    /// Asks the server what it has.
    ///
    /// # Errors
    ///
    /// Diesel's own.
    pub fn of(connection: &mut PgConnection) -> QueryResult<Configuration> {
        #[derive(QueryableByName)]
        struct Name {
            #[diesel(sql_type = Text)]
            name: String,
        }
        let found: Vec<Name> = diesel::sql_query(
            "SELECT DISTINCT cfgname::text AS name FROM pg_ts_config \
              WHERE cfgname = ANY($1) AND pg_ts_config_is_visible(oid)",
        )
        .bind::<Array<Text>, _>(vec!["english", "nepali"])
        .load(connection)?;
        let known = |wanted: &'static str| {
            if found.iter().any(|row| row.name == wanted) { wanted } else { "simple" }
        };
        Ok(Configuration { english: known("english"), nepali: known("nepali") })
    }

    /// For the rows of `lang`.
    pub fn of_language(&self, lang: &str) -> &'static str {
        match lang {
            "en" => self.english,
            "ne" => self.nepali,
            _ => "simple",
        }
    }
}
