//! Compares a file with what is there. Nothing is written.

mod group;
mod parents;
mod present;
mod row;
mod survey;

use std::collections::{BTreeMap, BTreeSet};

use db::drafting::bulk;
use db::editing;
use db::exchange::import::NewRow;
use domain::content::{ChoiceLists, kinds};
use domain::language::Language;

use crate::exchange::workbook::desk::{Labels, Line};
use group::Group;
use present::Tables;

/// Who has sent a file.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The languages she may write.
    pub languages: Vec<Language>,
    /// That of new rows that name none.
    pub language: Language,
    /// That she reads.
    pub interface: Language,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Judged {
    /// The rows, in the order of the file.
    pub rows: Vec<NewRow>,
    /// The languages of those that she may write.
    pub languages: Vec<&'static str>,
}

/// What is known while rows are compared.
struct Judge<'a> {
    sender: &'a Sender,
    labels: &'a Labels,
    /// What may be chosen in rows of each language, with what the file adds.
    lists: BTreeMap<&'static str, ChoiceLists>,
    tables: Tables,
    parents: parents::Parents,
}

/// The order in which rows are compared: what others refer to comes first.
const ORDER: [&str; 10] = [
    "category",
    "subcategory",
    "article",
    "quiz",
    "did_you_know",
    "avatar_messages",
    "help_center_attribute",
    "help_center",
    "video",
    "survey",
];

/// Compares `lines` with what is there. `told` hears how many of how many are done, and ends it
/// by `false`; then the result is `None`.
///
/// # Errors
///
/// Diesel's own.
pub fn judge(
    connection: &mut db::Connection,
    lines: Vec<Line>,
    sender: &Sender,
    labels: &Labels,
    mut told: impl FnMut(usize, usize) -> bool,
) -> db::QueryResult<Option<Judged>> {
    let lists = |language: &Language| (language.code(), labels.lists(*language));
    let mut judge = Judge {
        sender,
        labels,
        lists: sender.languages.iter().map(lists).collect(),
        tables: Tables::default(),
        parents: parents::Parents::default(),
    };
    let mut groups = group::all(lines);
    let total = groups.values().map(Vec::len).sum();
    let mut rows: Vec<(usize, NewRow)> = Vec::with_capacity(total);
    for table in ORDER {
        let Some(groups) = groups.remove(table) else { continue };
        let Some(known) = editing::TABLES.iter().find(|known| known.name == table) else {
            continue;
        };
        let images = editing::images(connection, known, None)?;
        let drafts = bulk::of_table(connection, table)?;
        judge.tables.enter(table, images, drafts, groups.iter().any(Group::says));
        judge.parents.enter(table, &judge.tables, &mut judge.lists);
        for group in groups {
            if rows.len().is_multiple_of(100) && !told(rows.len(), total) {
                return Ok(None);
            }
            if judge.only_names(table, &group) {
                continue;
            }
            let at = group.at;
            let row = match kinds::of_table(table) {
                Some(kind) => judge.row(connection, kind, known, &group)?,
                None => judge.survey(&group),
            };
            rows.push((at, row));
        }
    }
    rows.sort_by_key(|(at, _)| *at);
    let rows: Vec<NewRow> = rows.into_iter().map(|(_, row)| row).collect();
    let languages: BTreeSet<&'static str> = rows
        .iter()
        .filter_map(|row| Language::from_code(&row.lang))
        .filter(|language| sender.languages.contains(language))
        .map(Language::code)
        .collect();
    Ok(Some(Judged { rows, languages: languages.into_iter().collect() }))
}
