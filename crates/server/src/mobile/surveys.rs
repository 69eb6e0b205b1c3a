//! `GET /mobile/new-surveys/:lang?user_id=UUID`

use std::collections::HashSet;

use actix_web::{HttpResponse, web};
use db::content::survey_completion;
use domain::person::parse_id;
use domain::survey::is_offered;

use super::answers::survey::Survey;
use crate::clock;
use crate::context::Context;
use crate::error::Error;
use crate::path::LastSegment;
use crate::query::Query;

/// `GET /mobile/new-surveys/:lang?user_id=UUID`: the live surveys of the last month that this
/// girl has not answered and is old enough for. A `user_id` that is no UUID counts as none;
/// while the database is away nobody is offered anything, rather than something she has
/// answered.
#[utoipa::path(get, path = "/mobile/new-surveys/{lang}", tag = "content",
    params(("lang" = String, Path), ("user_id" = Option<String>, Query, description = "The girl's id")),
    responses((status = 200, body = Vec<Survey>)))]
pub(super) async fn new_surveys(
    context: web::Data<Context>,
    lang: LastSegment,
    query: Query,
) -> Result<HttpResponse, Error> {
    let snapshot = context.content.snapshot()?;
    let surveys = snapshot.data.surveys.get(&lang.0).map(Vec::as_slice).unwrap_or_default();
    let person = query.get("user_id").and_then(parse_id);
    let (answered, date_of_birth) = match person {
        Some(id) if !surveys.is_empty() => {
            match context
                .db
                .run(move |connection| Ok(survey_completion::of_person(connection, id)?))
                .await
            {
                Ok(known) => (known.answered, known.date_of_birth),
                Err(error) => {
                    log::warn!("new-surveys: {error}");
                    return Ok(list(std::iter::empty()));
                }
            }
        }
        _ => (HashSet::new(), None),
    };
    let now = clock::now();
    Ok(list(
        surveys
            .iter()
            .filter(|survey| !answered.contains(&survey.id))
            .filter(|survey| {
                domain::moment::Moment::from_millis(survey.created).is_some_and(|created| {
                    is_offered(created, survey.restricted, date_of_birth, now)
                })
            })
            .map(|survey| survey.json.as_str()),
    ))
}

/// JSON texts to a JSON array.
fn list<'a>(texts: impl Iterator<Item = &'a str>) -> HttpResponse {
    let body = format!("[{}]", texts.collect::<Vec<_>>().join(","));
    HttpResponse::Ok().content_type("application/json; charset=utf-8").body(body)
}
