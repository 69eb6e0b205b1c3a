//! `/mobile/surveys/:lang` (one question in the survey itself) and `/mobile/new-surveys/:lang`
//! (a graph of questions).

use std::collections::{BTreeMap, HashMap, HashSet};

use db::content::question::SurveyQuestion;
use db::content::survey::LiveSurvey;
use domain::moment::Moment;
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{by_language, iso};
use crate::mobile::data::SurveyEntry;

/// A survey.
#[derive(Serialize, ToSchema)]
#[schema(title = "Survey")]
pub struct Survey {
    /// UUID.
    id: String,
    /// Empty for surveys that have `questions`.
    question: String,
    option1: String,
    option2: String,
    option3: String,
    option4: String,
    option5: String,
    response: String,
    live: bool,
    /// ISO 8601 in UTC with milliseconds.
    date_created: Option<String>,
    pub(super) lang: String,
    is_multiple: Option<bool>,
    #[serde(rename = "isAgeRestricted")]
    is_age_restricted: Option<bool>,
    #[serde(rename = "ageRestrictionLevel")]
    age_restriction_level: i32,
    #[serde(rename = "contentFilter")]
    content_filter: i32,
    /// Only in `/mobile/new-surveys`, sorted by number.
    #[serde(skip_serializing_if = "Option::is_none")]
    questions: Option<Vec<Question>>,
}

/// A question of a survey.
#[derive(Serialize, ToSchema)]
#[schema(title = "SurveyQuestion")]
pub struct Question {
    /// UUID.
    id: String,
    question: String,
    response: String,
    /// Per option the number of the next question as text; empty for the following one. The
    /// app takes the values in the order of the keys, so they are sent as stored.
    #[schema(value_type = Object)]
    next_question: Box<RawValue>,
    /// A number as text.
    sort_number: String,
    #[serde(rename = "surveyId")]
    survey_id: String,
    is_multiple: Option<bool>,
    /// One object per option that is not empty, such as `{"option1":"Yes"}`.
    #[schema(value_type = Vec<std::collections::BTreeMap<String, String>>)]
    options: Vec<BTreeMap<&'static str, String>>,
}

impl From<LiveSurvey> for Survey {
    fn from(row: LiveSurvey) -> Self {
        Survey {
            id: row.id.to_string(),
            question: row.question,
            option1: row.option1,
            option2: row.option2,
            option3: row.option3,
            option4: row.option4,
            option5: row.option5,
            response: row.response,
            live: row.live,
            date_created: iso(row.date_created),
            lang: row.lang,
            is_multiple: row.is_multiple,
            is_age_restricted: row.is_age_restricted,
            age_restriction_level: row.age_restriction_level.unwrap_or(0),
            content_filter: row.content_filter.unwrap_or(0),
            questions: None,
        }
    }
}

impl TryFrom<SurveyQuestion> for Question {
    type Error = serde_json::Error;

    fn try_from(row: SurveyQuestion) -> Result<Self, Self::Error> {
        let options = [
            ("option1", row.option1),
            ("option2", row.option2),
            ("option3", row.option3),
            ("option4", row.option4),
            ("option5", row.option5),
        ];
        Ok(Question {
            id: row.id.to_string(),
            question: row.question,
            response: row.response,
            next_question: RawValue::from_string(row.next_question.0)?,
            sort_number: row.sort_number,
            survey_id: row.survey_id.to_string(),
            is_multiple: row.is_multiple,
            options: options
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|pair| BTreeMap::from([pair]))
                .collect(),
        })
    }
}

/// The old single-question surveys, by question.
pub(in crate::mobile) fn old_style(
    rows: Vec<LiveSurvey>,
) -> Result<BTreeMap<String, String>, serde_json::Error> {
    let mut rows: Vec<LiveSurvey> =
        rows.into_iter().filter(|row| !row.question.is_empty()).collect();
    rows.sort_by(|one, other| one.question.cmp(&other.question));
    by_language(rows, Survey::from)
}

/// Every survey as a phone that is offered it reads it, with its questions.
pub(in crate::mobile) fn entries(
    surveys: &[LiveSurvey],
    questions: Vec<SurveyQuestion>,
) -> Result<BTreeMap<String, Vec<SurveyEntry>>, serde_json::Error> {
    let mut of_survey = sort_out(questions)?;
    let mut entries: BTreeMap<String, Vec<SurveyEntry>> = BTreeMap::new();
    for row in surveys {
        let Some(created) = row.date_created.0.map(Moment::millis) else { continue };
        let (id, restricted) = (row.id, row.is_age_restricted);
        let mut survey = Survey::from(row.clone());
        survey.questions = Some(of_survey.remove(&id).unwrap_or_default());
        entries.entry(survey.lang.clone()).or_default().push(SurveyEntry {
            id: id.to_string(),
            created,
            restricted,
            json: serde_json::to_string(&survey)?,
        });
    }
    Ok(entries)
}

/// Questions by survey, sorted by number (2 before 10). The table has no key: of equal ids
/// one is kept, as the original did.
fn sort_out(
    questions: Vec<SurveyQuestion>,
) -> Result<HashMap<Uuid, Vec<Question>>, serde_json::Error> {
    let mut questions = questions;
    let mut seen = HashSet::new();
    questions.retain(|question| seen.insert(question.id));
    let number = |text: &str| text.trim().parse::<f64>().unwrap_or(f64::MAX);
    questions.sort_by(|one, other| number(&one.sort_number).total_cmp(&number(&other.sort_number)));
    let mut of_survey: HashMap<Uuid, Vec<Question>> = HashMap::new();
    for question in questions {
        of_survey.entry(question.survey_id).or_default().push(question.try_into()?);
    }
    Ok(of_survey)
}
