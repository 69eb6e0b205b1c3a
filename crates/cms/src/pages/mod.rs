//! Pages: their frame, what they say after a redirect, and errors a person can read.

mod call;
mod errors;
mod flash;
mod frame;
#[cfg(test)]
mod gallery;
pub mod menu;
mod pager;
pub(crate) mod preferences;
mod sort_link;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, LOCATION};
use askama::Template;
use server::error::Error;
use server::headers::PAGE_POLICY;

pub use call::Call;
pub use errors::show_as_page;
pub use flash::{Flash, Tone};
pub use frame::{Frame, Theme, language_cookie, theme_cookie, wants_page};
pub use pager::Pager;
pub use sort_link::{SortLink, Sorting};

/// A rendered page with status 200.
///
/// # Errors
///
/// [`Error::Internal`] when the template cannot be rendered.
pub fn html(page: &impl Template) -> Result<HttpResponse, Error> {
    html_with(StatusCode::OK, page)
}

/// A rendered page with `status`.
///
/// # Errors
///
/// As [`html`].
pub fn html_with(status: StatusCode, page: &impl Template) -> Result<HttpResponse, Error> {
    let body = page.render().map_err(|error| Error::Internal(error.to_string()))?;
    Ok(HttpResponse::build(status)
        .insert_header((CONTENT_SECURITY_POLICY, PAGE_POLICY))
        .content_type("text/html; charset=utf-8")
        .body(body))
}

/// Whether two values read the same, for macros that take texts and numbers alike.
pub(crate) fn same(one: impl std::fmt::Display, other: impl std::fmt::Display) -> bool {
    one.to_string() == other.to_string()
}

/// Whether a number that a macro was given is above zero.
pub fn is_positive<N: TryInto<i64> + Copy>(number: &N) -> bool {
    (*number).try_into().is_ok_and(|number| number > 0)
}

/// Whether a number that a macro was given is one.
pub fn is_one<N: TryInto<i64> + Copy>(number: &N) -> bool {
    (*number).try_into().is_ok_and(|number| number == 1)
}

/// 303 to `path`: what a browser is told after it has sent a form.
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, path)).finish()
}
