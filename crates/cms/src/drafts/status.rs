//! Where an item stands, as its form shows it.

use db::drafting::Draft;
use db::editing::Image;
use domain::content::as_text;
use domain::moment::Moment;

use crate::access::Editor;

/// Where an item stands between being written and being read.
pub(crate) struct Status {
    /// Whether the app's tables have it.
    pub is_stored: bool,
    /// Whether phones show it; `None` where they show all that is stored.
    pub live: Option<bool>,
    /// What is under way.
    pub draft: Option<DraftStatus>,
    /// Whether somebody else has to publish what this editor writes.
    pub four_eyes: bool,
    /// Whether this editor may publish the draft as it is.
    pub may_publish: bool,
}

/// What is under way.
pub(crate) struct DraftStatus {
    /// Its version.
    pub version: i32,
    /// Whether it waits for a second person.
    pub in_review: bool,
    /// What the reviewer asked for.
    pub note: String,
    /// Who saved it last.
    pub editor: String,
    /// When.
    pub at: Moment,
    /// Whether the row was changed since it was begun.
    pub behind: bool,
}

impl Status {
    /// From the row and its draft, for `editor`. `live` is the column that says whether phones
    /// show the row.
    pub(crate) fn of(
        live: Option<&str>,
        row: Option<&Image>,
        draft: Option<&Draft>,
        editor: &Editor,
        four_eyes: bool,
    ) -> Status {
        let live = row.zip(live).map(|(row, live)| as_text(row.values().get(live)) == "true");
        Status {
            is_stored: row.is_some(),
            live,
            four_eyes,
            may_publish: !four_eyes
                || draft.is_some_and(|draft| draft.editor_id != Some(editor.id)),
            draft: draft.map(|draft| DraftStatus {
                version: draft.version,
                in_review: draft.is_in_review(),
                note: draft.note.clone().unwrap_or_default(),
                editor: draft.editor_name.clone(),
                at: draft.updated_at.0,
                behind: draft.base_version.is_some()
                    && draft.base_version.as_deref() != row.map(|row| row.version.as_str()),
            }),
        }
    }

    /// Whether the row was changed since the draft was begun.
    pub(crate) fn is_behind(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.behind)
    }

    /// Whether the draft waits for a second person.
    pub(crate) fn is_in_review(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.in_review)
    }

    /// Whether the item is hidden although it is stored.
    pub(crate) fn is_hidden(&self) -> bool {
        self.live == Some(false)
    }
}
