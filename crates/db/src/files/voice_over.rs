//! The spoken versions of articles.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use crate::editing::{self, Author, Changed, Image, Item};

/// An article, as far as its audio is concerned.
#[derive(Clone, Debug, QueryableByName)]
pub struct Spoken {
    /// Its key.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// Its title.
    #[diesel(sql_type = Text)]
    pub heading: String,
    /// Whether the app shows it.
    #[diesel(sql_type = Bool)]
    pub live: bool,
    /// The title of its category, if it has one.
    #[diesel(sql_type = Nullable<Text>)]
    pub category: Option<String>,
    /// The key of its audio, if it has any.
    #[diesel(sql_type = Nullable<Text>)]
    pub key: Option<String>,
}

/// The article with this id, if it is in `lang`.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: Uuid, lang: &str) -> QueryResult<Option<Spoken>> {
    diesel::sql_query(format!("{SPOKEN} WHERE article.id = $1 AND article.lang = $2"))
        .bind::<SqlUuid, _>(id)
        .bind::<Text, _>(lang)
        .get_result(connection)
        .optional()
}

const SPOKEN: &str = r#"SELECT article.id, article.article_heading AS heading, article.live,
    category.title AS category, nullif(article."voiceOverKey", '') AS key
    FROM article LEFT JOIN category ON category.id::text = article.category"#;

/// The whole row, as it is now, if it is in `lang`.
///
/// # Errors
///
/// Diesel's own.
pub fn image(connection: &mut PgConnection, id: Uuid, lang: &str) -> QueryResult<Option<Image>> {
    let image = editing::image(connection, &item(id)?)?;
    Ok(image.filter(|image| image.language() == lang))
}

/// Gives an article the audio `key`, or takes it away. What it had before is kept until nobody
/// can bring it back any more: see [`super::discarded`].
///
/// # Errors
///
/// Diesel's own; nothing is changed then.
pub fn set(
    connection: &mut PgConnection,
    author: &Author,
    id: Uuid,
    lang: &str,
    key: Option<&str>,
) -> QueryResult<Changed> {
    editing::update(connection, author, &item(id)?, lang, None, |connection| {
        diesel::sql_query(r#"UPDATE article SET "voiceOverKey" = $2 WHERE id = $1"#)
            .bind::<SqlUuid, _>(id)
            .bind::<Nullable<Text>, _>(key)
            .execute(connection)
            .map(drop)
    })
}

fn item(id: Uuid) -> QueryResult<Item> {
    Item::new("article", &id.to_string()).ok_or(diesel::result::Error::NotFound)
}

/// The articles of a language that nobody has spoken yet, and how many there are in all: those
/// that the app shows first, then in the order in which it shows them. `search` is part of a
/// title.
///
/// # Errors
///
/// Diesel's own.
pub fn missing(
    connection: &mut PgConnection,
    lang: &str,
    search: &str,
    limit: i64,
    offset: i64,
) -> QueryResult<(Vec<Spoken>, i64)> {
    #[derive(QueryableByName)]
    struct Total {
        #[diesel(sql_type = BigInt)]
        total: i64,
    }
    let pattern = format!("%{}%", like_escaped(search));
    let condition = r#"WHERE article.lang = $1 AND coalesce(article."voiceOverKey", '') = ''
        AND article.article_heading ILIKE $2"#;
    let total = diesel::sql_query(format!("SELECT count(*) AS total FROM article {condition}"))
        .bind::<Text, _>(lang)
        .bind::<Text, _>(&pattern)
        .get_result::<Total>(connection)?
        .total;
    let rows = diesel::sql_query(format!(
        r#"{SPOKEN} {condition} ORDER BY article.live DESC, category."sortingKey" NULLS LAST,
           article."sortingKey", article.id LIMIT $3 OFFSET $4"#
    ))
    .bind::<Text, _>(lang)
    .bind::<Text, _>(&pattern)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)?;
    Ok((rows, total))
}

/// `text` without a meaning for LIKE.
fn like_escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
}
