//! Writing a draft.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text, Uuid as SqlUuid};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::draft::{COLUMNS, Draft, lock};
use super::history;
use crate::editing::{Author, Image, Item, image};

/// A draft as an editor leaves it.
#[derive(Clone, Debug)]
pub struct Saving<'a> {
    /// The row it is for.
    pub item: &'a Item,
    /// Language of the row.
    pub lang: &'a str,
    /// The draft's version that the editor has seen; `None` where she has seen none.
    pub seen: Option<i32>,
    /// Version of the row that she has seen, where she has seen no draft.
    pub seen_row: Option<&'a str>,
    /// Every column that an editor fills in.
    pub values: &'a Map<String, Value>,
    /// Whether a form saved it by itself: those saves leave one trace in ten minutes.
    pub automatic: bool,
    /// Whether there may be no row yet.
    pub new: bool,
}

/// What became of saving a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftSaved {
    /// It is this now.
    Done(Draft),
    /// Somebody else has saved another draft meanwhile; it is this.
    Conflict(Draft),
    /// Somebody has published another text meanwhile; the row is this.
    RowConflict(Image),
    /// There is no such row in the language.
    Missing,
}

/// Saves a draft, and with it takes it out of review: what was to be reviewed has changed.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn save(
    connection: &mut PgConnection,
    author: &Author,
    saving: &Saving<'_>,
) -> QueryResult<DraftSaved> {
    // What a language has one of is written in that language.
    if saving.item.newest_of().is_some_and(|newest| newest.code() != saving.lang) {
        return Ok(DraftSaved::Missing);
    }
    connection.transaction(|connection| {
        wait_for(connection, saving.item)?;
        let Some(present) = lock(connection, saving.item)? else {
            return begin(connection, author, saving);
        };
        if present.lang != saving.lang {
            return Ok(DraftSaved::Missing);
        }
        if saving.seen != Some(present.version) {
            return Ok(DraftSaved::Conflict(present));
        }
        let json = Value::Object(saving.values.clone()).to_string();
        let draft: Draft = diesel::sql_query(format!(
            r#"UPDATE draft SET "values" = $2::json, version = version + 1, state = 'draft',
                   updated_at = clock_timestamp(), editor_id = $3, editor_name = $4
             WHERE id = $1 RETURNING {COLUMNS}"#
        ))
        .bind::<SqlUuid, _>(present.id)
        .bind::<Text, _>(json)
        .bind::<Nullable<Integer>, _>(author.editor_id)
        .bind::<Text, _>(&author.name)
        .get_result(connection)?;
        history::record_save(connection, &draft, saving.automatic)?;
        Ok(DraftSaved::Done(draft))
    })
}

fn begin(
    connection: &mut PgConnection,
    author: &Author,
    saving: &Saving<'_>,
) -> QueryResult<DraftSaved> {
    let row = image(connection, saving.item)?;
    match &row {
        Some(row) if row.language() != saving.lang => return Ok(DraftSaved::Missing),
        None if !saving.new => return Ok(DraftSaved::Missing),
        Some(row) if saving.seen_row.is_some_and(|seen| seen != row.version) => {
            return Ok(DraftSaved::RowConflict(row.clone()));
        }
        _ => {}
    }
    // The draft that she has seen was published or thrown away, and the row is another.
    if let (Some(_), Some(row)) = (saving.seen, &row)
        && saving.seen_row.is_none()
    {
        return Ok(DraftSaved::RowConflict(row.clone()));
    }
    let json = Value::Object(saving.values.clone()).to_string();
    let draft: Draft = diesel::sql_query(format!(
        r#"INSERT INTO draft (id, item_table, item_id, lang, "values", base, base_version,
                              editor_id, editor_name)
           VALUES ($1, $2, $3, $4, $5::json, $6::json, $7, $8, $9) RETURNING {COLUMNS}"#
    ))
    .bind::<SqlUuid, _>(Uuid::new_v4())
    .bind::<Text, _>(saving.item.table().name)
    .bind::<Text, _>(saving.item.id())
    .bind::<Text, _>(saving.lang)
    .bind::<Text, _>(json)
    .bind::<Nullable<Text>, _>(row.as_ref().map(|row| row.json.as_str()))
    .bind::<Nullable<Text>, _>(row.as_ref().map(|row| row.version.as_str()))
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .get_result(connection)?;
    history::record_save(connection, &draft, false)?;
    Ok(DraftSaved::Done(draft))
}

/// Lays a draft over the row as it is now: its editor has seen what was published meanwhile.
///
/// # Errors
///
/// Diesel's own.
pub fn rebase(connection: &mut PgConnection, draft: &Draft, row: &Image) -> QueryResult<()> {
    diesel::sql_query("UPDATE draft SET base = $2::json, base_version = $3 WHERE id = $1")
        .bind::<SqlUuid, _>(draft.id)
        .bind::<Text, _>(&row.json)
        .bind::<Text, _>(&row.version)
        .execute(connection)
        .map(drop)
}

/// Two that begin a draft of one row at once: the second waits here and then sees the first's.
pub(super) fn wait_for(connection: &mut PgConnection, item: &Item) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtext($1))")
        .bind::<Text, _>(format!("draft {} {}", item.table().name, item.id()))
        .execute(connection)
        .map(drop)
}
