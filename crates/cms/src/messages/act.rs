//! What is done to messages: closed and opened again, given to somebody, deleted and brought
//! back. The audit log says who did it to which message, and nothing of what is in it.

use actix_web::{HttpResponse, web};
use db::audit::{self, Act, Entry};
use db::content::suggestion_handling::{self, Assignee};
use db::content::{deleted_suggestion, suggestion_inbox};
use db::editing::Author;
use domain::user_message::Status;
use serde_json::json;
use server::error::Error;
use uuid::Uuid;

use super::PAGE;
use super::people;
use super::show::{MessageOut, NOTHING, codes, find, key};
use crate::address::safe_return;
use crate::form::Submitted;
use crate::pages::{Call, Flash};

/// Most messages of one change: more than a list shows.
const MOST: usize = 1_000;

/// `POST /toggle-suggestions-status`: `status` `1` opens the message `id`, `0` closes it.
pub(super) async fn set_status(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let status = Status::from_digit(submitted.text("status"))
        .ok_or_else(|| Error::bad("status must be 1 or 0"))?;
    change(&call, vec![key(submitted.text("id"))?], status).await?;
    let message = find(&call, submitted.text("id")).await?;
    let said = match status {
        Status::Open => "messages-opened",
        Status::Closed => "messages-closed",
    };
    let flash = Flash::success(call.frame.t(said));
    call.done(flash, back(&submitted), &MessageOut::from(message))
}

/// `POST /suggestions-management/bulk`: does `action` (`close`, `open`, `take`, `delete`) to those
/// of the messages `ids` that are there.
pub(super) async fn bulk(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let ids: Vec<Uuid> = submitted.all("ids").into_iter().map(key).collect::<Result<_, _>>()?;
    if ids.is_empty() || ids.len() > MOST {
        let error = Error::bad("ids must be 1 to 1000 ids");
        return call.refused(
            Flash::danger(call.frame.t("content-nothing-chosen")),
            back(&submitted),
            error,
        );
    }
    let (rows, flash) = match submitted.text("action") {
        "delete" => remove(&call, ids).await?,
        "take" => {
            let her = Assignee { id: call.editor.id, name: call.editor.username.clone() };
            let rows = assign(&call, ids, Some(her)).await?;
            (rows, many(&call, "messages-taken-many", rows))
        }
        action @ ("close" | "open") => {
            let open = action == "open";
            let status = if open { Status::Open } else { Status::Closed };
            let rows = change(&call, ids, status).await?;
            (
                rows,
                many(
                    &call,
                    if open { "messages-opened-many" } else { "messages-closed-many" },
                    rows,
                ),
            )
        }
        _ => return Err(Error::bad("action must be close, open, take or delete")),
    };
    call.done(flash, back(&submitted), &json!({ "changed": rows }))
}

/// `POST /suggestions-management/{id}/assign`: `editor` is the key of who looks after it, or empty.
pub(super) async fn give(
    call: Call,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let message = find(&call, &id).await?;
    let assignee = match submitted.text("editor").trim() {
        "" => None,
        editor => {
            let people = people::who_may(&call, &message.lang).await?;
            let found = people.into_iter().find(|one| one.id.to_string() == editor);
            Some(found.ok_or_else(|| Error::bad("editor is nobody who works in its language"))?)
        }
    };
    let flash = match &assignee {
        Some(one) => call.frame.with("messages-given", "name", &one.name),
        None => call.frame.t("messages-given-back"),
    };
    assign(&call, vec![message.id], assignee).await?;
    let message = find(&call, &id).await?;
    let to = format!("{PAGE}/{}", message.id);
    let to = safe_return(submitted.get("return")).unwrap_or(&to);
    call.done(Flash::success(flash), to, &MessageOut::from(message))
}

/// `DELETE /suggestions/{id}` and, from forms, `POST /suggestions/{id}/delete`
pub(super) async fn delete(
    call: Call,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let message = find(&call, &id).await?;
    let (_, flash) = remove(&call, vec![message.id]).await?;
    call.done(flash, back(&submitted), &MessageOut::from(message))
}

/// `POST /suggestions-management/{id}/restore`: brings back a message, or all that were deleted
/// together.
pub(super) async fn restore(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let (id, languages, author) = (key(&id)?, codes(&call.editor), call.author());
    let rows = call
        .cms
        .db
        .run(move |connection| {
            let rows = deleted_suggestion::restore(connection, id, &languages)?;
            note(connection, &author, &[id], rows, "restored")?;
            Ok(rows)
        })
        .await?;
    let rows = some(rows)?;
    call.done(many(&call, "messages-restored-many", rows), PAGE, &json!({ "restored": rows }))
}

async fn change(call: &Call, ids: Vec<Uuid>, status: Status) -> Result<usize, Error> {
    let (languages, author) = (codes(&call.editor), call.author());
    let rows = call
        .cms
        .db
        .run(move |connection| {
            let rows = suggestion_inbox::set_status(connection, &ids, &languages, status, &author)?;
            note(connection, &author, &ids, rows, status.name())?;
            Ok(rows)
        })
        .await?;
    some(rows)
}

async fn assign(call: &Call, ids: Vec<Uuid>, assignee: Option<Assignee>) -> Result<usize, Error> {
    let (languages, author) = (codes(&call.editor), call.author());
    let rows = call
        .cms
        .db
        .run(move |connection| {
            let to = assignee.as_ref();
            let rows = suggestion_handling::assign(connection, &ids, &languages, to)?;
            let detail =
                to.map_or("given to nobody".to_owned(), |to| format!("given to {}", to.name));
            note(connection, &author, &ids, rows, &detail)?;
            Ok(rows)
        })
        .await?;
    some(rows)
}

async fn remove(call: &Call, ids: Vec<Uuid>) -> Result<(usize, Flash), Error> {
    let (languages, author) = (codes(&call.editor), call.author());
    let (deletion, rows) = call
        .cms
        .db
        .run(move |connection| {
            let (deletion, rows) = deleted_suggestion::delete(connection, &ids, &languages)?;
            note(connection, &author, &ids, rows, "deleted")?;
            Ok((deletion, rows))
        })
        .await?;
    let rows = some(rows)?;
    let flash = many(call, "messages-deleted-many", rows)
        .with_action(call.frame.t("content-undo"), format!("{PAGE}/{deletion}/restore"));
    Ok((rows, flash))
}

/// Records what was done to `rows` of the messages `ids`, if to any: a few are named by their
/// ids, many by their number.
pub(super) fn note(
    connection: &mut db::Connection,
    author: &Author,
    ids: &[Uuid],
    rows: usize,
    detail: &str,
) -> db::QueryResult<()> {
    if rows == 0 {
        return Ok(());
    }
    let item = match ids {
        [id] => format!("suggestion {id}"),
        _ => format!("suggestion ({rows})"),
    };
    audit::record(connection, &Entry { author, act: Act::MessageHandled, item: &item, detail })
}

/// Nothing at all was changed: then there was no such message.
fn some(rows: usize) -> Result<usize, Error> {
    if rows == 0 { Err(NOTHING) } else { Ok(rows) }
}

/// The list that a form names, or the whole list.
fn back(submitted: &Submitted) -> &str {
    safe_return(submitted.get("return")).unwrap_or(PAGE)
}

fn many(call: &Call, key: &str, rows: usize) -> Flash {
    Flash::success(call.frame.n(key, &i64::try_from(rows).unwrap_or(i64::MAX)))
}
