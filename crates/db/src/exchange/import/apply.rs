//! Taking a checked file over as drafts.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Json, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use super::record;
use super::rows::AT_ONCE;
use crate::drafting::bulk::{self, BulkDraft, BulkSaved};
use crate::editing::{self, Author, Image, TABLES};
use crate::types::JsonText;

/// Which rows are taken over beside those that are in order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Taking {
    /// Also those whose item somebody else has changed since the file was made: the file wins.
    pub meantime: bool,
    /// Also those with a text that is too long, to be shortened in the form.
    pub too_long: bool,
}

/// How it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Drafts that were written.
    pub taken: i64,
    /// Rows whose item was changed after the check.
    pub missed: i64,
}

#[derive(QueryableByName)]
struct Checked {
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Text)]
    item_table: String,
    #[diesel(sql_type = Text)]
    item_id: String,
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = Json)]
    filled: JsonText,
    #[diesel(sql_type = Nullable<Text>)]
    row_version: Option<String>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    seen_draft: Option<Uuid>,
    #[diesel(sql_type = Nullable<Integer>)]
    seen_draft_version: Option<i32>,
}

/// Makes drafts of the rows of an import that is being applied, all in one transaction. `told`
/// hears how many of how many are done, and ends it by `false`.
///
/// `None` when it was told to end, or there is nothing to do: the import is applied already.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn apply(
    connection: &mut PgConnection,
    author: &Author,
    import: Uuid,
    taking: Taking,
    mut told: impl FnMut(i64, i64) -> bool,
) -> QueryResult<Option<Applied>> {
    let done = connection.transaction(|connection| {
        if !is(connection, import, "applying")? {
            return Ok(None);
        }
        bulk::wait_for_all(connection)?;
        let total = wanted(connection, import, taking)?;
        let mut applied = Applied::default();
        let mut after = -1;
        loop {
            let rows = next(connection, import, taking, after)?;
            let Some(last) = rows.last() else { break };
            after = last.number;
            let all = i64::try_from(rows.len()).unwrap_or(0);
            let taken = take(connection, author, import, &rows)?;
            applied.taken += taken;
            applied.missed += all - taken;
            if !told(applied.taken + applied.missed, total) {
                return Err(diesel::result::Error::RollbackTransaction);
            }
        }
        diesel::sql_query(
            "UPDATE sheet_import SET state = 'applied', applied_at = clock_timestamp(), \
             applied_by = $2 WHERE id = $1",
        )
        .bind::<SqlUuid, _>(import)
        .bind::<Text, _>(&author.name)
        .execute(connection)?;
        let detail = format!("taken over: {} drafts", applied.taken);
        record::record(connection, author, &format!("sheet import {import}"), &detail)?;
        Ok(Some(applied))
    });
    match done {
        Err(diesel::result::Error::RollbackTransaction) => Ok(None),
        done => done,
    }
}

/// Whether the import is in this state; nobody else can change that until the transaction ends.
pub(super) fn is(connection: &mut PgConnection, import: Uuid, state: &str) -> QueryResult<bool> {
    diesel::sql_query("SELECT FROM sheet_import WHERE id = $1 AND state = $2 FOR UPDATE")
        .bind::<SqlUuid, _>(import)
        .bind::<Text, _>(state)
        .execute(connection)
        .map(|found| found > 0)
}

const WANTED: &str = r#"import_id = $1 AND "values" IS NOT NULL AND (outcome IN ('added', 'changed')
    OR $2 AND outcome = 'meantime' OR $3 AND outcome = 'too-long')"#;

fn wanted(connection: &mut PgConnection, import: Uuid, taking: Taking) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    diesel::sql_query(format!("SELECT count(*) AS count FROM sheet_import_row WHERE {WANTED}"))
        .bind::<SqlUuid, _>(import)
        .bind::<Bool, _>(taking.meantime)
        .bind::<Bool, _>(taking.too_long)
        .get_result::<Count>(connection)
        .map(|row| row.count)
}

fn next(
    connection: &mut PgConnection,
    import: Uuid,
    taking: Taking,
    after: i32,
) -> QueryResult<Vec<Checked>> {
    diesel::sql_query(format!(
        r#"SELECT number, item_table, item_id, lang, "values" AS filled, row_version, seen_draft,
                  seen_draft_version
             FROM sheet_import_row WHERE {WANTED} AND number > $4 ORDER BY number LIMIT $5"#
    ))
    .bind::<SqlUuid, _>(import)
    .bind::<Bool, _>(taking.meantime)
    .bind::<Bool, _>(taking.too_long)
    .bind::<Integer, _>(after)
    .bind::<BigInt, _>(i64::try_from(AT_ONCE).unwrap_or(i64::MAX))
    .load(connection)
}

/// Writes the drafts of these rows; how many were written.
fn take(
    connection: &mut PgConnection,
    author: &Author,
    import: Uuid,
    rows: &[Checked],
) -> QueryResult<i64> {
    let (mut drafts, mut numbers, mut missed) = (Vec::new(), Vec::new(), Vec::new());
    for table in TABLES {
        let of_table: Vec<&Checked> =
            rows.iter().filter(|row| row.item_table == table.name).collect();
        if of_table.is_empty() {
            continue;
        }
        let ids: Vec<&str> = of_table.iter().map(|row| &*row.item_id).collect();
        let mut images = editing::images(connection, table, Some(&ids))?;
        for row in of_table {
            let present = images.remove(&row.item_id).map(Image::of);
            if present.as_ref().map(|image| &image.version) != row.row_version.as_ref() {
                missed.push(row.number);
                continue;
            }
            numbers.push(row.number);
            drafts.push(BulkDraft {
                item_table: row.item_table.clone(),
                item_id: row.item_id.clone(),
                lang: row.lang.clone(),
                values: row.filled.0.clone(),
                base: present.as_ref().map(|image| image.json.clone()),
                base_version: present.map(|image| image.version),
                seen: row.seen_draft.zip(row.seen_draft_version),
            });
        }
    }
    let saved = bulk::save_all(connection, author, import, &drafts)?;
    let (mut taken, mut ids, mut versions, mut overwritten) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (number, saved) in numbers.into_iter().zip(saved) {
        match saved {
            BulkSaved::Done { id, version, overwritten: before } => {
                taken.push(number);
                ids.push(id);
                versions.push(version);
                overwritten.push(before);
            }
            BulkSaved::Conflict => missed.push(number),
        }
    }
    diesel::sql_query(
        "UPDATE sheet_import_row AS row SET fate = 'taken', draft_id = new.id, \
                draft_version = new.version, overwritten = new.overwritten::json \
           FROM unnest($2, $3, $4, $5) AS new (number, id, version, overwritten) \
          WHERE row.import_id = $1 AND row.number = new.number",
    )
    .bind::<SqlUuid, _>(import)
    .bind::<Array<Integer>, _>(&taken)
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Integer>, _>(versions)
    .bind::<Array<Nullable<Text>>, _>(overwritten)
    .execute(connection)?;
    diesel::sql_query(
        "UPDATE sheet_import_row SET fate = 'missed' WHERE import_id = $1 AND number = ANY($2)",
    )
    .bind::<SqlUuid, _>(import)
    .bind::<Array<Integer>, _>(missed)
    .execute(connection)?;
    Ok(i64::try_from(taken.len()).unwrap_or(0))
}
