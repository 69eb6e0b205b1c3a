//! `GET /`

use actix_web::http::header::CONTENT_SECURITY_POLICY;
use actix_web::{HttpResponse, web};
use askama::Template;
use server::error::Error;
use server::headers::PAGE_POLICY;

/// Adds the page and its stylesheet.
pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/", web::get().to(start)).route("/start.css", web::get().to(stylesheet));
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage;

/// `GET /`: says what this is and where the content is read.
async fn start() -> Result<HttpResponse, Error> {
    let body = StartPage.render().map_err(|error| Error::Internal(error.to_string()))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_SECURITY_POLICY, PAGE_POLICY))
        .content_type("text/html; charset=utf-8")
        .body(body))
}

async fn stylesheet() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .body(include_str!("../templates/start.css"))
}
