//! Tables `survey` and `question`.

use std::collections::HashMap;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use domain::exchange::content::{Question, Survey};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{AudienceColumns, Json, Wanted, rows};
use crate::editing::{self, Image, TABLES};

#[derive(Deserialize)]
struct SurveyRow {
    id: String,
    live: bool,
    #[serde(flatten)]
    audience: AudienceColumns,
    #[serde(flatten)]
    own: Asked,
    /// Those of a draft.
    questions: Option<Vec<DraftQuestion>>,
}

/// A question in a draft, which this service wrote.
#[derive(Deserialize)]
struct DraftQuestion {
    #[serde(default)]
    id: Option<String>,
    #[serde(flatten)]
    asked: Asked,
    #[serde(default)]
    next_question: Value,
}

/// What a question asks; a survey from before 2023 holds its only one itself.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    question: String,
    option1: String,
    option2: String,
    option3: String,
    option4: String,
    option5: String,
    response: String,
    is_multiple: Option<bool>,
}

#[derive(Deserialize)]
struct QuestionRow {
    id: String,
    #[serde(flatten)]
    asked: Asked,
    sort_number: String,
    #[serde(rename = "surveyId")]
    survey: String,
}

/// Apart from the rest, since what is stored there need not be a value that Rust can read.
#[derive(Deserialize)]
struct Next<'a> {
    #[serde(borrow)]
    next_question: &'a RawValue,
}

pub(super) fn surveys(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
) -> QueryResult<Vec<Survey>> {
    let found =
        rows::<SurveyRow>(connection, "survey AS item", "item.date_created, item.id", wanted)?;
    let mut questions = questions(connection, wanted.lang)?;
    let mut versions = versions(connection, &found)?;
    Ok(found
        .into_iter()
        .map(|(row, version)| {
            let mut asked = questions.remove(&row.id).unwrap_or_default();
            asked.sort_by_key(|(number, question)| (*number, question.id.clone()));
            let mut list: Vec<Question> = asked.into_iter().map(|(_, question)| question).collect();
            if let Some(drafted) = row.questions {
                let question = |draft: DraftQuestion| {
                    let next = next_numbers(&draft.next_question.to_string());
                    draft.asked.into_question(draft.id.unwrap_or_default(), next)
                };
                list = drafted.into_iter().map(question).collect();
            }
            if list.is_empty() && !row.own.question.is_empty() {
                list.push(row.own.into_question(String::new(), Default::default()));
            }
            let version = match (versions.remove(&row.id), version.split_once('+')) {
                (Some(own), Some((_, draft))) => format!("{own}+{draft}"),
                (Some(own), None) => own,
                (None, _) => version,
            };
            Survey {
                id: row.id,
                live: row.live,
                audience: row.audience.into(),
                questions: list,
                version,
            }
        })
        .collect())
}

/// The versions of surveys, to which their questions belong.
fn versions(
    connection: &mut PgConnection,
    found: &[(SurveyRow, String)],
) -> QueryResult<HashMap<String, String>> {
    let ids: Vec<&str> = found.iter().map(|(row, _)| row.id.as_str()).collect();
    let Some(table) = TABLES.iter().find(|table| table.name == "survey") else {
        return Ok(HashMap::new());
    };
    let images = editing::images(connection, table, Some(&ids))?;
    Ok(images.into_iter().map(|(id, json)| (id, Image::of(json).version)).collect())
}

fn questions(
    connection: &mut PgConnection,
    lang: &str,
) -> QueryResult<HashMap<String, Vec<(u32, Question)>>> {
    let found = diesel::sql_query(
        r#"SELECT row_to_json(item)::text AS json FROM question AS item
            WHERE "surveyId" IN (SELECT id FROM survey WHERE lang = $1)"#,
    )
    .bind::<Text, _>(lang)
    .load::<Json>(connection)?;
    let mut by_survey: HashMap<String, Vec<(u32, Question)>> = HashMap::new();
    for Json { json } in found {
        let unreadable = |error| diesel::result::Error::DeserializationError(Box::new(error));
        let next: Next<'_> = serde_json::from_str(&json).map_err(unreadable)?;
        let next = next_numbers(next.next_question.get());
        // Without the member whose text may hold half a surrogate pair, which no reader takes.
        let without: HashMap<String, Box<RawValue>> =
            serde_json::from_str(&json).map_err(unreadable)?;
        let rest: HashMap<&String, &RawValue> = without
            .iter()
            .filter(|(name, _)| *name != "next_question")
            .map(|(name, value)| (name, &**value))
            .collect();
        let rest = serde_json::to_string(&rest).map_err(unreadable)?;
        let row: QuestionRow = serde_json::from_str(&rest).map_err(unreadable)?;
        let number = row.sort_number.trim().parse().unwrap_or(u32::MAX);
        by_survey
            .entry(row.survey)
            .or_default()
            .push((number, row.asked.into_question(row.id, next)));
    }
    Ok(by_survey)
}

/// The members `option1` to `option5`; texts or numbers.
fn next_numbers(json: &str) -> [String; 5] {
    let value: Value = serde_json::from_str(json).unwrap_or(Value::Null);
    [1, 2, 3, 4, 5].map(|number| match value.get(format!("option{number}")) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    })
}

impl Asked {
    fn into_question(self, id: String, next: [String; 5]) -> Question {
        Question {
            id,
            question: self.question,
            options: [self.option1, self.option2, self.option3, self.option4, self.option5],
            response: self.response,
            is_multiple: self.is_multiple.unwrap_or(true),
            next,
        }
    }
}
