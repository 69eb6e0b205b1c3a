//! Failures as a page, where a browser is calling.

use actix_web::ResponseError;
use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use askama::Template;
use server::error::Error;

use super::frame::{Frame, wants_page};
use super::{html_with, see_other};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    status: u16,
    message: String,
}

/// Turns the JSON of a failure into a page for a browser; who is not signed in is sent to the
/// sign-in page.
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
        _ => Ok(response.map_into_left_body()),
    }
}

fn answer(
    request: &actix_web::HttpRequest,
    error: Option<&Error>,
    response: &dyn ResponseError,
) -> actix_web::HttpResponse {
    if let Some(Error::AuthorizationRequired(_)) = error {
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

/// The sign-in page, which leads back to the page that was asked for. What was sent to a
/// route cannot be sent again by going there.
fn sign_in_path(request: &actix_web::HttpRequest) -> String {
    let asked = request.uri().path_and_query().map_or("/", |asked| asked.as_str());
    if request.method() != Method::GET || asked == "/" {
        return "/login".to_owned();
    }
    let next = percent_encoding::utf8_percent_encode(asked, percent_encoding::NON_ALPHANUMERIC);
    format!("/login?next={next}")
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
