//! One answer, ready to send in every encoding.

use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue,
    IF_NONE_MATCH, VARY,
};
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::encoding::{accepts, brotli, gzip};
use crate::quiet::Quiet;

/// Phones and caches may keep content, but ask whether it is still right; a shared cache may
/// answer for a minute by itself, and for a day if we are away.
const CACHE: HeaderValue = HeaderValue::from_static(
    "public, max-age=0, must-revalidate, s-maxage=60, stale-if-error=86400",
);

/// Bodies below this many bytes are sent as they are.
const WORTH_COMPRESSING: usize = 256;

/// An answer's bytes, compressed once when the content changed, never per request.
#[derive(Debug)]
pub struct Body {
    content_type: HeaderValue,
    digest: String,
    identity: Encoded,
    gzip: Option<Encoded>,
    brotli: Option<Encoded>,
}

#[derive(Debug)]
struct Encoded {
    name: Option<HeaderValue>,
    bytes: Bytes,
    tag: HeaderValue,
}

impl Body {
    /// Compresses `text`. JSON is called JSON; any other text an editor stored is plain text,
    /// so that a browser never runs it.
    pub fn new(text: String) -> Body {
        let worth = text.len() >= WORTH_COMPRESSING;
        Body::build(text, worth)
    }

    /// Leaves `text` as it is: for what a caller has chosen, who could otherwise make us
    /// compress with every request.
    pub fn uncompressed(text: String) -> Body {
        Body::build(text, false)
    }

    fn build(text: String, compress: bool) -> Body {
        let digest = digest(&text);
        let content_type = if text.is_empty() || domain::json::validate(&text).is_err() {
            HeaderValue::from_static("text/plain; charset=utf-8")
        } else {
            HeaderValue::from_static("application/json; charset=utf-8")
        };
        let encoded = |name: &'static str, bytes: Vec<u8>| Encoded {
            // Each encoding is another sequence of bytes and so has a strong tag of its own.
            tag: tag(&format!("{digest}-{name}")),
            name: Some(HeaderValue::from_static(name)),
            bytes: bytes.into(),
        };
        Body {
            gzip: compress
                .then(|| gzip(text.as_bytes()))
                .flatten()
                .map(|bytes| encoded("gzip", bytes)),
            brotli: compress
                .then(|| brotli(text.as_bytes()))
                .flatten()
                .map(|bytes| encoded("br", bytes)),
            identity: Encoded { name: None, bytes: text.into(), tag: tag(&digest) },
            content_type,
            digest,
        }
    }

    /// The text itself.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.identity.bytes).unwrap_or_default()
    }

    /// A hexadecimal digest of the text: equal digests, equal text.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The answer to `request`: 304 when the caller has these bytes, else 200 in the best
    /// encoding the caller takes.
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let chosen = self.choose(request.headers());
        let mut response = if self.is_known_to(request.headers()) {
            HttpResponse::NotModified().finish()
        } else {
            let mut response = HttpResponse::Ok().body(chosen.bytes.clone());
            let headers = response.headers_mut();
            headers.insert(CONTENT_TYPE, self.content_type.clone());
            if let Some(name) = &chosen.name {
                headers.insert(CONTENT_ENCODING, name.clone());
            }
            response
        };
        let headers = response.headers_mut();
        headers.insert(ETAG, chosen.tag.clone());
        headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
        headers.insert(CACHE_CONTROL, CACHE);
        response.extensions_mut().insert(Quiet);
        response
    }

    fn choose(&self, headers: &HeaderMap) -> &Encoded {
        let accepted =
            headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
        match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if accepts(accepted, "br") => brotli,
            (_, Some(gzip)) if accepts(accepted, "gzip") => gzip,
            _ => &self.identity,
        }
    }

    /// Tags are compared weakly, as HTTP asks for: a proxy may have weakened ours. Any of our
    /// encodings counts, since the caller has the same text then.
    fn is_known_to(&self, headers: &HeaderMap) -> bool {
        headers.get_all(IF_NONE_MATCH).filter_map(|value| value.to_str().ok()).any(|value| {
            value.split(',').map(str::trim).any(|candidate| {
                candidate == "*"
                    || candidate
                        .trim_start_matches("W/")
                        .trim_matches('"')
                        .split('-')
                        .next()
                        .is_some_and(|digest| digest == self.digest)
            })
        })
    }
}

/// Names a text in tags and versions.
pub(super) fn digest(text: &str) -> String {
    let mut digest = domain::hex::lower(&Sha256::digest(text.as_bytes()));
    digest.truncate(32);
    digest
}

fn tag(text: &str) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{text}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}
