//! Table `quiz`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use uuid::Uuid;

use crate::schema::quiz;
use crate::types::Stamp;

/// A live quiz question.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = quiz, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct LiveQuiz {
    pub id: Uuid,
    pub topic: String,
    pub question: String,
    pub option1: String,
    pub option2: String,
    pub option3: String,
    pub right_answer: String,
    pub wrong_answer_response: String,
    pub right_answer_response: String,
    #[diesel(column_name = isAgeRestricted)]
    pub is_age_restricted: Option<bool>,
    #[diesel(column_name = ageRestrictionLevel)]
    pub age_restriction_level: Option<i32>,
    #[diesel(column_name = contentFilter)]
    pub content_filter: Option<i32>,
    pub live: bool,
    pub date_created: Stamp,
    pub lang: String,
}

/// The live quizzes of every language by topic, in the database's collation.
///
/// # Errors
///
/// Diesel's own.
pub fn live(connection: &mut PgConnection) -> QueryResult<Vec<LiveQuiz>> {
    quiz::table
        .filter(quiz::live.eq(true))
        .order((quiz::topic.asc(), quiz::id.asc()))
        .select(LiveQuiz::as_select())
        .load(connection)
}
