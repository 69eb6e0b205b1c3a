//! What is done to messages: closed and opened again, deleted and brought back. The audit log
//! says who did it to which message, and nothing of what is in it.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use db::audit::{self, Act, Entry};
use db::content::{deleted_suggestion, suggestion_inbox};
use db::editing::Author;
use domain::user_message::Status;
use serde_json::json;
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::PAGE;
use super::show::{MessageOut, NOTHING, find, key};
use crate::access::Editor;
use crate::address::safe_return;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// Most messages of one change: more than a list shows.
const MOST: usize = 1_000;

/// `POST /toggle-suggestions-status`: `status` `1` opens the message `id`, `0` closes it.
pub(super) async fn set_status(
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let status = Status::from_digit(submitted.text("status"))
        .ok_or_else(|| Error::bad("status must be 1 or 0"))?;
    let id = key(submitted.text("id"))?;
    if change(&cms, &editor, vec![id], status).await? == 0 {
        return Err(NOTHING);
    }
    if !wants_page(&request) {
        let message = find(&editor, &cms, submitted.text("id")).await?;
        return Ok(answer::ok(&MessageOut::from(message)));
    }
    let key = match status {
        Status::Open => "messages-opened",
        Status::Closed => "messages-closed",
    };
    Flash::success(frame.t(key)).keep(&session)?;
    Ok(pages::see_other(safe_return(submitted.get("return")).unwrap_or(PAGE)))
}

/// `POST /suggestions-management/bulk`: does `action` (`close`, `open`, `delete`) to those of
/// the messages `ids` that are there.
pub(super) async fn bulk(
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let ids: Vec<Uuid> = submitted.all("ids").into_iter().map(key).collect::<Result<_, _>>()?;
    let page = wants_page(&request);
    let back = safe_return(submitted.get("return")).unwrap_or(PAGE).to_owned();
    if ids.is_empty() && page {
        Flash::notice(frame.t("content-nothing-chosen")).keep(&session)?;
        return Ok(pages::see_other(&back));
    }
    if ids.is_empty() || ids.len() > MOST {
        return Err(Error::bad("ids must be 1 to 1000 ids"));
    }
    let (rows, flash) = match submitted.text("action") {
        "delete" => {
            let (deletion, rows) = remove(&cms, &editor, ids).await?;
            (rows, deleted(&frame, deletion, rows))
        }
        action @ ("close" | "open") => {
            let open = action == "open";
            let status = if open { Status::Open } else { Status::Closed };
            let rows = change(&cms, &editor, ids, status).await?;
            let key = if open { "messages-opened-many" } else { "messages-closed-many" };
            (rows, Flash::success(frame.n(key, &count(rows))))
        }
        _ => return Err(Error::bad("action must be close, open or delete")),
    };
    if rows == 0 {
        return Err(NOTHING);
    }
    if !page {
        return Ok(answer::ok(&json!({ "changed": rows })));
    }
    flash.keep(&session)?;
    Ok(pages::see_other(&back))
}

/// `DELETE /suggestions/{id}` and, from forms, `POST /suggestions/{id}/delete`
pub(super) async fn delete(
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let message = find(&editor, &cms, &id).await?;
    let (deletion, rows) = remove(&cms, &editor, vec![message.id]).await?;
    if rows == 0 {
        return Err(NOTHING);
    }
    if !wants_page(&request) {
        return Ok(answer::ok(&MessageOut::from(message)));
    }
    deleted(&frame, deletion, rows).keep(&session)?;
    Ok(pages::see_other(safe_return(submitted.get("return")).unwrap_or(PAGE)))
}

/// `POST /suggestions-management/{id}/restore`: brings back a message, or all that were deleted
/// together.
pub(super) async fn restore(
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (id, lang, author) = (key(&id)?, editor.language.code(), editor.author());
    let rows = cms
        .db
        .run(move |connection| {
            let rows = deleted_suggestion::restore(connection, id, lang)?;
            if rows > 0 {
                note(connection, &author, &id.to_string(), "restored")?;
            }
            Ok(rows)
        })
        .await?;
    if rows == 0 {
        return Err(NOTHING);
    }
    if !wants_page(&request) {
        return Ok(answer::ok(&json!({ "restored": rows })));
    }
    Flash::success(frame.n("messages-restored-many", &count(rows))).keep(&session)?;
    Ok(pages::see_other(PAGE))
}

async fn change(
    cms: &Cms,
    editor: &Editor,
    ids: Vec<Uuid>,
    status: Status,
) -> Result<usize, Error> {
    let (lang, author) = (editor.language.code(), editor.author());
    Ok(cms
        .db
        .run(move |connection| {
            let rows = suggestion_inbox::set_status(connection, &ids, lang, status)?;
            if rows > 0 {
                note(connection, &author, &named(&ids), status.name())?;
            }
            Ok(rows)
        })
        .await?)
}

async fn remove(cms: &Cms, editor: &Editor, ids: Vec<Uuid>) -> Result<(Uuid, usize), Error> {
    let (lang, author) = (editor.language.code(), editor.author());
    Ok(cms
        .db
        .run(move |connection| {
            let (deletion, rows) = deleted_suggestion::delete(connection, &ids, lang)?;
            if rows > 0 {
                note(connection, &author, &named(&ids), "deleted")?;
            }
            Ok((deletion, rows))
        })
        .await?)
}

fn note(
    connection: &mut db::Connection,
    author: &Author,
    item: &str,
    detail: &str,
) -> db::QueryResult<()> {
    let item = format!("suggestion {item}");
    audit::record(connection, &Entry { author, act: Act::MessageHandled, item: &item, detail })
}

/// Which messages: a few by their ids, many by their number.
fn named(ids: &[Uuid]) -> String {
    match ids {
        [id] => id.to_string(),
        ids => format!("({})", ids.len()),
    }
}

fn deleted(frame: &Frame, deletion: Uuid, rows: usize) -> Flash {
    Flash::success(frame.n("messages-deleted-many", &count(rows)))
        .with_action(frame.t("content-undo"), format!("{PAGE}/{deletion}/restore"))
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}
