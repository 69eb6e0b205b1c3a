//! The results of one survey: a page, and the same as a file.

use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::statistics::{self as counts, Survey};
use domain::access::Ability;
use domain::calendar::Day;
use domain::statistics::{AgeGroup, Gender, Location};
use server::error::Error;
use server::{answer, clock};
use uuid::Uuid;

use super::export::{FileFormat, Sheet, file};
use super::filter::AnswerQuery;
use super::panel::{Line, Panel, grouped};
use super::surveys::Results;
use super::users::recorded;
use super::{print_link, words};
use crate::access::Editor;
use crate::pages::{self, Frame, wants_page};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "statistics/survey.html")]
struct SurveyPage {
    frame: Frame,
    form: AnswerQuery,
    page_path: String,
    /// The parameters of the address.
    address: String,
    print_link: String,
    created: String,
    responses: String,
    genders: Vec<(String, String)>,
    locations: Vec<(String, String)>,
    ages: Vec<(String, String)>,
    is_filtered: bool,
    print: bool,
    rules: String,
    /// Where what people wrote can be read, if she may and somebody wrote.
    written_path: String,
    /// Whether somebody wrote what she may not read.
    is_kept_back: bool,
    panels: Vec<Panel>,
}

/// What was found of a survey.
struct Found {
    survey: Survey,
    results: Results,
}

/// `GET /survey-management/{id}/results`: the answers, as a page or as JSON.
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
    query: Query<AnswerQuery>,
) -> Result<HttpResponse, Error> {
    let found = find(&cms, &editor, &id, &query).await?;
    if !wants_page(&request) {
        return Ok(answer::ok(&found.results.json()));
    }
    let query = query.into_inner();
    let all = || std::iter::once((String::new(), frame.t("statistics-all").into_owned()));
    let created = found.survey.date_created.0.map(|moment| frame.date(&moment)).unwrap_or_default();
    let page_path = format!("/survey-management/{}/results", found.survey.id);
    let has_texts = found.results.has_texts();
    let may_read = editor.may(Ability::ReadFreeText);
    let written_path = if has_texts && may_read {
        format!("/survey-management/{}/written", found.survey.id)
    } else {
        String::new()
    };
    let page =
        SurveyPage {
            address: query.address(),
            print_link: print_link(&page_path, &query.address()),
            page_path,
            created,
            responses: found
                .results
                .responses
                .map_or_else(|| words::hidden(&frame), |count| grouped(count, frame.language)),
            genders: all()
                .chain(
                    Gender::ALL[..3]
                        .iter()
                        .map(|gender| (gender.name().to_owned(), words::gender(&frame, *gender))),
                )
                .collect(),
            locations: all()
                .chain(Location::ALL[..2].iter().map(|location| {
                    (location.name().to_owned(), words::location(&frame, *location))
                }))
                .collect(),
            ages: all()
                .chain(
                    AgeGroup::ALL[..8]
                        .iter()
                        .map(|age| (age.name().to_owned(), words::age(&frame, *age))),
                )
                .collect(),
            is_filtered: !query.filter()?.is_empty(),
            print: !query.print.is_empty(),
            rules: words::rules(&frame, &cms.settings.statistics),
            panels: panels(&frame, found.results),
            written_path,
            is_kept_back: has_texts && !may_read,
            form: query,
            frame,
        };
    pages::html(&page)
}

/// `GET /survey-management/{id}/results/export.csv` and `.xlsx`.
pub(super) async fn export(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    place: web::Path<(String, String)>,
    query: Query<AnswerQuery>,
) -> Result<HttpResponse, Error> {
    let (id, format) = place.into_inner();
    let format = FileFormat::from_name(&format)?;
    let found = find(&cms, &editor, &id, &query).await?;
    let id = found.survey.id;
    let (hidden, total) = (words::hidden(&frame), frame.t("statistics-total"));
    let sheets: Vec<Sheet> = panels(&frame, found.results)
        .iter()
        .map(|panel| Sheet::of_panel(panel, &hidden, &total))
        .collect();
    if sheets.is_empty() {
        return Err(Error::NotFound("the survey has no questions"));
    }
    recorded(&cms, &editor, "results of a survey", format!("{id}{}", query.address())).await?;
    let today = Day::in_nepal(clock::now()).to_iso();
    file(format, &format!("survey-results-{today}"), &sheets)
}

async fn find(cms: &Cms, editor: &Editor, id: &str, query: &AnswerQuery) -> Result<Found, Error> {
    let missing = || Error::NotFound("no such survey");
    let id = Uuid::try_parse(id).map_err(|_| missing())?;
    let filter = query.filter()?;
    let lang = editor.language.code();
    let rules = cms.settings.statistics;
    let found = cms
        .db
        .read(move |connection| {
            Ok(counts::reading(connection, |connection| {
                let surveys = counts::surveys(connection, lang)?;
                let Some(survey) = surveys.into_iter().find(|survey| survey.id == id) else {
                    return Ok(None);
                };
                let questions = counts::questions(connection, id)?;
                let answers = counts::answers(connection, id)?;
                let responses = counts::responses(connection)?;
                let results = Results::of(id, questions, &answers, &responses, &filter, &rules);
                Ok(Some(Found { survey, results }))
            })?)
        })
        .await?;
    found.ok_or_else(missing)
}

fn panels(frame: &Frame, results: Results) -> Vec<Panel> {
    let hidden = words::hidden(frame);
    let people = frame.t("survey-results-people");
    let questions = results.questions.into_iter().enumerate();
    questions
        .map(|(at, (question, shown))| {
            let written = shown.cells.last().copied().flatten();
            let mut lines: Vec<Line> = question
                .options
                .iter()
                .zip(&shown.cells)
                .map(|(option, count)| Line { label: option.clone(), count: *count, marked: false })
                .collect();
            // The line of texts is there where a text is asked for, or was written all the same.
            if !question.has_options || written.is_some() {
                let label = frame.t("survey-results-text").into_owned();
                lines.push(Line { label, count: written, marked: false });
            }
            let number = frame.number(&(at + 1));
            Panel::of_lines(&format!("question-{}", at + 1), lines, shown.total)
                .called(
                    &format!("{number}. {}", question.text),
                    &frame.t("survey-results-answer"),
                    &people,
                )
                .with_bars(frame.language, &hidden)
        })
        .collect()
}
