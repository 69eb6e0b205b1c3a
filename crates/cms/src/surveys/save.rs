//! Creating and changing surveys.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use db::content::survey_list;
use db::editing::{self, Changed, Image, TABLES};
use db::error::DbError;
use domain::survey::question::{Kind, OPTIONS, Question, name, write_jumps};
use domain::survey::rules::{self, Mistake, Place};
use serde_json::{Map, Value, json};
use server::error::Error;
use uuid::Uuid;

use super::editor::{EditorPage, Filled};
use super::read::{Submission, of_rows};
use super::show::{self, NOTHING, key};
use crate::access::Editor;
use crate::content::needs_no_second;
use crate::form::Submitted;
use crate::pages::{self, Call, Flash};
use crate::state::Cms;

/// What became of saving a survey.
enum Saving {
    Done(Image),
    Missing,
    /// Something is wrong with it; nothing is stored.
    Refused(Vec<(Place, Mistake)>),
    /// Somebody else has changed it since.
    Conflict,
    /// Girls have answered questions that would change; she has not said yet that she means it.
    Answered,
}

/// `POST /survey`: a new survey.
pub(super) async fn create(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    needs_no_second(&call.cms)?;
    let submission = Submission::read(&submitted)?;
    let mut typed = submission.typed();
    // Ids are for the service to give.
    typed.iter_mut().for_each(|question| question.id = None);
    let questions = match rules::check(&typed) {
        Ok(questions) => questions,
        Err(mistakes) if call.wants_page() => {
            let filled = Filled::of(&submission).with_mistakes(mistakes);
            let page = EditorPage::new(call.frame, &call.editor, &call.cms, filled);
            return pages::html_with(StatusCode::BAD_REQUEST, &page);
        }
        Err(mistakes) => return Err(refused(&mistakes)),
    };
    let image = insert(&call.cms, &call.editor, &submission, questions).await?;
    let flash = Flash::success(call.frame.t("surveys-created"));
    call.done(flash, &leads_to(&submitted, &image), &show::raw(&image)?)
}

/// `PUT /survey/{id}` and, from forms, `POST /survey/{id}`. Questions without an id are added,
/// those with one overwritten, those named by `deletedQuestion` deleted; what is not sent stays
/// as it is.
pub(super) async fn update(
    call: Call,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    needs_no_second(&call.cms)?;
    let page = call.wants_page();
    let submission = Submission::read(&submitted)?;
    let version = submitted.get("version").map(str::to_owned);
    let accepted = !page || submitted.flag("accepted");
    let saving = store(&call.cms, &call.editor, &id, version, submission.clone(), accepted).await?;
    if !page {
        return match saving {
            Saving::Done(image) => Ok(show::json(&image)),
            Saving::Missing => Err(NOTHING),
            Saving::Refused(mistakes) => Err(refused(&mistakes)),
            Saving::Conflict | Saving::Answered => {
                Err(Error::Conflict("somebody else has changed this survey meanwhile"))
            }
        };
    }
    let filled = Filled::of(&submission);
    let (filled, status) = match saving {
        Saving::Done(image) => {
            let flash = Flash::success(call.frame.t("surveys-saved"));
            return call.done(flash, &leads_to(&submitted, &image), &show::raw(&image)?);
        }
        Saving::Missing => return Err(NOTHING),
        Saving::Refused(mistakes) => (filled.with_mistakes(mistakes), StatusCode::BAD_REQUEST),
        Saving::Conflict => (filled.in_conflict(), StatusCode::CONFLICT),
        Saving::Answered => (filled.asking(), StatusCode::OK),
    };
    let filled = filled.of_survey(&call, &id, &submitted).await?;
    pages::html_with(status, &EditorPage::new(call.frame, &call.editor, &call.cms, filled))
}

async fn insert(
    cms: &Cms,
    editor: &Editor,
    submission: &Submission,
    questions: Vec<Question>,
) -> Result<Image, Error> {
    let age = submission.age_level.unwrap_or(0);
    let row = json!({
        "live": submission.live.unwrap_or(false),
        "is_multiple": true,
        "isAgeRestricted": age > 0,
        "ageRestrictionLevel": age,
        "contentFilter": submission.content_filter.unwrap_or(0),
    });
    let (author, lang) = (editor.author(), editor.language.code());
    Ok(cms.db.run(move |connection| add(connection, &author, lang, row, &questions)).await?)
}

/// Adds a survey with the columns in `row`; the rest of its own columns is that of the original
/// for today's surveys, empty.
pub(super) fn add(
    connection: &mut db::Connection,
    author: &editing::Author,
    lang: &str,
    mut row: Value,
    questions: &[Question],
) -> Result<Image, DbError> {
    let id = Uuid::new_v4();
    if let Value::Object(members) = &mut row {
        for column in
            ["question", "option1", "option2", "option3", "option4", "option5", "response"]
        {
            members.insert(column.to_owned(), "".into());
        }
        members.insert("id".to_owned(), id.to_string().into());
        members.insert("lang".to_owned(), lang.into());
        members.insert("questions".to_owned(), rows(id, questions, |_| String::new()));
    }
    let found = TABLES.iter().find(|table| table.name == "survey").zip(item(id));
    let Some((table, item)) = found else { return Err(DbError::NotFound) };
    Ok(editing::create(connection, author, &item, |connection| {
        editing::insert_row(connection, table, &row.to_string())
    })?)
}

