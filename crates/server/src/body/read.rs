//! Takes a body off the wire.

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::CONTENT_ENCODING;
use bytes::Bytes;
use futures_util::StreamExt;
use tokio::time::{Instant, timeout_at};

use super::budget::Share;
use super::inflate;
use crate::context::Context;
use crate::error::Error;
use crate::settings::HttpSettings;

/// What to do with a body beyond the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overflow {
    /// Answer 413.
    Refuse,
    /// Keep what fits, and came in time, and say so: for the route whose callers send everything again until
    /// it is taken.
    Keep,
}

/// A body.
#[derive(Debug)]
pub struct Received {
    /// Its bytes, inflated.
    pub bytes: Vec<u8>,
    /// Whether there was more, beyond the limit or too late.
    pub truncated: bool,
    /// Held while the body arrives and until its bytes are taken over.
    _share: Share,
}

/// How far beyond its limit a body is still taken off the wire (and thrown away), so that a
/// slow client reads our answer instead of a broken connection.
const DRAIN: usize = 32 * 1024 * 1024;

/// Reads a body of at most `limit` bytes, before and after inflating.
///
/// # Errors
///
/// [`Error::Unavailable`] when too many bodies are arriving at once, [`Error::TooLarge`],
/// [`Error::RequestTimeout`] when the next piece or the whole body is
/// late, [`Error::UnsupportedMediaType`] for an encoding other than gzip or deflate,
/// [`Error::BadRequest`] when the body breaks off or cannot be inflated.
pub async fn read(
    request: &HttpRequest,
    mut payload: Payload,
    limit: usize,
    overflow: Overflow,
) -> Result<Received, Error> {
    let encoding = encoding(request)?;
    let context = Context::of(request)?;
    let settings = &context.settings.http;
    let mut share = Share::default();
    let end = Instant::now() + settings.body_timeout;
    let mut bytes = Vec::new();
    let mut thrown_away = 0;
    let mut late = false;
    loop {
        let piece = match next(&mut payload, end, settings).await {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            // On a slow line the same queue would be too late every time. A line that merely
            // stalled may do better next time.
            Err(Error::RequestTimeout)
                if overflow == Overflow::Keep && Instant::now() >= end && !bytes.is_empty() =>
            {
                late = true;
                break;
            }
            Err(error) => return Err(error),
        };
        let room = limit.saturating_sub(bytes.len()).min(piece.len());
        context
            .body_budget
            .add(&mut share, room, end.min(Instant::now() + settings.body_idle_timeout))
            .await?;
        bytes.extend_from_slice(&piece[..room]);
        thrown_away += piece.len() - room;
        if thrown_away > DRAIN {
            break;
        }
    }
    let mut truncated = late || thrown_away > 0;
    if let Some(encoding) = encoding {
        // It may grow to the limit, and only the inflated bytes are kept after that.
        let deadline = end.min(Instant::now() + settings.body_idle_timeout);
        context.body_budget.add(&mut share, limit, deadline).await?;
        let inflated = inflate::inflate(encoding, &bytes, limit, truncated)?;
        bytes = inflated.bytes;
        truncated |= inflated.truncated;
    }
    if truncated && overflow == Overflow::Refuse {
        return Err(Error::TooLarge);
    }
    Ok(Received { bytes, truncated, _share: share })
}

async fn next(
    payload: &mut Payload,
    end: Instant,
    settings: &HttpSettings,
) -> Result<Option<Bytes>, Error> {
    let deadline = end.min(Instant::now() + settings.body_idle_timeout);
    match timeout_at(deadline, payload.next()).await {
        Err(_) => Err(Error::RequestTimeout),
        Ok(None) => Ok(None),
        Ok(Some(Ok(piece))) => Ok(Some(piece)),
        Ok(Some(Err(PayloadError::Overflow))) => Err(Error::TooLarge),
        Ok(Some(Err(_))) => Err(Error::bad("the body broke off")),
    }
}

fn encoding(request: &HttpRequest) -> Result<Option<inflate::Encoding>, Error> {
    let Some(value) = request.headers().get(CONTENT_ENCODING) else { return Ok(None) };
    match value.to_str().unwrap_or("").trim().to_ascii_lowercase().as_str() {
        "" | "identity" => Ok(None),
        "gzip" | "x-gzip" => Ok(Some(inflate::Encoding::Gzip)),
        "deflate" => Ok(Some(inflate::Encoding::Deflate)),
        _ => Err(Error::UnsupportedMediaType("compress with gzip or not at all")),
    }
}
