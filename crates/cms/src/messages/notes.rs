//! Notes of editors about a message, for each other.

use actix_web::{HttpResponse, web};
use db::content::suggestion_handling;
use domain::access::Role;
use domain::text::length_to_readers;
use serde_json::json;
use server::error::Error;
use uuid::Uuid;

use super::PAGE;
use super::act::note;
use super::show::{NOTHING, codes, find};
use crate::form::Submitted;
use crate::pages::{Call, Flash};

/// Longest note, in graphemes.
pub(super) const LONGEST: usize = 2_000;

/// `POST /suggestions-management/{id}/notes`: `content`.
pub(super) async fn add(
    call: Call,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let message = find(&call, &id).await?.id;
    let content = submitted.text("content").replace("\r\n", "\n").trim().to_owned();
    let back = format!("{PAGE}/{message}#notes");
    if content.is_empty() || length_to_readers(&content) > LONGEST {
        let error = Error::bad("content must have 1 to 2000 characters");
        return call.refused(Flash::danger(call.frame.t("messages-note-wrong")), &back, error);
    }
    let (languages, author) = (codes(&call.editor), call.author());
    let added = call
        .cms
        .db
        .run(move |connection| {
            let added =
                suggestion_handling::add_note(connection, message, &languages, &content, &author)?;
            note(connection, &author, &[message], usize::from(added), "noted")?;
            Ok(added)
        })
        .await?;
    ended(&call, added, "messages-noted", &back)
}

/// `POST /suggestions-management/{id}/notes/{note}/delete`: her own; admins delete any.
pub(super) async fn delete(
    call: Call,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (id, key) = path.into_inner();
    let message = find(&call, &id).await?.id;
    let key = Uuid::parse_str(&key).map_err(|_| NOTHING)?;
    let (any, author) = (call.editor.role != Role::ContentManager, call.author());
    let back = format!("{PAGE}/{message}#notes");
    let deleted = call
        .cms
        .db
        .run(move |connection| {
            let gone = suggestion_handling::delete_note(connection, message, key, &author, any)?;
            note(connection, &author, &[message], usize::from(gone), "note deleted")?;
            Ok(gone)
        })
        .await?;
    ended(&call, deleted, "messages-note-deleted", &back)
}

fn ended(call: &Call, found: bool, said: &str, back: &str) -> Result<HttpResponse, Error> {
    if !found {
        return Err(NOTHING);
    }
    call.done(Flash::success(call.frame.t(said)), back, &json!({ "done": true }))
}
