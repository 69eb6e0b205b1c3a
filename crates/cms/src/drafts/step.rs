//! To a colleague, back, or away.

use actix_web::HttpResponse;
use db::drafting::{self, Stepped};
use db::editing::{self, Item};
use domain::text::trim_js;
use server::error::Error;

use super::Subject;
use super::save::as_json;
use crate::content::NOTHING;
use crate::form::Submitted;
use crate::pages::{Call, Flash};

/// Most characters of a note.
const NOTE: usize = 2_000;

/// `POST {path}/{id}/review`, `…/give-back` (with `note`) and `…/discard`. Member `draft` is the
/// version of the draft that the caller has seen.
pub(super) async fn submit(
    subject: Subject,
    step: &'static str,
    call: Call,
    id: String,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let item = super::item(subject, &call.editor, &id)?;
    let seen = submitted.get("draft").and_then(|version| version.parse().ok());
    let note = trim_js(submitted.text("note"));
    if domain::content::length(note) > NOTE {
        return Err(Error::bad("note is too long"));
    }
    now(subject, step, call, item, seen, note).await
}

/// Does it, and answers.
pub(super) async fn now(
    subject: Subject,
    step: &'static str,
    call: Call,
    item: Item,
    seen: Option<i32>,
    note: &str,
) -> Result<HttpResponse, Error> {
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let (wanted, note) = (item.clone(), note.to_owned());
    let stepped = call.cms.db.run(move |connection| {
        let stepped = match step {
            "review" => drafting::submit(connection, &author, &wanted, lang, seen)?,
            "give-back" => drafting::give_back(connection, &author, &wanted, lang, seen, &note)?,
            _ => drafting::discard(connection, &author, &wanted, lang, seen)?,
        };
        Ok((stepped, editing::image(connection, &wanted)?.is_some()))
    });
    let (stepped, has_row) = stepped.await?;
    let edit = subject.form(&item);
    match stepped {
        Stepped::Done(draft) => {
            let heading = subject.heading(&call.frame, &draft.values());
            let flash = match step {
                "review" => {
                    Flash::success(call.frame.with("drafts-submitted", "heading", &heading))
                }
                "give-back" => Flash::success(call.frame.t("drafts-given-back")),
                _ => Flash::success(call.frame.t("drafts-discarded")),
            };
            let history = format!("/history/{}/{}", subject.place().table, item.id());
            let next = match (step, has_row) {
                ("review", _) | ("discard", true) => edit,
                ("give-back", _) => "/drafts?state=review".to_owned(),
                _ => history,
            };
            call.done(flash, &next, &as_json(&draft))
        }
        Stepped::Conflict(_) => {
            let flash = Flash::danger(call.frame.t("drafts-changed"));
            let told = "somebody else has saved another version of the draft";
            call.refused(flash, &edit, Error::Conflict(told))
        }
        Stepped::Missing => Err(NOTHING),
    }
}
