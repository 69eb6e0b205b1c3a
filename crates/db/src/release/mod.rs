//! Tables `release` and `release_item`: drafts that are published at one moment.

mod item;
mod list;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Double, Integer, Json, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::moment::Moment;
use uuid::Uuid;

use crate::editing::Author;
use crate::types::{Instant, JsonText};

pub use item::{ReleaseItem, add, items, keep_translations, pin, remove, translated_again};
pub use list::{ReleaseListed, list, of_item, open};

/// A release.
#[derive(Clone, Debug, QueryableByName)]
pub struct Release {
    /// Its key.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// What editors call it.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// `open`, `scheduled`, `published`, `rolled-back` or `failed`.
    #[diesel(sql_type = Text)]
    pub state: String,
    /// When it is to be published.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub publish_at: Option<Instant>,
    /// Who made it.
    #[diesel(sql_type = Text)]
    pub creator: String,
    /// Who published it or chose the time.
    #[diesel(sql_type = Nullable<Integer>)]
    pub editor_id: Option<i32>,
    /// Her name.
    #[diesel(sql_type = Text)]
    pub editor_name: String,
    /// When it was published.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub published_at: Option<Instant>,
    /// What was published at one stroke.
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub change_set: Option<Uuid>,
    /// Why it failed.
    #[diesel(sql_type = Nullable<Json>)]
    pub problems: Option<JsonText>,
}

impl Release {
    /// Whether items can be put in and taken out.
    pub fn is_open(&self) -> bool {
        matches!(self.state.as_str(), "open" | "failed")
    }
}

const COLUMNS: &str = "id, name, state, publish_at, creator, editor_id, editor_name, published_at, \
                       change_set, problems";

/// Begins a release.
///
/// # Errors
///
/// Diesel's own.
pub fn create(connection: &mut PgConnection, author: &Author, name: &str) -> QueryResult<Uuid> {
    let id = Uuid::new_v4();
    diesel::sql_query("INSERT INTO release (id, name, creator) VALUES ($1, $2, $3)")
        .bind::<SqlUuid, _>(id)
        .bind::<Text, _>(name)
        .bind::<Text, _>(&author.name)
        .execute(connection)?;
    Ok(id)
}

/// One release.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<Release>> {
    select(connection, id, "")
}

/// One release, which nobody else can change until the transaction ends.
///
/// # Errors
///
/// Diesel's own.
pub fn lock(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<Release>> {
    select(connection, id, "FOR UPDATE")
}

fn select(connection: &mut PgConnection, id: Uuid, locking: &str) -> QueryResult<Option<Release>> {
    diesel::sql_query(format!("SELECT {COLUMNS} FROM release WHERE id = $1 {locking}"))
        .bind::<SqlUuid, _>(id)
        .get_result(connection)
        .optional()
}

/// Sets when it is to be published and who says so.
///
/// # Errors
///
/// Diesel's own.
pub fn schedule(
    connection: &mut PgConnection,
    id: Uuid,
    author: &Author,
    at: Moment,
) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE release SET state = 'scheduled', publish_at = to_timestamp($2 / 1000.0), \
         editor_id = $3, editor_name = $4, problems = NULL WHERE id = $1",
    )
    .bind::<SqlUuid, _>(id)
    .bind::<Double, _>(at.millis() as f64)
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .execute(connection)
    .map(drop)
}

/// Takes the time back.
///
/// # Errors
///
/// Diesel's own.
pub fn cancel(connection: &mut PgConnection, id: Uuid) -> QueryResult<bool> {
    diesel::sql_query(
        "UPDATE release SET state = 'open', publish_at = NULL \
         WHERE id = $1 AND state = 'scheduled'",
    )
    .bind::<SqlUuid, _>(id)
    .execute(connection)
    .map(|changed| changed == 1)
}

/// Notes that it is published.
///
/// # Errors
///
/// Diesel's own.
pub fn published(
    connection: &mut PgConnection,
    id: Uuid,
    author: &Author,
    change_set: Uuid,
) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE release SET state = 'published', published_at = clock_timestamp(), \
         change_set = $2, editor_id = $3, editor_name = $4, problems = NULL WHERE id = $1",
    )
    .bind::<SqlUuid, _>(id)
    .bind::<SqlUuid, _>(change_set)
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .execute(connection)
    .map(drop)
}

/// Notes why it could not be published.
///
/// # Errors
///
/// Diesel's own.
pub fn failed(connection: &mut PgConnection, id: Uuid, problems: &str) -> QueryResult<()> {
    diesel::sql_query("UPDATE release SET state = 'failed', problems = $2::json WHERE id = $1")
        .bind::<SqlUuid, _>(id)
        .bind::<Text, _>(problems)
        .execute(connection)
        .map(drop)
}

/// Notes that it was taken back.
///
/// # Errors
///
/// Diesel's own.
pub fn rolled_back(connection: &mut PgConnection, id: Uuid) -> QueryResult<()> {
    diesel::sql_query("UPDATE release SET state = 'rolled-back' WHERE id = $1")
        .bind::<SqlUuid, _>(id)
        .execute(connection)
        .map(drop)
}

/// Throws a release away that was never published. Its drafts stay.
///
/// # Errors
///
/// Diesel's own.
pub fn delete(connection: &mut PgConnection, id: Uuid) -> QueryResult<bool> {
    diesel::sql_query("DELETE FROM release WHERE id = $1 AND state IN ('open', 'failed')")
        .bind::<SqlUuid, _>(id)
        .execute(connection)
        .map(|deleted| deleted == 1)
}
