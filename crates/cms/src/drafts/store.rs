//! Keeping what a form sends.

use db::drafting::{self, Draft, DraftSaved, Saving};
use db::editing::{self, Author, Image, Item};
use domain::content::Values;
use domain::language::Language;
use serde_json::{Map, Value};

use super::{Sent, Subject};
use crate::content::AudienceSettings;
use crate::form::Submitted;

/// What became of keeping it.
pub(crate) enum Stored {
    /// The draft is this now.
    Draft(Draft),
    /// It is what the app shows already, so there is nothing to keep.
    Unchanged(Image),
    /// Somebody else has saved this draft meanwhile.
    Conflict(Values, Draft),
    /// Somebody has published another text meanwhile; the row is this.
    RowConflict(Values, Image),
    /// There is no such row in the language.
    Missing,
}

/// What is to be kept.
pub(crate) struct Storing<'a> {
    /// What it is about.
    pub subject: Subject,
    /// The language it is in.
    pub language: Language,
    /// Who content can be for.
    pub audience: &'a AudienceSettings,
    /// Who writes.
    pub author: &'a Author,
    /// The item.
    pub item: &'a Item,
    /// What she has written.
    pub sent: &'a Sent,
    /// The form, which says what she has seen.
    pub submitted: &'a Submitted,
    /// Whether there may be no row yet.
    pub new: bool,
}

/// Saves what was sent for an item as its draft. What was not sent stays as the draft, or else
/// the row, has it. Nothing is too wrong to be kept.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub(crate) fn store(
    connection: &mut db::Connection,
    storing: &Storing<'_>,
) -> db::QueryResult<Stored> {
    let Storing { subject, language, audience, author, item, sent, submitted, new } = *storing;
    let lang = language.code();
    let draft = drafting::find(connection, item)?.filter(|draft| draft.lang == lang);
    let row = editing::image(connection, item)?.filter(|row| row.language() == lang);
    if draft.is_none() && row.is_none() && !new {
        return Ok(Stored::Missing);
    }
    let before = draft.as_ref().map(Draft::values).or(row.as_ref().map(Image::values));
    let values = subject.read(connection, language, audience, sent, before.as_ref())?;
    let seen = submitted.get("draft").and_then(|version| version.parse().ok());
    let seen_row = match (subject, &row) {
        // Whoever chooses a picture has the one before it in front of her.
        (Subject::Banner, Some(row)) => Some(row.version.as_str()),
        _ => submitted.get("version").filter(|version| !version.is_empty()),
    };
    if before.is_some_and(|before| subject.is_same(&before, &values)) {
        if let Some(draft) = draft {
            lay_over(connection, &draft, row.as_ref(), seen_row)?;
            return Ok(Stored::Draft(draft));
        }
        if let Some(row) = row {
            return Ok(Stored::Unchanged(row));
        }
        return Ok(Stored::Missing);
    }
    let saving = Saving {
        item,
        lang,
        // A program that names no version takes the draft as it is.
        seen: seen.or(if submitted.has("draft") || submitted.has("version") {
            None
        } else {
            draft.as_ref().map(|draft| draft.version)
        }),
        seen_row,
        values: &row_of(&values),
        automatic: submitted.flag("automatic"),
        new,
    };
    Ok(match drafting::save(connection, author, &saving)? {
        DraftSaved::Done(draft) => {
            lay_over(connection, &draft, row.as_ref(), seen_row)?;
            Stored::Draft(draft)
        }
        DraftSaved::Conflict(draft) => Stored::Conflict(values, draft),
        DraftSaved::RowConflict(row) => Stored::RowConflict(values, row),
        DraftSaved::Missing => Stored::Missing,
    })
}

/// The columns as the functions of the database take them.
pub(super) fn row_of(values: &Values) -> Map<String, Value> {
    values.iter().map(|(column, value)| (column.clone(), value.clone())).collect()
}

/// An editor who saves a form that has shown her the row as it is now has seen what was
/// published since the draft was begun.
fn lay_over(
    connection: &mut db::Connection,
    draft: &Draft,
    row: Option<&Image>,
    seen_row: Option<&str>,
) -> db::QueryResult<()> {
    match (row, &draft.base_version) {
        (Some(row), Some(base)) if *base != row.version && seen_row == Some(&row.version) => {
            drafting::rebase(connection, draft, row)
        }
        _ => Ok(()),
    }
}
