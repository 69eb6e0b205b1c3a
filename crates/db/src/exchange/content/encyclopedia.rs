//! Tables `category`, `subcategory` and `article`.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use domain::exchange::content::{Article, Category, Subcategory};
use serde::Deserialize;

use super::{AudienceColumns, Wanted, rows};

const ORDER: &str = r#"item."sortingKey", item.id"#;

#[derive(Deserialize)]
struct CategoryRow {
    id: String,
    title: String,
    primary_emoji: String,
    primary_emoji_name: String,
}

pub(super) fn categories(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<Category>> {
    let found = rows::<CategoryRow>(connection, "category AS item", ORDER, wanted)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| Category {
            id: row.id,
            title: row.title,
            // One stored emoji is known to carry a line break.
            emoji: row.primary_emoji.trim().to_owned(),
            emoji_name: row.primary_emoji_name,
            version,
        })
        .collect())
}

#[derive(Deserialize)]
struct SubcategoryRow {
    id: String,
    title: String,
    parent_category: String,
}

/// By category first, so that the app's order is that of the list.
pub(super) fn subcategories(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<Subcategory>> {
    let from = "subcategory AS item \
        LEFT JOIN category ON category.id::text = trim(item.parent_category)";
    let order = r#"category."sortingKey", category.id, item."sortingKey", item.id"#;
    let found = rows::<SubcategoryRow>(connection, from, order, wanted)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| Subcategory {
            id: row.id,
            title: row.title,
            category: row.parent_category.trim().to_owned(),
            version,
        })
        .collect())
}

#[derive(Deserialize)]
struct ArticleRow {
    id: String,
    category: String,
    subcategory: String,
    article_heading: String,
    article_text: String,
    live: bool,
    #[serde(rename = "voiceOverKey")]
    voice_over_key: Option<String>,
    #[serde(flatten)]
    audience: AudienceColumns,
}

pub(super) fn articles(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<Article>> {
    let from = "article AS item \
        LEFT JOIN category ON category.id::text = trim(item.category) \
        LEFT JOIN subcategory ON subcategory.id::text = trim(item.subcategory)";
    let order = r#"category."sortingKey", category.id, subcategory."sortingKey", subcategory.id,
        item."sortingKey", item.id"#;
    let found = rows::<ArticleRow>(connection, from, order, wanted)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| Article {
            id: row.id,
            category: row.category.trim().to_owned(),
            subcategory: row.subcategory.trim().to_owned(),
            heading: row.article_heading,
            text: row.article_text,
            live: row.live,
            audience: row.audience.into(),
            voice_over_key: row.voice_over_key,
            version,
        })
        .collect())
}
