//! One item of a kind that has a form.

use std::collections::BTreeMap;

use db::drafting;
use db::editing::{Item, Table};
use db::exchange::import::NewRow;
use domain::content::{
    ChoiceLists, FieldProblem, Kind, Problem, Submission, Values, as_text, read,
};
use domain::language::Language;
use serde_json::Value;

use super::Judge;
use super::group::Group;
use super::present::Present;
use crate::exchange::workbook::cells::Oddity;
use crate::exchange::workbook::desk::{Cell, digest};
use crate::import::change::{CELL_ERROR, Change, DATE, LOCKED, TWICE, TWO_TEXTS};
use crate::import::outcome::Outcome;

/// What the cells of a row say, by column.
struct Filled(BTreeMap<&'static str, String>);

impl Submission for Filled {
    fn value(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    fn values(&self, name: &str) -> Vec<&str> {
        self.value(name).into_iter().collect()
    }

    fn flag(&self, name: &str) -> bool {
        self.value(name) == Some("true")
    }
}

impl Judge<'_> {
    /// Compares a row of `kind` with the item it is about.
    pub(super) fn row(
        &mut self,
        connection: &mut db::Connection,
        kind: &'static Kind,
        table: &'static Table,
        group: &Group,
    ) -> db::QueryResult<NewRow> {
        let mut row = self.start(kind.table, group);
        let present = match self.find(kind.table, group) {
            Found::Item(id, present) => {
                row.item_id = id;
                Some(present)
            }
            Found::New => None,
            Found::Nothing => return Ok(ended(row, Outcome::UnknownId, &[])),
        };
        let lang = present.as_ref().map_or_else(|| self.lang_of(group), |item| item.lang.clone());
        row.lang.clone_from(&lang);
        let language = Language::from_code(&lang);
        let Some(language) = language.filter(|known| self.sender.languages.contains(known)) else {
            return Ok(ended(row, Outcome::OtherLanguage, &[]));
        };
        let before = present.as_ref().map(|item| &item.values);
        row.heading = heading(kind, before, group);
        if group.is_twice {
            let change = Change { column: kind.heading.to_owned(), ..Change::default() };
            return Ok(ended(row, Outcome::Duplicate, &[change.named(TWICE)]));
        }
        let (mut changes, mut filled) = (Vec::new(), Filled(BTreeMap::new()));
        for (_, cell) in &group.cells {
            let value = self.labels.value(cell.column, &cell.text, language);
            let old = as_text(before.and_then(|before| before.get(cell.column)));
            if cell.oddity.is_none() && before.is_some() && digest(&old) == digest(&value) {
                continue;
            }
            let interface = self.sender.interface;
            let old = self.labels.label(cell.column, &old, language, interface);
            changes.push(change(cell, if before.is_some() { old } else { String::new() }));
            if cell.oddity.is_none() {
                filled.0.insert(cell.column, value);
            }
        }
        let asks = |item: &Present| !changes.is_empty() || differs(group, &item.values);
        let mut stale = false;
        if let Some(item) = present.as_ref().filter(|item| asks(item)) {
            stale = compare_state(item, group, &mut row);
        }
        if !stale && present.is_some() && !group.state.is_empty() {
            locked(group, before, &mut changes);
        }
        for column in &group.differing {
            let named = |change: Change| change.named(TWO_TEXTS);
            mark(&mut changes, column, named);
        }
        if changes.is_empty() && present.is_some() {
            return Ok(ended(row, Outcome::Unchanged, &[]));
        }
        if present.is_none() {
            self.settle_parents(kind, &lang, group, &mut filled);
        }
        let nothing = ChoiceLists::default();
        let lists = self.lists.get(language.code()).unwrap_or(&nothing);
        let (values, mut problems) = read(kind, language, &filled, before, lists);
        no_flags(kind, &filled, &mut problems);
        // An unreadable cell is not an empty one.
        problems.retain(|found| {
            !changes.iter().any(|there| there.column == found.column && there.problem.is_some())
        });
        for found in &problems {
            mark(&mut changes, found.column, |change| change.with(&found.problem));
        }
        let taken = self.tables.taken(kind, &lang, &row.item_id, &values, before);
        if let Some(column) = taken {
            mark(&mut changes, column, |change| change.with(&Problem::Taken));
        }
        let outcome = outcome(&changes, stale, present.is_none());
        let usable = matches!(outcome, Outcome::Added | Outcome::Changed | Outcome::TooLong)
            || outcome == Outcome::Meantime
                && changes.iter().all(|change| change.problem.is_none());
        if usable {
            if present.is_none() {
                drafting::reserve(connection, table)?.id().clone_into(&mut row.item_id);
                self.adopt(kind, &lang, &row.item_id, &values);
            }
            self.tables.take(kind, &lang, &row.item_id, &values);
            let object: serde_json::Map<String, Value> = values.into_iter().collect();
            row.values = Some(Value::Object(object).to_string());
        }
        if outcome != Outcome::Meantime {
            changes.iter_mut().for_each(|change| change.was = None);
        }
        Ok(ended(row, outcome, &changes))
    }

    /// The beginnings of a stored row.
    pub(super) fn start(&self, table: &'static str, group: &Group) -> NewRow {
        NewRow {
            sheet: group.place.sheet.clone(),
            sheet_row: i32::try_from(group.place.row).unwrap_or(i32::MAX),
            item_table: table,
            item_id: group.id.clone(),
            lang: self.lang_of(group),
            blanks: group.blanks,
            ..NewRow::default()
        }
    }

    pub(super) fn lang_of(&self, group: &Group) -> String {
        if group.lang.is_empty() {
            self.sender.language.code().to_owned()
        } else {
            group.lang.to_lowercase()
        }
    }

    pub(super) fn find(&self, table: &str, group: &Group) -> Found {
        if group.id.is_empty() {
            return Found::New;
        }
        let item = Item::new(table, &group.id);
        let found =
            item.and_then(|item| Some((item.id().to_owned(), self.tables.find(item.id())?)));
        found.map_or(Found::Nothing, |(id, present)| Found::Item(id, present))
    }

    /// Puts in what a new article or subcategory belongs to.
    fn settle_parents(&self, kind: &Kind, lang: &str, group: &Group, filled: &mut Filled) {
        let Some(category) = self.parents.category(lang, &group.parents) else { return };
        match kind.table {
            "subcategory" => {
                filled.0.insert("parent_category", category);
            }
            "article" => {
                if let Some(sub) = self.parents.subcategory(&category, &group.parents) {
                    filled.0.insert("subcategory", sub);
                }
                filled.0.insert("category", category);
            }
            _ => {}
        }
    }

    /// Lets rows that follow refer to a new category or subcategory.
    fn adopt(&mut self, kind: &Kind, lang: &str, id: &str, values: &Values) {
        if matches!(kind.table, "category" | "subcategory") {
            let title = as_text(values.get("title"));
            let parent = as_text(values.get("parent_category"));
            self.parents.add(kind.table, lang, id, &title, &parent, &mut self.lists);
        }
    }
}

/// Whether there is an item.
pub(super) enum Found {
    /// This one.
    Item(String, Present),
    /// The row is of a new one.
    New,
    /// It has a key that nothing has.
    Nothing,
}

/// A row with its outcome.
pub(super) fn ended(mut row: NewRow, outcome: Outcome, changes: &[Change]) -> NewRow {
    row.outcome = outcome.name();
    row.changes = serde_json::to_string(changes).unwrap_or_else(|_| "[]".to_owned());
    row
}

/// The cell as the report has it.
pub(super) fn change(cell: &Cell, old: String) -> Change {
    let change = Change {
        column: cell.column.to_owned(),
        was: cell.was.clone().filter(|was| *was != old),
        old,
        new: cell.text.clone(),
        ..Change::default()
    };
    match cell.oddity {
        Some(Oddity::Error) => change.named(CELL_ERROR),
        Some(Oddity::Date) => change.named(DATE),
        Some(Oddity::Formula) | None => change,
    }
}

/// Says what is wrong beside the cell of `column`, which may be an empty one.
pub(super) fn mark(changes: &mut Vec<Change>, column: &str, with: impl FnOnce(Change) -> Change) {
    let at = changes.iter().position(|change| change.column == column).unwrap_or_else(|| {
        changes.push(Change { column: column.to_owned(), ..Change::default() });
        changes.len() - 1
    });
    if let Some(change) = changes.get_mut(at) {
        *change = with(std::mem::take(change));
    }
}

/// Notes what the item is now; whether that is something else than when the file was made.
pub(super) fn compare_state(item: &Present, group: &Group, row: &mut NewRow) -> bool {
    row.row_version = item.row_version();
    row.seen_draft = item.draft;
    let now = db::exchange::content::state(row.row_version.as_deref(), item.draft);
    !group.state.is_empty() && group.state != now
}

/// Whether an old text in the file is another than that of the item.
fn differs(group: &Group, present: &Values) -> bool {
    group.olds.iter().any(|(column, old)| digest(&as_text(present.get(*column))) != *old)
}

/// Somebody has written over the old text, although the item is as it was.
fn locked(group: &Group, before: Option<&Values>, changes: &mut Vec<Change>) {
    let Some(before) = before else { return };
    for (column, old) in &group.olds {
        let present = as_text(before.get(*column));
        if digest(&present) != *old {
            mark(changes, column, |change| Change { old: present, ..change }.named(LOCKED));
        }
    }
}

/// A cell that is neither yes nor no.
fn no_flags(kind: &Kind, filled: &Filled, problems: &mut Vec<FieldProblem>) {
    for field in kind.fields {
        let is_flag = field.control == domain::content::Control::Flag;
        let value = filled.value(field.column);
        if is_flag && value.is_some_and(|value| !matches!(value, "true" | "false")) {
            problems.push(FieldProblem { column: field.column, problem: Problem::NotAChoice });
        }
    }
}

/// The heaviest of what is to say about a row.
pub(super) fn outcome(changes: &[Change], stale: bool, is_new: bool) -> Outcome {
    let problems: Vec<&str> =
        changes.iter().filter_map(|change| change.problem.as_deref()).collect();
    if problems.iter().any(|problem| !matches!(*problem, "too-long" | "taken")) {
        Outcome::WrongValue
    } else if problems.contains(&"taken") {
        Outcome::Duplicate
    } else if stale {
        Outcome::Meantime
    } else if !problems.is_empty() {
        Outcome::TooLong
    } else if is_new {
        Outcome::Added
    } else {
        Outcome::Changed
    }
}

/// What people know the item by.
fn heading(kind: &Kind, before: Option<&Values>, group: &Group) -> String {
    let new = || group.cells.iter().find(|(_, cell)| cell.column == kind.heading);
    let text = match before {
        Some(before) => as_text(before.get(kind.heading)),
        None => new().map_or_else(String::new, |(_, cell)| cell.text.clone()),
    };
    text.chars().take(200).collect()
}
