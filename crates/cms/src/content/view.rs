//! Rows and fields as pages show them.

use std::collections::BTreeMap;

use domain::content::{
    Choices, Control, Field, FieldProblem, Kind, Limit, Problem, Values, as_text,
};
use domain::language::Language;

use super::choices::{Choice, ChoiceSet};
use crate::pages::Frame;

/// A field of a form.
pub(crate) struct FieldView {
    pub column: String,
    /// Which control shows it: `line`, `text`, `flag`, `select`, `grouped` or `several`.
    pub control: &'static str,
    pub label: String,
    pub hint: String,
    pub error: String,
    pub value: String,
    pub on: bool,
    pub rows: usize,
    pub limit: usize,
    pub required: bool,
    pub lang: &'static str,
    /// Value and label of each choice.
    pub options: Vec<(String, String)>,
    /// The choices by what they belong to.
    pub groups: Vec<(String, Vec<(String, String)>)>,
}

impl FieldView {
    /// Whether `choice` is among the values of a list.
    pub(crate) fn has(&self, choice: &str) -> bool {
        self.value.split(',').any(|part| part.trim() == choice)
    }
}

/// The fields of a form, filled with `values`.
pub(crate) fn fields(
    kind: &Kind,
    frame: &Frame,
    content: Language,
    choices: &ChoiceSet,
    values: &Values,
    problems: &[FieldProblem],
) -> Vec<FieldView> {
    kind.fields
        .iter()
        .filter(|field| is_shown(kind, field, choices))
        .map(|field| {
            let value = as_text(values.get(field.column));
            let problem = problems.iter().find(|found| found.column == field.column);
            FieldView {
                column: field.column.to_owned(),
                control: control(kind, field),
                label: frame.t(&label_key(kind, field.column)).into_owned(),
                hint: hint_key(kind, field.column)
                    .map(|key| frame.t(key).into_owned())
                    .unwrap_or_default(),
                error: problem.map(|found| sentence(frame, &found.problem)).unwrap_or_default(),
                on: value == "true",
                rows: rows(field),
                limit: field.limit.of(content),
                required: field.required,
                lang: content.code(),
                options: options(field, frame, choices, &value),
                groups: groups(field, choices),
                value: if field.control == Control::Lines {
                    value.replace(',', "\n")
                } else {
                    value
                },
            }
        })
        .collect()
}

/// A choice that leaves nothing to choose is not shown; and whoever chooses the subcategory
/// has chosen the category.
fn is_shown(kind: &Kind, field: &Field, choices: &ChoiceSet) -> bool {
    match field.choices() {
        // Publishing shows a row, and a button of its own hides it.
        _ if kind.live == Some(field.column) => false,
        Some(Choices::Categories) => kind.field("subcategory").is_none(),
        Some(list @ (Choices::AgeLevels | Choices::ContentFilters)) => choices.of(list).len() > 1,
        _ => true,
    }
}

fn control(kind: &Kind, field: &Field) -> &'static str {
    match field.control {
        Control::Text | Control::Lines => "text",
        Control::Flag => "flag",
        Control::Choice(Choices::Subcategories) => "grouped",
        Control::Choice(_) | Control::Number(_) => "select",
        Control::Several(_) => "several",
        Control::Line | Control::Emoji => {
            debug_assert!(kind.field(field.column).is_some());
            "line"
        }
    }
}

fn rows(field: &Field) -> usize {
    match field.control {
        Control::Lines => 3,
        Control::Text if field.limit == Limit::NONE => 16,
        Control::Text => 4,
        _ => 1,
    }
}

fn options(
    field: &Field,
    frame: &Frame,
    choices: &ChoiceSet,
    value: &str,
) -> Vec<(String, String)> {
    let Some(list) = field.choices() else { return Vec::new() };
    let mut options: Vec<(String, String)> = Vec::new();
    let one_of = !matches!(field.control, Control::Several(_));
    if one_of && (field.nullable || value.is_empty()) {
        options.push((String::new(), frame.t("content-choose").into_owned()));
    }
    let chosen: Vec<&str> = value.split(',').map(str::trim).collect();
    options.extend(
        choices
            .of(list)
            .iter()
            .filter(|choice| is_offered(list, choice) || chosen.contains(&choice.value.as_str()))
            .map(|choice| (choice.value.clone(), choice.label.clone())),
    );
    // A value that is no choice any more stays what it is until somebody changes it.
    for value in chosen.into_iter().filter(|value| !value.is_empty()) {
        if !options.iter().any(|(known, _)| known == value) {
            options.push((value.to_owned(), value.to_owned()));
        }
    }
    options
}

