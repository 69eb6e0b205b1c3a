//! What became of the drafts of an item, on its history page, and the way back to each.

use actix_web::{HttpResponse, web};
use db::drafting::{self, DraftRevision, DraftSaved, Saving};
use db::editing::revision;
use db::editing::{Image, Item, KEPT};
use domain::content::Values;
use domain::moment::Moment;
use server::error::Error;

use super::Subject;
use super::save::as_json;
use crate::content::{ChoiceSet, NOTHING, Piece, changes};
use crate::form::Submitted;
use crate::pages::{Call, Flash, Frame};

/// One of them.
pub(crate) struct Entry {
    /// Key of the revision.
    pub id: i64,
    /// What was done.
    pub action: String,
    /// What the reviewer asked for.
    pub note: String,
    /// Who did it.
    pub editor: String,
    /// When.
    pub at: Moment,
    /// What it changed in the draft before it; for the first, in the row.
    pub changes: Vec<(String, Vec<Piece>)>,
}

/// The drafts of a row, newest first.
pub(crate) fn entries(
    frame: &Frame,
    choices: &ChoiceSet,
    table: &str,
    revisions: &[DraftRevision],
    row: Option<&Image>,
) -> Vec<Entry> {
    let image = |revision: &DraftRevision| Image::of(revision.values.0.clone());
    revisions
        .iter()
        .enumerate()
        .map(|(at, revision)| {
            let after = image(revision);
            // The row has columns that no draft has; they are no change.
            let own = after.values();
            let before = revisions.get(at + 1).map(image).or_else(|| {
                let mut values = row?.values();
                values.retain(|column, _| own.contains_key(column));
                Some(Image::of(serde_json::json!(values).to_string()))
            });
            let note = revision.note.clone().filter(|_| revision.action == "give-back");
            Entry {
                id: revision.id,
                action: frame.t(&format!("drafts-action-{}", revision.action)).into_owned(),
                note: note.unwrap_or_default(),
                editor: revision.editor_name.clone(),
                at: revision.at.0,
                changes: changes(table, frame, choices, before.as_ref(), Some(&after)),
            }
        })
        .collect()
}

/// `POST /history/{table}/{id}/draft`: makes what the draft once was (`revision`) the draft
/// again, over the one there is.
pub(super) async fn take_back(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let subject = Subject::of_table(&table).ok_or(NOTHING)?;
    let item = super::item(subject, &call.editor, &id)?;
    let wanted = submitted.text("revision").parse::<i64>().map_err(|_| NOTHING)?;
    let lang = call.editor.language.code();
    make_draft(call, subject, item, move |connection, item| {
        let found = drafting::find_revision(connection, item, wanted)?;
        let found = found.filter(|found| found.lang == lang);
        Ok(found.map(|found| serde_json::from_str(&found.values.0).unwrap_or_default()))
    })
    .await
}

/// Makes what the published `row` was after `revision` the draft, over the one there is: what
/// setting it back does where a second person has to agree.
pub(crate) async fn set_back(
    call: Call,
    subject: Subject,
    row: Item,
    revision: i64,
) -> Result<HttpResponse, Error> {
    let lang = call.editor.language.code();
    let id = if subject.is_one() { lang } else { row.id() };
    let item = super::item(subject, &call.editor, id)?;
    make_draft(call, subject, item, move |connection, _| {
        let found = revision::find_of(connection, &row, lang, revision)?;
        let mut values =
            found.and_then(|found| found.after).map(|after| Image::of(after.0).values());
        if let Some(values) = &mut values {
            values.retain(|column, _| !KEPT.contains(&column.as_str()));
        }
        Ok(values)
    })
    .await
}

/// Makes the values that `find` gives the draft of `item`, over the one there is.
async fn make_draft(
    call: Call,
    subject: Subject,
    item: Item,
    find: impl FnOnce(&mut db::Connection, &Item) -> db::QueryResult<Option<Values>> + Send + 'static,
) -> Result<HttpResponse, Error> {
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let edit = subject.form(&item);
    let saved = call.cms.db.run(move |connection| {
        let Some(values) = find(connection, &item)? else { return Ok(DraftSaved::Missing) };
        let values = values.into_iter().collect();
        let seen = drafting::find(connection, &item)?.map(|draft| draft.version);
        let saving = Saving {
            item: &item,
            lang,
            seen,
            seen_row: None,
            values: &values,
            automatic: false,
            new: true,
        };
        Ok(drafting::save(connection, &author, &saving)?)
    });
    match saved.await? {
        DraftSaved::Done(draft) => {
            let flash = Flash::success(call.frame.t("drafts-taken-back"));
            call.done(flash, &edit, &as_json(&draft))
        }
        DraftSaved::Missing => Err(NOTHING),
        DraftSaved::Conflict(_) | DraftSaved::RowConflict(_) => {
            let flash = Flash::danger(call.frame.t("drafts-changed"));
            let told = "somebody else has saved another version of the draft";
            call.refused(flash, &edit, Error::Conflict(told))
        }
    }
}
