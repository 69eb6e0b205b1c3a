//! What the choices of a form are, with their labels.

use std::collections::BTreeMap;

use db::drafting;
use db::editing::{self, Titled};
use domain::content::{ChoiceLists, Choices, Kind};
use domain::language::Language;
use domain::places;

use super::audience::AudienceSettings;
use crate::texts::Texts;

/// The lists whose choices are rows, with their tables.
const OF_ROWS: [(Choices, &str); 3] = [
    (Choices::Categories, "category"),
    (Choices::Subcategories, "subcategory"),
    (Choices::Attributes, "help_center_attribute"),
];

/// One choice.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// What is stored.
    pub value: String,
    /// What people read.
    pub label: String,
    /// The value it belongs to.
    pub parent: Option<String>,
}

/// The choices of a kind's fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct ChoiceSet(BTreeMap<Choices, Vec<Choice>>);

impl ChoiceSet {
    /// The choices that `kind` needs, of rows in `content` and with labels in `interface`. A
    /// category that is still a draft can be chosen too, so that its articles can be written.
    pub(crate) fn load(
        connection: &mut db::Connection,
        kind: &Kind,
        content: Language,
        interface: Language,
        audience: &AudienceSettings,
    ) -> db::QueryResult<ChoiceSet> {
        let mut set = ChoiceSet::published(connection, kind, content, interface, audience)?;
        for (choices, table) in OF_ROWS {
            if let Some(found) = set.0.get_mut(&choices) {
                let drafts = drafting::titled(connection, table, content.code())?;
                found.extend(drafts.into_iter().map(of_row));
            }
        }
        Ok(set)
    }

    /// Those choices that phones can know.
    pub(crate) fn published(
        connection: &mut db::Connection,
        kind: &Kind,
        content: Language,
        interface: Language,
        audience: &AudienceSettings,
    ) -> db::QueryResult<ChoiceSet> {
        let lists = kind.fields.iter().filter_map(domain::content::Field::choices);
        ChoiceSet::load_lists(connection, lists, content, interface, audience)
    }

    /// These lists.
    pub(crate) fn load_lists(
        connection: &mut db::Connection,
        lists: impl Iterator<Item = Choices>,
        content: Language,
        interface: Language,
        audience: &AudienceSettings,
    ) -> db::QueryResult<ChoiceSet> {
        let mut set = BTreeMap::new();
        for choices in lists {
            if set.contains_key(&choices) {
                continue;
            }
            let of_rows = OF_ROWS.iter().find(|(listed, _)| *listed == choices);
            let found = match choices {
                Choices::Categories | Choices::Subcategories | Choices::Attributes => {
                    let Some((_, table)) = of_rows else { continue };
                    let rows = editing::titled(connection, table, content.code())?;
                    rows.into_iter().map(of_row).collect()
                }
                Choices::RightAnswers => right_answers(interface),
                Choices::AgeLevels => audience.age_choices(interface),
                Choices::ContentFilters => audience.filter_choices(interface),
                Choices::Countries => countries(interface),
                Choices::Provinces => provinces(interface),
            };
            set.insert(choices, found);
        }
        Ok(ChoiceSet(set))
    }

    /// The choices of one list.
    pub(crate) fn of(&self, choices: Choices) -> &[Choice] {
        self.0.get(&choices).map_or(&[], Vec::as_slice)
    }

    /// The label of a value; a value that is no choice (any more) is its own label.
    pub(crate) fn label(&self, choices: Choices, value: &str) -> String {
        let found = self.of(choices).iter().find(|choice| choice.value == value);
        found.map_or_else(|| value.to_owned(), |choice| choice.label.clone())
    }

    /// What the rules need to know.
    pub(crate) fn lists(&self) -> ChoiceLists {
        let plain = |list: &Vec<Choice>| {
            list.iter().map(|choice| (choice.value.clone(), choice.parent.clone())).collect()
        };
        ChoiceLists(self.0.iter().map(|(choices, list)| (*choices, plain(list))).collect())
    }
}

fn of_row(row: Titled) -> Choice {
    Choice { value: row.id, label: row.title, parent: row.parent }
}

fn right_answers(interface: Language) -> Vec<Choice> {
    let texts = Texts::of(interface);
    (1..=3)
        .map(|number| Choice {
            value: number.to_string(),
            label: texts.n("content-option-number", number).into_owned(),
            parent: None,
        })
        .collect()
}

fn countries(interface: Language) -> Vec<Choice> {
    let of_place = |country: &places::Country| Choice {
        value: country.code.to_owned(),
        label: country.name(interface).to_owned(),
        parent: None,
    };
    places::countries().iter().map(of_place).collect()
}

fn provinces(interface: Language) -> Vec<Choice> {
    places::provinces("NP")
        .map(|province| Choice {
            value: province.uid.to_owned(),
            label: province.name(interface).to_owned(),
            parent: Some(province.country.to_owned()),
        })
        .collect()
}
