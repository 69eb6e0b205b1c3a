//! All that the page of a pair shows, as the database has it.

use db::drafting::{self, Draft};
use db::editing::{self, Image, Item};
use db::translation::{self, Unpaired, Work};
use domain::content::Values;
use domain::language::Language;
use server::error::Error;

use super::carrying::Carrying;
use super::lookup;
use crate::access::Editor;
use crate::content::ChoiceSet;
use crate::drafts::{Subject, Wrong};
use crate::state::Cms;
use crate::surveys;

/// A source and its translation.
pub(super) struct Loaded {
    /// What is known of the pair.
    pub work: Work,
    /// The source's row.
    pub source: Values,
    /// The source when it was last translated.
    pub seen: Option<Values>,
    /// The translation's row.
    pub row: Option<Image>,
    /// The translation's draft.
    pub draft: Option<Draft>,
    /// What the source's fields are chosen from.
    pub source_choices: ChoiceSet,
    /// What the translation's fields are chosen from.
    pub choices: ChoiceSet,
    /// What the form of the translation begins with.
    pub values: Values,
    /// The language it is in.
    pub into: Language,
    /// What is wrong with that.
    pub wrong: Option<Wrong>,
    /// Fields that should be as in the source and are not.
    pub differing: Vec<&'static str>,
    /// Whether a row that the source names has no translation that could be named.
    pub lacks_parent: Option<&'static str>,
}

/// What an address leads to.
pub(super) enum Found {
    /// A source, with or without a translation.
    Pair(Box<Loaded>),
    /// A row of the editor's language without a partner: there is nothing to write here.
    Plain {
        /// What people know the row by.
        heading: String,
        /// Rows that could be its other half.
        others: Vec<Unpaired>,
    },
    /// There is no such row.
    Nothing,
}

/// Loads what `item` leads to, for `editor`, who reads pages in `interface`.
pub(super) async fn load(
    cms: &Cms,
    editor: &Editor,
    item: &Item,
    interface: Language,
) -> Result<Found, Error> {
    let (source, target) = lookup::languages(editor);
    let (item, audience) = (item.clone(), cms.settings.audience.clone());
    let found = cms.db.run(move |connection| {
        let (from, into) = (source.code(), target.code());
        let table = item.table().name;
        let work = translation::of_item(connection, &item, into, from)?;
        let Some(work) = work else { return Ok(plain(connection, &item, into, from)?) };
        let (Some(subject), Some(source_item)) =
            (Subject::of_table(table), Item::new(table, &work.source_id))
        else {
            return Ok(Found::Nothing);
        };
        let Some(image) = editing::image(connection, &source_item)? else {
            return Ok(Found::Nothing);
        };
        let target_item = work.present_target().and_then(|id| Item::new(table, id));
        let (mut row, mut draft, mut seen) = (None, None, None);
        if let Some(item) = &target_item {
            row = editing::image(connection, item)?.filter(|row| row.language() == into);
            draft = drafting::find(connection, item)?;
            seen = translation::last_seen(connection, &source_item, item)?;
        }
        let source_values = image.values();
        let carrying = Carrying::load(connection, subject, from)?;
        let lists = |connection: &mut db::Connection, content: Language| match subject {
            Subject::Kind(kind) => ChoiceSet::load(connection, kind, content, interface, &audience),
            _ => Ok(ChoiceSet::default()),
        };
        let choices = lists(connection, target)?;
        let source_choices = lists(connection, source)?;
        let values = draft
            .as_ref()
            .map(Draft::values)
            .or_else(|| row.as_ref().map(Image::values))
            .unwrap_or_else(|| carrying.begun(&source_values));
        let differing = match target_item {
            Some(_) => carrying.differing(&source_values, &values),
            None => Vec::new(),
        };
        let judged = target_item.as_ref().unwrap_or(&source_item);
        let (_, wrong) =
            subject.judge(connection, target, &audience, judged, &values, row.as_ref())?;
        Ok(Found::Pair(Box::new(Loaded {
            lacks_parent: carrying.lacking(&source_values),
            seen: seen.map(|json| Image::of(json).values()),
            source: source_values,
            into: target,
            work,
            row,
            draft,
            source_choices,
            choices,
            values,
            wrong,
            differing,
        })))
    });
    Ok(found.await?)
}

fn plain(
    connection: &mut db::Connection,
    item: &Item,
    into: &str,
    from: &str,
) -> db::QueryResult<Found> {
    let draft = drafting::find(connection, item)?;
    let row = editing::image(connection, item)?;
    let is_own = draft.as_ref().is_some_and(|draft| draft.lang == into)
        || row.as_ref().is_some_and(|row| row.language() == into);
    if !is_own {
        return Ok(Found::Nothing);
    }
    let values = row.map(|row| row.values()).or(draft.map(|draft| draft.values()));
    let values = values.unwrap_or_default();
    let heading = match Subject::of_table(item.table().name) {
        Some(Subject::Kind(kind)) => domain::content::as_text(values.get(kind.heading)),
        _ => surveys::heading(&values),
    };
    Ok(Found::Plain { heading, others: others(connection, item, from)? })
}

/// Rows of `lang` that could be the other half of `item`.
pub(super) fn others(
    connection: &mut db::Connection,
    item: &Item,
    lang: &str,
) -> db::QueryResult<Vec<Unpaired>> {
    let rows = translation::unpaired(connection, item.table().name)?;
    Ok(rows.into_iter().filter(|row| row.lang == lang).collect())
}
