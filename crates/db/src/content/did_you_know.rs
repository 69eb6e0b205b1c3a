//! Table `did_you_know`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use uuid::Uuid;

use crate::schema::did_you_know;

/// A live fact.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = did_you_know, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct LiveDidYouKnow {
    pub id: Uuid,
    pub title: String,
    pub content: String,
    #[diesel(column_name = isAgeRestricted)]
    pub is_age_restricted: Option<bool>,
    #[diesel(column_name = ageRestrictionLevel)]
    pub age_restriction_level: Option<i32>,
    #[diesel(column_name = contentFilter)]
    pub content_filter: Option<i32>,
    pub live: bool,
    pub lang: String,
}

/// The live facts of every language by title, in the database's collation.
///
/// # Errors
///
/// Diesel's own.
pub fn live(connection: &mut PgConnection) -> QueryResult<Vec<LiveDidYouKnow>> {
    did_you_know::table
        .filter(did_you_know::live.eq(true))
        .order((did_you_know::title.asc(), did_you_know::id.asc()))
        .select(LiveDidYouKnow::as_select())
        .load(connection)
}
