//! The original service at work on the same database: each reads what the other has written.
//!
//! What the original does is done here by its statements, as a role without any right on our
//! tables.

mod accounts;
mod adoption;
mod events;

use domain::account::name_hash;
use serde_json::Value;
use testkit::Original;
use testkit::database::SCHEMA;
use uuid::Uuid;

use crate::phone::{ANSWER, PASSWORD};
use crate::stored_account::hash;

/// Signs a girl up as the original does; her id. `columns` are those that its version has beyond
/// the first eleven, with their values.
fn signs_up(original: &Original<'_>, name: &str, columns: &[(&str, &str)]) -> String {
    let id = Uuid::new_v4().to_string();
    let names: String = columns.iter().map(|(name, _)| format!(", \"{name}\"")).collect();
    let values: String = columns.iter().map(|(_, value)| format!(", {value}")).collect();
    original.execute(&format!(
        r#"INSERT INTO "{SCHEMA}"."oky_user"("id", "date_of_birth", "gender", "location", "country", "province", "store",
               "nameHash", "passwordHash", "memorableQuestion", "memorableAnswer"{names})
           VALUES ('{id}', '2010-02-02T00:00:00.000Z', 'Female', 'Urban', 'NP', '3', DEFAULT,
               '{}', '{}', 'favourite_actor', '{}'{values})"#,
        name_hash(name),
        hash(PASSWORD),
        hash(ANSWER),
    ));
    id
}

/// What its newest version writes beyond them.
const NEWEST: [(&str, &str); 4] = [
    ("date_signed_up", "'2024-03-01T08:00:00.123Z'"),
    ("date_account_saved", "'2024-03-01T08:00:01.000Z'"),
    ("metadata", r#"'{"isProfileUpdateSkipped":true}'"#),
    ("avatar", r#"'{"customAvatarUnlocked":false}'"#),
];

/// The account that the original finds under a name at login, as JSON with `store`, `metadata` and
/// `avatar` as the very texts that are stored; `None` where it finds nobody.
fn finds(original: &Original<'_>, name: &str) -> Option<Value> {
    let query = format!(
        r#"SELECT row_to_json(found)::text AS text FROM (
               SELECT "id", "date_of_birth"::text, "gender", "location", "country", "province", "store"::text, "nameHash",
                      "passwordHash", "memorableQuestion", "memorableAnswer", "date_signed_up"::text,
                      "date_account_saved"::text, "metadata"::text, "avatar"::text
                 FROM "{SCHEMA}"."oky_user" WHERE "nameHash" = '{}' LIMIT 1) AS found"#,
        name_hash(name.trim())
    );
    let row = original.reads(&query).pop()??;
    Some(serde_json::from_str(&row).unwrap())
}

/// Whether the original lets her in: it finds her, and its bcrypt compares.
fn lets_in(original: &Original<'_>, name: &str, password: &str) -> bool {
    let found = finds(original, name);
    found.is_some_and(|row| {
        let hash = row["passwordHash"].as_str().unwrap();
        // It knows this prefix, and another of which there is nothing here.
        assert!(hash.starts_with("$2b$10$") && hash.len() == 60, "{hash}");
        bcrypt::verify(password.trim(), hash).unwrap()
    })
}
