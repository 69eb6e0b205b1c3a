//! Permanent alerts for editors; what phones see of them is in
//! [`crate::content::permanent_notification`].

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Text};
use serde_json::json;

use crate::audit::{self, Act, Entry};
use crate::editing::{self, Author, Changed, Deleted, Image, Item};

/// The table, as [`Item`] names it.
pub const TABLE: &str = "permanent_notification";

/// An alert as editors see it.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Alert {
    /// Its key.
    #[diesel(sql_type = Integer)]
    pub id: i32,
    /// What it says.
    #[diesel(sql_type = Text)]
    pub message: String,
    /// The versions of the app that show it, with commas between them.
    #[diesel(sql_type = Text)]
    pub versions: String,
    /// Whether it stays on the screen.
    #[diesel(sql_type = Bool)]
    pub is_permanent: bool,
    /// Whether phones show it.
    #[diesel(sql_type = Bool)]
    pub live: bool,
}

/// What an editor says about an alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// What it says.
    pub message: String,
    /// The versions of the app that show it.
    pub versions: Vec<String>,
    /// Whether it stays on the screen.
    pub is_permanent: bool,
    /// Whether phones show it.
    pub live: bool,
}

impl Content {
    fn json(&self, id: i32, lang: &str) -> String {
        json!({
            "id": id,
            "lang": lang,
            "message": self.message,
            // As the original joins them.
            "versions": self.versions.join(", "),
            "isPermanent": self.is_permanent,
            "live": self.live,
        })
        .to_string()
    }
}

/// Every alert of a language, the newest first.
///
/// # Errors
///
/// Diesel's own.
pub fn list(connection: &mut PgConnection, lang: &str) -> QueryResult<Vec<Alert>> {
    diesel::sql_query(
        r#"SELECT id, message, versions, "isPermanent" AS is_permanent, live
             FROM permanent_notification WHERE lang = $1 ORDER BY id DESC"#,
    )
    .bind::<Text, _>(lang)
    .load(connection)
}

/// Stores a new alert.
///
/// # Errors
///
/// Diesel's own; nothing is stored then.
pub fn create(
    connection: &mut PgConnection,
    author: &Author,
    lang: &str,
    content: &Content,
) -> QueryResult<Image> {
    connection.transaction(|connection| {
        // The name of the table is one of the door's.
        let table = editing::TABLES.iter().find(|table| table.name == TABLE);
        let table = table.ok_or(diesel::result::Error::NotFound)?;
        let id = editing::next_serial(connection, table)?;
        let item = item(id)?;
        let json = content.json(id, lang);
        let image = editing::create(connection, author, &item, |connection| {
            editing::insert_row(connection, table, &json)
        })?;
        note(connection, author, id, content)?;
        Ok(image)
    })
}

/// Changes an alert if it is still as the editor has seen it; see [`editing::update`].
///
/// # Errors
///
/// Diesel's own; nothing is changed then.
pub fn update(
    connection: &mut PgConnection,
    author: &Author,
    lang: &str,
    id: i32,
    expected: Option<&str>,
    content: &Content,
) -> QueryResult<Changed> {
    connection.transaction(|connection| {
        let item = item(id)?;
        let json = content.json(id, lang);
        let changed = editing::update(connection, author, &item, lang, expected, |connection| {
            editing::update_row(connection, &item, &json)
        })?;
        if let Changed::Done(_) = changed {
            note(connection, author, id, content)?;
        }
        Ok(changed)
    })
}

/// Moves an alert to the trash.
///
/// # Errors
///
/// Diesel's own; nothing is deleted then.
pub fn delete(
    connection: &mut PgConnection,
    author: &Author,
    lang: &str,
    id: i32,
) -> QueryResult<Deleted> {
    editing::delete(connection, author, &[item(id)?], lang, None)
}

/// An alert of a language, as it is now.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, lang: &str, id: i32) -> QueryResult<Option<Image>> {
    let found = editing::image(connection, &item(id)?)?;
    Ok(found.filter(|image| image.language() == lang))
}

fn item(id: i32) -> QueryResult<Item> {
    Item::new(TABLE, &id.to_string()).ok_or(diesel::result::Error::NotFound)
}

/// What phones begin to show is in the audit log, as what is pushed to them is.
fn note(
    connection: &mut PgConnection,
    author: &Author,
    id: i32,
    content: &Content,
) -> QueryResult<()> {
    if !content.live {
        return Ok(());
    }
    let item = format!("{TABLE}/{id}");
    audit::record(connection, &Entry { author, act: Act::Sent, item: &item, detail: "live alert" })
}
