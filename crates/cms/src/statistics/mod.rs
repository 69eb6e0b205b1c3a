//! Statistics: who uses the app, how quizzes and surveys are answered.
//!
//! A page reads counts, lets `domain::statistics` decide what of them may be shown, and only
//! then makes charts, tables, files and JSON of it: `panel::Panel` is what all four show.

mod chart;
pub mod command;
mod export;
mod filter;
pub mod housekeeping;
mod panel;
mod quizzes;
mod record;
mod survey_results;
mod surveys;
mod users;
mod users_json;
mod words;
mod written;

use domain::access::Ability;

use crate::access::{Need, Routes};
use crate::pages::Frame;

/// Adds the routes of the statistics.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    let need = Need::Ability(Ability::ReadStatistics);
    routes
        .get("/analytics-management", need, users::show)
        .get("/analytics-management/export.{format}", need, users::export)
        .post("/analytics/events", Need::SignedIn, record::store)
        .get("/quiz-management/results", need, quizzes::list)
        .get("/quiz-management/results/export.{format}", need, quizzes::export)
        .get("/quiz/{id}/results", need, quizzes::show)
        .get("/survey-management/{id}/results", need, survey_results::show)
        .get("/survey-management/{id}/results/export.{format}", need, survey_results::export)
        .get("/answered-surveys", need, surveys::answered);
    let need = Need::Ability(Ability::ReadFreeText);
    routes.get("/survey-management/{id}/written", need, written::show).get(
        "/survey-management/{id}/written/export.{format}",
        need,
        written::export,
    );
}

/// A count with its digits in groups, as the page's language writes it.
pub(crate) fn number(frame: &Frame, count: &u64) -> String {
    panel::grouped(*count, frame.language)
}

/// The address of a page with its query, as it is to be printed.
fn print_link(path: &str, query: &str) -> String {
    let joint = if query.is_empty() { '?' } else { '&' };
    format!("{path}{query}{joint}print=1")
}
