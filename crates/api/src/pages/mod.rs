//! Pages for people: deleting an account, and getting a copy of one's data.
//!
//! Plain forms that work without JavaScript, in English and Nepali, small enough for a slow
//! phone. What they say about the outcome is what happened.

mod delete_account;
mod export_account;
mod form;
mod texts;

use actix_web::http::header::{ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY};
use actix_web::{HttpRequest, HttpResponse, web};
use domain::language::Language;
use server::headers::PAGE_POLICY;
use server::query::Query;

/// Adds the pages and their stylesheet.
pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/delete-account", web::get().to(delete_account::show))
        .route("/delete-account", web::post().to(delete_account::submit))
        .route("/export-account", web::get().to(export_account::show))
        .route("/export-account", web::post().to(export_account::submit))
        .route("/pages.css", web::get().to(stylesheet));
}

/// The language of a page: `?lang=`, else what the browser prefers.
fn language(request: &HttpRequest) -> Language {
    Query::of(request).get("lang").and_then(Language::from_code).unwrap_or_else(|| {
        let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Language::preferred(header.unwrap_or(""))
    })
}

/// A rendered page with its status.
fn html(status: actix_web::http::StatusCode, page: &impl askama::Template) -> HttpResponse {
    match page.render() {
        Ok(body) => HttpResponse::build(status)
            .insert_header((CONTENT_SECURITY_POLICY, PAGE_POLICY))
            .content_type("text/html; charset=utf-8")
            .body(body),
        Err(error) => {
            log::error!("a page could not be rendered: {error}");
            HttpResponse::InternalServerError().finish()
        }
    }
}

async fn stylesheet() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header(("cache-control", "public, max-age=86400"))
        .body(include_str!("../../templates/pages.css"))
}
