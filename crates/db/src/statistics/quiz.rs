//! How quizzes were answered.

use std::collections::HashMap;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text, Uuid as SqlUuid};
use uuid::Uuid;

use super::{COUNTS, count};

/// How often one quiz was answered, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuizAnswers {
    /// All answers.
    pub total: u64,
    /// Those that were right.
    pub correct: u64,
    /// Those that were wrong.
    pub incorrect: u64,
    /// Those that chose option 1, 2 and 3.
    pub options: [u64; 3],
}

/// A quiz, as far as its results need it.
#[derive(Clone, Debug, QueryableByName)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct QuizRow {
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    #[diesel(sql_type = Text)]
    pub topic: String,
    #[diesel(sql_type = Text)]
    pub question: String,
    #[diesel(sql_type = Text)]
    pub option1: String,
    #[diesel(sql_type = Text)]
    pub option2: String,
    #[diesel(sql_type = Text)]
    pub option3: String,
    #[diesel(sql_type = Text)]
    pub right_answer: String,
    #[diesel(sql_type = Bool)]
    pub live: bool,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    subject: String,
    #[diesel(sql_type = Text)]
    choice: String,
    #[diesel(sql_type = Text)]
    outcome: String,
    #[diesel(sql_type = BigInt)]
    events: i64,
}

/// How every quiz was answered that has been, by its id.
///
/// # Errors
///
/// Diesel's own.
pub fn quiz_answers(connection: &mut PgConnection) -> QueryResult<HashMap<Uuid, QuizAnswers>> {
    let rows: Vec<Row> = diesel::sql_query(format!(
        "SELECT subject, choice, outcome, sum(events)::bigint AS events FROM {COUNTS} \
          WHERE kind = 'quiz' GROUP BY subject, choice, outcome"
    ))
    .load(connection)?;
    let mut answers: HashMap<Uuid, QuizAnswers> = HashMap::new();
    for row in rows {
        let Ok(id) = Uuid::try_parse(&row.subject) else { continue };
        let events = count(row.events);
        let quiz = answers.entry(id).or_default();
        quiz.total += events;
        match row.outcome.as_str() {
            "correct" => quiz.correct += events,
            "incorrect" => quiz.incorrect += events,
            _ => {}
        }
        match row.choice.as_str() {
            "1" => quiz.options[0] += events,
            "2" => quiz.options[1] += events,
            "3" => quiz.options[2] += events,
            _ => {}
        }
    }
    Ok(answers)
}

const COLUMNS: &str =
    "SELECT id, topic, question, option1, option2, option3, right_answer, live FROM quiz";

/// The quizzes of a language, by topic.
///
/// # Errors
///
/// Diesel's own.
pub fn quizzes(connection: &mut PgConnection, lang: &str) -> QueryResult<Vec<QuizRow>> {
    diesel::sql_query(format!("{COLUMNS} WHERE lang = $1 ORDER BY topic, question, id"))
        .bind::<Text, _>(lang)
        .load(connection)
}

/// One quiz of a language.
///
/// # Errors
///
/// Diesel's own.
pub fn quiz(connection: &mut PgConnection, lang: &str, id: Uuid) -> QueryResult<Option<QuizRow>> {
    diesel::sql_query(format!("{COLUMNS} WHERE lang = $1 AND id = $2"))
        .bind::<Text, _>(lang)
        .bind::<SqlUuid, _>(id)
        .get_result(connection)
        .optional()
}
