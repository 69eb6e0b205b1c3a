//! What was deleted and can still be brought back.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use uuid::Uuid;

use super::change::Author;
use super::image::image;
use super::item::Item;
use super::revision::{self, Action, NewRevision};
use super::write::insert_row;
use crate::translation;
use crate::types::Instant;

/// How long a deletion can be undone, in days.
pub const TRASH_DAYS: i32 = 30;

/// What was deleted together.
#[derive(Clone, Debug, QueryableByName)]
pub struct TrashEntry {
    /// Names it, for undoing.
    #[diesel(sql_type = SqlUuid)]
    pub change_set: Uuid,
    /// The table of the row that was asked for.
    #[diesel(sql_type = Text)]
    pub item_table: String,
    /// That row as it was.
    #[diesel(sql_type = Text)]
    pub json: String,
    /// How many rows went together.
    #[diesel(sql_type = BigInt)]
    pub rows: i64,
    /// Who deleted.
    #[diesel(sql_type = Text)]
    pub editor_name: String,
    /// When.
    #[diesel(sql_type = Timestamptz)]
    pub at: Instant,
}

/// What became of undoing a deletion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoOutcome {
    /// So many rows are back.
    Done(usize),
    /// There is no such deletion in the language, or it is settled already.
    Missing,
    /// A row with one of the keys exists again.
    Taken,
}

/// The deletions of a language that can be undone, newest first; `table` narrows them down.
///
/// # Errors
///
/// Diesel's own.
pub fn trash(
    connection: &mut PgConnection,
    lang: &str,
    table: Option<&str>,
    limit: i64,
    offset: i64,
) -> QueryResult<Vec<TrashEntry>> {
    diesel::sql_query(
        "SELECT change_set, item_table, before::text AS json, rows, editor_name, at FROM ( \
           SELECT DISTINCT ON (change_set) change_set, item_table, before, editor_name, at, id, \
                  count(*) OVER (PARTITION BY change_set) AS rows \
             FROM revision \
            WHERE lang = $1 AND action = 'delete' AND settled_at IS NULL \
              AND at > now() - make_interval(days => $2) \
            ORDER BY change_set, id) AS deletion \
          WHERE $3 IS NULL OR item_table = $3 \
          ORDER BY id DESC LIMIT $4 OFFSET $5",
    )
    .bind::<Text, _>(lang)
    .bind::<Integer, _>(TRASH_DAYS)
    .bind::<Nullable<Text>, _>(table)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)
}

#[derive(QueryableByName)]
struct Deletion {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    item_table: String,
    #[diesel(sql_type = Text)]
    item_id: String,
    #[diesel(sql_type = Text)]
    json: String,
}

/// Brings back everything that was deleted together.
///
/// # Errors
///
/// Diesel's own; nothing is brought back then.
pub fn undo_deletion(
    connection: &mut PgConnection,
    author: &Author,
    change_set: Uuid,
    lang: &str,
) -> QueryResult<UndoOutcome> {
    connection.transaction(|connection| {
        let deletions: Vec<Deletion> = diesel::sql_query(
            "SELECT id, item_table, item_id, before::text AS json FROM revision \
             WHERE change_set = $1 AND lang = $2 AND action = 'delete' AND settled_at IS NULL \
               AND at > now() - make_interval(days => $3) ORDER BY id FOR UPDATE",
        )
        .bind::<SqlUuid, _>(change_set)
        .bind::<Text, _>(lang)
        .bind::<Integer, _>(TRASH_DAYS)
        .load(connection)?;
        if deletions.is_empty() {
            return Ok(UndoOutcome::Missing);
        }
        let restored = Uuid::new_v4();
        for deletion in &deletions {
            let Some(item) = Item::new(&deletion.item_table, &deletion.item_id) else { continue };
            if image(connection, &item)?.is_some() {
                return Ok(UndoOutcome::Taken);
            }
            insert_row(connection, item.table(), &deletion.json)?;
            revision::record(
                connection,
                &NewRevision {
                    change_set: restored,
                    item: &item,
                    lang,
                    action: Action::Restore,
                    author,
                    before: None,
                    after: Some(&deletion.json),
                },
            )?;
        }
        let ids: Vec<i64> = deletions.iter().map(|deletion| deletion.id).collect();
        diesel::sql_query("UPDATE revision SET settled_at = now() WHERE id = ANY($1)")
            .bind::<Array<BigInt>, _>(&ids)
            .execute(connection)?;
        Ok(UndoOutcome::Done(deletions.len()))
    })
}

#[derive(QueryableByName)]
struct Purged {
    #[diesel(sql_type = Nullable<Text>)]
    voice_over_key: Option<String>,
}

/// Settles the deletions that can no longer be undone and throws away the history of their
/// rows, in batches. Returns the keys of the audio files that nothing refers to any more; the
/// caller deletes those.
///
/// # Errors
///
/// Diesel's own; what was thrown away before stays so.
pub fn purge_trash(connection: &mut PgConnection) -> QueryResult<Vec<String>> {
    let mut keys = Vec::new();
    loop {
        let purged: Vec<Purged> = diesel::sql_query(include_str!("purge.sql"))
            .bind::<Integer, _>(TRASH_DAYS)
            .load(connection)?;
        if purged.is_empty() {
            translation::purge(connection)?;
            return Ok(keys);
        }
        keys.extend(purged.into_iter().filter_map(|row| row.voice_over_key));
    }
}

/// The tables of the rows that were deleted together, for asking whether somebody may bring
/// them back.
///
/// # Errors
///
/// Diesel's own.
pub fn trashed_tables(
    connection: &mut PgConnection,
    change_set: Uuid,
    lang: &str,
) -> QueryResult<Vec<String>> {
    #[derive(QueryableByName)]
    struct Name {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let names: Vec<Name> = diesel::sql_query(
        "SELECT DISTINCT item_table AS name FROM revision \
         WHERE change_set = $1 AND lang = $2 AND action = 'delete'",
    )
    .bind::<SqlUuid, _>(change_set)
    .bind::<Text, _>(lang)
    .load(connection)?;
    Ok(names.into_iter().map(|row| row.name).collect())
}
