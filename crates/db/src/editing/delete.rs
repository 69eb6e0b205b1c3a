//! Moving rows to the trash.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use uuid::Uuid;

use super::change::{Author, lock};
use super::image::Image;
use super::item::Item;
use super::revision::{self, Action, NewRevision};
use super::rows::with_dependents;
use crate::drafting;

/// What became of a deletion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// The rows are in the trash; undoing takes the name of the change set.
    Done {
        /// Names what was deleted together.
        change_set: Uuid,
        /// How many rows that were.
        rows: usize,
    },
    /// The first row is not there, or belongs to another language.
    Missing,
    /// The first row was changed since the editor saw it; this is what it is now.
    Conflict(Image),
}

/// Deletes `items` together. The first is the one that was asked for, and must be as `expected`
/// where that is given; those after it go with it, and it is fine if one is gone already.
///
/// # Errors
///
/// Diesel's own; nothing is deleted then.
pub fn delete(
    connection: &mut PgConnection,
    author: &Author,
    items: &[Item],
    lang: &str,
    expected: Option<&str>,
) -> QueryResult<Deleted> {
    connection.transaction(|connection| {
        let change_set = Uuid::new_v4();
        let mut rows = 0;
        for (at, item) in items.iter().enumerate() {
            let found = lock(connection, item)?.filter(|found| found.language() == lang);
            let Some(before) = found else {
                if at == 0 {
                    return Ok(Deleted::Missing);
                }
                continue;
            };
            if at == 0 && expected.is_some_and(|expected| expected != before.version) {
                return Ok(Deleted::Conflict(before));
            }
            revision::notice_outside_change(connection, item, &before)?;
            drafting::discard(connection, author, item, lang, None)?;
            remove(connection, item)?;
            rows += 1;
            revision::record(
                connection,
                &NewRevision {
                    change_set,
                    item,
                    lang,
                    action: Action::Delete,
                    author,
                    before: Some(&before.json),
                    after: None,
                },
            )?;
        }
        Ok(Deleted::Done { change_set, rows })
    })
}

/// Deletes `items` and everything that makes no sense without them, all together. If one of them
/// is not there, nothing is deleted. The first must be as `expected` where that is given.
///
/// # Errors
///
/// Diesel's own; nothing is deleted then.
pub fn delete_all(
    connection: &mut PgConnection,
    author: &Author,
    items: &[Item],
    lang: &str,
    expected: Option<&str>,
) -> QueryResult<Deleted> {
    connection.transaction(|connection| {
        let mut all = Vec::new();
        for item in items {
            if lock(connection, item)?.is_none_or(|found| found.language() != lang) {
                return Ok(Deleted::Missing);
            }
            for found in with_dependents(connection, item)? {
                if !all.contains(&found) {
                    all.push(found);
                }
            }
        }
        delete(connection, author, &all, lang, expected)
    })
}

fn remove(connection: &mut PgConnection, item: &Item) -> QueryResult<()> {
    if item.table().name == "survey" {
        diesel::sql_query(r#"DELETE FROM question WHERE "surveyId" = $1::uuid"#)
            .bind::<Text, _>(item.id())
            .execute(connection)?;
    }
    diesel::sql_query(format!("DELETE FROM \"{}\" WHERE {}", item.table().name, item.condition()))
        .bind::<Text, _>(item.id())
        .execute(connection)
        .map(drop)
}
