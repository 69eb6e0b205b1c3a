//! What is searched of an item.

use serde_json::Value;

use crate::content::{Kind, Values, as_text, kinds, length};
use crate::document;
use crate::language::Language;
use crate::survey::question::{self, OPTIONS};
use crate::survey::rules::{LONGEST_OPTION, LONGEST_QUESTION};
use crate::{alert, push};

/// Changes when an entry of the same item would come out differently.
pub const RULES: &str = "1";

/// Most bytes of a text that are searched.
const MOST: usize = 100_000;

/// What is searched of an item, and what it can be filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What people know it by.
    pub heading: String,
    /// Every other text of it, one a line.
    pub body: String,
    /// Whether the app shows it; `None` where it always does.
    pub live: Option<bool>,
    /// Whether it could have audio and has none.
    pub lacks_audio: bool,
    /// Whether one of its texts is longer than its place in the app.
    pub too_long: bool,
}

/// The entry of a row of `table` in `language`.
pub fn entry(table: &str, language: Language, values: &Values) -> Entry {
    let mut entry = match table {
        "survey" => of_survey(values),
        "about" | "privacy_policy" | "terms_and_conditions" => of_document(values),
        "notification" => of_columns(
            values,
            &[("title", push::LONGEST_TITLE), ("content", push::LONGEST_CONTENT)],
        ),
        "permanent_notification" => of_columns(values, &[("message", alert::LONGEST_MESSAGE)]),
        _ => kinds::of_table(table).map(|kind| of_kind(kind, language, values)).unwrap_or_default(),
    };
    entry.live = match table {
        "survey" | "permanent_notification" => Some(flag(values, "live")),
        _ => kinds::of_table(table).and_then(|kind| kind.live).map(|live| flag(values, live)),
    };
    entry.lacks_audio = table == "article" && text(values, "voiceOverKey").is_empty();
    cut(&mut entry.heading, 1_000);
    cut(&mut entry.body, MOST);
    entry
}

fn of_kind(kind: &Kind, language: Language, values: &Values) -> Entry {
    let limit =
        |column: &&'static str| kind.field(column).map_or(0, |field| field.limit.of(language));
    let mut columns = kind.searched();
    columns.sort_by_key(|column| *column != kind.heading);
    let columns: Vec<(&str, usize)> =
        columns.iter().map(|column| (*column, limit(column))).collect();
    of_columns(values, &columns)
}

fn of_columns(values: &Values, columns: &[(&str, usize)]) -> Entry {
    let mut entry = Entry::default();
    for (column, limit) in columns {
        entry.add(&text(values, column), *limit);
    }
    entry
}

fn of_survey(values: &Values) -> Entry {
    let mut entry = Entry::default();
    let empty = Vec::new();
    let rows = match values.get("questions") {
        Some(Value::Array(rows)) => rows,
        _ => &empty,
    };
    // The old kind has its question in its own row, where the others have nothing.
    entry.add(&text(values, "question"), 0);
    for row in rows {
        let field = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        entry.add(&field("question"), LONGEST_QUESTION);
        for option in 0..OPTIONS {
            entry.add(&field(question::name(option)), LONGEST_OPTION);
        }
    }
    entry
}

fn of_document(values: &Values) -> Entry {
    let mut entry = Entry::default();
    for block in document::read(&text(values, "json_dump")).into_blocks() {
        entry.add(&block.content, 0);
    }
    entry
}

impl Entry {
    /// Adds a text; the first one is the heading.
    fn add(&mut self, text: &str, limit: usize) {
        if text.trim().is_empty() {
            return;
        }
        if self.heading.is_empty() {
            self.heading = text.trim().to_owned();
        } else {
            if !self.body.is_empty() {
                self.body.push('\n');
            }
            self.body.push_str(text);
        }
        self.too_long |= limit > 0 && length(text.trim()) > limit;
    }
}

fn text(values: &Values, column: &str) -> String {
    super::visible(&as_text(values.get(column))).replace('\0', "")
}

fn flag(values: &Values, column: &str) -> bool {
    as_text(values.get(column)) == "true"
}

fn cut(text: &mut String, most: usize) {
    if text.len() > most {
        let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use serde_json::json;

    use super::*;

    fn of(table: &str, row: Value) -> Entry {
        let values: Values = serde_json::from_value(row).unwrap();
        entry(table, Language::English, &values)
    }

    #[test]
    fn every_kind_is_searched_by_its_texts() {
        let article = of(
            "article",
            json!({"article_heading": "H", "article_text": "T", "live": true, "voiceOverKey": "k"}),
        );
        assert_eq!((article.heading.as_str(), article.body.as_str()), ("H", "T"));
        assert_eq!((article.live, article.lacks_audio), (Some(true), false));
        let survey = of(
            "survey",
            json!({"question": "", "live": false,
                "questions": [{"question": "Q", "option1": "a", "option2": ""}]}),
        );
        assert_eq!((survey.heading.as_str(), survey.body.as_str()), ("Q", "a"));
        let about = of("about", json!({"json_dump": r#"[{"type":"HEADING","content":"We"}]"#}));
        assert_eq!((about.heading.as_str(), about.live), ("We", None));
        let alert = of("permanent_notification", json!({"message": "Up", "live": true}));
        assert_eq!((alert.heading.as_str(), alert.body.as_str()), ("Up", ""));
    }

    #[test]
    fn too_long_is_told() {
        let quiz =
            |option: String| of("quiz", json!({"question": "q", "option1": option})).too_long;
        assert!(!quiz("x".repeat(80)));
        assert!(quiz("x".repeat(81)));
        let mut long = "क".repeat(5);
        cut(&mut long, 10);
        assert_eq!(long, "ककक");
    }
}
