//! Table `draft_revision`: what a draft was at each save.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Json, Nullable, Text, Timestamptz};

use super::draft::Draft;
use crate::editing::{Author, Item};
use crate::types::{Instant, JsonText};

/// A draft as it once was.
#[derive(Clone, Debug, QueryableByName)]
pub struct DraftRevision {
    /// Its key.
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    /// Language of the row.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// What was filled in.
    #[diesel(sql_type = Json)]
    pub values: JsonText,
    /// `save`, `submit`, `give-back`, `discard` or `publish`.
    #[diesel(sql_type = Text)]
    pub action: String,
    /// What the reviewer asked for.
    #[diesel(sql_type = Nullable<Text>)]
    pub note: Option<String>,
    /// Who did it.
    #[diesel(sql_type = Text)]
    pub editor_name: String,
    /// When.
    #[diesel(sql_type = Timestamptz)]
    pub at: Instant,
}

const COLUMNS: &str = r#"id, lang, "values", action, note, editor_name, at"#;

/// What became of the drafts of a row, newest first, at most `limit`.
///
/// # Errors
///
/// Diesel's own.
pub fn history(
    connection: &mut PgConnection,
    item: &Item,
    limit: i64,
) -> QueryResult<Vec<DraftRevision>> {
    diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM draft_revision WHERE item_table = $1 AND item_id = $2 \
         ORDER BY id DESC LIMIT $3"
    ))
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .bind::<BigInt, _>(limit)
    .load(connection)
}

/// One of them.
///
/// # Errors
///
/// Diesel's own.
pub fn find_revision(
    connection: &mut PgConnection,
    item: &Item,
    id: i64,
) -> QueryResult<Option<DraftRevision>> {
    diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM draft_revision WHERE item_table = $1 AND item_id = $2 AND id = $3"
    ))
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .bind::<BigInt, _>(id)
    .get_result(connection)
    .optional()
}

/// Writes down what `author` did with a draft.
pub(super) fn record(
    connection: &mut PgConnection,
    draft: &Draft,
    action: &str,
    note: Option<&str>,
    author: &Author,
) -> QueryResult<()> {
    diesel::sql_query(
        r#"INSERT INTO draft_revision
               (item_table, item_id, lang, version, "values", action, note, editor_id, editor_name)
           VALUES ($1, $2, $3, $4, $5::json, $6, $7, $8, $9)"#,
    )
    .bind::<Text, _>(&draft.item_table)
    .bind::<Text, _>(&draft.item_id)
    .bind::<Text, _>(&draft.lang)
    .bind::<Integer, _>(draft.version)
    .bind::<Text, _>(&draft.values.0)
    .bind::<Text, _>(action)
    .bind::<Nullable<Text>, _>(note)
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .execute(connection)
    .map(drop)
}

/// Writes down a save. One that a form made by itself takes the place of such a save of the
/// same editor in the ten minutes before.
pub(super) fn record_save(
    connection: &mut PgConnection,
    draft: &Draft,
    automatic: bool,
) -> QueryResult<()> {
    if automatic {
        let replaced = diesel::sql_query(
            r#"UPDATE draft_revision SET "values" = $3::json, version = $4
                WHERE id = (SELECT max(id) FROM draft_revision
                             WHERE item_table = $1 AND item_id = $2)
                  AND action = 'save' AND note = 'automatic'
                  AND editor_id IS NOT DISTINCT FROM $5
                  AND at > clock_timestamp() - interval '10 minutes'"#,
        )
        .bind::<Text, _>(&draft.item_table)
        .bind::<Text, _>(&draft.item_id)
        .bind::<Text, _>(&draft.values.0)
        .bind::<Integer, _>(draft.version)
        .bind::<Nullable<Integer>, _>(draft.editor_id)
        .execute(connection)?;
        if replaced > 0 {
            return Ok(());
        }
    }
    let author = Author { editor_id: draft.editor_id, name: draft.editor_name.clone() };
    record(connection, draft, "save", automatic.then_some("automatic"), &author)
}
