//! What stands in cells that are chosen and not written.

use std::collections::BTreeMap;

use domain::content::{Choices, Control, Kind};
use domain::language::Language;

use crate::content::{AudienceSettings, ChoiceSet};
use crate::texts::Texts;

/// The lists that cells are chosen from, or that say whether a row fits to others.
const LISTS: [Choices; 8] = [
    Choices::Categories,
    Choices::Subcategories,
    Choices::RightAnswers,
    Choices::AgeLevels,
    Choices::ContentFilters,
    Choices::Countries,
    Choices::Provinces,
    Choices::Attributes,
];

/// What may be chosen, in the words of every language.
#[derive(Clone, Debug, Default)]
pub struct Labels(BTreeMap<(&'static str, &'static str), ChoiceSet>);

impl Labels {
    /// For rows in `languages`.
    ///
    /// # Errors
    ///
    /// Diesel's own.
    pub fn load(
        connection: &mut db::Connection,
        languages: &[Language],
        audience: &AudienceSettings,
    ) -> db::QueryResult<Labels> {
        let mut all = BTreeMap::new();
        for content in languages {
            for interface in Language::ALL {
                let lists = LISTS.into_iter();
                let set = ChoiceSet::load_lists(connection, lists, *content, interface, audience)?;
                all.insert((content.code(), interface.code()), set);
            }
        }
        Ok(Labels(all))
    }

    /// What the rules for rows in `content` need to know.
    pub fn lists(&self, content: Language) -> domain::content::ChoiceLists {
        self.set(content, content).map(ChoiceSet::lists).unwrap_or_default()
    }

    fn set(&self, content: Language, interface: Language) -> Option<&ChoiceSet> {
        self.0.get(&(content.code(), interface.code()))
    }

    /// What stands in the cell of `column` for its stored `value`.
    pub fn label(
        &self,
        column: &str,
        value: &str,
        content: Language,
        interface: Language,
    ) -> String {
        let one = |choices, value: &str| {
            let set = self.set(content, interface);
            set.map_or_else(|| value.to_owned(), |set| set.label(choices, value))
        };
        match control(column) {
            Some(Control::Flag) => flag(Texts::of(interface), value == "true"),
            Some(Control::Number(choices) | Control::Choice(choices)) => {
                one(choices, if value.is_empty() { empty(choices) } else { value })
            }
            Some(Control::Several(choices)) => {
                let parts = value.split(',').map(str::trim).filter(|part| !part.is_empty());
                parts.map(|part| one(choices, part)).collect::<Vec<_>>().join("; ")
            }
            _ => value.to_owned(),
        }
    }

    /// The value that the cell of `column` stands for; the text itself where it is no choice,
    /// which the rules for the column then refuse.
    pub fn value(&self, column: &str, text: &str, content: Language) -> String {
        let one = |choices: Choices, text: &str| {
            let found = Language::ALL.into_iter().find_map(|interface| {
                let known = self.set(content, interface)?.of(choices).iter();
                known.clone().find(|choice| choice.value == text).or_else(|| {
                    known.clone().find(|choice| choice.label.to_lowercase() == text.to_lowercase())
                })
            });
            found.map_or_else(|| text.to_owned(), |choice| choice.value.clone())
        };
        match control(column) {
            Some(Control::Flag) => {
                let text = text.to_lowercase();
                let is =
                    |on| Language::ALL.into_iter().any(|lang| flag(Texts::of(lang), on) == text);
                if is(true) || matches!(text.as_str(), "true" | "1" | "yes") {
                    "true".to_owned()
                } else if is(false) || matches!(text.as_str(), "false" | "0" | "no") {
                    "false".to_owned()
                } else {
                    text
                }
            }
            Some(Control::Number(choices) | Control::Choice(choices)) => one(choices, text),
            Some(Control::Several(choices)) => {
                let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
                parts.map(|part| one(choices, part)).collect::<Vec<_>>().join(",")
            }
            _ => text.to_owned(),
        }
    }

    /// The list to choose the cell of `column` from; `None` where it is written.
    pub fn list(
        &self,
        column: &str,
        content: &[Language],
        interface: Language,
    ) -> Option<Vec<String>> {
        match control(column)? {
            Control::Flag => {
                let texts = Texts::of(interface);
                Some(vec![flag(texts, true), flag(texts, false)])
            }
            Control::Number(choices) | Control::Choice(choices) => {
                let mut list = Vec::new();
                for content in content {
                    for choice in self.set(*content, interface)?.of(choices) {
                        if !list.contains(&choice.label) {
                            list.push(choice.label.clone());
                        }
                    }
                }
                Some(list)
            }
            _ => None,
        }
    }

    /// Whether `value` is one that may be chosen for `column`.
    pub fn is_value(&self, column: &str, value: &str, content: Language) -> bool {
        let Some(Control::Number(choices) | Control::Choice(choices)) = control(column) else {
            return false;
        };
        let set = self.set(content, content);
        set.is_some_and(|set| set.of(choices).iter().any(|choice| choice.value == value))
    }

    /// Whether there is anything to choose for `column`.
    pub fn is_choice(&self, column: &str, content: &[Language]) -> bool {
        self.list(column, content, Language::English).is_none_or(|list| list.len() > 1)
    }
}

/// How the column is filled in, where it is chosen in its place.
pub(super) fn control(column: &str) -> Option<Control> {
    let in_place = |kind: &'static Kind| {
        let field = kind.field(column)?;
        let chosen = !matches!(field.control, Control::Line | Control::Text | Control::Lines);
        (chosen && column != "right_answer").then_some(field.control)
    };
    domain::content::kinds::KINDS.into_iter().find_map(in_place)
}

/// What no value means.
fn empty(choices: Choices) -> &'static str {
    match choices {
        Choices::AgeLevels | Choices::ContentFilters => "0",
        _ => "",
    }
}

fn flag(texts: &'static Texts, on: bool) -> String {
    if on { texts.t("import-yes") } else { texts.t("import-no") }.into_owned()
}
