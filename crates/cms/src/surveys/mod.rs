//! Surveys: the list, the page on which one is written, and what is done to it.
//!
//! A survey and its questions are one item of `db::editing`: they are saved in one transaction,
//! and a revision holds all of them, as its draft does.

mod actions;
mod draft;
mod editor;
mod jumps;
mod list;
mod read;
mod save;
mod show;

use actix_web::{HttpResponse, web};
use db::content::survey_list;
use db::editing::{Image, Item};
use domain::access::Ability;
use domain::content::Values;
use domain::moment::Moment;
use domain::survey::question::{self, Next, Question};
use serde_json::Value;
use server::error::Error;

use crate::access::{Need, Routes};
use crate::drafts::Place;
use crate::form::Submitted;
use crate::pages::{self, Frame};
use crate::state::Cms;

pub(crate) use draft::{heading, is_same, judge, questions, untold, values};
pub(crate) use editor::{again, mistake_key};
pub(crate) use read::Submission;

/// Where surveys are written.
pub(crate) const PLACE: Place =
    Place { table: "survey", path: "/survey", page: "/survey-management" };

const WRITE: Need = Need::Ability(Ability::WriteContent);

/// Adds the routes of surveys.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get("/survey-management", WRITE, list::show)
        .get("/survey-management/new", WRITE, editor::show_new)
        .get("/survey-management/{id}", WRITE, to_editor)
        .get("/survey-management/{id}/edit", WRITE, editor::show)
        .post("/survey-management/arrange", WRITE, editor::rearrange)
        .get("/survey", WRITE, show::all)
        .post("/survey", WRITE, save::create)
        .post("/survey/bulk", WRITE, actions::bulk)
        .get("/survey/{id}", WRITE, show::one)
        .put("/survey/{id}", WRITE, save::update)
        .post("/survey/{id}", WRITE, save::update)
        .delete("/survey/{id}", WRITE, actions::delete)
        .post("/survey/{id}/delete", WRITE, actions::delete)
        .post("/survey/{id}/live", WRITE, actions::set_live)
        .post("/survey/{id}/prolong", WRITE, actions::prolong)
        .post("/survey/{id}/duplicate", WRITE, actions::duplicate);
}

/// `GET /survey-management/{id}`
async fn to_editor(id: web::Path<String>) -> Result<HttpResponse, Error> {
    let (id, _) = show::key(&id)?;
    Ok(pages::see_other(&format!("/survey-management/{id}/edit")))
}

/// The questions that a form holds, in their order.
///
/// # Errors
///
/// 400 for ids that are none.
pub(crate) fn typed(submitted: &Submitted) -> Result<Vec<Question>, Error> {
    Ok(read::Submission::read(submitted)?.typed())
}

/// Whether girls have answered a question of `row` that would be another, or none, with
/// `values`.
///
/// # Errors
///
/// Diesel's own.
pub(crate) fn changes_answers(
    connection: &mut db::Connection,
    item: &Item,
    row: &Image,
    values: &Values,
) -> db::QueryResult<bool> {
    if !save::changes_answered(&questions(&row.values()), &questions(values)) {
        return Ok(false);
    }
    let Some(id) = domain::person::parse_id(item.id()) else { return Ok(false) };
    Ok(survey_list::people(connection, id)? > 0)
}

/// The questions of a revision, one below the other, with what can be answered and where it
/// leads.
pub(crate) fn in_words(frame: &Frame, questions: &Value) -> String {
    let Value::Array(rows) = questions else { return String::new() };
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let number = frame.number(&(at + 1));
        lines.push(format!("{number}. {}", text(row, "question")));
        if row["is_multiple"] == Value::Bool(false) {
            lines.push(format!("   – {}", frame.t("surveys-kind-free")));
            continue;
        }
        let jumps = question::read_jumps(&row["next_question"].to_string(), rows.len());
        for (option, next) in jumps.into_iter().enumerate() {
            let answer = text(row, question::name(option));
            if answer.is_empty() {
                continue;
            }
            let leads_to = match next {
                Next::Following => String::new(),
                Next::Question(number) => format!(" → {}", frame.number(&number)),
                Next::End => format!(" → {}", frame.t("surveys-jump-end")),
            };
            lines.push(format!("   – {answer}{leads_to}"));
        }
    }
    lines.join("\n")
}

/// A day as the list shows it; nothing for what is beyond all dates.
fn day(frame: &Frame, moment: Option<Moment>) -> String {
    moment.map(|moment| frame.date(&moment)).unwrap_or_default()
}

/// How many people have answered, as far as that may be told.
fn responses(frame: &Frame, cms: &Cms, people: i64) -> String {
    let rules = &cms.settings.statistics;
    match rules.figure(u64::try_from(people).unwrap_or(0)) {
        Some(people) => frame.number(&people),
        None => frame.n("surveys-fewer-than", &rules.minimum).into_owned(),
    }
}
