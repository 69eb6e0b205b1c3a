//! The rows of a file by the items they are about.

use std::collections::{BTreeMap, HashMap};

use domain::exchange::report::Place;

use crate::exchange::workbook::desk::{Cell, Line, Parents};

/// What a file says about one item, in one row or, for categories and surveys, in several.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Its place in the order of the file.
    pub(super) at: usize,
    /// Where it stands.
    pub(super) place: Place,
    pub(super) id: String,
    pub(super) lang: String,
    pub(super) state: String,
    /// The cells, each with the question that it belongs to.
    pub(super) cells: Vec<(Option<String>, Cell)>,
    /// Cells about which two rows say different things.
    pub(super) differing: Vec<&'static str>,
    pub(super) blanks: i32,
    pub(super) olds: Vec<(&'static str, u64)>,
    /// Digests of old texts of questions.
    pub(super) old_questions: Vec<(String, &'static str, u64)>,
    pub(super) parents: Parents,
    /// Whether the file had the item already.
    pub(super) is_twice: bool,
}

impl Group {
    /// Whether somebody has filled in anything.
    pub(super) fn says(&self) -> bool {
        !self.cells.is_empty()
    }
}

/// The items of each table.
pub(super) fn all(lines: Vec<Line>) -> BTreeMap<&'static str, Vec<Group>> {
    let mut groups: BTreeMap<&'static str, Vec<Group>> = BTreeMap::new();
    let mut known: HashMap<(&'static str, String), usize> = HashMap::new();
    for (at, line) in lines.into_iter().enumerate() {
        let of_table = groups.entry(line.table).or_default();
        let key = (line.table, key(&line));
        let merges = matches!(line.table, "category" | "subcategory" | "survey");
        let found = known.get(&key).copied().filter(|_| !key.1.is_empty());
        match found.and_then(|at| of_table.get_mut(at)) {
            Some(group) if merges => merge(group, line),
            Some(_) => {
                let mut group = group(at, line);
                group.is_twice = true;
                of_table.push(group);
            }
            None => {
                known.insert(key, of_table.len());
                of_table.push(group(at, line));
            }
        }
    }
    groups
}

/// What tells an item from others; empty for a new one that nothing can refer to.
fn key(line: &Line) -> String {
    if !line.id.is_empty() {
        return line.id.to_lowercase();
    }
    let parents = &line.parents;
    let title = || {
        let cell = line.cells.iter().find(|cell| cell.column == "title");
        cell.map_or_else(String::new, |cell| cell.text.to_lowercase())
    };
    match line.table {
        "category" => format!("new {} {}", line.lang, title()),
        "subcategory" => {
            let category = if parents.category_id.is_empty() {
                parents.category.to_lowercase()
            } else {
                parents.category_id.clone()
            };
            format!("new {} {category} {}", line.lang, title())
        }
        _ => String::new(),
    }
}

fn group(at: usize, line: Line) -> Group {
    let mut group = Group {
        at,
        place: line.place.clone(),
        id: line.id.clone(),
        lang: line.lang.clone(),
        state: line.state.clone(),
        parents: line.parents.clone(),
        ..Group::default()
    };
    merge(&mut group, line);
    group
}

fn merge(group: &mut Group, line: Line) {
    let is_part = matches!(line.table, "category" | "subcategory");
    if !group.says() && !line.cells.is_empty() {
        // The row that says something is the one to show.
        group.place = line.place;
    }
    for cell in line.cells {
        // What is of the survey stands in the row of each of its questions.
        let of_survey = matches!(cell.column, "live" | "ageRestrictionLevel" | "contentFilter");
        let question = line.question.clone().filter(|_| !of_survey);
        let same = group
            .cells
            .iter()
            .find(|(known, there)| *known == question && there.column == cell.column);
        match same {
            Some((_, there)) if there.text == cell.text => {}
            Some(_) => group.differing.push(cell.column),
            None => group.cells.push((question, cell)),
        }
    }
    match (&line.question, is_part) {
        (Some(question), _) => {
            let olds = line.olds.into_iter();
            group.old_questions.extend(olds.map(|(column, old)| (question.clone(), column, old)));
            group.blanks += line.blanks;
        }
        (None, true) => {
            group.olds = line.olds;
            group.blanks = if group.says() { 0 } else { line.blanks };
        }
        (None, false) => {
            group.olds = line.olds;
            group.blanks += line.blanks;
        }
    }
}
