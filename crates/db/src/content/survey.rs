//! Table `survey`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use uuid::Uuid;

use crate::schema::survey;
use crate::types::Stamp;

/// A live survey: an old one holds its single question itself, a new one has rows in `question`.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = survey, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct LiveSurvey {
    pub id: Uuid,
    pub question: String,
    pub option1: String,
    pub option2: String,
    pub option3: String,
    pub option4: String,
    pub option5: String,
    pub response: String,
    pub live: bool,
    pub date_created: Stamp,
    pub lang: String,
    pub is_multiple: Option<bool>,
    #[diesel(column_name = isAgeRestricted)]
    pub is_age_restricted: Option<bool>,
    #[diesel(column_name = ageRestrictionLevel)]
    pub age_restriction_level: Option<i32>,
    #[diesel(column_name = contentFilter)]
    pub content_filter: Option<i32>,
}

/// The live surveys of every language, oldest first.
///
/// # Errors
///
/// Diesel's own.
pub fn live(connection: &mut PgConnection) -> QueryResult<Vec<LiveSurvey>> {
    survey::table
        .filter(survey::live.eq(true))
        .order((survey::date_created.asc(), survey::id.asc()))
        .select(LiveSurvey::as_select())
        .load(connection)
}