fn item(id: Uuid) -> Option<editing::Item> {
    editing::Item::new("survey", &id.to_string())
}

async fn store(
    cms: &Cms,
    editor: &Editor,
    id: &str,
    version: Option<String>,
    submission: Submission,
    accepted: bool,
) -> Result<Saving, Error> {
    let (id, item) = key(id)?;
    let (author, lang) = (editor.author(), editor.language.code());
    cms.db
        .run(move |connection| {
            let present = editing::image(connection, &item)?;
            let present = present.filter(|present| present.language() == lang);
            let found = survey_list::with_questions(connection, id, lang)?;
            let (Some(present), Some((_, stored))) = (present, found) else {
                return Ok(Ok(Saving::Missing));
            };
            if version.as_ref().is_some_and(|version| *version != present.version) {
                return Ok(Ok(Saving::Conflict));
            }
            let mut columns = columns(&submission);
            if submission.questions.is_some() {
                let merged = match submission.merged(&stored) {
                    Ok(merged) => merged,
                    Err(error) => return Ok(Err(error)),
                };
                let questions = match rules::check(&merged) {
                    Ok(questions) => questions,
                    Err(mistakes) => return Ok(Ok(Saving::Refused(mistakes))),
                };
                let asks = !accepted && changes_answered(&of_rows(&stored), &questions);
                if asks && survey_list::people(connection, id)? > 0 {
                    return Ok(Ok(Saving::Answered));
                }
                let response = |id: Uuid| {
                    let row = stored.iter().find(|row| row.id == id);
                    row.map(|row| row.response.clone()).unwrap_or_default()
                };
                columns.insert("questions".to_owned(), rows(id, &questions, response));
            }
            // Between this transaction and the look above somebody may have saved.
            let expected = Some(present.version.as_str());
            let json = Value::Object(columns).to_string();
            let changed =
                editing::update(connection, &author, &item, lang, expected, |connection| {
                    editing::update_row(connection, &item, &json)
                })?;
            Ok(Ok(match changed {
                Changed::Done(image) => Saving::Done(image),
                Changed::Missing => Saving::Missing,
                Changed::Conflict(_) => Saving::Conflict,
            }))
        })
        .await?
}

/// The columns of the survey itself that were submitted.
fn columns(submission: &Submission) -> Map<String, Value> {
    let mut columns = Map::new();
    if let Some(live) = submission.live {
        columns.insert("live".to_owned(), live.into());
    }
    if let Some(level) = submission.age_level {
        columns.insert("ageRestrictionLevel".to_owned(), level.into());
        columns.insert("isAgeRestricted".to_owned(), (level > 0).into());
    }
    if let Some(level) = submission.content_filter {
        columns.insert("contentFilter".to_owned(), level.into());
    }
    columns
}

/// The rows of `question` for a survey's questions. `response` gives what a stored one has in
/// a column that no page shows.
pub(super) fn rows(
    survey: Uuid,
    questions: &[Question],
    response: impl Fn(Uuid) -> String,
) -> Value {
    let count = questions.len();
    let of_question = |(at, question): (usize, &Question)| {
        let mut row = Map::new();
        let id = question.id.unwrap_or_else(Uuid::new_v4);
        row.insert("id".to_owned(), id.to_string().into());
        row.insert("question".to_owned(), question.text.clone().into());
        for option in 0..OPTIONS {
            row.insert(name(option).to_owned(), question.options[option].clone().into());
        }
        row.insert("response".to_owned(), response(id).into());
        row.insert("is_multiple".to_owned(), (question.kind == Kind::Choice).into());
        let jumps = write_jumps(question, at + 1, count);
        row.insert("next_question".to_owned(), serde_json::from_str(&jumps).unwrap_or(Value::Null));
        row.insert("sort_number".to_owned(), at.to_string().into());
        row.insert("surveyId".to_owned(), survey.to_string().into());
        Value::Object(row)
    };
    Value::Array(questions.iter().enumerate().map(of_question).collect())
}

/// Whether answers that girls have given would stand beside another question, or none.
pub(super) fn changes_answered(before: &[Question], after: &[Question]) -> bool {
    before.iter().any(|old| {
        let new = after.iter().find(|new| new.id == old.id);
        new.is_none_or(|new| new.face() != old.face())
    })
}

fn refused(mistakes: &[(Place, Mistake)]) -> Error {
    let message =
        mistakes.first().map_or("the survey is not valid", |(_, mistake)| mistake.message());
    Error::bad(message)
}

/// The survey's page again, or the list.
fn leads_to(submitted: &Submitted, image: &Image) -> String {
    match image.values().get("id") {
        Some(Value::String(id)) if submitted.text("then") != "close" => {
            format!("/survey-management/{id}/edit")
        }
        _ => "/survey-management".to_owned(),
    }
}
