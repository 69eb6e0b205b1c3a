//! The kinds of content that editors write: described once, in [`kinds`], and read by
//! everything that lists, shows, checks and saves them.
//!
//! To give a kind another field, add a line there (and the column to the database); its place
//! in lists and forms, its limit, its history and its JSON follow.

mod checks;
mod field;
pub mod kinds;
mod order;
mod problem;
mod read;

use std::collections::BTreeMap;

use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

pub use field::{Choices, Control, Field, Limit};
pub use order::{Move, moves};
pub use problem::{FieldProblem, Problem};
pub use read::{ChoiceLists, Submission, judge, read};

/// The columns of a row, by name.
pub type Values = BTreeMap<String, Value>;

/// A kind of content.
#[derive(Debug)]
pub struct Kind {
    /// Its table.
    pub table: &'static str,
    /// The word for it in keys of texts, such as `article`.
    pub name: &'static str,
    /// The address of its list for people.
    pub page: &'static str,
    /// The address of its collection for programs and forms.
    pub path: &'static str,
    /// What editors fill in, in the order of the form.
    pub fields: &'static [Field],
    /// The column by which people know a row.
    pub heading: &'static str,
    /// The column that says whether the app shows a row; `None` where it always does.
    pub live: Option<&'static str>,
    /// Whether editors decide the order in which the app shows the rows.
    pub ordered: bool,
    /// The column that says within which other row the order is.
    pub parent: Option<&'static str>,
    /// Whether rows have an age restriction and a content filter.
    pub audience: bool,
    /// Sets of columns that no two rows of a language may have the same values in.
    pub unique: &'static [&'static [&'static str]],
    /// Rules about more than one field.
    check: fn(&Values, &mut Vec<FieldProblem>),
}

impl Kind {
    /// The field of `column`.
    pub fn field(&self, column: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.column == column)
    }

    /// The key of a text about the kind, such as `kind-article-many`.
    pub fn text(&self, which: &str) -> String {
        format!("kind-{}-{which}", self.name)
    }

    /// The columns that a search looks through.
    pub fn searched(&self) -> Vec<&'static str> {
        self.fields
            .iter()
            .filter(|field| matches!(field.control, Control::Line | Control::Text | Control::Lines))
            .map(|field| field.column)
            .collect()
    }

    /// The columns that a list shows.
    pub fn listed(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().filter(|field| field.listed)
    }

    /// The values of a new row before anybody has filled in anything.
    pub fn blank(&self) -> Values {
        self.fields.iter().map(|field| (field.column.to_owned(), field.blank())).collect()
    }
}

/// The length of a text as a reader counts it: in grapheme clusters, so that क्षि is one.
pub fn length(text: &str) -> usize {
    text.graphemes(true).count()
}

/// The text of a value as a form shows it.
pub fn as_text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(flag)) => flag.to_string(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::kinds::KINDS;
    use super::length;

    #[test]
    fn length_counts_what_a_reader_sees() {
        for (text, expected) in [
            ("", 0),
            ("abc", 3),
            ("नेपाली", 3),
            ("क्षितिज", 3),
            ("👩🏽‍🏫", 1),
            ("e\u{301}", 1),
            ("🇳🇵", 1),
        ] {
            assert_eq!(length(text), expected, "{text}");
        }
    }

    #[test]
    fn every_kind_names_its_own_columns() {
        for kind in KINDS {
            let known = |column: &str| kind.field(column).is_some();
            assert!(known(kind.heading), "{}", kind.name);
            assert!(kind.live.is_none_or(known), "{}", kind.name);
            assert!(kind.parent.is_none_or(known), "{}", kind.name);
            assert!(kind.unique.iter().all(|set| set.iter().all(|column| known(column))));
            assert!(kind.searched().contains(&kind.heading));
        }
    }
}
