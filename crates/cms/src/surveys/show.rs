//! Surveys as JSON.

use actix_web::{HttpResponse, web};
use db::content::survey_list;
use db::editing::{self, Direction, Image, Item};
use domain::person;
use server::error::Error;
use uuid::Uuid;

use crate::access::Editor;
use crate::state::Cms;

/// There is no such survey, or it belongs to another language.
pub(super) const NOTHING: Error = Error::NotFound("there is no such survey in this language");

/// The key of a survey in an address.
pub(super) fn key(text: &str) -> Result<(Uuid, Item), Error> {
    let id = person::parse_id(text).ok_or(NOTHING)?;
    Ok((id, Item::new("survey", text).ok_or(NOTHING)?))
}

/// `GET /survey`: every survey of the editor's language with its questions, oldest first.
pub(super) async fn all(editor: Editor, cms: web::Data<Cms>) -> Result<HttpResponse, Error> {
    let lang = editor.language.code();
    let rows = cms
        .db
        .run(move |connection| {
            let filter =
                survey_list::Filter { lang: lang.to_owned(), ..survey_list::Filter::default() };
            let order = (survey_list::SortedBy::Created, Direction::Ascending);
            let listed = survey_list::list(connection, &filter, order, i64::MAX, 0)?;
            let mut rows = Vec::new();
            for survey in listed {
                if let Some(item) = Item::new("survey", &survey.id.to_string()) {
                    rows.extend(editing::image(connection, &item)?);
                }
            }
            Ok(rows)
        })
        .await?;
    let rows: Vec<&str> = rows.iter().map(|row| row.json.as_str()).collect();
    Ok(answer(format!("[{}]", rows.join(","))))
}

/// `GET /survey/{id}`: one survey of the editor's language with its questions.
pub(super) async fn one(
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (_, item) = key(&id)?;
    let lang = editor.language.code();
    let image = cms.db.run(move |connection| Ok(editing::image(connection, &item)?)).await?;
    image.filter(|image| image.language() == lang).map(|image| json(&image)).ok_or(NOTHING)
}

/// A survey as a part of an answer, as the database gives it.
pub(super) fn raw(image: &Image) -> Result<Box<serde_json::value::RawValue>, Error> {
    serde_json::value::RawValue::from_string(image.json.clone())
        .map_err(|error| Error::Internal(error.to_string()))
}

/// A survey as JSON, as the database gives it.
pub(super) fn json(image: &Image) -> HttpResponse {
    answer(image.json.clone())
}

fn answer(body: String) -> HttpResponse {
    HttpResponse::Ok().content_type("application/json; charset=utf-8").body(body)
}
