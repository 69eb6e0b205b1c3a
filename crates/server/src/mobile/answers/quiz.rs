//! `/mobile/quizzes/:lang`

use db::content::quiz::LiveQuiz;
use serde::Serialize;
use utoipa::ToSchema;

use super::iso;

/// A quiz question.
#[derive(Serialize, ToSchema)]
#[schema(title = "Quiz")]
pub struct Quiz {
    /// UUID.
    id: String,
    topic: String,
    question: String,
    option1: String,
    option2: String,
    option3: String,
    /// `1`, `2` or `3` as text: the app compares texts.
    right_answer: String,
    wrong_answer_response: String,
    right_answer_response: String,
    /// Truthy hides the quiz from everybody in today's app.
    #[serde(rename = "isAgeRestricted")]
    is_age_restricted: Option<bool>,
    #[serde(rename = "ageRestrictionLevel")]
    age_restriction_level: i32,
    #[serde(rename = "contentFilter")]
    content_filter: i32,
    live: bool,
    /// ISO 8601 in UTC with milliseconds.
    date_created: Option<String>,
    pub(super) lang: String,
}

impl From<LiveQuiz> for Quiz {
    fn from(row: LiveQuiz) -> Self {
        Quiz {
            id: row.id.to_string(),
            topic: row.topic,
            question: row.question,
            option1: row.option1,
            option2: row.option2,
            option3: row.option3,
            right_answer: row.right_answer,
            wrong_answer_response: row.wrong_answer_response,
            right_answer_response: row.right_answer_response,
            is_age_restricted: row.is_age_restricted,
            age_restriction_level: row.age_restriction_level.unwrap_or(0),
            content_filter: row.content_filter.unwrap_or(0),
            live: row.live,
            date_created: iso(row.date_created),
            lang: row.lang,
        }
    }
}
