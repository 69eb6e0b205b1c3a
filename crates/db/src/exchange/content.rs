//! Reads all content of one language at one moment.

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

use crate::editing::Image;

/// Every item of the language `lang`, live or not, in the order in which the app shows them,
/// and the newest version of each document. A kind without rows is an empty list.
///
/// # Errors
///
/// Diesel's own.
pub fn load(connection: &mut PgConnection, lang: &str) -> QueryResult<Content> {
    connection.build_transaction().repeatable_read().read_only().run(|connection| {
        Ok(Content {
            lang: lang.to_owned(),
            categories: encyclopedia::categories(connection, lang)?,
            subcategories: encyclopedia::subcategories(connection, lang)?,
            articles: encyclopedia::articles(connection, lang)?,
            quizzes: small::quizzes(connection, lang)?,
            did_you_knows: small::did_you_knows(connection, lang)?,
            avatar_messages: small::avatar_messages(connection, lang)?,
            videos: small::videos(connection, lang)?,
            surveys: surveys::surveys(connection, lang)?,
            help_centers: help::centers(connection, lang)?,
            help_center_attributes: help::attributes(connection, lang)?,
            privacy_policy: legal::newest(connection, "privacy_policy", lang)?,
            terms_and_conditions: legal::newest(connection, "terms_and_conditions", lang)?,
            about: legal::newest(connection, "about", lang)?,
        })
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

/// The rows of the table that `from` calls `item`, in the language `lang`, each with its
/// version.
fn rows<R: DeserializeOwned>(
    connection: &mut PgConnection,
    from: &str,
    order: &str,
    lang: &str,
) -> QueryResult<Vec<(R, String)>> {
    let query = format!(
        "SELECT row_to_json(item)::text AS json FROM {from} WHERE item.lang = $1 ORDER BY {order}"
    );
    diesel::sql_query(query)
        .bind::<Text, _>(lang)
        .load::<Json>(connection)?
        .into_iter()
        .map(|row| {
            let item = serde_json::from_str(&row.json)
                .map_err(|error| diesel::result::Error::DeserializationError(Box::new(error)))?;
            Ok((item, Image::of(row.json).version))
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
