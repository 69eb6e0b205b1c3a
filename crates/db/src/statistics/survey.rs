//! How surveys were answered.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, SmallInt, Text, Timestamp, Uuid as SqlUuid};
use domain::statistics::{AgeGroup, Gender, Location};
use uuid::Uuid;

use super::{COUNTS, count};
use crate::content::survey_completion::key;
use crate::types::Stamp;

/// A survey of a language.
#[derive(Clone, Debug, QueryableByName)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct Survey {
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    #[diesel(sql_type = Bool)]
    pub live: bool,
    #[diesel(sql_type = Timestamp)]
    pub date_created: Stamp,
}

/// A question of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: Uuid,
    /// What is asked.
    pub text: String,
    /// Whether one of the options is chosen; else a text is written.
    pub has_options: bool,
    /// The options that are not blank: the app numbers them from 0.
    pub options: Vec<String>,
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The option with this number, from 0.
    Option(usize),
    /// A text, or nothing.
    Text,
}

/// How many people who are alike gave one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says what it is")]
pub struct Answered {
    pub question: Uuid,
    pub choice: Choice,
    pub gender: Gender,
    pub location: Location,
    pub age: AgeGroup,
    pub people: u64,
}

/// How many people who are alike answered a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says what it is")]
pub struct Responses {
    pub survey: Uuid,
    pub gender: Gender,
    pub location: Location,
    pub age: AgeGroup,
    pub people: u64,
}

/// The surveys of a language, the newest first.
///
/// # Errors
///
/// Diesel's own.
pub fn surveys(connection: &mut PgConnection, lang: &str) -> QueryResult<Vec<Survey>> {
    diesel::sql_query(
        "SELECT id, live, date_created FROM survey WHERE lang = $1 ORDER BY date_created DESC, id",
    )
    .bind::<Text, _>(lang)
    .load(connection)
}

#[derive(QueryableByName)]
struct QuestionRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    question: String,
    #[diesel(sql_type = Bool)]
    is_multiple: bool,
    #[diesel(sql_type = diesel::sql_types::Array<Text>)]
    options: Vec<String>,
}

/// The questions of a survey, in their order; an id that comes twice counts once, as in the app.
///
/// # Errors
///
/// Diesel's own.
pub fn questions(connection: &mut PgConnection, survey: Uuid) -> QueryResult<Vec<Question>> {
    let rows: Vec<QuestionRow> = diesel::sql_query(
        "SELECT id, question, coalesce(is_multiple, true) AS is_multiple, \
                ARRAY[option1, option2, option3, option4, option5]::text[] AS options \
           FROM question WHERE \"surveyId\" = $1 \
          ORDER BY CASE WHEN sort_number ~ '^[0-9]{1,9}$' THEN sort_number::integer END, id",
    )
    .bind::<SqlUuid, _>(survey)
    .load(connection)?;
    let mut questions: Vec<Question> = Vec::new();
    for row in rows {
        if questions.iter().all(|known| known.id != row.id) {
            let options = row.options.into_iter().filter(|text| !text.trim().is_empty()).collect();
            let (id, text, has_options) = (row.id, row.question, row.is_multiple);
            questions.push(Question { id, text, has_options, options });
        }
    }
    Ok(questions)
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Text)]
    choice: String,
    #[diesel(sql_type = Text)]
    gender: String,
    #[diesel(sql_type = Text)]
    location: String,
    #[diesel(sql_type = SmallInt)]
    age_group: i16,
    #[diesel(sql_type = BigInt)]
    events: i64,
}

/// Every answer to the questions of a survey; each person counts once.
///
/// # Errors
///
/// Diesel's own.
pub fn answers(connection: &mut PgConnection, survey: Uuid) -> QueryResult<Vec<Answered>> {
    let rows: Vec<Row> = diesel::sql_query(format!(
        "SELECT question AS id, choice, gender, location, age_group, sum(events)::bigint AS events \
           FROM {COUNTS} WHERE kind = 'survey' AND subject = $1 AND question <> '' \
          GROUP BY 1, 2, 3, 4, 5"
    ))
    .bind::<Text, _>(key(survey))
    .load(connection)?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(Answered {
                question: Uuid::try_parse(&row.id).ok()?,
                choice: row.choice.parse().map_or(Choice::Text, Choice::Option),
                gender: Gender::from_name(&row.gender),
                location: Location::from_name(&row.location),
                age: AgeGroup::from_number(row.age_group),
                people: count(row.events),
            })
        })
        .collect())
}

/// How many people answered each survey that was answered.
///
/// # Errors
///
/// Diesel's own.
pub fn responses(connection: &mut PgConnection) -> QueryResult<Vec<Responses>> {
    let rows: Vec<Row> = diesel::sql_query(format!(
        "SELECT subject AS id, '' AS choice, gender, location, age_group, \
                sum(events)::bigint AS events \
           FROM {COUNTS} WHERE kind = 'survey' AND question = '' AND outcome = 'answered' \
          GROUP BY 1, 2, 3, 4, 5"
    ))
    .load(connection)?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(Responses {
                survey: Uuid::try_parse(&row.id).ok()?,
                gender: Gender::from_name(&row.gender),
                location: Location::from_name(&row.location),
                age: AgeGroup::from_number(row.age_group),
                people: count(row.events),
            })
        })
        .collect())
}

/// Texts that people wrote in answer to questions of a survey, each with its question, in the
/// order of the alphabet, so that nobody can tell who wrote first: of the `people` who answered
/// last. Only of answers whose events are still kept. A person's first answer to the survey is the only one
/// that counts.
///
/// # Errors
///
/// Diesel's own.
pub fn written_answers(
    connection: &mut PgConnection,
    survey: Uuid,
    people: i64,
) -> QueryResult<Vec<(Uuid, String)>> {
    #[derive(QueryableByName)]
    struct Written {
        #[diesel(sql_type = Text)]
        question: String,
        #[diesel(sql_type = Text)]
        text: String,
    }
    let rows: Vec<Written> = diesel::sql_query(include_str!("written_answers.sql"))
        .bind::<Text, _>(key(survey))
        .bind::<BigInt, _>(people)
        .load(connection)?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((Uuid::try_parse(&row.question).ok()?, row.text)))
        .collect())
}
