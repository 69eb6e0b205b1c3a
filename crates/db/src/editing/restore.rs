//! Setting a row back to an earlier revision.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use uuid::Uuid;

use super::change::{Author, Changed, change};
use super::item::Item;
use super::revision::Action;
use super::write::set_back;

/// Gives `item` the columns of `json`, an image of an earlier revision. Its place in the order
/// stays.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn restore(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    expected: Option<&str>,
    json: &str,
) -> QueryResult<Changed> {
    let write = |connection: &mut PgConnection| set_back(connection, item, json);
    change(connection, author, item, lang, expected, Action::Restore, Uuid::new_v4(), write)
}