/// What older builds of the app offered is shown where it was chosen, and not offered anew.
fn is_offered(list: Choices, choice: &Choice) -> bool {
    list != Choices::Provinces
        || domain::places::provinces("NP")
            .any(|province| province.uid == choice.value && province.current)
}

fn groups(field: &Field, choices: &ChoiceSet) -> Vec<(String, Vec<(String, String)>)> {
    if field.control != Control::Choice(Choices::Subcategories) {
        return Vec::new();
    }
    let mut by_category: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
    for choice in choices.of(Choices::Subcategories) {
        let parent = choice.parent.as_deref().unwrap_or_default();
        by_category.entry(parent).or_default().push((choice.value.clone(), choice.label.clone()));
    }
    choices
        .of(Choices::Categories)
        .iter()
        .filter_map(|category| {
            by_category.remove(category.value.as_str()).map(|below| (category.label.clone(), below))
        })
        .collect()
}

/// The key of a field's label.
pub(crate) fn label_key(kind: &Kind, column: &str) -> String {
    match (kind.name, column) {
        ("avatar-message", "content") => "field-message".to_owned(),
        ("help-center-attribute", "isActive") => "field-shown".to_owned(),
        _ => format!("field-{column}"),
    }
}

fn hint_key(kind: &Kind, column: &str) -> Option<&'static str> {
    Some(match (kind.name, column) {
        ("category", "primary_emoji") | ("help-center-attribute", "emoji") => "hint-emoji",
        ("category", "primary_emoji_name") => "hint-tag",
        ("article", "article_text") => "hint-article-text",
        ("video", "youtubeId") => "hint-youtube",
        ("video", "assetName") => "hint-asset",
        ("quiz" | "did-you-know", "ageRestrictionLevel") => "hint-age-hidden",
        ("article", "ageRestrictionLevel") => "hint-age",
        ("help-center", "website") => "hint-website",
        ("help-center", "isAvailableNationwide") => "hint-nationwide",
        ("help-center", "subRegion") => "hint-provinces",
        (_, "live" | "isActive") => "hint-live",
        _ => return None,
    })
}

/// What is wrong, for a person.
pub(crate) fn sentence(frame: &Frame, problem: &Problem) -> String {
    let key = format!("problem-{}", problem.name());
    match problem {
        Problem::TooLong { length, limit } => frame
            .texts()
            .with(&key, &[("length", &length.to_string()), ("limit", &limit.to_string())])
            .into_owned(),
        _ => frame.t(&key).into_owned(),
    }
}

/// A cell of a list.
pub(super) enum Cell {
    Text(String),
    Live(bool),
    Video(String),
}

/// The cells of a row, without the first, which is its heading.
pub(super) fn cells(kind: &Kind, values: &Values, choices: &ChoiceSet) -> Vec<Cell> {
    kind.listed()
        .filter(|field| field.column != kind.heading)
        .map(|field| {
            let value = as_text(values.get(field.column));
            match field.control {
                Control::Flag => Cell::Live(value == "true"),
                Control::Choice(list) | Control::Number(list) => {
                    Cell::Text(choices.label(list, &value))
                }
                Control::Several(list) => Cell::Text(
                    value
                        .split(',')
                        .filter(|part| !part.is_empty())
                        .map(|part| choices.label(list, part.trim()))
                        .collect::<Vec<_>>()
                        .join(", "),
                ),
                _ if field.column == "youtubeId" => Cell::Video(value),
                _ => Cell::Text(shortened(&value)),
            }
        })
        .collect()
}

/// The beginning of a text that is too long for a cell.
pub(crate) fn shortened(text: &str) -> String {
    const MOST: usize = 140;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}
