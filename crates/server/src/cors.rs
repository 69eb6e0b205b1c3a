//! Which web pages may call us from a browser.
//!
//! The app is not a page and sends no `Origin`. The one page that needs this is the
//! account-deletion page, whose address is a setting; the contact form route is open to
//! every page, as it always was; in development everything is.

use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS, HeaderMap, HeaderValue, ORIGIN, VARY,
};
use actix_web::{HttpResponse, HttpResponseBuilder};

use crate::settings::{DeployedAs, Settings};

/// The contact form may be sent from any page.
const OPEN_TO_EVERY_PAGE: &str = "/mobile/suggestions";

/// The value of `Access-Control-Allow-Origin` for a request, if it gets one.
pub(crate) fn allowed_origin(
    settings: &Settings,
    path: &str,
    request: &HeaderMap,
) -> Option<HeaderValue> {
    if settings.environment == DeployedAs::Development || path == OPEN_TO_EVERY_PAGE {
        return Some(HeaderValue::from_static("*"));
    }
    let origin = request.get(ORIGIN)?;
    let allowed = settings.delete_account_origin.as_deref()?;
    origin.to_str().is_ok_and(|text| text.eq_ignore_ascii_case(allowed)).then(|| origin.clone())
}

/// The answer to `OPTIONS` on any path, known or not.
pub(crate) fn preflight(request: &HeaderMap) -> HttpResponse {
    let mut answer: HttpResponseBuilder = HttpResponse::NoContent();
    answer
        .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET,HEAD,PUT,PATCH,POST,DELETE"))
        .insert_header((ACCESS_CONTROL_MAX_AGE, "600"))
        .insert_header((VARY, "Access-Control-Request-Headers"));
    if let Some(names) = request.get(ACCESS_CONTROL_REQUEST_HEADERS) {
        answer.insert_header((ACCESS_CONTROL_ALLOW_HEADERS, names.clone()));
    }
    answer.finish()
}

/// Adds the allowed origin to an answer.
pub(crate) fn allow(headers: &mut HeaderMap, origin: HeaderValue) {
    if origin != "*" {
        // In one line, since some caches look only at the first.
        let earlier = headers.get_all(VARY).filter_map(|value| value.to_str().ok());
        let names = earlier.chain(["Origin"]).collect::<Vec<_>>().join(", ");
        if let Ok(names) = HeaderValue::from_str(&names) {
            headers.insert(VARY, names);
        }
    }
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
}
