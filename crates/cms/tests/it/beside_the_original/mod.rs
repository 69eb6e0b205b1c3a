//! The original CMS at work on the same database: each reads what the other has written.
//!
//! What the original does is done here by its statements, as a role without any right on our
//! tables.

mod reads_ours;
mod statements;
mod writes;

use serde_json::Value;
use testkit::{Database, Original};

/// A row as the original sees it.
fn row(original: &Original<'_>, table: &str, id: &str) -> Value {
    let query = format!(
        "SELECT row_to_json(found)::text AS text FROM \"{table}\" AS found WHERE id::text = '{id}'"
    );
    let mut rows = original.reads(&query);
    assert_eq!(rows.len(), 1, "{table} {id}");
    serde_json::from_str(&rows.pop().unwrap().unwrap()).unwrap()
}

/// The id of the row that was written last.
fn newest(database: &Database, table: &str) -> String {
    let order = "ORDER BY xmin::text::bigint DESC, ctid DESC LIMIT 1";
    database.text(&format!("SELECT id::text AS text FROM \"{table}\" {order}"))
}

/// What a help center offers; the key that the samples name.
fn attribute(original: &Original<'_>) {
    original.execute(
        "INSERT INTO help_center_attribute (id, name, emoji, \"isActive\", lang) VALUES (900, 'Safety', '🛟', true, 'en')",
    );
}
