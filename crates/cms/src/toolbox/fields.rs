//! The texts of an item, each as its form names it.

use domain::content::{Control, as_text, kinds, length};
use domain::document::Kind as Block;
use domain::survey::question::{Kind, name};
use domain::survey::rules::{LONGEST_OPTION, LONGEST_QUESTION};
use domain::{alert, push};

use crate::pages::Frame;
use crate::preview::source::Source;

/// A text of an item.
pub(super) struct FieldText {
    /// Its name in the form.
    pub name: String,
    pub label: String,
    pub text: String,
    pub limit: usize,
    pub is_prose: bool,
}

/// Columns that are no words: numbers to call, names of files.
const NO_WORDS: [&str; 4] = ["contactOne", "contactTwo", "youtubeId", "assetName"];

/// The texts of an item that have words in them.
pub(super) fn fields(source: &Source, frame: &Frame) -> Vec<FieldText> {
    let column = |column: &str, key: &str, limit: usize, is_prose: bool| FieldText {
        name: column.to_owned(),
        label: frame.t(key).into_owned(),
        text: as_text(source.values.get(column)),
        limit,
        is_prose,
    };
    match source.table.name {
        "survey" => of_survey(source, frame),
        "about" | "privacy_policy" | "terms_and_conditions" => of_document(source, frame),
        "notification" => vec![
            column("title", "field-title", push::LONGEST_TITLE, false),
            column("content", "field-content", push::LONGEST_CONTENT, true),
        ],
        "permanent_notification" => {
            vec![column("message", "field-message", alert::LONGEST_MESSAGE, true)]
        }
        table => {
            let Some(kind) = kinds::of_table(table) else { return Vec::new() };
            kind.fields
                .iter()
                .filter(|field| matches!(field.control, Control::Line | Control::Text))
                .filter(|field| !NO_WORDS.contains(&field.column))
                .map(|field| {
                    let key = format!("field-{}", field.column);
                    let limit = field.limit.of(source.language);
                    column(field.column, &key, limit, field.control == Control::Text)
                })
                .collect()
        }
    }
}

fn of_survey(source: &Source, frame: &Frame) -> Vec<FieldText> {
    let mut fields = Vec::new();
    for (at, question) in source.questions().into_iter().enumerate() {
        let label =
            frame.with("surveys-question-number", "number", &frame.number(&(at + 1))).into_owned();
        fields.push(FieldText {
            name: format!("questions[{at}][question]"),
            label: label.clone(),
            text: question.text,
            limit: LONGEST_QUESTION,
            is_prose: false,
        });
        if question.kind == Kind::FreeText {
            continue;
        }
        for (option, text) in question.options.into_iter().enumerate() {
            let number = frame.number(&(option + 1));
            fields.push(FieldText {
                name: format!("questions[{at}][{}]", name(option)),
                label: format!(
                    "{label}, {}",
                    frame.with("surveys-option-number", "number", &number)
                ),
                text,
                limit: LONGEST_OPTION,
                is_prose: false,
            });
        }
    }
    fields
}

fn of_document(source: &Source, frame: &Frame) -> Vec<FieldText> {
    let field = |(at, block): (usize, domain::document::Block)| FieldText {
        name: format!("blocks[{at}][content]"),
        label: frame
            .with("documents-block-number", "number", &frame.number(&(at + 1)))
            .into_owned(),
        is_prose: block.kind == Block::Content,
        text: block.content,
        limit: 0,
    };
    source.blocks().into_iter().enumerate().map(field).collect()
}

impl FieldText {
    /// Whether there is anything to judge.
    pub(super) fn is_empty(&self) -> bool {
        length(self.text.trim()) == 0
    }
}
