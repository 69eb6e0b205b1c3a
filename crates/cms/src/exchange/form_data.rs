//! A form with a file that is converted.

use std::io::Read;

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use server::error::Error;

use crate::files::{MOST_BYTES, Refused, Upload};
use crate::form::Submitted;

/// A form with a file.
pub(crate) struct FormData {
    /// The file, or why there is none.
    pub(crate) file: Result<Sheet, Refused>,
    /// The other fields.
    pub(crate) fields: Submitted,
}

/// A file in memory.
pub(crate) struct Sheet {
    /// The name that it had on the sender's machine, without its folders.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// Receives a form whose file is in the field `spreadsheet`.
///
/// # Errors
///
/// As [`Upload::read`]; 503 when the disk is full.
pub(crate) async fn read(request: &HttpRequest, payload: Payload) -> Result<FormData, Error> {
    let mut upload = Upload::read_field(request, payload, MOST_BYTES, "spreadsheet").await?;
    let fields = std::mem::take(&mut upload.fields);
    let file = match upload.file() {
        Ok(file) => {
            let name = without_folders(&file.name);
            let bytes = super::work::apart(move || {
                let mut bytes = Vec::new();
                let read = file.content().and_then(|mut content| content.read_to_end(&mut bytes));
                read.map_err(|error| Error::Internal(format!("an upload: {error}")))?;
                Ok(bytes)
            });
            Ok(Sheet { name, bytes: bytes.await? })
        }
        Err(refused) => Err(refused),
    };
    Ok(FormData { file, fields })
}

/// The last part of a path, at most 120 characters, without what could break a line.
fn without_folders(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.chars().filter(|c| !c.is_control()).take(120).collect()
}
