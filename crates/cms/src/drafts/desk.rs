//! What the form of an item shows of its draft, its releases and who else is there.

use db::drafting::{self, Draft};
use db::editing::{self, Image, Item};
use db::presence::{self, Present};
use domain::content::Values;
use domain::language::Language;
use serde_json::json;

use super::{Status, Subject};
use crate::access::Editor;
use crate::content::{ChoiceSet, Piece, changes};
use crate::pages::Frame;
use crate::releases;

/// An item with all that stands beside its form.
pub(crate) struct Desk {
    /// What phones can get.
    pub row: Option<Image>,
    /// What is under way.
    pub draft: Option<Draft>,
    /// When it is to be published.
    pub releases: Option<releases::Panel>,
    /// Who else has it open.
    pub present: Vec<Present>,
}

/// The same as its page shows it.
pub(crate) struct Standing {
    /// Where it stands.
    pub status: Status,
    /// Version of the draft; empty where there is none.
    pub draft: String,
    /// Version of the row; empty where there is none.
    pub version: String,
    /// What the draft changes in the app.
    pub changes: Vec<(String, Vec<Piece>)>,
    /// What was changed in the app since the draft was begun.
    pub meanwhile: Vec<(String, Vec<Piece>)>,
}

impl Desk {
    /// Of a new item.
    pub(crate) fn empty() -> Desk {
        Desk { row: None, draft: None, releases: None, present: Vec::new() }
    }

    /// Of `item`, for `reader`, who reads pages in `interface`.
    ///
    /// # Errors
    ///
    /// Diesel's own.
    pub(crate) fn load(
        connection: &mut db::Connection,
        item: &Item,
        reader: i32,
        content: Language,
        interface: Language,
    ) -> db::QueryResult<Desk> {
        let lang = content.code();
        Ok(Desk {
            row: editing::image(connection, item)?.filter(|row| row.language() == lang),
            draft: drafting::find(connection, item)?.filter(|draft| draft.lang == lang),
            releases: Some(releases::Panel::load(connection, item, interface)?),
            present: presence::others(connection, reader, item, lang)?,
        })
    }

    /// Whether there is anything of the item in the language.
    pub(crate) fn exists(&self) -> bool {
        self.row.is_some() || self.draft.is_some()
    }

    /// What its form begins with: the draft, or else the row.
    pub(crate) fn values(&self) -> Option<Values> {
        self.draft.as_ref().map(Draft::values).or(self.row.as_ref().map(Image::values))
    }

    /// What its page shows.
    pub(crate) fn standing(
        &self,
        subject: Subject,
        frame: &Frame,
        choices: &ChoiceSet,
        editor: &Editor,
        four_eyes: bool,
    ) -> Standing {
        let (row, draft) = (self.row.as_ref(), self.draft.as_ref());
        let status = Status::of(subject.live(), row, draft, editor, four_eyes);
        let table = subject.place().table;
        let changed = |before: &Image, after: &Image| {
            changes(table, frame, choices, Some(before), Some(after))
        };
        let base = draft.and_then(|draft| draft.base.as_ref());
        Standing {
            changes: row
                .zip(draft)
                .map(|(row, draft)| changed(row, &laid_over(row, draft)))
                .unwrap_or_default(),
            meanwhile: match (row, base) {
                (Some(row), Some(base)) if status.is_behind() => {
                    changed(&Image::of(base.0.clone()), row)
                }
                _ => Vec::new(),
            },
            draft: draft.map_or_else(String::new, |draft| draft.version.to_string()),
            version: row.map(|row| row.version.clone()).unwrap_or_default(),
            status,
        }
    }
}

/// The row as it will be when the draft is published.
fn laid_over(row: &Image, draft: &Draft) -> Image {
    let mut values = row.values();
    values.extend(draft.values());
    Image::of(json!(values).to_string())
}
