//! Which pair is meant.

use db::editing::Item;
use db::translation::{self, Work};
use domain::language::Language;
use domain::translation::source_of;
use server::error::Error;

use crate::access::Editor;
use crate::content::NOTHING;
use crate::drafts::Subject;
use crate::state::Cms;

/// The item that an address names, if rows of its table have translations.
pub(super) fn item(table: &str, id: &str) -> Result<Item, Error> {
    let subject = Subject::of_table(table).ok_or(NOTHING)?;
    let item = subject.item(id).ok_or(NOTHING)?;
    translation::is_translated(item.table().name).then_some(item).ok_or(NOTHING)
}

/// The languages that an editor translates from and into: into the one she works in.
pub(super) fn languages(editor: &Editor) -> (Language, Language) {
    (source_of(editor.language), editor.language)
}

/// The pair that `item`, a source or a translation, is in or could be in. `None` for a row of
/// the editor's language that has no partner.
pub(crate) async fn work(cms: &Cms, editor: &Editor, item: &Item) -> Result<Option<Work>, Error> {
    let (source, target) = languages(editor);
    let item = item.clone();
    let found = cms.db.run(move |connection| {
        Ok(translation::of_item(connection, &item, target.code(), source.code())?)
    });
    Ok(found.await?)
}
