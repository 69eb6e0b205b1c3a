//! Failures as a page, where a browser is calling.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode, Uri};
use actix_web::middleware::Next;
use actix_web::{HttpRequest, ResponseError};
use askama::Template;
use server::error::Error;

use super::frame::{Frame, wants_page};
use super::{html_with, see_other};
use crate::address::encoded;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    status: u16,
    message: String,
}

/// Turns the JSON of a failure into a page for a browser; who is not signed in is sent to the
/// sign-in page, also where it was a part of a page that htmx asked for.
///
/// # Errors
///
/// Those of the routing itself.
pub async fn show_as_page<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let page = wants_page(request.request());
    // The request must not be cloned before it is routed, which changes it in place.
    let response = next.call(request).await?;
    match response.response().error() {
        Some(error) if page => {
            let answer =
                answer(response.request(), error.as_error::<Error>(), error.as_response_error());
            Ok(response.into_response(answer).map_into_right_body())
        }
        Some(error) if is_signed_out(error.as_error()) => {
            let path = htmx_page(response.request()).map(|page| sign_in_page(&page));
            let mut response = response.map_into_left_body();
            if let Some(Ok(path)) = path.as_deref().map(HeaderValue::from_str) {
                response.headers_mut().insert(HX_REDIRECT, path);
            }
            Ok(response)
        }
        _ => Ok(response.map_into_left_body()),
    }
}

const HX_REDIRECT: HeaderName = HeaderName::from_static("hx-redirect");

fn is_signed_out(error: Option<&Error>) -> bool {
    matches!(error, Some(Error::AuthorizationRequired(_)))
}

/// The path of the page that htmx shows, if it is htmx that asks.
fn htmx_page(request: &HttpRequest) -> Option<String> {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    header("hx-request")?;
    let shown: Option<Uri> = header("hx-current-url").and_then(|shown| shown.parse().ok());
    let path = shown.as_ref().and_then(Uri::path_and_query);
    Some(path.map_or("/", |path| path.as_str()).to_owned())
}

fn answer(
    request: &HttpRequest,
    error: Option<&Error>,
    response: &dyn ResponseError,
) -> actix_web::HttpResponse {
    if is_signed_out(error) {
        return see_other(&sign_in_path(request));
    }
    let status = response.status_code();
    let render = || {
        let frame = Frame::of(request)?;
        let message = message(&frame, status).into_owned();
        html_with(status, &ErrorPage { frame, status: status.as_u16(), message })
    };
    render().unwrap_or_else(|error| error.error_response())
}

/// Where a browser goes to sign in. What was sent to a route cannot be sent again by going there
/// afterwards.
fn sign_in_path(request: &HttpRequest) -> String {
    let asked = request.uri().path_and_query().map_or("/", |asked| asked.as_str());
    sign_in_page(if request.method() == Method::GET { asked } else { "/" })
}

/// The sign-in page, which leads back to `asked`.
fn sign_in_page(asked: &str) -> String {
    match asked {
        "/" => "/login".to_owned(),
        asked => format!("/login?next={}", encoded(asked)),
    }
}

/// What a person can do about it.
fn message(frame: &Frame, status: StatusCode) -> std::borrow::Cow<'static, str> {
    frame.t(match status.as_u16() {
        400 | 413 | 415 => "error-bad-request",
        403 => "error-forbidden",
        404 => "error-not-found",
        409 => "error-conflict",
        429 => "error-too-many-requests",
        503 => "error-unavailable",
        _ => "error-internal",
    })
}
