//! Reads all content of one language at one moment.

mod drafts;
mod encyclopedia;
mod help;
mod legal;
mod small;
mod surveys;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use domain::exchange::content::{Audience, Content};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use drafts::Drafts;

/// Every item of the language `lang`, live or not, in the order in which the app shows them,
/// and the newest version of each document. A kind without rows is an empty list.
///
/// # Errors
///
/// Diesel's own.
pub fn load(connection: &mut PgConnection, lang: &str) -> QueryResult<Content> {
    connection
        .build_transaction()
        .repeatable_read()
        .read_only()
        .run(|connection| all(connection, &Wanted { lang, drafts: Drafts::default() }))
}

/// The same as editors work on it: with what is written in drafts in the place of what is
/// published, and with new items that are drafts alone. The version of an item then tells its
/// draft too, see [`state()`].
///
/// # Errors
///
/// Diesel's own.
pub fn load_with_drafts(connection: &mut PgConnection, lang: &str) -> QueryResult<Content> {
    connection.build_transaction().repeatable_read().read_only().run(|connection| {
        let drafts = Drafts::load(connection, lang)?;
        all(connection, &Wanted { lang, drafts })
    })
}

/// Which rows are loaded.
struct Wanted<'a> {
    lang: &'a str,
    drafts: Drafts,
}

/// What an item is at some moment, in a few characters: the version of its row, and key and
/// version of its draft where it has one.
pub fn state(row_version: Option<&str>, draft: Option<(uuid::Uuid, i32)>) -> String {
    let mut state = row_version.unwrap_or_default().to_owned();
    if let Some((id, version)) = draft {
        let id = id.simple().to_string();
        state.push_str(&format!("+{}.{version}", &id[..8]));
    }
    state
}

fn all(connection: &mut PgConnection, wanted: &Wanted<'_>) -> QueryResult<Content> {
    let lang = wanted.lang;
    Ok(Content {
        lang: lang.to_owned(),
        categories: encyclopedia::categories(connection, wanted)?,
        subcategories: encyclopedia::subcategories(connection, wanted)?,
        articles: encyclopedia::articles(connection, wanted)?,
        quizzes: small::quizzes(connection, wanted)?,
        did_you_knows: small::did_you_knows(connection, wanted)?,
        avatar_messages: small::avatar_messages(connection, wanted)?,
        videos: small::videos(connection, wanted)?,
        surveys: surveys::surveys(connection, wanted)?,
        help_centers: help::centers(connection, wanted)?,
        help_center_attributes: help::attributes(connection, wanted)?,
        privacy_policy: legal::newest(connection, "privacy_policy", lang)?,
        terms_and_conditions: legal::newest(connection, "terms_and_conditions", lang)?,
        about: legal::newest(connection, "about", lang)?,
    })
}

/// About how many items [`load`] would read.
///
/// # Errors
///
/// Diesel's own.
pub fn size(connection: &mut PgConnection, lang: &str) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Size {
        #[diesel(sql_type = BigInt)]
        size: i64,
    }
    diesel::sql_query(
        "SELECT (SELECT count(*) FROM article WHERE lang = $1) \
              + (SELECT count(*) FROM quiz WHERE lang = $1) \
              + (SELECT count(*) FROM did_you_know WHERE lang = $1) AS size",
    )
    .bind::<Text, _>(lang)
    .get_result::<Size>(connection)
    .map(|found| found.size)
}

#[derive(QueryableByName)]
struct Json {
    #[diesel(sql_type = Text)]
    json: String,
}

/// The rows of the table that `from` begins with and calls `item`, each with its version.
fn rows<R: DeserializeOwned>(
    connection: &mut PgConnection,
    from: &str,
    order: &str,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<(R, String)>> {
    let query = format!(
        "SELECT row_to_json(item)::text AS json FROM {from} WHERE item.lang = $1 ORDER BY {order}"
    );
    let rows = diesel::sql_query(query).bind::<Text, _>(wanted.lang).load::<Json>(connection)?;
    let table = from.split_whitespace().next().unwrap_or_default();
    let laid_over = wanted.drafts.lay_over(table, rows.into_iter().map(|row| row.json));
    laid_over
        .filter_map(|(json, state)| match serde_json::from_str(&json) {
            Ok(item) => Some(Ok((item, state))),
            // A draft alone, too unfinished to be shown as an item.
            Err(_) if state.starts_with('+') => None,
            Err(error) => Some(Err(diesel::result::Error::DeserializationError(Box::new(error)))),
        })
        .collect()
}

/// The columns that say for whom a row is; NULL means the same as 0.
#[derive(Deserialize)]
struct AudienceColumns {
    #[serde(rename = "isAgeRestricted")]
    is_age_restricted: Option<bool>,
    #[serde(rename = "ageRestrictionLevel")]
    age_restriction_level: Option<i32>,
    #[serde(rename = "contentFilter")]
    content_filter: Option<i32>,
}

impl From<AudienceColumns> for Audience {
    fn from(columns: AudienceColumns) -> Audience {
        Audience {
            is_age_restricted: columns.is_age_restricted,
            age_restriction_level: columns.age_restriction_level.unwrap_or(0),
            content_filter: columns.content_filter.unwrap_or(0),
        }
    }
}
