//! Which releases there are.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use uuid::Uuid;

use super::{COLUMNS, Release};
use crate::editing::Item;
use crate::types::Instant;

/// A release in a list.
#[derive(Clone, Debug, QueryableByName)]
pub struct ReleaseListed {
    /// Its key.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// What editors call it.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// As [`Release::state`].
    #[diesel(sql_type = Text)]
    pub state: String,
    /// When it is to be published.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub publish_at: Option<Instant>,
    /// When it was published.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub published_at: Option<Instant>,
    /// Who made it.
    #[diesel(sql_type = Text)]
    pub creator: String,
    /// How many items it has.
    #[diesel(sql_type = BigInt)]
    pub items: i64,
    /// How many releases there are in all.
    #[diesel(sql_type = BigInt)]
    pub total: i64,
}

/// The releases: what waits first, then by age.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    limit: i64,
    offset: i64,
) -> QueryResult<Vec<ReleaseListed>> {
    diesel::sql_query(
        "SELECT id, name, state, publish_at, published_at, creator, \
                (SELECT count(*) FROM release_item WHERE release_id = release.id) AS items, \
                count(*) OVER () AS total \
           FROM release \
          ORDER BY state NOT IN ('scheduled', 'failed', 'open'), \
                   CASE WHEN state = 'scheduled' THEN publish_at END, \
                   coalesce(published_at, created_at) DESC, id \
          LIMIT $1 OFFSET $2",
    )
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)
}

/// The releases that an item can be put into.
///
/// # Errors
///
/// Diesel's own.
pub fn open(connection: &mut PgConnection) -> QueryResult<Vec<Release>> {
    diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM release WHERE state IN ('open', 'failed') \
         ORDER BY created_at DESC LIMIT 50"
    ))
    .load(connection)
}

/// The releases that are to publish an item.
///
/// # Errors
///
/// Diesel's own.
pub fn of_item(connection: &mut PgConnection, item: &Item) -> QueryResult<Vec<Release>> {
    diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM release \
          WHERE state IN ('open', 'failed', 'scheduled') AND id IN \
                (SELECT release_id FROM release_item WHERE item_table = $1 AND item_id = $2) \
          ORDER BY publish_at, created_at"
    ))
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .load(connection)
}
