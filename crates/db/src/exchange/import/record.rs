//! Table `sheet_import`.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{
    Array, BigInt, Integer, Json, Nullable, Text, Timestamptz, Uuid as SqlUuid,
};
use uuid::Uuid;

use super::rows::{NewRow, insert};
use crate::audit::{self, Act, Entry};
use crate::editing::Author;
use crate::job::{self, NewJob};
use crate::types::{Instant, JsonText};

/// Days for which an import can be looked at and undone.
const KEPT_DAYS: i32 = 180;

/// A spreadsheet that came back.
#[derive(Clone, Debug, QueryableByName)]
pub struct Import {
    /// Its key.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// The job that is at it, or was last.
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub job_id: Option<Uuid>,
    /// `checking`, `checked`, `failed`, `applying`, `applied`, `undoing` or `undone`.
    #[diesel(sql_type = Text)]
    pub state: String,
    /// Name of the file.
    #[diesel(sql_type = Text)]
    pub file_name: String,
    /// The language of new rows that name none.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// The languages of its rows.
    #[diesel(sql_type = Array<Text>)]
    pub languages: Vec<String>,
    /// What was noticed about the file as a whole.
    #[diesel(sql_type = Nullable<Json>)]
    pub notes: Option<JsonText>,
    /// Why it could not be read.
    #[diesel(sql_type = Nullable<Json>)]
    pub failure: Option<JsonText>,
    /// Who sent it.
    #[diesel(sql_type = Nullable<Integer>)]
    pub editor_id: Option<i32>,
    /// Her name.
    #[diesel(sql_type = Text)]
    pub editor_name: String,
    /// When.
    #[diesel(sql_type = Timestamptz)]
    pub created_at: Instant,
    /// When it was taken over.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub applied_at: Option<Instant>,
    /// By whom.
    #[diesel(sql_type = Nullable<Text>)]
    pub applied_by: Option<String>,
    /// When that was taken back.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub undone_at: Option<Instant>,
    /// By whom.
    #[diesel(sql_type = Nullable<Text>)]
    pub undone_by: Option<String>,
}

const COLUMNS: &str = "id, job_id, state, file_name, lang, languages, notes, failure, editor_id, \
    editor_name, created_at, applied_at, applied_by, undone_at, undone_by";

/// Whose imports somebody sees: her own, and those all of whose rows are in her languages.
const VISIBLE: &str = "(editor_id = $2 OR languages <@ $3)";

/// Stores that a file is to be checked, with the job that will do it; the job's payload is the
/// key of the import. Imports older than `KEPT_DAYS` go.
///
/// # Errors
///
/// Diesel's own.
pub fn begin(
    connection: &mut PgConnection,
    author: &Author,
    file_name: &str,
    lang: &str,
    job: &NewJob<'_>,
) -> QueryResult<Uuid> {
    let id = Uuid::new_v4();
    connection.transaction(|connection| {
        diesel::sql_query(
            "DELETE FROM sheet_import WHERE created_at < now() - make_interval(days => $1)",
        )
        .bind::<Integer, _>(KEPT_DAYS)
        .execute(connection)?;
        let payload = format!("\"{id}\"");
        let job = job::enqueue(connection, &NewJob { payload: &payload, ..*job })?;
        diesel::sql_query(
            "INSERT INTO sheet_import (id, job_id, file_name, lang, languages, editor_id, \
             editor_name) VALUES ($1, $2, $3, $4, ARRAY[$4], $5, $6)",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<SqlUuid, _>(job)
        .bind::<Text, _>(file_name)
        .bind::<Text, _>(lang)
        .bind::<Nullable<Integer>, _>(author.editor_id)
        .bind::<Text, _>(&author.name)
        .execute(connection)?;
        record(connection, author, "sheet import", &format!("{file_name}: checked"))?;
        Ok(id)
    })
}

/// Stores what a file would change.
///
/// # Errors
///
/// Diesel's own.
pub fn checked(
    connection: &mut PgConnection,
    id: Uuid,
    languages: &[&str],
    notes: &str,
    rows: &[NewRow],
) -> QueryResult<()> {
    connection.transaction(|connection| {
        // A check that was broken off is begun anew.
        diesel::sql_query("DELETE FROM sheet_import_row WHERE import_id = $1")
            .bind::<SqlUuid, _>(id)
            .execute(connection)?;
        insert(connection, id, rows)?;
        diesel::sql_query(
            "UPDATE sheet_import SET state = 'checked', notes = $2::json, languages = $3 \
             WHERE id = $1 AND state = 'checking'",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<Text, _>(notes)
        .bind::<Array<Text>, _>(languages)
        .execute(connection)
        .map(drop)
    })
}

/// Stores why a file could not be read.
///
/// # Errors
///
/// Diesel's own.
pub fn failed(connection: &mut PgConnection, id: Uuid, why: &str) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE sheet_import SET state = 'failed', failure = $2::json \
         WHERE id = $1 AND state = 'checking'",
    )
    .bind::<SqlUuid, _>(id)
    .bind::<Text, _>(why)
    .execute(connection)
    .map(drop)
}

/// An import that the editor `editor_id`, who works in `languages`, may see.
///
/// # Errors
///
/// Diesel's own.
pub fn find(
    connection: &mut PgConnection,
    id: Uuid,
    editor_id: i32,
    languages: &[&str],
) -> QueryResult<Option<Import>> {
    diesel::sql_query(format!("SELECT {COLUMNS} FROM sheet_import WHERE id = $1 AND {VISIBLE}"))
        .bind::<SqlUuid, _>(id)
        .bind::<Integer, _>(editor_id)
        .bind::<Array<Text>, _>(languages)
        .get_result(connection)
        .optional()
}

/// The newest of those imports, at most `$1`.
///
/// # Errors
///
/// Diesel's own.
pub fn newest(
    connection: &mut PgConnection,
    most: i64,
    editor_id: i32,
    languages: &[&str],
) -> QueryResult<Vec<Import>> {
    diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM sheet_import WHERE {VISIBLE} ORDER BY created_at DESC, id LIMIT $1"
    ))
    .bind::<BigInt, _>(most)
    .bind::<Integer, _>(editor_id)
    .bind::<Array<Text>, _>(languages)
    .load(connection)
}

pub(super) fn record(
    connection: &mut PgConnection,
    author: &Author,
    item: &str,
    detail: &str,
) -> QueryResult<()> {
    audit::record(connection, &Entry { author, act: Act::Imported, item, detail })
}
