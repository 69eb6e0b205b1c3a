//! What was answered to surveys, as figures: never a row about one person.

use std::collections::HashMap;

use actix_web::web::Query;
use actix_web::{HttpResponse, web};
use db::statistics::{self as counts, Answered, Choice, Question, Responses};
use domain::statistics::{AnswerFilter, Like, Rules, Shown, protect_answers};
use serde_json::{Value, json};
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::filter::AnswerQuery;
use crate::access::Editor;
use crate::state::Cms;

/// A survey with what may be shown of its answers.
pub(super) struct Results {
    pub(super) id: Uuid,
    /// People who answered it.
    pub(super) responses: Option<u64>,
    pub(super) questions: Vec<(Question, Shown)>,
}

impl Results {
    /// Of a survey's questions, and who answered how.
    pub(super) fn of(
        id: Uuid,
        questions: Vec<Question>,
        answers: &[Answered],
        responses: &[Responses],
        filter: &AnswerFilter,
        rules: &Rules,
    ) -> Results {
        let likes: Vec<Like> = responses
            .iter()
            .filter(|response| response.survey == id)
            .map(|response| Like {
                gender: response.gender,
                location: response.location,
                age: response.age,
                answer: 0,
                people: response.people,
            })
            .collect();
        let all = protect_answers(&likes, 1, filter, rules);
        let questions = questions
            .into_iter()
            .map(|question| {
                let shown = shown(&question, answers, filter, rules);
                (question, shown)
            })
            .collect();
        Results { id, responses: all.total, questions }
    }

    /// Whether enough people wrote something for it to be read.
    pub(super) fn has_texts(&self) -> bool {
        self.questions.iter().any(|(_, shown)| shown.cells.last().is_some_and(Option::is_some))
    }

    pub(super) fn json(&self) -> Value {
        let questions: Vec<Value> = self
            .questions
            .iter()
            .map(|(question, shown)| {
                let answers: Vec<Value> = question
                    .options
                    .iter()
                    .map(Some)
                    .chain([None])
                    .zip(&shown.cells)
                    .map(|(option, people)| json!({ "option": option, "people": people }))
                    .collect();
                json!({
                    "id": question.id.to_string(),
                    "question": question.text,
                    "isMultiple": question.has_options,
                    "people": shown.total,
                    "answers": answers,
                })
            })
            .collect();
        json!({ "id": self.id.to_string(), "responses": self.responses, "questions": questions })
    }
}

/// What may be shown of one question: a count for each option, and one for written answers.
fn shown(question: &Question, answers: &[Answered], filter: &AnswerFilter, rules: &Rules) -> Shown {
    let written = question.options.len();
    let likes: Vec<Like> = answers
        .iter()
        .filter(|answer| answer.question == question.id)
        .map(|answer| Like {
            gender: answer.gender,
            location: answer.location,
            age: answer.age,
            answer: match answer.choice {
                // An option that is no longer there is as good as none.
                Choice::Option(number) if number < written => number,
                Choice::Option(_) | Choice::Text => written,
            },
            people: answer.people,
        })
        .collect();
    protect_answers(&likes, written + 1, filter, rules)
}

/// `GET /answered-surveys`: every survey of the working language, aggregated. The address is the
/// original's, which answered with a row for each person.
pub(super) async fn answered(
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query<AnswerQuery>,
) -> Result<HttpResponse, Error> {
    let filter = query.filter()?;
    let lang = editor.language.code();
    let (surveys, responses, mut details) = cms
        .db
        .read(move |connection| {
            Ok(counts::reading(connection, |connection| {
                let surveys = counts::surveys(connection, lang)?;
                let mut details = HashMap::new();
                for survey in &surveys {
                    let questions = counts::questions(connection, survey.id)?;
                    let answers = counts::answers(connection, survey.id)?;
                    details.insert(survey.id, (questions, answers));
                }
                Ok((surveys, counts::responses(connection)?, details))
            })?)
        })
        .await?;
    let rules = &cms.settings.statistics;
    let answered: Vec<Value> = surveys
        .iter()
        .filter_map(|survey| {
            let (questions, answers) = details.remove(&survey.id)?;
            Some(Results::of(survey.id, questions, &answers, &responses, &filter, rules).json())
        })
        .collect();
    Ok(answer::ok(&json!({
        "answeredSurveys": answered,
        "minimum": rules.minimum,
        "rounding": rules.rounding,
    })))
}
