//! Table `question`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use uuid::Uuid;

use crate::schema::question;
use crate::types::JsonText;

/// A question of a survey.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = question, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct SurveyQuestion {
    pub id: Uuid,
    #[diesel(column_name = question_)]
    pub question: String,
    pub option1: String,
    pub option2: String,
    pub option3: String,
    pub option4: String,
    pub option5: String,
    pub response: String,
    pub is_multiple: Option<bool>,
    pub next_question: JsonText,
    pub sort_number: String,
    #[diesel(column_name = surveyId)]
    pub survey_id: Uuid,
}

/// Every question, in no useful order: `sort_number` is a number as text, so the caller sorts.
///
/// # Errors
///
/// Diesel's own.
pub fn all(connection: &mut PgConnection) -> QueryResult<Vec<SurveyQuestion>> {
    question::table.order(question::id.asc()).select(SurveyQuestion::as_select()).load(connection)
}
