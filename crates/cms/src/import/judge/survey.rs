//! A survey: its rows in the file are its questions.

use db::exchange::import::NewRow;
use domain::content::{Problem, Values, as_text, length};
use domain::language::Language;
use domain::survey::rules::{LONGEST_OPTION, LONGEST_QUESTION};
use serde_json::{Map, Value};

use super::Judge;
use super::group::Group;
use super::row::{Found, change, compare_state, ended, outcome};
use crate::exchange::workbook::desk::{Cell, digest};
use crate::import::change::{Change, LOCKED, NO_QUESTION, OPTION_GAP, TWO_TEXTS};
use crate::import::outcome::Outcome;

/// Columns of a survey's row that are not for editors to fill in.
const NOT_FILLED_IN: [&str; 4] = ["id", "lang", "date_created", "sortingKey"];

impl Judge<'_> {
    /// Compares what a file says about a survey with what it is.
    pub(super) fn survey(&mut self, group: &Group) -> NewRow {
        let mut row = self.start("survey", group);
        let Found::Item(id, present) = self.find("survey", group) else {
            return ended(row, Outcome::UnknownId, &[]);
        };
        row.item_id = id;
        row.lang.clone_from(&present.lang);
        let language = Language::from_code(&present.lang);
        let Some(language) = language.filter(|known| self.sender.languages.contains(known)) else {
            return ended(row, Outcome::OtherLanguage, &[]);
        };
        let mut values = present.values.clone();
        values.retain(|column, _| !NOT_FILLED_IN.contains(&column.as_str()));
        let mut questions = questions(&values);
        row.heading = questions.first().map_or_else(String::new, |first| {
            as_text(first.get("question")).chars().take(200).collect()
        });
        let mut changes = Vec::new();
        for (question, cell) in &group.cells {
            let made = match question {
                None => self.of_survey(cell, &mut values, language),
                Some(id) => of_question(cell, id, &mut questions),
            };
            changes.extend(made);
        }
        let differs = differing(group, &present.values);
        let stale = (!changes.is_empty() || !differs.is_empty())
            && compare_state(&present, group, &mut row);
        if !stale && !group.state.is_empty() {
            changes.extend(differs);
        }
        for column in &group.differing {
            let twice = Change { column: (*column).to_owned(), ..Change::default() };
            changes.push(twice.named(TWO_TEXTS));
        }
        if changes.is_empty() {
            return ended(row, Outcome::Unchanged, &[]);
        }
        let outcome = outcome(&changes, stale, false);
        let unproblematic = changes.iter().all(|change| change.problem.is_none());
        if matches!(outcome, Outcome::Changed | Outcome::TooLong)
            || outcome == Outcome::Meantime && unproblematic
        {
            let restricted = values.get("ageRestrictionLevel").and_then(Value::as_i64);
            values
                .insert("isAgeRestricted".to_owned(), restricted.is_some_and(|age| age > 0).into());
            let questions = questions.into_iter().map(Value::Object).collect();
            values.insert("questions".to_owned(), Value::Array(questions));
            let object: Map<String, Value> = values.into_iter().collect();
            row.values = Some(Value::Object(object).to_string());
        }
        if outcome != Outcome::Meantime {
            changes.iter_mut().for_each(|change| change.was = None);
        }
        ended(row, outcome, &changes)
    }

    /// A cell about the survey as a whole.
    fn of_survey(&self, cell: &Cell, values: &mut Values, language: Language) -> Option<Change> {
        let value = self.labels.value(cell.column, &cell.text, language);
        let old = as_text(values.get(cell.column));
        if cell.oddity.is_none() && value == old {
            return None;
        }
        let label = self.labels.label(cell.column, &old, language, self.sender.interface);
        let found = change(cell, label);
        if found.problem.is_some() {
            return Some(found);
        }
        let new = match cell.column {
            "live" => value.parse::<bool>().ok().map(Value::Bool),
            _ => {
                let list = self.labels.is_value(cell.column, &value, language);
                value.parse::<i32>().ok().filter(|_| list).map(Value::from)
            }
        };
        let Some(new) = new else { return Some(found.with(&Problem::NotAChoice)) };
        values.insert(cell.column.to_owned(), new);
        Some(found)
    }
}

/// The questions of a survey, in order.
fn questions(values: &Values) -> Vec<Map<String, Value>> {
    let list = values.get("questions").and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_object).cloned().collect()
}

/// A cell about one of the questions.
fn of_question(cell: &Cell, id: &str, questions: &mut [Map<String, Value>]) -> Option<Change> {
    let at = questions.iter().position(|question| as_text(question.get("id")) == id);
    let Some((at, question)) = at.and_then(|at| Some((at, questions.get_mut(at)?))) else {
        return Some(change(cell, String::new()).named(NO_QUESTION));
    };
    let old = as_text(question.get(cell.column));
    if cell.oddity.is_none() && digest(&old) == digest(&cell.text) {
        return None;
    }
    let found = Change { question: Some(at + 1), ..change(cell, old) };
    if found.problem.is_some() {
        return Some(found);
    }
    question.insert(cell.column.to_owned(), cell.text.clone().into());
    let limit = match cell.column {
        "question" => LONGEST_QUESTION,
        "response" => usize::MAX,
        _ => LONGEST_OPTION,
    };
    let count = length(&cell.text);
    if count > limit {
        return Some(found.with(&Problem::TooLong { length: count, limit }));
    }
    // The app leaves out empty options and finds the jumps by position.
    let number = cell.column.strip_prefix("option").and_then(|number| number.parse::<u8>().ok());
    let gap = number.is_some_and(|number| {
        (1..number).any(|earlier| as_text(question.get(&format!("option{earlier}"))).is_empty())
    });
    Some(if gap { found.named(OPTION_GAP) } else { found })
}

/// The old texts in the file that are others than those of the survey.
fn differing(group: &Group, present: &Values) -> Vec<Change> {
    let questions = questions(present);
    let find = |id: &str| {
        let at = questions.iter().position(|question| as_text(question.get("id")) == id)?;
        Some((at, questions.get(at)?))
    };
    let all = group.old_questions.iter();
    all.filter_map(|(id, column, old)| {
        let (at, question) = find(id)?;
        let present = as_text(question.get(*column));
        let change = Change {
            column: (*column).to_owned(),
            question: Some(at + 1),
            old: present.clone(),
            ..Change::default()
        };
        (digest(&present) != *old).then(|| change.named(LOCKED))
    })
    .collect()
}
