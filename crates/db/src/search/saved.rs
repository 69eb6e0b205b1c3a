//! Table `saved_search`: searches that an editor has kept.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};

/// Most searches that one editor keeps.
pub const MOST_SAVED: i64 = 30;

/// A search that somebody has kept.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct SavedSearch {
    /// Its key.
    #[diesel(sql_type = Integer)]
    pub id: i32,
    /// What she calls it.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// What stands behind the question mark of its address.
    #[diesel(sql_type = Text)]
    pub query: String,
}

/// Those of an editor, by name.
///
/// # Errors
///
/// Diesel's own.
pub fn list(connection: &mut PgConnection, editor_id: i32) -> QueryResult<Vec<SavedSearch>> {
    diesel::sql_query(
        "SELECT id, name, query FROM saved_search WHERE editor_id = $1 ORDER BY lower(name), id",
    )
    .bind::<Integer, _>(editor_id)
    .load(connection)
}

/// Keeps one; an earlier one of the same name is replaced. `None` where she has
/// [`MOST_SAVED`] others.
///
/// # Errors
///
/// Diesel's own.
pub fn save(
    connection: &mut PgConnection,
    editor_id: i32,
    name: &str,
    query: &str,
) -> QueryResult<Option<SavedSearch>> {
    diesel::sql_query(
        "INSERT INTO saved_search (editor_id, name, query) \
         SELECT $1, $2, $3 WHERE (SELECT count(*) FROM saved_search \
                                   WHERE editor_id = $1 AND name <> $2) < $4 \
         ON CONFLICT (editor_id, name) DO UPDATE SET query = excluded.query \
         RETURNING id, name, query",
    )
    .bind::<Integer, _>(editor_id)
    .bind::<Text, _>(name)
    .bind::<Text, _>(query)
    .bind::<BigInt, _>(MOST_SAVED)
    .get_result(connection)
    .optional()
}

/// Forgets one of an editor's; whether there was one.
///
/// # Errors
///
/// Diesel's own.
pub fn delete(connection: &mut PgConnection, editor_id: i32, id: i32) -> QueryResult<bool> {
    diesel::sql_query("DELETE FROM saved_search WHERE editor_id = $1 AND id = $2")
        .bind::<Integer, _>(editor_id)
        .bind::<Integer, _>(id)
        .execute(connection)
        .map(|deleted| deleted > 0)
}
