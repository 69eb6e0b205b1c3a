//! Text in the last segment of a path: a name, a language.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use percent_encoding::percent_decode_str;

use crate::error::Error;

/// The last segment of the path, percent-decoded once: `+` stays `+`, `%2F` becomes `/`.
///
/// Taken from the path as sent, because the router's own decoding leaves some characters
/// encoded and replaces bad UTF-8.
pub struct LastSegment(pub String);

impl FromRequest for LastSegment {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(decode(raw_last_segment(request)).map(LastSegment))
    }
}

/// The last segment as sent, percent-encoding and all.
pub fn raw_last_segment(request: &HttpRequest) -> &str {
    request.uri().path().rsplit('/').next().unwrap_or_default()
}

/// Percent-decodes `segment`.
///
/// # Errors
///
/// [`Error::BadRequest`] for a broken escape or bytes that are not UTF-8.
pub fn decode(segment: &str) -> Result<String, Error> {
    let bytes = segment.as_bytes();
    let broken = bytes.iter().enumerate().any(|(at, byte)| {
        *byte == b'%'
            && !bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
    });
    let decoded = percent_decode_str(segment).decode_utf8();
    match decoded {
        Ok(text) if !broken => Ok(text.into_owned()),
        _ => Err(Error::bad("the address is not valid UTF-8 in percent-encoding")),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::decode;

    #[test]
    fn decodes_once() {
        assert_eq!(decode("a+b%2Fc%2520").unwrap(), "a+b/c%20");
        for bad in ["%", "%4", "%zz", "%E0%A4%A", "%ff"] {
            assert!(decode(bad).is_err(), "{bad}");
        }
    }
}
