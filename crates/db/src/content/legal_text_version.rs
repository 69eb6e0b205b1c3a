//! The versions of about, privacy policy and terms. Saving adds a version; the one with the
//! highest id is what the app is sent.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text, Timestamp};
use domain::moment::Moment;
use serde_json::json;

use uuid::Uuid;

use crate::editing::{self, Author, Image, Item, TABLES, Table};
use crate::types::Stamp;

/// Which of the three texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LegalText {
    /// What the app tells about itself.
    About,
    /// The privacy policy.
    PrivacyPolicy,
    /// The terms and conditions.
    Terms,
}

/// A version.
#[derive(Clone, Debug, QueryableByName)]
pub struct Version {
    /// Its key; later versions have higher ones.
    #[diesel(sql_type = Integer)]
    pub id: i32,
    /// What is stored.
    #[diesel(sql_type = Text)]
    pub json_dump: String,
    /// When it was saved, as the row says.
    #[diesel(sql_type = Timestamp)]
    pub timestamp: Stamp,
    /// Who saved it, where it was saved through the cms.
    #[diesel(sql_type = Nullable<Text>)]
    pub editor_name: Option<String>,
    /// How many versions there are.
    #[diesel(sql_type = BigInt)]
    pub total: i64,
}

/// What became of saving.
#[derive(Clone, Debug)]
pub enum Appended {
    /// The new version has this key.
    Done(i32),
    /// The newest version is not the one the editor began with; this is it, or nothing when
    /// all were deleted.
    Conflict(Option<Version>),
}

impl LegalText {
    /// All three.
    pub const ALL: [LegalText; 3] = [LegalText::About, LegalText::PrivacyPolicy, LegalText::Terms];

    /// The table.
    pub fn table_name(self) -> &'static str {
        match self {
            LegalText::About => "about",
            LegalText::PrivacyPolicy => "privacy_policy",
            LegalText::Terms => "terms_and_conditions",
        }
    }

    /// The row with the key `id`.
    pub fn item(self, id: i32) -> Option<Item> {
        Item::new(self.table_name(), &id.to_string())
    }

    /// The text whose versions are rows of the table `name`.
    pub fn of_table(name: &str) -> Option<LegalText> {
        LegalText::ALL.into_iter().find(|text| text.table_name() == name)
    }

    fn table(self) -> Option<&'static Table> {
        TABLES.iter().find(|table| table.name == self.table_name())
    }
}

impl Version {
    /// Names the version and what is in it. A form sends it back, so that a version saved
    /// meanwhile is noticed, and also a change to this one.
    pub fn mark(&self) -> String {
        let content = Image::of(json!({ "json_dump": self.json_dump }).to_string());
        format!("{}-{}", self.id, content.version)
    }
}

/// The mark of a language that has no version.
pub const NO_VERSION: &str = "none";

/// The versions of a language, newest first.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    text: LegalText,
    lang: &str,
    limit: i64,
    offset: i64,
) -> QueryResult<Vec<Version>> {
    diesel::sql_query(format!(
        "SELECT version.id, json_dump, version.\"timestamp\", saved.editor_name, \
           count(*) OVER () AS total \
         FROM {table} AS version LEFT JOIN LATERAL ( \
           SELECT nullif(editor_name, '') AS editor_name FROM revision \
            WHERE item_table = '{table}' AND item_id = version.id::text AND action = 'create' \
            ORDER BY revision.id DESC LIMIT 1) AS saved ON true \
         WHERE lang = $1 ORDER BY version.id DESC LIMIT $2 OFFSET $3",
        table = text.table_name()
    ))
    .bind::<Text, _>(lang)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)
}

/// The version that the app is sent.
///
/// # Errors
///
/// Diesel's own.
pub fn newest(
    connection: &mut PgConnection,
    text: LegalText,
    lang: &str,
) -> QueryResult<Option<Version>> {
    Ok(list(connection, text, lang, 1, 0)?.pop())
}

/// One version of a language.
///
/// # Errors
///
/// Diesel's own.
pub fn find(
    connection: &mut PgConnection,
    text: LegalText,
    id: i32,
    lang: &str,
) -> QueryResult<Option<Version>> {
    diesel::sql_query(format!(
        "SELECT version.id, json_dump, version.\"timestamp\", saved.editor_name, \
           1::bigint AS total \
         FROM {table} AS version LEFT JOIN LATERAL ( \
           SELECT nullif(editor_name, '') AS editor_name FROM revision \
            WHERE item_table = '{table}' AND item_id = version.id::text AND action = 'create' \
            ORDER BY revision.id DESC LIMIT 1) AS saved ON true \
         WHERE version.id = $1 AND lang = $2",
        table = text.table_name()
    ))
    .bind::<Integer, _>(id)
    .bind::<Text, _>(lang)
    .get_result(connection)
    .optional()
}

/// Adds a version, if the newest one is still the one with the mark `expected`; `None` adds it
/// whatever is there. Those who save at the same time do so one after the other.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn append(
    connection: &mut PgConnection,
    author: &Author,
    text: LegalText,
    lang: &str,
    expected: Option<&str>,
    json_dump: &str,
    now: Moment,
) -> QueryResult<Appended> {
    connection.transaction(|connection| {
        let table = text.table().ok_or(diesel::result::Error::NotFound)?;
        take_turn(connection, table.name, lang)?;
        if let Some(expected) = expected {
            let newest = newest(connection, text, lang)?;
            let mark = newest.as_ref().map_or_else(|| NO_VERSION.to_owned(), Version::mark);
            if mark != expected {
                return Ok(Appended::Conflict(newest));
            }
        }
        add(connection, author, text, lang, json_dump, now, Uuid::new_v4()).map(Appended::Done)
    })
}

/// Adds a version as part of a change set, and returns its key.
pub(crate) fn add(
    connection: &mut PgConnection,
    author: &Author,
    text: LegalText,
    lang: &str,
    json_dump: &str,
    now: Moment,
    change_set: Uuid,
) -> QueryResult<i32> {
    let table = text.table().ok_or(diesel::result::Error::NotFound)?;
    let id = editing::next_serial(connection, table)?;
    let item = text.item(id).ok_or(diesel::result::Error::NotFound)?;
    let row = json!({
        "id": id, "json_dump": json_dump, "timestamp": now.to_postgres_text(), "lang": lang,
    });
    editing::create_in(connection, author, &item, change_set, |connection| {
        editing::insert_row(connection, table, &row.to_string())
    })?;
    Ok(id)
}

/// Waits until nobody else writes to this table in this language; until the transaction ends.
pub(crate) fn take_turn(connection: &mut PgConnection, table: &str, lang: &str) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
        .bind::<Text, _>(format!("{table} {lang}"))
        .execute(connection)
        .map(drop)
}
