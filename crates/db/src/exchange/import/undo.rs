//! Taking back the drafts of an import.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Integer, Json, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use super::apply::is;
use super::record;
use super::rows::{AT_ONCE, Fate};
use crate::drafting::bulk::{self, BulkUndo, BulkUndone};
use crate::editing::Author;
use crate::types::JsonText;

/// How it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Drafts that are gone, or are again what they were before.
    pub undone: i64,
    /// Those that somebody has worked on since, and which stay.
    pub kept: i64,
    /// Those that were published before.
    pub published: i64,
}

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Text)]
    item_table: String,
    #[diesel(sql_type = Text)]
    item_id: String,
    #[diesel(sql_type = SqlUuid)]
    draft_id: Uuid,
    #[diesel(sql_type = Integer)]
    draft_version: i32,
    #[diesel(sql_type = Nullable<Json>)]
    overwritten: Option<JsonText>,
}

/// Takes back the drafts of an import that is being undone, all in one transaction. `told` hears
/// how many of how many are done, and ends it by `false`.
///
/// `None` when it was told to end, or there is nothing to do: the import is undone already.
///
/// # Errors
///
/// Diesel's own; nothing is changed then.
pub fn undo(
    connection: &mut PgConnection,
    author: &Author,
    import: Uuid,
    mut told: impl FnMut(i64, i64) -> bool,
) -> QueryResult<Option<Undone>> {
    let done = connection.transaction(|connection| {
        if !is(connection, import, "undoing")? {
            return Ok(None);
        }
        bulk::wait_for_all(connection)?;
        let total = taken(connection, import)?;
        let (mut undone, mut so_far) = (Undone::default(), 0);
        let mut after = -1;
        loop {
            let rows = next(connection, import, after)?;
            let Some(last) = rows.last() else { break };
            after = last.number;
            so_far += i64::try_from(rows.len()).unwrap_or(0);
            take_back(connection, author, import, rows, &mut undone)?;
            if !told(so_far, total) {
                return Err(diesel::result::Error::RollbackTransaction);
            }
        }
        diesel::sql_query(
            "UPDATE sheet_import SET state = 'undone', undone_at = clock_timestamp(), \
             undone_by = $2 WHERE id = $1",
        )
        .bind::<SqlUuid, _>(import)
        .bind::<Text, _>(&author.name)
        .execute(connection)?;
        let detail = format!("undone: {} drafts", undone.undone);
        record::record(connection, author, &format!("sheet import {import}"), &detail)?;
        Ok(Some(undone))
    });
    match done {
        Err(diesel::result::Error::RollbackTransaction) => Ok(None),
        done => done,
    }
}

fn taken(connection: &mut PgConnection, import: Uuid) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    diesel::sql_query(
        "SELECT count(*) AS count FROM sheet_import_row WHERE import_id = $1 AND fate = 'taken'",
    )
    .bind::<SqlUuid, _>(import)
    .get_result::<Count>(connection)
    .map(|row| row.count)
}

fn next(connection: &mut PgConnection, import: Uuid, after: i32) -> QueryResult<Vec<Taken>> {
    diesel::sql_query(
        "SELECT number, item_table, item_id, draft_id, draft_version, overwritten \
           FROM sheet_import_row \
          WHERE import_id = $1 AND fate = 'taken' AND draft_id IS NOT NULL AND number > $2 \
          ORDER BY number LIMIT $3",
    )
    .bind::<SqlUuid, _>(import)
    .bind::<Integer, _>(after)
    .bind::<BigInt, _>(i64::try_from(AT_ONCE).unwrap_or(i64::MAX))
    .load(connection)
}

fn take_back(
    connection: &mut PgConnection,
    author: &Author,
    import: Uuid,
    rows: Vec<Taken>,
    undone: &mut Undone,
) -> QueryResult<()> {
    let numbers: Vec<i32> = rows.iter().map(|row| row.number).collect();
    let drafts: Vec<BulkUndo> = rows
        .into_iter()
        .map(|row| BulkUndo {
            item_table: row.item_table,
            item_id: row.item_id,
            left: (row.draft_id, row.draft_version),
            overwritten: row.overwritten.map(|json| json.0),
        })
        .collect();
    let fates: Vec<&str> = bulk::undo_all(connection, author, &drafts)?
        .into_iter()
        .map(|fate| {
            let (fate, count) = match fate {
                BulkUndone::Removed => (Fate::Removed, &mut undone.undone),
                BulkUndone::Restored => (Fate::Restored, &mut undone.undone),
                BulkUndone::Kept => (Fate::Kept, &mut undone.kept),
                BulkUndone::Published => (Fate::Published, &mut undone.published),
                BulkUndone::Discarded => (Fate::Discarded, &mut undone.undone),
            };
            *count += 1;
            fate.name()
        })
        .collect();
    diesel::sql_query(
        "UPDATE sheet_import_row AS row SET fate = new.fate \
           FROM unnest($2, $3) AS new (number, fate) \
          WHERE row.import_id = $1 AND row.number = new.number",
    )
    .bind::<SqlUuid, _>(import)
    .bind::<Array<Integer>, _>(numbers)
    .bind::<Array<Text>, _>(fates)
    .execute(connection)
    .map(drop)
}
