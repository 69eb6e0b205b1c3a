//! Request bodies: read within bounds of size, time and depth, then parsed into what a
//! handler asks for. If a handler runs, its input is good.

mod budget;
mod inflate;
mod read;

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use domain::json::{Fields, JsonError};

use crate::error::Error;

pub use budget::BodyBudget;
pub use inflate::{Encoding, Inflated, inflate};
pub use read::{Overflow, Received, read};

/// Most bytes of a JSON body, after inflating. A phone's store of 1 MiB fits, also when every
/// quote in it is escaped.
pub const JSON_LIMIT: usize = 2 * 1024 * 1024;

/// A JSON body parsed into `T`.
pub struct Body<T>(pub T);

/// What a handler wants of a JSON object's members.
pub trait FromFields: Sized {
    /// Builds the value.
    ///
    /// # Errors
    ///
    /// [`Error::BadRequest`] naming the member that is missing or wrong.
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error>;
}

impl<T: FromFields + 'static> FromRequest for Body<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            let text = json_text(&request, payload).await?;
            // No body at all reads as an object without members, as it always did: the
            // message then names what is missing.
            let fields = if text.is_empty() { Fields::empty() } else { parse(&text)? };
            T::from_fields(&fields).map(Body)
        })
    }
}

/// The text of a JSON body: content type checked, inflated, byte order mark cut off, bytes
/// that are not UTF-8 replaced by U+FFFD, as the original did.
///
/// # Errors
///
/// 408, 413, 415 or 400, see [`read`].
pub async fn json_text(request: &HttpRequest, payload: Payload) -> Result<String, Error> {
    let received = read(request, payload, JSON_LIMIT, Overflow::Refuse).await?;
    if !received.bytes.is_empty() {
        require_json(request)?;
    }
    Ok(text(received.bytes))
}

/// Bytes to text: without a byte order mark, bad UTF-8 replaced.
pub fn text(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// Refuses a body that does not call itself JSON in UTF-8.
///
/// # Errors
///
/// [`Error::UnsupportedMediaType`].
pub fn require_json(request: &HttpRequest) -> Result<(), Error> {
    let value =
        request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let mut parts = value.split(';').map(|part| part.trim().to_ascii_lowercase());
    if parts.next().as_deref() != Some("application/json") {
        return Err(Error::UnsupportedMediaType("send JSON with content-type: application/json"));
    }
    let charset = parts.find_map(|part| {
        part.strip_prefix("charset=").map(|name| name.trim_matches('"').to_owned())
    });
    match charset.as_deref() {
        None | Some("utf-8" | "utf8" | "us-ascii") => Ok(()),
        Some(_) => Err(Error::UnsupportedMediaType("JSON must be UTF-8")),
    }
}

fn parse(text: &str) -> Result<Fields<'_>, Error> {
    Fields::parse(text).map_err(json_error)
}

/// The 400 of a JSON text that cannot be used.
pub fn json_error(error: JsonError) -> Error {
    match error {
        JsonError::TooDeep => Error::bad("the JSON is nested too deep"),
        JsonError::Malformed => Error::bad("the body is not a JSON object"),
    }
}
