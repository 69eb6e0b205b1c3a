//! Table `presence`: who has the form of an item open at this moment.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text, Timestamptz};

use crate::editing::{Author, Item};
use crate::types::Instant;

/// True of pages that are still open: they say so every twenty seconds.
const IS_HERE: &str = "seen_at > clock_timestamp() - interval '60 seconds'";

/// Somebody who has the form of an item open.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Present {
    /// The key of the item.
    #[diesel(sql_type = Text)]
    pub item_id: String,
    /// Her name.
    #[diesel(sql_type = Text)]
    pub editor_name: String,
    /// Since when.
    #[diesel(sql_type = Timestamptz)]
    pub since: Instant,
}

/// Notes that `author` has the form of an item open, in the page that calls itself `page`; false
/// if there is no such item in the language. What each language has one of can be written before
/// it is there. Who was away for longer begins anew.
///
/// # Errors
///
/// Diesel's own.
pub fn arrive(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    page: &str,
) -> QueryResult<bool> {
    let own = item.newest_of().is_some_and(|newest| newest.code() == lang);
    connection.transaction(|connection| {
        diesel::sql_query(
            "DELETE FROM presence WHERE seen_at < clock_timestamp() - interval '1 hour'",
        )
        .execute(connection)?;
        diesel::sql_query(format!(
            "INSERT INTO presence (item_table, item_id, lang, editor_id, editor_name, page) \
             SELECT $1, $2, $3, $4, $5, $6 \
              WHERE {own} OR EXISTS (SELECT FROM \"{}\" WHERE id::text = $2 AND lang = $3) \
                 OR EXISTS (SELECT FROM draft \
                             WHERE item_table = $1 AND item_id = $2 AND lang = $3) \
             ON CONFLICT (item_table, item_id, editor_id, page) DO UPDATE \
             SET seen_at = clock_timestamp(), editor_name = excluded.editor_name, \
                 since = CASE WHEN presence.{IS_HERE} THEN presence.since \
                              ELSE clock_timestamp() END",
            item.table().name
        ))
        .bind::<Text, _>(item.table().name)
        .bind::<Text, _>(item.id())
        .bind::<Text, _>(lang)
        .bind::<Integer, _>(author.editor_id.unwrap_or_default())
        .bind::<Text, _>(&author.name)
        .bind::<Text, _>(page)
        .execute(connection)
        .map(|rows| rows > 0)
    })
}

/// Notes that an editor has left the page that called itself `page`.
///
/// # Errors
///
/// Diesel's own.
pub fn leave(
    connection: &mut PgConnection,
    editor_id: i32,
    item: &Item,
    page: &str,
) -> QueryResult<()> {
    diesel::sql_query(
        "DELETE FROM presence \
         WHERE item_table = $1 AND item_id = $2 AND editor_id = $3 AND page = $4",
    )
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .bind::<Integer, _>(editor_id)
    .bind::<Text, _>(page)
    .execute(connection)
    .map(drop)
}

/// Who but `editor_id` has the form of an item open, the first to come first.
///
/// # Errors
///
/// Diesel's own.
pub fn others(
    connection: &mut PgConnection,
    editor_id: i32,
    item: &Item,
    lang: &str,
) -> QueryResult<Vec<Present>> {
    diesel::sql_query(format!(
        "SELECT item_id, max(editor_name) AS editor_name, min(since) AS since FROM presence \
          WHERE item_table = $1 AND item_id = $2 AND lang = $3 AND editor_id <> $4 AND {IS_HERE} \
          GROUP BY item_id, editor_id ORDER BY min(since), editor_id"
    ))
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .bind::<Text, _>(lang)
    .bind::<Integer, _>(editor_id)
    .load(connection)
}

/// Who but `editor_id` has the form of which item of a table open.
///
/// # Errors
///
/// Diesel's own.
pub fn in_table(
    connection: &mut PgConnection,
    editor_id: i32,
    table: &str,
    lang: &str,
) -> QueryResult<Vec<Present>> {
    diesel::sql_query(format!(
        "SELECT item_id, max(editor_name) AS editor_name, min(since) AS since FROM presence \
          WHERE item_table = $1 AND lang = $2 AND editor_id <> $3 AND {IS_HERE} \
          GROUP BY item_id, editor_id ORDER BY item_id, min(since), editor_id"
    ))
    .bind::<Text, _>(table)
    .bind::<Text, _>(lang)
    .bind::<Integer, _>(editor_id)
    .load(connection)
}
