//! What is done with a draft beside sending it: a test, calling it off, deleting it.

use actix_web::{HttpResponse, web};
use db::push::draft::confirm;
use db::push::draft::{self, Changed, PushDraft};
use serde_json::json;
use server::error::Error;
use uuid::Uuid;

use super::super::PAGE;
use super::view::DraftView;
use super::{MISSING, OFF, find, may_write, path};
use crate::pages::{Call, Flash};

/// `POST /notification/drafts/{id}/test`: sends it as it is to the test phones.
pub(super) async fn test(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let draft = find(&call, &id).await?;
    to_test_phones(&call, &draft).await
}

/// Sends those languages of a draft to the test phones that can be sent and are the editor's.
pub(super) async fn to_test_phones(call: &Call, draft: &PushDraft) -> Result<HttpResponse, Error> {
    let back = path(draft.id);
    let Some(topic) = call.cms.push.test_topic().map(str::to_owned) else {
        let error = Error::Conflict("there are no test phones: no topic for them is set");
        return call.refused(Flash::danger(call.frame.t("push-test-off")), &back, error);
    };
    if !call.cms.push.is_on() {
        return call.refused(Flash::danger(call.frame.t("push-error-off")), &back, OFF);
    }
    let mut ready = draft.clone();
    ready.texts.retain(|(lang, text)| text.is_right() && may_write(&call.editor, lang));
    if ready.texts.is_empty() {
        let error = Error::bad("no language of it can be sent as it is");
        return call.refused(Flash::danger(call.frame.t("push-test-nothing")), &back, error);
    }
    let author = call.author();
    let sent = call
        .cms
        .db
        .run(move |connection| {
            let languages: Vec<&str> = ready.texts.iter().map(|(lang, _)| lang.as_str()).collect();
            Ok(confirm::test(connection, &ready, &languages, &topic, &author)?)
        })
        .await?;
    call.cms.jobs.wake();
    let view = DraftView::new(call, find(call, &draft.id.to_string()).await?);
    let count = i64::try_from(sent).unwrap_or(i64::MAX);
    call.done(Flash::success(call.frame.n("push-test-sent", &count)), &back, &view.json())
}

/// `POST /notification/drafts/{id}/cancel`: calls off what has not gone out, or takes back that
/// a second person was asked; it is a draft again.
pub(super) async fn take_back(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let found = find(&call, &id).await?;
    let (key, author, back) = (found.id, call.author(), path(found.id));
    let changed = call
        .cms
        .db
        .run(move |connection| Ok(confirm::take_back(connection, key, &author)?))
        .await?;
    match changed {
        Changed::Missing => Err(MISSING),
        Changed::Conflict(_) => call.refused(
            Flash::danger(call.frame.t("push-too-late")),
            &back,
            Error::Conflict("it has gone out already"),
        ),
        Changed::Done(draft) => {
            let view = DraftView::new(&call, draft);
            call.done(Flash::success(call.frame.t("push-taken-back")), &back, &view.json())
        }
    }
}

/// `DELETE /notification/drafts/{id}`, and `POST …/delete` from forms.
pub(super) async fn delete(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let draft = find(&call, &id).await?;
    if !set_deleted(&call, draft.id, true).await? {
        let error = Error::Conflict("it is confirmed or waits to be: take it back first");
        return call.refused(
            Flash::danger(call.frame.t("push-not-a-draft")),
            &path(draft.id),
            error,
        );
    }
    let flash = Flash::success(call.frame.t("push-draft-deleted"))
        .with_action(call.frame.t("push-undo"), format!("{}/restore", path(draft.id)));
    call.done(flash, PAGE, &DraftView::new(&call, draft).json())
}

/// `POST /notification/drafts/{id}/restore`: brings back a deleted one.
pub(super) async fn restore(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let id = Uuid::parse_str(&id).map_err(|_| MISSING)?;
    if !set_deleted(&call, id, false).await? {
        return Err(MISSING);
    }
    let flash = Flash::success(call.frame.t("push-draft-restored"));
    call.done(flash, &path(id), &json!({ "id": id.to_string() }))
}

async fn set_deleted(call: &Call, id: Uuid, deleted: bool) -> Result<bool, Error> {
    let author = call.author();
    Ok(call
        .cms
        .db
        .run(move |connection| Ok(draft::set_deleted(connection, id, deleted, &author)?))
        .await?)
}

/// `POST /notification/{id}/reopen`: makes a new draft of a notification that was not sent.
pub(super) async fn reopen(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let Ok(id) = id.parse::<i32>() else { return Err(MISSING) };
    let (lang, author) = (call.editor.language.code(), call.author());
    let draft = call
        .cms
        .db
        .run(move |connection| Ok(confirm::reopen(connection, lang, id, &author)?))
        .await?;
    let Some(draft) = draft else {
        let error = Error::Conflict("it is sent already, or on its way");
        return call.refused(
            Flash::danger(call.frame.t("push-not-lost")),
            &format!("/notification/{id}"),
            error,
        );
    };
    let (back, view) = (path(draft.id), DraftView::new(&call, draft));
    call.done(Flash::success(call.frame.t("push-reopened")), &back, &view.json())
}
