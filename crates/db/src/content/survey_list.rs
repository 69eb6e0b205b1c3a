//! Table `survey` as editors list it, and what they do to surveys besides editing them.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Text, Timestamp, Uuid as SqlUuid};
use domain::moment::Moment;
use uuid::Uuid;

use super::question::SurveyQuestion;
use super::survey::LiveSurvey;
use crate::editing::Direction;
use crate::schema::{question, survey, survey_completion};
use crate::types::Stamp;

/// A survey of the list.
#[derive(Clone, Debug, QueryableByName)]
pub struct ListedSurvey {
    /// Its id.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// When it was created, or last prolonged.
    #[diesel(sql_type = Timestamp)]
    pub date_created: Stamp,
    /// Whether it is live.
    #[diesel(sql_type = Bool)]
    pub live: bool,
    /// Whether girls below the age limit are not offered it.
    #[diesel(sql_type = Bool)]
    pub is_age_restricted: bool,
    /// The age level editors have set.
    #[diesel(sql_type = Integer)]
    pub age_restriction_level: i32,
    /// The content filter editors have set.
    #[diesel(sql_type = Integer)]
    pub content_filter: i32,
    /// Its first question.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// How many questions it has.
    #[diesel(sql_type = BigInt)]
    pub questions: i64,
    /// Whether it is of the old kind, whose single question is in its own row.
    #[diesel(sql_type = Bool)]
    pub is_old: bool,
    /// How many people have answered it. Not to be shown as it is: see the statistics.
    #[diesel(sql_type = BigInt)]
    pub people: i64,
    /// How many surveys there are on all pages together.
    #[diesel(sql_type = BigInt)]
    pub total: i64,
}

/// By what the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortedBy {
    /// The time of creation.
    #[default]
    Created,
    /// The first question.
    Name,
    /// The number of questions.
    Questions,
}

/// Which surveys are wanted; an empty text wants all.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The language.
    pub lang: String,
    /// What a question must contain.
    pub search: String,
    /// `true` or `false`: live.
    pub live: String,
    /// `true` or `false`: within its month.
    pub offered: String,
    /// The age level as text.
    pub age: String,
    /// The content filter as text.
    pub content: String,
}

/// A page of surveys.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    filter: &Filter,
    (by, direction): (SortedBy, Direction),
    limit: i64,
    offset: i64,
) -> QueryResult<Vec<ListedSurvey>> {
    let key = match by {
        SortedBy::Created => "survey.date_created",
        SortedBy::Name => "name",
        SortedBy::Questions => "questions",
    };
    let direction = match direction {
        Direction::Ascending => "ASC",
        Direction::Descending => "DESC",
    };
    diesel::sql_query(format!(
        "{} ORDER BY {key} {direction}, survey.id LIMIT $7 OFFSET $8",
        include_str!("survey_list.sql")
    ))
    .bind::<Text, _>(&filter.lang)
    .bind::<Text, _>(super::suggestion_inbox::pattern(&filter.search))
    .bind::<Text, _>(&filter.live)
    .bind::<Text, _>(&filter.offered)
    .bind::<Text, _>(&filter.age)
    .bind::<Text, _>(&filter.content)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)
}

/// A survey of a language with its questions in their order; rows of `question` that share an
/// id count once, as they did for the original.
///
/// # Errors
///
/// Diesel's own.
pub fn with_questions(
    connection: &mut PgConnection,
    id: Uuid,
    lang: &str,
) -> QueryResult<Option<(LiveSurvey, Vec<SurveyQuestion>)>> {
    let found: Option<LiveSurvey> = survey::table
        .find(id)
        .filter(survey::lang.eq(lang))
        .select(LiveSurvey::as_select())
        .first(connection)
        .optional()?;
    let Some(found) = found else { return Ok(None) };
    let mut questions: Vec<SurveyQuestion> = question::table
        .filter(question::surveyId.eq(id))
        .order(question::id.asc())
        .select(SurveyQuestion::as_select())
        .load(connection)?;
    questions.dedup_by_key(|question| question.id);
    questions.sort_by_key(|question| question.sort_number.trim().parse().unwrap_or(i64::MAX));
    Ok(Some((found, questions)))
}

/// How many people have answered a survey.
///
/// # Errors
///
/// Diesel's own.
pub fn people(connection: &mut PgConnection, id: Uuid) -> QueryResult<i64> {
    survey_completion::table
        .filter(survey_completion::survey_id.eq(super::survey_completion::key(id)))
        .count()
        .get_result(connection)
}

/// Sets the time of creation, from which the app counts the month.
///
/// # Errors
///
/// Diesel's own.
pub fn set_created(connection: &mut PgConnection, id: Uuid, created: Moment) -> QueryResult<()> {
    diesel::update(survey::table.find(id))
        .set(survey::date_created.eq(Stamp(Some(created))))
        .execute(connection)
        .map(drop)
}

/// Makes a survey live or not.
///
/// # Errors
///
/// Diesel's own.
pub fn set_live(connection: &mut PgConnection, id: Uuid, live: bool) -> QueryResult<()> {
    diesel::update(survey::table.find(id)).set(survey::live.eq(live)).execute(connection).map(drop)
}
