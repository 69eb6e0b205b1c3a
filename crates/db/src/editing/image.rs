//! A row as JSON.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Nullable, Text};
use serde_json::Value;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::item::{Item, Key, Table};

/// A row: every column, and for a survey its questions too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// A JSON object; its members are named as the columns.
    pub json: String,
    /// What changes when the row does: a digest of all but its place in the order. An editor's
    /// form sends it back, so that a change made meanwhile is noticed.
    pub version: String,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    json: String,
}

impl Image {
    /// Of a row's JSON.
    pub fn of(json: String) -> Image {
        let version = version(&json);
        Image { json, version }
    }

    /// The members as values. A member that is no valid JSON value to Rust (an old column may
    /// hold half a surrogate pair) reads as null.
    pub fn values(&self) -> BTreeMap<String, Value> {
        members(&self.json)
            .into_iter()
            .map(|(name, raw)| (name, serde_json::from_str(raw.get()).unwrap_or(Value::Null)))
            .collect()
    }

    /// The language of the row.
    pub fn language(&self) -> String {
        match self.values().remove("lang") {
            Some(Value::String(lang)) => lang,
            _ => String::new(),
        }
    }
}

/// The row as it is now.
///
/// # Errors
///
/// Diesel's own.
pub fn image(connection: &mut PgConnection, item: &Item) -> QueryResult<Option<Image>> {
    let table = item.table().name;
    let row = if table == "survey" { SURVEY.to_owned() } else { format!("\"{table}\"") };
    diesel::sql_query(format!(
        "SELECT row_to_json(item)::text AS json FROM {row} AS item WHERE {}",
        item.condition()
    ))
    .bind::<Text, _>(item.id())
    .get_result::<Row>(connection)
    .optional()
    .map(|row| row.map(|row| Image::of(row.json)))
}

/// The JSON of many rows of a table by their keys: of those with the keys `ids`, or of all.
/// [`Image::of`] makes images of them.
///
/// # Errors
///
/// Diesel's own; a key that is none.
pub fn images(
    connection: &mut PgConnection,
    table: &Table,
    ids: Option<&[&str]>,
) -> QueryResult<HashMap<String, String>> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = Text)]
        id: String,
        #[diesel(sql_type = Text)]
        json: String,
    }
    let row =
        if table.name == "survey" { SURVEY.to_owned() } else { format!("\"{}\"", table.name) };
    let key = match table.key {
        Key::Uuid => "uuid",
        Key::Serial => "integer",
    };
    let found: Vec<Found> = diesel::sql_query(format!(
        "SELECT id::text AS id, row_to_json(item)::text AS json FROM {row} AS item \
          WHERE $1 IS NULL OR id = ANY($1::{key}[])"
    ))
    .bind::<Nullable<Array<Text>>, _>(ids)
    .load(connection)?;
    Ok(found.into_iter().map(|found| (found.id, found.json)).collect())
}

/// Surveys together with their questions. `sort_number` is a number as text.
const SURVEY: &str = r#"(SELECT survey.*, (
    SELECT coalesce(json_agg(row_to_json(asked) ORDER BY length(sort_number), sort_number), '[]')
      FROM question AS asked WHERE asked."surveyId" = survey.id) AS questions FROM survey)"#;

/// The members of a row's JSON, each as it is written.
pub(super) fn members(json: &str) -> BTreeMap<String, Box<RawValue>> {
    serde_json::from_str(json).unwrap_or_default()
}

fn version(json: &str) -> String {
    let mut digest = Sha256::new();
    for (name, value) in members(json) {
        if name != "sortingKey" {
            digest.update(name.as_bytes());
            digest.update([0]);
            digest.update(value.get().as_bytes());
            digest.update([0]);
        }
    }
    digest.finalize()[..16].iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::Image;

    #[test]
    fn the_place_in_the_order_is_no_part_of_the_version() {
        let of = |json: &str| Image::of(json.to_owned()).version;
        assert_eq!(of(r#"{"id":1,"sortingKey":3}"#), of(r#"{"sortingKey":9,"id":1}"#));
        assert_ne!(of(r#"{"id":1}"#), of(r#"{"id":2}"#));
    }

    #[test]
    fn half_a_surrogate_pair_breaks_nothing() {
        let image = Image::of(r#"{"lang":"ne","next":{"a":"\ud800"}}"#.to_owned());
        assert_eq!(image.language(), "ne");
        assert!(image.values()["next"].is_null());
    }
}
