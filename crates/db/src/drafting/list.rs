//! Which drafts there are.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text, Timestamptz};

use crate::editing::Titled;
use crate::types::Instant;

/// Which drafts are wanted.
#[derive(Clone, Debug, Default)]
pub struct DraftQuery<'a> {
    /// Language of the rows.
    pub lang: &'a str,
    /// One table, or all.
    pub table: Option<&'a str>,
    /// `draft`, `review`, or both.
    pub state: Option<&'a str>,
    /// Most of them.
    pub limit: i64,
    /// How many to pass over.
    pub offset: i64,
}

/// A draft in a list.
#[derive(Clone, Debug, QueryableByName)]
pub struct DraftListed {
    /// Table of the row.
    #[diesel(sql_type = Text)]
    pub item_table: String,
    /// Key of the row.
    #[diesel(sql_type = Text)]
    pub item_id: String,
    /// What people know it by.
    #[diesel(sql_type = Text)]
    pub heading: String,
    /// `draft` or `review`.
    #[diesel(sql_type = Text)]
    pub state: String,
    /// Whether the item is not in the app's tables yet.
    #[diesel(sql_type = Bool)]
    pub is_new: bool,
    /// Its version.
    #[diesel(sql_type = Integer)]
    pub version: i32,
    /// Whether a reviewer has given it back.
    #[diesel(sql_type = Bool)]
    pub returned: bool,
    /// Who saved it last.
    #[diesel(sql_type = Nullable<Integer>)]
    pub editor_id: Option<i32>,
    /// Her name.
    #[diesel(sql_type = Text)]
    pub editor_name: String,
    /// When.
    #[diesel(sql_type = Timestamptz)]
    pub updated_at: Instant,
    /// How many there are in all.
    #[diesel(sql_type = BigInt)]
    pub total: i64,
}

/// What people know a draft of each table by.
const HEADING: &str = r#"left(coalesce(CASE item_table
    WHEN 'article' THEN "values"->>'article_heading'
    WHEN 'quiz' THEN "values"->>'question'
    WHEN 'survey' THEN coalesce("values"->'questions'->0->>'question', "values"->>'question')
    WHEN 'avatar_messages' THEN "values"->>'content'
    WHEN 'help_center_attribute' THEN "values"->>'name'
    WHEN 'about_banner' THEN NULL
    ELSE "values"->>'title' END, ''), 200)"#;

/// The drafts, those changed last first.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    query: &DraftQuery<'_>,
) -> QueryResult<Vec<DraftListed>> {
    diesel::sql_query(format!(
        "SELECT item_table, item_id, {HEADING} AS heading, state, base_version IS NULL AS is_new, \
                version, state = 'draft' AND note IS NOT NULL AS returned, editor_id, editor_name, \
                updated_at, count(*) OVER () AS total \
           FROM draft \
          WHERE lang = $1 AND ($2 IS NULL OR item_table = $2) AND ($3 IS NULL OR state = $3) \
          ORDER BY updated_at DESC, id LIMIT $4 OFFSET $5"
    ))
    .bind::<Text, _>(query.lang)
    .bind::<Nullable<Text>, _>(query.table)
    .bind::<Nullable<Text>, _>(query.state)
    .bind::<BigInt, _>(query.limit)
    .bind::<BigInt, _>(query.offset)
    .load(connection)
}

/// New items of a table of choices (`category`, `subcategory`, `help_center_attribute`) that
/// are drafts so far, as [`crate::editing::titled`] gives the others.
///
/// # Errors
///
/// Diesel's own.
pub fn titled(connection: &mut PgConnection, table: &str, lang: &str) -> QueryResult<Vec<Titled>> {
    diesel::sql_query(
        r#"SELECT item_id AS id, "values"->>'parent_category' AS parent,
                  concat_ws(' ', coalesce("values"->>'primary_emoji', "values"->>'emoji'),
                            coalesce("values"->>'title', "values"->>'name')) AS title
             FROM draft
            WHERE item_table = $1 AND lang = $2 AND base_version IS NULL ORDER BY created_at, id"#,
    )
    .bind::<Text, _>(table)
    .bind::<Text, _>(lang)
    .load(connection)
}
