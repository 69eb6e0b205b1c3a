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
use crate::pages::{Flash, Visit};

/// `POST /notification/drafts/{id}/test`: sends it as it is to the test phones.
pub(super) async fn test(visit: Visit, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let draft = find(&visit, &id).await?;
    to_test_phones(&visit, &draft).await
}

/// Sends those languages of a draft to the test phones that can be sent and are the editor's.
pub(super) async fn to_test_phones(
    visit: &Visit,
    draft: &PushDraft,
) -> Result<HttpResponse, Error> {
    let back = path(draft.id);
    let Some(topic) = visit.cms.push.test_topic().map(str::to_owned) else {
        let error = Error::Conflict("there are no test phones: no topic for them is set");
        return visit.refused("push-test-off", &back, error);
    };
    if !visit.cms.push.is_on() {
        return visit.refused("push-error-off", &back, OFF);
    }
    let mut ready = draft.clone();
    ready.texts.retain(|(lang, text)| text.is_right() && may_write(&visit.editor, lang));
    if ready.texts.is_empty() {
        let error = Error::bad("no language of it can be sent as it is");
        return visit.refused("push-test-nothing", &back, error);
    }
    let author = visit.author();
    let sent = visit
        .cms
        .db
        .run(move |connection| {
            let languages: Vec<&str> = ready.texts.iter().map(|(lang, _)| lang.as_str()).collect();
            Ok(confirm::test(connection, &ready, &languages, &topic, &author)?)
        })
        .await?;
    visit.cms.jobs.wake();
    let view = DraftView::new(visit, find(visit, &draft.id.to_string()).await?);
    let count = i64::try_from(sent).unwrap_or(i64::MAX);
    visit.done(Flash::success(visit.frame.n("push-test-sent", &count)), &back, &view.json())
}

/// `POST /notification/drafts/{id}/cancel`: calls off what has not gone out, or takes back that
/// a second person was asked; it is a draft again.
pub(super) async fn take_back(visit: Visit, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let found = find(&visit, &id).await?;
    let (key, author, back) = (found.id, visit.author(), path(found.id));
    let changed = visit
        .cms
        .db
        .run(move |connection| Ok(confirm::take_back(connection, key, &author)?))
        .await?;
    match changed {
        Changed::Missing => Err(MISSING),
        Changed::Conflict(_) => {
            visit.refused("push-too-late", &back, Error::Conflict("it has gone out already"))
        }
        Changed::Done(draft) => {
            let view = DraftView::new(&visit, draft);
            visit.done(Flash::success(visit.frame.t("push-taken-back")), &back, &view.json())
        }
    }
}

/// `DELETE /notification/drafts/{id}`, and `POST …/delete` from forms.
pub(super) async fn delete(visit: Visit, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let draft = find(&visit, &id).await?;
    if !set_deleted(&visit, draft.id, true).await? {
        let error = Error::Conflict("it is confirmed or waits to be: take it back first");
        return visit.refused("push-not-a-draft", &path(draft.id), error);
    }
    let flash = Flash::success(visit.frame.t("push-draft-deleted"))
        .with_action(visit.frame.t("push-undo"), format!("{}/restore", path(draft.id)));
    visit.done(flash, PAGE, &DraftView::new(&visit, draft).json())
}

/// `POST /notification/drafts/{id}/restore`: brings back a deleted one.
pub(super) async fn restore(visit: Visit, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let id = Uuid::parse_str(&id).map_err(|_| MISSING)?;
    if !set_deleted(&visit, id, false).await? {
        return Err(MISSING);
    }
    let flash = Flash::success(visit.frame.t("push-draft-restored"));
    visit.done(flash, &path(id), &json!({ "id": id.to_string() }))
}

async fn set_deleted(visit: &Visit, id: Uuid, deleted: bool) -> Result<bool, Error> {
    let author = visit.author();
    Ok(visit
        .cms
        .db
        .run(move |connection| Ok(draft::set_deleted(connection, id, deleted, &author)?))
        .await?)
}

/// `POST /notification/{id}/reopen`: makes a new draft of a notification that was not sent.
pub(super) async fn reopen(visit: Visit, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let Ok(id) = id.parse::<i32>() else { return Err(MISSING) };
    let (lang, author) = (visit.editor.language.code(), visit.author());
    let draft = visit
        .cms
        .db
        .run(move |connection| Ok(confirm::reopen(connection, lang, id, &author)?))
        .await?;
    let Some(draft) = draft else {
        let error = Error::Conflict("it is sent already, or on its way");
        return visit.refused("push-not-lost", &format!("/notification/{id}"), error);
    };
    let (back, view) = (path(draft.id), DraftView::new(&visit, draft));
    visit.done(Flash::success(visit.frame.t("push-reopened")), &back, &view.json())
}
