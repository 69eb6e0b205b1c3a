//! Notifications while they are written, confirmed, and not out yet: both languages of one
//! together.

mod act;
pub(super) mod form;
mod send;
mod status;
mod view;

use db::push::draft::{self, PushDraft};
use domain::access::Ability;
use domain::language::Language;
use server::error::Error;
use uuid::Uuid;

use crate::access::{Editor, Need, Routes};
use crate::pages::Call;

pub(super) use view::DraftView;

/// Push is off.
pub(super) const OFF: Error =
    Error::Conflict("push notifications are off: no service account is set");
const MISSING: Error = Error::NotFound("no such draft");

/// Adds the routes of drafts.
pub(super) fn routes(routes: &mut Routes<'_>) {
    let need = Need::Ability(Ability::SendPush);
    routes
        .get("/notification/new", need, form::new)
        .post("/notification/preview", need, form::preview)
        .post("/notification/drafts", need, form::create)
        .get("/notification/drafts/{id}", need, form::show)
        .post("/notification/drafts/{id}", need, form::save)
        .put("/notification/drafts/{id}", need, form::save)
        .delete("/notification/drafts/{id}", need, act::delete)
        .post("/notification/drafts/{id}/delete", need, act::delete)
        .post("/notification/drafts/{id}/restore", need, act::restore)
        .post("/notification/drafts/{id}/test", need, act::test)
        .get("/notification/drafts/{id}/send", need, send::show)
        .post("/notification/drafts/{id}/send", need, send::submit)
        .post("/notification/drafts/{id}/approve", need, send::approve)
        .post("/notification/drafts/{id}/cancel", need, act::take_back)
        .get("/notification/drafts/{id}/status", need, status::show)
        .post("/notification/{id}/reopen", need, act::reopen);
}

/// The page of a draft.
pub(super) fn path(id: Uuid) -> String {
    format!("/notification/drafts/{id}")
}

/// The draft with this id, if the editor may work in one of its languages.
async fn find(call: &Call, id: &str) -> Result<PushDraft, Error> {
    let id = Uuid::parse_str(id).map_err(|_| MISSING)?;
    let found = call.cms.db.run(move |connection| Ok(draft::find(connection, id)?)).await?;
    found.filter(|draft| may_see(&call.editor, draft)).ok_or(MISSING)
}

fn may_see(editor: &Editor, draft: &PushDraft) -> bool {
    let is_hers = draft.texts.is_empty() && draft.saved.by == Some(editor.id);
    is_hers || draft.texts.iter().any(|(lang, _)| may_write(editor, lang))
}

/// Whether she may work in the language.
fn may_write(editor: &Editor, lang: &str) -> bool {
    Language::from_code(lang).is_some_and(|language| editor.languages.contains(&language))
}

/// Whether she may send it: what reaches phones in a language is for those to say who work in it.
fn may_send(editor: &Editor, draft: &PushDraft) -> bool {
    draft.texts.iter().all(|(lang, _)| may_write(editor, lang))
}
