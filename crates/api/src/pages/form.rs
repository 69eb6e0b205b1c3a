//! The form both pages have: a name, a password, and what became of the last try.

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, ResponseError};
use askama::Template;
use domain::account::LookupName;
use domain::language::Language;
use serde::Deserialize;
use server::body::{self, Overflow};
use server::error::Error;

use super::texts::{PageTexts, SharedTexts};
use crate::account::login::NameAndPassword;

/// Most bytes of a submitted form.
const LIMIT: usize = 16 * 1024;

/// One of the two pages.
#[derive(Template)]
#[template(path = "page.html")]
pub(super) struct Page {
    pub language: Language,
    pub others: Vec<Language>,
    pub path: &'static str,
    pub texts: &'static PageTexts,
    pub shared: &'static SharedTexts,
    /// Kept when a try failed, so that only the password has to be typed again.
    pub name: String,
    pub outcome: Outcome,
}

/// What a page says above its form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing yet.
    Fresh,
    /// It is done, and there is nothing more to do.
    Done,
    /// It did not happen, and this is why.
    Failed(&'static str),
}

/// A submitted form.
#[derive(Default, Deserialize)]
pub(super) struct Submitted {
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub password: String,
    /// The box that says "I understand", on the page that has one.
    #[serde(default)]
    pub confirmed: String,
}

impl FromRequest for Submitted {
    type Error = Error;
    type Future = std::pin::Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            let received = body::read(&request, payload, LIMIT, Overflow::Refuse).await?;
            serde_urlencoded::from_bytes(&received.bytes)
                .map_err(|_| Error::bad("the form cannot be read"))
        })
    }
}

impl Submitted {
    /// Name and password, if an account can have them. The app trims and lower-cases every
    /// password before it sends it, so that is what is stored; here she types it herself.
    pub(super) fn credentials(&self) -> Option<NameAndPassword> {
        Some(NameAndPassword {
            name: LookupName::parse(&self.name)?,
            password: domain::text::trim_js(&self.password).to_lowercase(),
        })
    }
}

/// The status and sentence of a failure.
pub(super) fn explain(error: &Error, shared: &'static SharedTexts) -> (StatusCode, Outcome) {
    let status = error.status_code();
    let sentence = match status {
        StatusCode::UNAUTHORIZED => shared.wrong,
        StatusCode::TOO_MANY_REQUESTS => shared.too_often,
        _ => shared.broken,
    };
    // Logs what must be logged.
    let _ = error.error_response();
    (status, Outcome::Failed(sentence))
}
