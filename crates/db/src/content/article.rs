//! Table `article`, with the titles of its category and subcategory.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

/// A live article as phones read it.
#[derive(Debug, QueryableByName)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct LiveArticle {
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    #[diesel(sql_type = Text)]
    pub category_title: String,
    #[diesel(sql_type = SqlUuid)]
    pub category_id: Uuid,
    #[diesel(sql_type = Text)]
    pub subcategory_title: String,
    #[diesel(sql_type = SqlUuid)]
    pub subcategory_id: Uuid,
    #[diesel(sql_type = Text)]
    pub heading: String,
    #[diesel(sql_type = Text)]
    pub text: String,
    #[diesel(sql_type = Text)]
    pub primary_emoji: String,
    #[diesel(sql_type = Text)]
    pub primary_emoji_name: String,
    #[diesel(sql_type = Nullable<Text>)]
    pub voice_over_key: Option<String>,
    #[diesel(sql_type = Nullable<Bool>)]
    pub is_age_restricted: Option<bool>,
    #[diesel(sql_type = Integer)]
    pub age_restriction_level: i32,
    #[diesel(sql_type = Integer)]
    pub content_filter: i32,
    #[diesel(sql_type = Text)]
    pub lang: String,
}

/// The live articles of every language, in the order in which the app shows them. An article
/// whose category or subcategory is missing is left out, as the original did.
///
/// # Errors
///
/// Diesel's own.
pub fn live(connection: &mut PgConnection) -> QueryResult<Vec<LiveArticle>> {
    diesel::sql_query(include_str!("article_live.sql")).load(connection)
}
