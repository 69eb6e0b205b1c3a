//! `…/draft`: the draft of an item, written and read.

use actix_web::HttpResponse;
use db::drafting::{self, Draft};
use db::editing::{self, Item};
use domain::content::as_text;
use serde_json::{Value, json};
use server::answer;
use server::error::Error;

use super::store::{Stored, Storing, store};
use super::{Again, Sent, Subject, publish, step};
use crate::address::safe_return;
use crate::content::NOTHING;
use crate::form::Submitted;
use crate::pages::{Call, Flash};

/// `POST {path}/new-draft`: begins a new item, which phones do not see before it is published.
pub(super) async fn create(
    subject: Subject,
    call: Call,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let item =
        call.cms.db.run(move |connection| Ok(drafting::reserve(connection, subject.table())?));
    let item = item.await?;
    let sent = subject.sent(&submitted)?;
    keep(subject, call, item, sent, submitted, true).await
}

/// `POST {path}/{id}/draft`: saves the draft of an item. Members `draft` and `version` are the
/// versions of draft and row that the caller has seen; `then` says what is to follow: `close`,
/// `review` or `publish`.
pub(super) async fn update(
    subject: Subject,
    call: Call,
    id: String,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let item = super::item(subject, &call.editor, &id)?;
    let sent = subject.sent(&submitted)?;
    // What each language has one of may not be there yet.
    keep(subject, call, item, sent, submitted, subject.is_one()).await
}

/// `GET {path}/{id}/draft`
pub(super) async fn show(subject: Subject, call: Call, id: String) -> Result<HttpResponse, Error> {
    let item = super::item(subject, &call.editor, &id)?;
    let draft = call.cms.db.run(move |connection| Ok(drafting::find(connection, &item)?)).await?;
    let draft = draft.filter(|draft| draft.lang == call.editor.language.code());
    Ok(answer::ok(&as_json(&draft.ok_or(NOTHING)?)))
}

/// Keeps what was `sent` as the draft of an item, and does with it what the form asks for.
///
/// # Errors
///
/// 404 and 409 for programs; those of the pages.
pub(crate) async fn keep(
    subject: Subject,
    call: Call,
    item: Item,
    sent: Sent,
    submitted: Submitted,
    new: bool,
) -> Result<HttpResponse, Error> {
    let (author, language) = (call.editor.author(), call.editor.language);
    let audience = call.cms.settings.audience.clone();
    let (wanted, form) = (item.clone(), submitted.clone());
    let stored = call.cms.db.run(move |connection| {
        let storing = Storing {
            subject,
            language,
            audience: &audience,
            author: &author,
            item: &wanted,
            sent: &sent,
            submitted: &form,
            new,
        };
        Ok(store(connection, &storing)?)
    });
    match stored.await? {
        Stored::Draft(draft) => follow(subject, call, item, &draft, &submitted).await,
        Stored::Unchanged(row) => unchanged(subject, call, &item, &row, &submitted).await,
        Stored::Missing => Err(NOTHING),
        Stored::Conflict(..) if !call.wants_page() => {
            Err(Error::Conflict("somebody else has saved another version of the draft"))
        }
        Stored::RowConflict(..) if !call.wants_page() => {
            Err(Error::Conflict("somebody else has changed this meanwhile"))
        }
        Stored::Conflict(values, draft) => {
            let again = Again::OverDraft(draft.version, draft.values());
            subject.again(call, &item, values, again, &submitted).await
        }
        Stored::RowConflict(values, row) => {
            subject.again(call, &item, values, Again::OverRow(row), &submitted).await
        }
    }
}

/// What the editor wants done with the draft that was just saved.
async fn follow(
    subject: Subject,
    call: Call,
    item: Item,
    draft: &Draft,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    // Whoever answers a question before publishing wants to publish.
    let then = if submitted.flag("accepted") { "publish" } else { submitted.text("then") };
    match then {
        "publish" | "publish-hidden" => {
            publish::now(subject, call, item, Some(draft.version), submitted).await
        }
        "review" => step::now(subject, "review", call, item, Some(draft.version), "").await,
        then => {
            let heading = subject.heading(&call.frame, &draft.values());
            let page = subject.place().page;
            let flash = Flash::success(call.frame.with("drafts-saved", "heading", &heading));
            let back = match then {
                "close" => safe_return(submitted.get("return")).unwrap_or(page).to_owned(),
                "another" => format!("{page}/new"),
                _ => subject.form(&item),
            };
            call.done(flash, &back, &as_json(draft))
        }
    }
}

/// Nothing was changed: a row that is not live can still be shown.
async fn unchanged(
    subject: Subject,
    call: Call,
    item: &Item,
    row: &editing::Image,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    let place = subject.place();
    let hidden = subject.live().is_some_and(|live| as_text(row.values().get(live)) != "true");
    let edit = subject.form(item);
    if hidden && submitted.text("then") == "publish" && call.wants_page() {
        let path = format!("{}/{}/live?to=true", place.path, item.id());
        let flash = Flash::notice(call.frame.t("drafts-unchanged-hidden"))
            .with_action(call.frame.t("drafts-show-now"), path);
        return call.done(flash, &edit, &Value::Null);
    }
    let back = match submitted.text("then") {
        "close" => safe_return(submitted.get("return")).unwrap_or(place.page).to_owned(),
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
