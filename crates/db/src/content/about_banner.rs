//! Table `about_banner`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::result::Error::NotFound;
use domain::moment::Moment;
use serde_json::json;

use super::legal_text_version::take_turn;
use uuid::Uuid;

use crate::editing::revision::Action;
use crate::editing::{self, Author, Changed, Item, TABLES};
use crate::schema::about_banner;
use crate::types::Stamp;

/// A banner of the about screen.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = about_banner, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct AboutBanner {
    pub image: String,
    pub timestamp: Stamp,
    pub lang: String,
}

/// Every banner, the newest of a language last.
///
/// # Errors
///
/// Diesel's own.
pub fn all(connection: &mut PgConnection) -> QueryResult<Vec<AboutBanner>> {
    about_banner::table
        .order((about_banner::timestamp.asc(), about_banner::id.asc()))
        .select(AboutBanner::as_select())
        .load(connection)
}

/// The key and the row of the banner that the app is sent in a language: the newest one.
///
/// # Errors
///
/// Diesel's own.
pub fn of_language(
    connection: &mut PgConnection,
    lang: &str,
) -> QueryResult<Option<(i32, AboutBanner)>> {
    about_banner::table
        .filter(about_banner::lang.eq(lang))
        .order((about_banner::timestamp.desc(), about_banner::id.desc()))
        .select((about_banner::id, AboutBanner::as_select()))
        .first(connection)
        .optional()
}

/// Puts `image`, a data URL, in the place of a language's banner, and returns its key. The time
/// is what phones tell a new banner by, so it is later than that of the one before in any case.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn replace(
    connection: &mut PgConnection,
    author: &Author,
    lang: &str,
    image: &str,
    now: Moment,
) -> QueryResult<i32> {
    replace_in(connection, author, lang, image, now, Uuid::new_v4())
}

/// [`replace`] as part of a change set.
pub(crate) fn replace_in(
    connection: &mut PgConnection,
    author: &Author,
    lang: &str,
    image: &str,
    now: Moment,
    change_set: Uuid,
) -> QueryResult<i32> {
    let table = TABLES.iter().find(|table| table.name == "about_banner").ok_or(NotFound)?;
    let item = |id: i32| Item::new(table.name, &id.to_string()).ok_or(NotFound);
    connection.transaction(|connection| {
        take_turn(connection, table.name, lang)?;
        let Some((id, present)) = of_language(connection, lang)? else {
            let id = editing::next_serial(connection, table)?;
            let row = json!({
                "id": id, "image": image, "timestamp": now.to_postgres_text(), "lang": lang,
            });
            editing::create_in(connection, author, &item(id)?, change_set, |connection| {
                editing::insert_row(connection, table, &row.to_string())
            })?;
            return Ok(id);
        };
        let later = present.timestamp.0.and_then(|before| Moment::from_millis(before.millis() + 1));
        let now = later.map_or(now, |later| later.max(now));
        let row = json!({ "image": image, "timestamp": now.to_postgres_text() }).to_string();
        let item = item(id)?;
        let write = |connection: &mut PgConnection| editing::update_row(connection, &item, &row);
        let action = Action::Update;
        let changed =
            editing::change(connection, author, &item, lang, None, action, change_set, write)?;
        if matches!(changed, Changed::Missing) { Err(NotFound) } else { Ok(id) }
    })
}
