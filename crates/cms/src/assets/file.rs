//! One file in every encoding.

use std::sync::OnceLock;

use actix_web::HttpResponse;
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue,
    VARY,
};
use bytes::Bytes;
use server::encoding::{accepts, brotli, gzip};
use sha2::{Digest, Sha256};

/// Hexadecimal digits of a hash that name a version.
const DIGITS: usize = 16;

/// A file that is compiled in.
pub(super) struct File {
    pub(super) name: &'static str,
    /// Its address with its version.
    pub(super) url: String,
    content: &'static [u8],
    brotli: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
}

impl File {
    pub(super) fn new(name: &'static str, content: &'static [u8]) -> File {
        let mut version = domain::hex::lower(&Sha256::digest(content));
        version.truncate(DIGITS);
        let url = format!("/static/{name}?{version}");
        File { name, url, content, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }

    /// The part of the address that changes with the content.
    pub(super) fn version(&self) -> &str {
        &self.url[self.url.len() - DIGITS..]
    }

    /// Whether a list of entity tags names this content in any encoding.
    pub(super) fn is_among(&self, tags: &HeaderValue) -> bool {
        tags.to_str().is_ok_and(|tags| {
            tags.split(',').any(|tag| {
                let tag = tag.trim().trim_start_matches("W/").trim_matches('"');
                tag == "*" || tag.split('-').next() == Some(self.version())
            })
        })
    }

    /// 304 where the caller has it, else 200 in the best encoding she takes. It is kept for a
    /// year where the address names this very content.
    pub(super) fn answer(&self, headers: &HeaderMap, known: bool, lasting: bool) -> HttpResponse {
        let (coding, bytes) = self.choose(headers);
        let mut answer = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        let version = self.version();
        let tag =
            coding.map_or(format!("\"{version}\""), |coding| format!("\"{version}-{coding}\""));
        answer.insert_header((ETAG, tag)).insert_header((VARY, "Accept-Encoding")).insert_header((
            CACHE_CONTROL,
            if lasting { "public, max-age=31536000, immutable" } else { "no-cache" },
        ));
        if known {
            return answer.finish();
        }
        if let Some(coding) = coding {
            answer.insert_header((CONTENT_ENCODING, coding));
        }
        answer.insert_header((CONTENT_TYPE, self.media_type())).body(bytes)
    }

    fn choose(&self, headers: &HeaderMap) -> (Option<&'static str>, Bytes) {
        let accepted =
            headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
        if accepts(accepted, "br")
            && let Some(bytes) = self.brotli.get_or_init(|| brotli(self.content).map(Bytes::from))
        {
            return (Some("br"), bytes.clone());
        }
        if accepts(accepted, "gzip")
            && let Some(bytes) = self.gzip.get_or_init(|| gzip(self.content).map(Bytes::from))
        {
            return (Some("gzip"), bytes.clone());
        }
        (None, Bytes::from_static(self.content))
    }

    fn media_type(&self) -> &'static str {
        match self.name.rsplit('.').next() {
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("txt") => "text/plain; charset=utf-8",
            Some("svg") => "image/svg+xml",
            _ => "application/octet-stream",
        }
    }
}
