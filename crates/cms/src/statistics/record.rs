//! Recording an event in table `analytics`.

use actix_web::{HttpResponse, web};
use db::statistics::{self as counts, NewEvent};
use domain::json::{self, Fields};
use serde_json::json;
use server::answer;
use server::body::{Body, FromFields};
use server::error::Error;

use crate::state::Cms;

/// Longest type, in bytes: an index over them holds no longer ones.
const LONGEST_TYPE: usize = 255;

/// Longest payload and metadata, in bytes.
const LONGEST: usize = 16 * 1024;

/// An event as it is sent: `{"type", "payload", "metadata"}`.
pub(super) struct Recorded(NewEvent);

impl FromFields for Recorded {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        let kind = fields.get("type").and_then(json::string);
        let kind = kind.filter(|kind| !kind.trim().is_empty() && kind.len() <= LONGEST_TYPE);
        let kind = kind.ok_or_else(|| Error::bad("type must be a text of 1 to 255 bytes"))?;
        if kind.contains('\0') {
            return Err(Error::bad("a NUL character cannot be stored"));
        }
        let payload = object(fields, "payload")?;
        let metadata = object(fields, "metadata")?;
        Ok(Recorded(NewEvent { kind, payload, metadata }))
    }
}

fn object(fields: &Fields<'_>, name: &'static str) -> Result<String, Error> {
    match fields.get(name) {
        None | Some("null") => Ok("{}".to_owned()),
        Some(text)
            if text.starts_with('{')
                && text.len() <= LONGEST
                && !json::has_unstorable_text(text) =>
        {
            Ok(text.to_owned())
        }
        Some(_) => Err(Error::bad(format!("{name} must be an object of at most 16 KiB"))),
    }
}

/// `POST /analytics/events`: stores the event.
pub(super) async fn store(
    cms: web::Data<Cms>,
    body: Body<Recorded>,
) -> Result<HttpResponse, Error> {
    let Body(Recorded(event)) = body;
    let kind = event.kind.clone();
    let id = cms.db.run(move |connection| Ok(counts::record(connection, &event)?)).await?;
    Ok(answer::ok(&json!({ "id": id, "type": kind })))
}
