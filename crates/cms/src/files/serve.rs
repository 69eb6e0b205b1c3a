//! `/files/{key}`: hands recordings out.

use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_RANGE, ETAG, IF_NONE_MATCH,
    IF_RANGE, LOCATION, RANGE,
};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use server::context::Context;
use server::error::Error;
use server::path::LastSegment;
use server::storage::{CACHE, Object};

use super::audio::Audio;
use super::byte_range::{self, Wanted};
use super::key;
use crate::access::Editor;
use crate::address::encoded;

/// `GET /files/{key}`: a recording, or the part of it that `Range` asks for.
///
/// Where files have an address of their own, phones are sent there; only editors, whose pages
/// may load nothing from elsewhere, get them from here.
pub(super) async fn serve(
    request: HttpRequest,
    LastSegment(key): LastSegment,
    context: web::Data<Context>,
) -> Result<HttpResponse, Error> {
    if !key::is_of_article(&key) {
        return Err(Error::NotFound("no such file"));
    }
    if context.storage.has_own_address() && request.extensions().get::<Editor>().is_none() {
        let elsewhere = context.storage.address(&encoded(&key));
        return Ok(HttpResponse::TemporaryRedirect().insert_header((LOCATION, elsewhere)).finish());
    }
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    // Without its tag at hand, a part of what may be another file is never sent.
    let range = header(RANGE).filter(|_| header(IF_RANGE).is_none());
    let mut wanted = Wanted::Whole;
    let object = context
        .storage
        .get(&key, |size| {
            wanted = byte_range::wanted(range, size);
            wanted.part()
        })
        .await?;
    if object.tag.is_some() && object.tag.as_deref() == header(IF_NONE_MATCH) {
        return Ok(HttpResponse::NotModified().insert_header((CACHE_CONTROL, CACHE)).finish());
    }
    Ok(answer(&key, &wanted, object))
}

fn answer(key: &str, wanted: &Wanted, object: Object) -> HttpResponse {
    let size = object.size;
    let status = match wanted {
        Wanted::Whole => StatusCode::OK,
        Wanted::Part(_) => StatusCode::PARTIAL_CONTENT,
        Wanted::Nothing => {
            return HttpResponse::RangeNotSatisfiable()
                .insert_header((CONTENT_RANGE, format!("bytes */{size}")))
                .finish();
        }
    };
    let mut response = HttpResponse::build(status);
    response.insert_header((CACHE_CONTROL, CACHE)).insert_header((ACCEPT_RANGES, "bytes"));
    match Audio::by_extension(&key.to_lowercase()) {
        Some(audio) => response.content_type(audio.content_type()),
        // Of the original's files some may be anything. A browser must not show those.
        None => response
            .content_type("application/octet-stream")
            .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"file\"")),
    };
    if let Some(tag) = &object.tag {
        response.insert_header((ETAG, tag.as_str()));
    }
    if let Wanted::Part(range) = wanted {
        let shown = format!("bytes {}-{}/{size}", range.start, range.end - 1);
        response.insert_header((CONTENT_RANGE, shown));
    }
    let length = object.range.end - object.range.start;
    response.body(SizedStream::new(length, object.into_stream()))
}
