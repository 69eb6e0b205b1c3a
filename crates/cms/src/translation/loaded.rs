//! All that the page of a pair shows, as the database has it.

use std::collections::BTreeMap;

use db::drafting::{self, Draft};
use db::editing::{self, Image, Item};
use db::translation::{self, Unpaired, Work};
use domain::content::{FieldProblem, Kind, Values, judge, kinds};
use domain::language::Language;
use domain::translation::{begun, differing, linked_tables};
use server::error::Error;

use super::lookup;
use crate::access::Editor;
use crate::content::ChoiceSet;
use crate::state::Cms;

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
    /// What is wrong with that.
    pub problems: Vec<FieldProblem>,
    /// Fields that should be as in the source and are not.
    pub differing: Vec<&'static str>,
    /// Whether a row that the source names has no translation that could be named.
    pub lacks_parent: Option<&'static str>,
}

/// What an address leads to.
pub(super) enum Found {
    /// A source, with or without a translation.
    Pair(Box<Loaded>),
    /// A pair of a kind that has a form of another sort, or a row of the editor's language
    /// without a partner: there is nothing to write here.
    Plain {
        /// What is known of the pair, if it is one.
        work: Option<Box<Work>>,
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
        let (work, kind) = match (work, kinds::of_table(table)) {
            (Some(work), Some(kind)) => (work, kind),
            (work, _) => {
                return Ok(plain(connection, &item, work, into, from)?);
            }
        };
        let Some(source_item) = Item::new(table, &work.source_id) else {
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
        let partners = translation::partners(connection, &linked_tables(kind), from)?;
        let choices = ChoiceSet::load(connection, kind, target, interface, &audience)?;
        let source_choices = ChoiceSet::load(connection, kind, source, interface, &audience)?;
        let source_values = image.values();
        let partner =
            |table: &str, id: &str| partners.get(&(table.to_owned(), id.to_owned())).cloned();
        let published = row.as_ref().map(Image::values);
        let values = draft
            .as_ref()
            .map(Draft::values)
            .or_else(|| published.clone())
            .unwrap_or_else(|| begun(kind, &source_values, partner));
        let differing = match target_item {
            Some(_) => differing(kind, &source_values, &values, partner),
            None => Vec::new(),
        };
        let (_, problems) = judge(kind, target, &values, published.as_ref(), &choices.lists());
        Ok(Found::Pair(Box::new(Loaded {
            lacks_parent: lacking(kind, &source_values, &partners),
            seen: seen.map(|json| Image::of(json).values()),
            source: source_values,
            work,
            row,
            draft,
            source_choices,
            choices,
            values,
            problems,
            differing,
        })))
    });
    Ok(found.await?)
}

fn plain(
    connection: &mut db::Connection,
    item: &Item,
    work: Option<Work>,
    into: &str,
    from: &str,
) -> db::QueryResult<Found> {
    if let Some(work) = work {
        let (heading, loose) = (work.source_heading.clone(), work.present_target().is_none());
        let others = if loose { others(connection, item, into)? } else { Vec::new() };
        return Ok(Found::Plain { work: Some(Box::new(work)), heading, others });
    }
    let draft = drafting::find(connection, item)?;
    let row = editing::image(connection, item)?;
    let is_own = draft.as_ref().is_some_and(|draft| draft.lang == into)
        || row.as_ref().is_some_and(|row| row.language() == into);
    if !is_own {
        return Ok(Found::Nothing);
    }
    let values = row.map(|row| row.values()).or(draft.map(|draft| draft.values()));
    let heading = kinds::of_table(item.table().name).map_or("question", |kind| kind.heading);
    let heading = domain::content::as_text(values.unwrap_or_default().get(heading));
    Ok(Found::Plain { work: None, heading, others: others(connection, item, from)? })
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

/// The table of a row that the source names and that has no translation yet.
fn lacking(
    kind: &Kind,
    source: &Values,
    partners: &BTreeMap<(String, String), String>,
) -> Option<&'static str> {
    kind.fields.iter().filter(|field| field.required).find_map(|field| {
        let table = domain::translation::linked_table(field.choices()?)?;
        let id = domain::content::as_text(source.get(field.column));
        let known = partners.contains_key(&(table.to_owned(), id.clone()));
        (!known && !id.is_empty()).then_some(table)
    })
}
