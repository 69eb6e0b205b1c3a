//! What people wrote in answer to a survey: for those who may read it, without who wrote it, and
//! only where enough people wrote something.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::statistics as counts;
use domain::calendar::Day;
use server::clock;
use server::error::Error;
use uuid::Uuid;

use super::export::{Cell, FileFormat, Sheet, file};
use super::users::recorded;
use super::words;
use crate::access::Editor;
use crate::pages::{self, Frame};
use crate::state::Cms;

/// Of so many people the texts are read, those who answered last; the page says so.
const MOST: i64 = 5_000;

/// Most texts of one question on the page; a file holds all of them.
const MOST_SHOWN: usize = 500;

/// A question with what people wrote.
struct Written {
    question: String,
    texts: Vec<String>,
    /// How many are not on the page.
    more: usize,
}

#[derive(Template)]
#[template(path = "statistics/written.html")]
struct WrittenPage {
    frame: Frame,
    results_path: String,
    page_path: String,
    rules: String,
    written: Vec<Written>,
}

/// `GET /survey-management/{id}/written`: the texts, question by question.
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (id, mut written) = find(&cms, &editor, &id).await?;
    for question in &mut written {
        question.more = question.texts.len().saturating_sub(MOST_SHOWN);
        question.texts.truncate(MOST_SHOWN);
    }
    let page = WrittenPage {
        results_path: format!("/survey-management/{id}/results"),
        page_path: format!("/survey-management/{id}/written"),
        rules: words::rules(&frame, &cms.settings.statistics.exact()),
        written,
        frame,
    };
    pages::html(&page)
}

/// `GET /survey-management/{id}/written/export.csv` and `.xlsx`.
pub(super) async fn export(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    place: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (id, format) = place.into_inner();
    let format = FileFormat::from_name(&format)?;
    let (id, written) = find(&cms, &editor, &id).await?;
    if written.is_empty() {
        return Err(Error::NotFound("too few people wrote something"));
    }
    let sheets: Vec<Sheet> = written
        .into_iter()
        .map(|question| Sheet {
            title: question.question,
            heads: vec![frame.t("survey-results-written").into_owned()],
            rows: question.texts.into_iter().map(|text| vec![Cell::Text(text)]).collect(),
        })
        .collect();
    recorded(&cms, &editor, "written answers to a survey", id.to_string()).await?;
    let today = Day::in_nepal(clock::now()).to_iso();
    file(format, &format!("survey-texts-{today}"), &sheets)
}

async fn find(cms: &Cms, editor: &Editor, id: &str) -> Result<(Uuid, Vec<Written>), Error> {
    let missing = || Error::NotFound("no such survey");
    let id = Uuid::try_parse(id).map_err(|_| missing())?;
    let lang = editor.language.code();
    let rules = cms.settings.statistics;
    let found = cms
        .db
        .read(move |connection| {
            Ok(counts::reading(connection, |connection| {
                if counts::surveys(connection, lang)?.iter().all(|survey| survey.id != id) {
                    return Ok(None);
                }
                let questions = counts::questions(connection, id)?;
                Ok(Some((questions, counts::written_answers(connection, id, MOST)?)))
            })?)
        })
        .await?;
    let (questions, texts) = found.ok_or_else(missing)?;
    let written = questions
        .into_iter()
        .map(|question| {
            let of_this = texts.iter().filter(|(asked, _)| *asked == question.id);
            let texts: Vec<String> = of_this.map(|(_, text)| text.clone()).collect();
            Written { question: question.text, texts, more: 0 }
        })
        .filter(|written| rules.figure(written.texts.len() as u64).is_some())
        .collect();
    Ok((id, written))
}
