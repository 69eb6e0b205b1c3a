//! Translations whose source has changed since.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use domain::language::Language;
use domain::translation::State;

use crate::translation::{self, WorkQuery};

/// The rows in `langs` that say what their source once said, each as table and key with a space
/// between.
///
/// # Errors
///
/// Diesel's own.
pub fn outdated(connection: &mut PgConnection, langs: &[String]) -> QueryResult<Vec<String>> {
    let mut found = Vec::new();
    for target in langs {
        for source in Language::ALL.into_iter().map(Language::code).filter(|code| code != target) {
            let query = WorkQuery { target, source, table: None, id: None };
            let work = translation::work(connection, &query)?;
            let outdated = work.iter().filter(|work| work.state() == State::Outdated);
            found.extend(outdated.filter_map(|work| {
                work.target_id.as_ref().map(|id| format!("{} {id}", work.item_table))
            }));
        }
    }
    Ok(found)
}
