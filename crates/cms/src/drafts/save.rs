//! `…/draft`: the draft of an item, written and read.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use db::drafting::{self, Draft};
use db::editing::{self, Item};
use domain::content::{Kind, as_text};
use serde_json::{Value, json};
use server::answer;
use server::error::Error;

use super::store::{Stored, store};
use super::{publish, step};
use crate::address::safe_return;
use crate::content::form::{self, Conflict, Filled};
use crate::content::{NOTHING, table};
use crate::form::Submitted;
use crate::pages::{self, Call, Flash};

/// `POST {path}/new-draft`: begins a new item, which phones do not see before it is published.
pub(super) async fn create(
    kind: &'static Kind,
    call: Call,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let item = call.cms.db.run(move |connection| Ok(drafting::reserve(connection, table(kind))?));
    let item = item.await?;
    keep(kind, call, item, submitted, true).await
}

/// `POST {path}/{id}/draft`: saves the draft of an item. Members `draft` and `version` are the
/// versions of draft and row that the caller has seen; `then` says what is to follow: `close`,
/// `review` or `publish`.
pub(super) async fn update(
    kind: &'static Kind,
    call: Call,
    id: String,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let item = Item::new(kind.table, &id).ok_or(NOTHING)?;
    keep(kind, call, item, submitted, false).await
}

/// `GET {path}/{id}/draft`
pub(super) async fn show(
    kind: &'static Kind,
    call: Call,
    id: String,
) -> Result<HttpResponse, Error> {
    let item = Item::new(kind.table, &id).ok_or(NOTHING)?;
    let draft = call.cms.db.run(move |connection| Ok(drafting::find(connection, &item)?)).await?;
    let draft = draft.filter(|draft| draft.lang == call.editor.language.code());
    Ok(answer::ok(&as_json(&draft.ok_or(NOTHING)?)))
}

async fn keep(
    kind: &'static Kind,
    call: Call,
    item: Item,
    submitted: Submitted,
    new: bool,
) -> Result<HttpResponse, Error> {
    let (author, language) = (call.editor.author(), call.editor.language);
    let audience = call.cms.settings.audience.clone();
    let (wanted, sent) = (item.clone(), submitted.clone());
    let stored = call.cms.db.run(move |connection| {
        Ok(store(connection, kind, language, &audience, &author, &wanted, &sent, new)?)
    });
    match stored.await? {
        Stored::Draft(draft) => follow(kind, call, item, &draft, &submitted).await,
        Stored::Unchanged(row) => unchanged(kind, call, &item, &row, &submitted).await,
        Stored::Missing => Err(NOTHING),
        Stored::Conflict(..) if !call.wants_page() => {
            Err(Error::Conflict("somebody else has saved another version of the draft"))
        }
        Stored::RowConflict(..) if !call.wants_page() => {
            Err(Error::Conflict("somebody else has changed this meanwhile"))
        }
        Stored::Conflict(values, draft) => {
            let conflict = Conflict::between(&values, &draft.values());
            let filled = Filled::new(values, Vec::new(), &submitted)
                .of_row(item.id())
                .over_draft(draft.version, conflict);
            show_conflict(kind, call, filled).await
        }
        Stored::RowConflict(values, row) => {
            let conflict = Conflict::between(&values, &row.values());
            let filled = Filled::new(values, Vec::new(), &submitted)
                .of_row(item.id())
                .against(row.version, conflict);
            show_conflict(kind, call, filled).await
        }
    }
}

async fn show_conflict(
    kind: &'static Kind,
    call: Call,
    filled: Filled,
) -> Result<HttpResponse, Error> {
    let page = form::page(kind, call.frame, &call.editor, &call.cms, filled).await?;
    pages::html_with(StatusCode::CONFLICT, &page)
}

/// What the editor wants done with the draft that was just saved.
async fn follow(
    kind: &'static Kind,
    call: Call,
    item: Item,
    draft: &Draft,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    match submitted.text("then") {
        "publish" | "publish-hidden" => {
            publish::now(kind, call, item, Some(draft.version), submitted).await
        }
        "review" => step::now(kind, "review", call, item, Some(draft.version), "").await,
        then => {
            let heading = as_text(draft.values().get(kind.heading));
            let flash = Flash::success(call.frame.with("drafts-saved", "heading", &heading));
            let back = match then {
                "close" => safe_return(submitted.get("return")).unwrap_or(kind.page).to_owned(),
                "another" => format!("{}/new", kind.page),
                _ => format!("{}/{}/edit", kind.page, item.id()),
            };
            call.done(flash, &back, &as_json(draft))
        }
    }
}

/// Nothing was changed: a row that is not live can still be shown.
async fn unchanged(
    kind: &'static Kind,
    call: Call,
    item: &Item,
    row: &editing::Image,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    let hidden = kind.live.is_some_and(|live| as_text(row.values().get(live)) != "true");
    let edit = format!("{}/{}/edit", kind.page, item.id());
    if hidden && submitted.text("then") == "publish" && call.wants_page() {
        let path = format!("{}/{}/live?to=true", kind.path, item.id());
        let flash = Flash::notice(call.frame.t("drafts-unchanged-hidden"))
            .with_action(call.frame.t("drafts-show-now"), path);
        return call.done(flash, &edit, &Value::Null);
    }
    let back = match submitted.text("then") {
        "close" => safe_return(submitted.get("return")).unwrap_or(kind.page).to_owned(),
        _ => edit,
    };
    let flash = Flash::notice(call.frame.t("drafts-unchanged"));
    call.done(flash, &back, &json!({ "changed": false, "version": row.version }))
}

/// A draft as programs get it.
pub(super) fn as_json(draft: &Draft) -> Value {
    json!({
        "table": draft.item_table,
        "id": draft.item_id,
        "lang": draft.lang,
        "version": draft.version,
        "base": draft.base_version,
        "state": draft.state,
        "note": draft.note,
        "values": draft.values(),
        "editor": draft.editor_name,
        "updatedAt": draft.updated_at.0.to_iso(),
    })
}
