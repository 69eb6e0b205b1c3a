//! Table `draft`: what is written and not yet in the app.

use std::collections::BTreeMap;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Json, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use serde_json::Value;
use uuid::Uuid;

use crate::editing::{self, Item, Key, Table};
use crate::types::{Instant, JsonText};

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Draft {
    /// Its key.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// Table of the row it is for.
    #[diesel(sql_type = Text)]
    pub item_table: String,
    /// Key of that row, which need not exist.
    #[diesel(sql_type = Text)]
    pub item_id: String,
    /// Language of the row.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// The columns that an editor fills in, as a JSON object.
    #[diesel(sql_type = Json)]
    pub values: JsonText,
    /// The row when the draft was begun; `None` for a new item.
    #[diesel(sql_type = Nullable<Json>)]
    pub base: Option<JsonText>,
    /// [`editing::Image::version`] of that row.
    #[diesel(sql_type = Nullable<Text>)]
    pub base_version: Option<String>,
    /// Grows with every save, from 1.
    #[diesel(sql_type = Integer)]
    pub version: i32,
    /// `draft` or `review`.
    #[diesel(sql_type = Text)]
    pub state: String,
    /// What the reviewer asked for when she gave it back.
    #[diesel(sql_type = Nullable<Text>)]
    pub note: Option<String>,
    /// The import that wrote it.
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub import_id: Option<Uuid>,
    /// When it was saved last.
    #[diesel(sql_type = Timestamptz)]
    pub updated_at: Instant,
    /// Who saved it last.
    #[diesel(sql_type = Nullable<Integer>)]
    pub editor_id: Option<i32>,
    /// Her name.
    #[diesel(sql_type = Text)]
    pub editor_name: String,
}

impl Draft {
    /// What an editor has filled in, by column.
    pub fn values(&self) -> BTreeMap<String, Value> {
        serde_json::from_str(&self.values.0).unwrap_or_default()
    }

    /// The row it is for.
    pub fn item(&self) -> Option<Item> {
        Item::new(&self.item_table, &self.item_id)
    }

    /// Whether it waits for a second person.
    pub fn is_in_review(&self) -> bool {
        self.state == "review"
    }

    /// Whether it is of an item that is not in the app's tables yet.
    pub fn is_new(&self) -> bool {
        self.base_version.is_none()
    }
}

/// The columns of [`Draft`], for a `SELECT` or `RETURNING`.
pub(super) const COLUMNS: &str = r#"id, item_table, item_id, lang, "values", base, base_version,
    version, state, note, import_id, updated_at, editor_id, editor_name"#;

/// The draft of a row.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, item: &Item) -> QueryResult<Option<Draft>> {
    select(connection, item, "")
}

/// The draft of a row, which nobody else can change until the transaction ends.
///
/// # Errors
///
/// Diesel's own.
pub fn lock(connection: &mut PgConnection, item: &Item) -> QueryResult<Option<Draft>> {
    select(connection, item, "FOR UPDATE")
}

fn select(connection: &mut PgConnection, item: &Item, locking: &str) -> QueryResult<Option<Draft>> {
    diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM draft WHERE item_table = $1 AND item_id = $2 {locking}"
    ))
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .get_result(connection)
    .optional()
}

/// A key for an item that does not exist yet.
///
/// # Errors
///
/// Diesel's own.
pub fn reserve(connection: &mut PgConnection, table: &'static Table) -> QueryResult<Item> {
    let id = match table.key {
        Key::Uuid => Uuid::new_v4().to_string(),
        Key::Serial => editing::next_serial(connection, table)?.to_string(),
    };
    Item::new(table.name, &id).ok_or(diesel::result::Error::NotFound)
}
