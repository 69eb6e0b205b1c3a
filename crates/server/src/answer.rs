//! Answers in the one form that phones have always been sent.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

/// A JSON answer. The character set is said although JSON has only one: phones were always
/// sent it.
pub fn json(status: StatusCode, body: &impl Serialize) -> HttpResponse {
    HttpResponse::build(status).content_type("application/json; charset=utf-8").json(body)
}

/// A JSON answer with status 200.
pub fn ok(body: &impl Serialize) -> HttpResponse {
    json(StatusCode::OK, body)
}
