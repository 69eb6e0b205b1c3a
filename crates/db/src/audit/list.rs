//! Reading the log.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text, Timestamptz};
use domain::moment::Moment;

use super::Act;
use crate::types::Instant;

/// Lines of one page.
pub const PAGE: i64 = 50;

/// Which lines are wanted; the default is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this kind.
    pub act: Option<Act>,
    /// Only by this editor.
    pub editor: Option<String>,
    /// Only where this is in the item or the detail.
    pub text: Option<String>,
    /// From this moment on.
    pub from: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
}

/// A line of the log.
#[derive(Clone, Debug, QueryableByName)]
pub struct Line {
    /// Its number.
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    /// When it was.
    #[diesel(sql_type = Timestamptz)]
    pub at: Instant,
    /// Key of who did it.
    #[diesel(sql_type = Nullable<Integer>)]
    pub editor_id: Option<i32>,
    /// Name of who did it.
    #[diesel(sql_type = Text)]
    pub editor_name: String,
    /// [`Act::word`].
    #[diesel(sql_type = Text)]
    pub act: String,
    /// What it was done to.
    #[diesel(sql_type = Text)]
    pub item: String,
    /// What else there is to know.
    #[diesel(sql_type = Text)]
    pub detail: String,
    /// How many lines there are of this filter, on all pages.
    #[diesel(sql_type = BigInt)]
    pub total: i64,
}

/// The lines of `filter`, newest first, from number `skip` on, at most `limit`.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    filter: &Filter,
    skip: i64,
    limit: i64,
) -> QueryResult<Vec<Line>> {
    diesel::sql_query(include_str!("list.sql"))
        .bind::<Nullable<Text>, _>(filter.act.map(Act::word))
        .bind::<Nullable<Text>, _>(filter.editor.as_deref())
        .bind::<Nullable<Text>, _>(filter.text.as_deref())
        .bind::<Nullable<Timestamptz>, _>(filter.from.map(Instant))
        .bind::<Nullable<Timestamptz>, _>(filter.until.map(Instant))
        .bind::<BigInt, _>(skip)
        .bind::<BigInt, _>(limit)
        .load(connection)
}

/// The names of everybody who has a line, for a list to choose from.
///
/// # Errors
///
/// Diesel's own.
pub fn names(connection: &mut PgConnection) -> QueryResult<Vec<String>> {
    #[derive(QueryableByName)]
    struct Name {
        #[diesel(sql_type = Text)]
        name: String,
    }
    diesel::sql_query(
        "SELECT DISTINCT editor_name AS name FROM audit_entry WHERE editor_name <> '' \
         ORDER BY 1 LIMIT 500",
    )
    .load::<Name>(connection)
    .map(|names| names.into_iter().map(|row| row.name).collect())
}
