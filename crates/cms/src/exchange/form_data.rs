//! A form with a file.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use server::body::{self, Overflow};
use server::error::Error;

use crate::form::Submitted;

/// Most bytes of a file.
const FILE: usize = 20 * 1024 * 1024;
/// What a form may add to it.
const REST: usize = 64 * 1024;

/// A form with a file, which may be absent.
#[derive(Debug, Default)]
pub(super) struct FormData {
    /// The name that the file had on the sender's machine, without its folders.
    pub(super) file_name: String,
    /// The file; empty when none was chosen.
    pub(super) file: Vec<u8>,
    /// The other fields.
    pub(super) fields: Submitted,
}

/// Reads a form whose file is in the field `name`.
///
/// # Errors
///
/// 400, 408, 413, 415; 503 when too many are arriving.
pub(super) async fn read(
    request: &HttpRequest,
    payload: Payload,
    name: &str,
) -> Result<FormData, Error> {
    let received = body::read(request, payload, FILE + REST, Overflow::Refuse).await?;
    let whole =
        stream::iter([Ok::<_, actix_web::error::PayloadError>(Bytes::from(received.bytes))]);
    let mut parts = Multipart::new(request.headers(), whole.boxed_local());
    let unreadable = |_| Error::bad("the form cannot be read");
    let mut data = FormData::default();
    let mut fields = Vec::new();
    while let Some(mut part) = parts.try_next().await.map_err(unreadable)? {
        let field = part.name().unwrap_or_default().to_owned();
        let file_name = part.content_disposition().and_then(|head| head.get_filename());
        let file_name = file_name.map(without_folders);
        let mut bytes = Vec::new();
        while let Some(piece) = part.try_next().await.map_err(unreadable)? {
            bytes.extend_from_slice(&piece);
        }
        if field == name {
            if bytes.len() > FILE {
                return Err(Error::TooLarge);
            }
            data.file_name = file_name.unwrap_or_default();
            data.file = bytes;
        } else if file_name.is_none() && bytes.len() <= REST {
            fields.push((field, body::text(bytes)));
        }
    }
    data.fields = Submitted::from_pairs(fields);
    Ok(data)
}

/// The last part of a path, at most 120 characters, without what could break a line.
fn without_folders(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.chars().filter(|c| !c.is_control()).take(120).collect()
}
