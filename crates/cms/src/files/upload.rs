//! Receives uploads: a file, and what else its form holds.

use std::fs::File;
use std::future::Future;
use std::io::{Seek, SeekFrom, Write};
use std::pin::Pin;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_ENCODING;
use actix_web::{FromRequest, HttpRequest};
use bytes::Bytes;
use futures_util::TryStreamExt;
use server::context::Context;
use server::error::Error;
use tokio::time::{Instant, timeout_at};

use super::Refused;
use crate::form::Submitted;

/// Most bytes of a file.
pub const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// Most bytes of all other fields together.
const MOST_TEXT: usize = 64 * 1024;

/// How many bytes above a limit are still taken off the wire, and thrown away, so that a
/// browser reads our answer instead of a broken connection.
const DRAIN: u64 = 40 * 1024 * 1024;

/// Bytes are written to disk in pieces of this size, each on a thread that may wait for it.
const PIECE: usize = 1024 * 1024;

/// A submitted form with a file. As a handler's parameter it takes a file of at most
/// [`MOST_BYTES`]; [`Upload::read`] sets another limit.
///
/// A request that is no such form is answered by itself. A file that cannot be taken is only
/// noted, so that a page can say so beside its field: [`Upload::file`].
pub struct Upload {
    /// The other fields.
    pub fields: Submitted,
    file: Result<UploadedFile, Refused>,
}

/// A file as it was sent, kept on disk until it is dropped, under no name.
#[derive(Debug)]
pub struct UploadedFile {
    /// What the sender calls it. It may be anything.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    content: File,
}

impl UploadedFile {
    /// The content, from its beginning. All that this returns stand at one place.
    ///
    /// # Errors
    ///
    /// Those of the disk.
    pub fn content(&self) -> std::io::Result<File> {
        let mut content = self.content.try_clone()?;
        content.seek(SeekFrom::Start(0))?;
        Ok(content)
    }
}

impl Upload {
    /// The file.
    ///
    /// # Errors
    ///
    /// [`Refused::Empty`] or [`Refused::TooLarge`].
    pub fn file(self) -> Result<UploadedFile, Refused> {
        self.file
    }

    /// Receives a form with a file, field `file`, of at most `limit` bytes.
    ///
    /// # Errors
    ///
    /// 400, 408, 413 (other fields that are too long, or a sender who does not stop) or 415.
    pub async fn read(
        request: &HttpRequest,
        payload: Payload,
        limit: u64,
    ) -> Result<Upload, Error> {
        Upload::read_field(request, payload, limit, "file").await
    }

    /// The same with a file in the field `wanted`.
    ///
    /// # Errors
    ///
    /// As [`Upload::read`].
    pub async fn read_field(
        request: &HttpRequest,
        payload: Payload,
        limit: u64,
        wanted: &str,
    ) -> Result<Upload, Error> {
        if request.headers().get(CONTENT_ENCODING).is_some_and(|value| value != "identity") {
            return Err(Error::UnsupportedMediaType("send files as they are"));
        }
        let settings = &Context::of(request)?.settings.http;
        let clock =
            Clock { end: Instant::now() + settings.body_timeout, idle: settings.body_idle_timeout };
        let mut form = Multipart::new(request.headers(), payload);
        let mut pairs = Vec::new();
        let mut text_left = MOST_TEXT;
        let mut file = None;
        while let Some(mut field) = clock.next(form.try_next()).await? {
            let name = field.name().unwrap_or_default().to_owned();
            let file_name = field
                .content_disposition()
                .and_then(|disposition| disposition.get_filename().map(str::to_owned));
            match file_name {
                Some(file_name) if name == wanted && file.is_none() => {
                    file = Some(receive(&clock, &mut field, file_name, limit).await?);
                }
                Some(_) => return Err(Error::bad(format!("send one file, as field {wanted}"))),
                None => {
                    let value = text(&clock, &mut field, &mut text_left).await?;
                    pairs.push((name, value));
                }
            }
        }
        Ok(Upload {
            fields: Submitted::from_pairs(pairs),
            file: file.unwrap_or(Err(Refused::Empty)),
        })
    }
}

impl FromRequest for Upload {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move { Upload::read(&request, payload, MOST_BYTES).await })
    }
}

/// How long a sender may take.
struct Clock {
    end: Instant,
    idle: std::time::Duration,
}

impl Clock {
    async fn next<T>(
        &self,
        piece: impl Future<Output = Result<T, MultipartError>>,
    ) -> Result<T, Error> {
        match timeout_at(self.end.min(Instant::now() + self.idle), piece).await {
            Err(_) => Err(Error::RequestTimeout),
            Ok(received) => received.map_err(|error| cannot_read(&error)),
        }
    }
}

fn cannot_read(error: &MultipartError) -> Error {
    match error {
        MultipartError::ContentTypeMissing
        | MultipartError::ContentTypeParse
        | MultipartError::ContentTypeIncompatible => {
            Error::UnsupportedMediaType("send a form with content-type: multipart/form-data")
        }
        MultipartError::Incomplete | MultipartError::Payload(_) => Error::bad("the body broke off"),
        _ => Error::bad("the form cannot be read"),
    }
}

async fn text(clock: &Clock, field: &mut Field, left: &mut usize) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(piece) = clock.next(field.try_next()).await? {
        *left = left.checked_sub(piece.len()).ok_or(Error::TooLarge)?;
        bytes.extend_from_slice(&piece);
    }
    let text = server::body::text(bytes);
    if text.contains('\0') {
        return Err(Error::bad("a NUL character cannot be stored"));
    }
    Ok(text)
}

/// Writes a file to disk as it comes.
async fn receive(
    clock: &Clock,
    field: &mut Field,
    name: String,
    limit: u64,
) -> Result<Result<UploadedFile, Refused>, Error> {
    let mut disk = Disk::open().await?;
    let mut size = 0_u64;
    while let Some(piece) = clock.next(field.try_next()).await? {
        size += piece.len() as u64;
        if size <= limit {
            disk.write(piece).await?;
        } else if size > limit + DRAIN {
            return Err(Error::TooLarge);
        }
    }
    Ok(match size {
        0 => Err(Refused::Empty),
        size if size > limit => Err(Refused::TooLarge),
        size => Ok(UploadedFile { name, size, content: disk.finish().await? }),
    })
}

/// A file without a name, which is gone when nobody has it open any more.
struct Disk {
    file: File,
    waiting: Vec<u8>,
}

impl Disk {
    async fn open() -> Result<Disk, Error> {
        let file = blocking(tempfile::tempfile).await?;
        Ok(Disk { file, waiting: Vec::new() })
    }

    async fn write(&mut self, piece: Bytes) -> Result<(), Error> {
        self.waiting.extend_from_slice(&piece);
        if self.waiting.len() < PIECE {
            return Ok(());
        }
        self.flush().await
    }

    async fn flush(&mut self) -> Result<(), Error> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut file = self.file.try_clone().map_err(|error| disk_error(&error))?;
        blocking(move || file.write_all(&waiting)).await
    }

    async fn finish(mut self) -> Result<File, Error> {
        self.flush().await?;
        Ok(self.file)
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, Error> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(|error| disk_error(&error)),
        Err(error) => Err(Error::Internal(error.to_string())),
    }
}

/// A full disk passes by itself when other uploads have ended.
fn disk_error(error: &std::io::Error) -> Error {
    log::error!("an upload cannot be kept on disk: {error}");
    Error::Unavailable(std::time::Duration::from_secs(30))
}
