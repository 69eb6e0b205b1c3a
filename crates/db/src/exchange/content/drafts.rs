//! What is written in drafts, laid over what is published.

use std::collections::HashMap;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Json, Text, Uuid as SqlUuid};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::state;
use crate::editing::Image;
use crate::types::JsonText;

/// The drafts of a language, by table.
#[derive(Default)]
pub(super) struct Drafts(HashMap<String, Vec<Draft>>);

#[derive(QueryableByName)]
struct Draft {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    item_table: String,
    #[diesel(sql_type = Text)]
    item_id: String,
    #[diesel(sql_type = Json)]
    filled: JsonText,
    #[diesel(sql_type = Integer)]
    version: i32,
    #[diesel(sql_type = Bool)]
    is_new: bool,
}

impl Drafts {
    pub(super) fn load(connection: &mut PgConnection, lang: &str) -> QueryResult<Drafts> {
        let found: Vec<Draft> = diesel::sql_query(
            r#"SELECT id, item_table, item_id, "values" AS filled, version,
                      base_version IS NULL AS is_new
                 FROM draft WHERE lang = $1 ORDER BY created_at, id"#,
        )
        .bind::<Text, _>(lang)
        .load(connection)?;
        let mut by_table: HashMap<String, Vec<Draft>> = HashMap::new();
        for draft in found {
            by_table.entry(draft.item_table.clone()).or_default().push(draft);
        }
        Ok(Drafts(by_table))
    }

    /// The rows of a table, each with its state; new items that are drafts alone come last.
    pub(super) fn lay_over<'a>(
        &'a self,
        table: &str,
        rows: impl Iterator<Item = String> + 'a,
    ) -> impl Iterator<Item = (String, String)> + 'a {
        let drafts = self.0.get(table).map(Vec::as_slice).unwrap_or_default();
        let by_id: HashMap<&str, &Draft> =
            drafts.iter().map(|draft| (&*draft.item_id, draft)).collect();
        let laid_over = rows.map(move |row| {
            let image = Image::of(row);
            if by_id.is_empty() {
                return (image.json, image.version);
            }
            let id = domain::content::as_text(image.values().get("id"));
            match by_id.get(&*id) {
                None => (image.json, image.version),
                Some(draft) => {
                    let row = image.values().into_iter().collect();
                    (draft.onto(row), state(Some(&image.version), Some(draft.key())))
                }
            }
        });
        let alone = drafts.iter().filter(|draft| draft.is_new).map(|draft| {
            let mut row = Map::new();
            let number = draft.item_id.parse::<i32>().map(Value::from);
            row.insert("id".to_owned(), number.unwrap_or_else(|_| draft.item_id.clone().into()));
            (draft.onto(row), state(None, Some(draft.key())))
        });
        laid_over.chain(alone)
    }
}

impl Draft {
    fn key(&self) -> (Uuid, i32) {
        (self.id, self.version)
    }

    /// A draft may be unfinished: what is of another type than the column stays out.
    fn onto(&self, mut row: Map<String, Value>) -> String {
        let filled: Map<String, Value> = serde_json::from_str(&self.filled.0).unwrap_or_default();
        for (column, value) in filled {
            let fits = match row.get(&column) {
                None | Some(Value::Null) => true,
                Some(old) => {
                    value.is_null() || std::mem::discriminant(old) == std::mem::discriminant(&value)
                }
            };
            if fits {
                row.insert(column, value);
            }
        }
        Value::Object(row).to_string()
    }
}
