//! The category and subcategory of new rows.

use std::collections::{BTreeMap, HashMap};

use domain::content::{ChoiceLists, Choices, as_text};

use super::Judge;
use super::group::Group;
use super::present::Tables;
use crate::exchange::workbook::desk;

/// Categories and subcategories by their names, also those that the file itself adds.
#[derive(Default)]
pub(super) struct Parents {
    categories: HashMap<(String, String), String>,
    subcategories: HashMap<(String, String), String>,
}

impl Parents {
    /// Takes in what is there, when a table is entered; drafts alone can be referred to as well.
    pub(super) fn enter(
        &mut self,
        table: &str,
        tables: &Tables,
        lists: &mut BTreeMap<&'static str, ChoiceLists>,
    ) {
        if !matches!(table, "category" | "subcategory") {
            return;
        }
        let ids: Vec<String> = tables.ids().map(str::to_owned).collect();
        for id in ids {
            let Some(present) = tables.find(&id) else { continue };
            let title = as_text(present.values.get("title"));
            let parent = as_text(present.values.get("parent_category"));
            self.add(table, &present.lang, &id, &title, &parent, lists);
        }
    }

    /// Remembers one.
    pub(super) fn add(
        &mut self,
        table: &str,
        lang: &str,
        id: &str,
        title: &str,
        parent: &str,
        lists: &mut BTreeMap<&'static str, ChoiceLists>,
    ) {
        let title = title.trim().to_lowercase();
        let (choices, of) = if table == "category" {
            self.categories.entry((lang.to_owned(), title)).or_insert_with(|| id.to_owned());
            (Choices::Categories, None)
        } else {
            let key = (parent.to_owned(), title);
            self.subcategories.entry(key).or_insert_with(|| id.to_owned());
            (Choices::Subcategories, Some(parent.to_owned()))
        };
        if let Some(lists) = lists.get_mut(lang) {
            let list = lists.0.entry(choices).or_default();
            if !list.iter().any(|(known, _)| known == id) {
                list.push((id.to_owned(), of));
            }
        }
    }

    /// Whether there is a category of this name.
    fn has_category(&self, lang: &str, title: &str) -> bool {
        self.categories.contains_key(&(lang.to_owned(), title.trim().to_lowercase()))
    }

    /// Key of the category that is named, if there is one.
    pub(super) fn category(&self, lang: &str, named: &desk::Parents) -> Option<String> {
        if !named.category_id.is_empty() {
            return Some(named.category_id.clone());
        }
        self.categories.get(&(lang.to_owned(), named.category.trim().to_lowercase())).cloned()
    }

    /// Key of the subcategory that is named, if there is one.
    pub(super) fn subcategory(&self, category: &str, named: &desk::Parents) -> Option<String> {
        if !named.subcategory_id.is_empty() {
            return Some(named.subcategory_id.clone());
        }
        let title = named.subcategory.trim().to_lowercase();
        self.subcategories.get(&(category.to_owned(), title)).cloned()
    }
}

impl Judge<'_> {
    /// Whether a row for a new article only names its category or subcategory, which is there.
    pub(super) fn only_names(&self, table: &str, group: &Group) -> bool {
        if !group.id.is_empty() {
            return false;
        }
        let lang = self.lang_of(group);
        match table {
            "category" => {
                let mut titles = group.cells.iter().filter(|(_, cell)| cell.column == "title");
                titles.next().is_some_and(|(_, cell)| self.parents.has_category(&lang, &cell.text))
            }
            "subcategory" => {
                let category = self.parents.category(&lang, &group.parents);
                category.is_some_and(|category| {
                    self.parents.subcategory(&category, &group.parents).is_some()
                })
            }
            _ => false,
        }
    }
}
