//! Categories, subcategories and articles: a row holds one of each.

use std::collections::HashMap;

use domain::exchange::content::{Article, Category, Subcategory};
use domain::exchange::integrity::Section;
use domain::exchange::limits;
use domain::exchange::report::{Kind, Place};

use super::{Blank, Reader, Row, Table};

/// Categories and subcategories as the rows bring them.
#[derive(Default)]
pub(super) struct Parts {
    categories: Vec<Part>,
    subcategories: Vec<Part>,
    category_at: HashMap<String, usize>,
    subcategory_at: HashMap<String, usize>,
}

/// A category or subcategory.
struct Part {
    id: String,
    parent: String,
    original: String,
    /// The translation that was met first.
    translated: Option<String>,
    emoji: String,
    emoji_name: String,
    version: String,
    place: Place,
}

impl Parts {
    /// Reads a sheet.
    pub(super) fn sheet(&mut self, reader: &mut Reader<'_>, table: &Table<'_>) {
        for row in table.rows() {
            let category = self.category(reader, row);
            let subcategory = self.subcategory(reader, row, &category);
            article(reader, row, category, subcategory);
        }
    }

    fn category(&mut self, reader: &mut Reader<'_>, row: Row<'_>) -> String {
        let id = row.value("cat_id").to_owned();
        let part = part(reader, row, &id, "category_title", "");
        let is_new = met(reader, row, &mut self.categories, &mut self.category_at, part);
        if let Some(part) = is_new.and_then(|at| self.categories.get_mut(at)) {
            // One stored emoji is known to carry a line break.
            part.emoji = row.value("primary_emoji").to_owned();
            part.emoji_name = row.value("primary_emoji_name").to_owned();
            part.version = row.value("cat_version").to_owned();
        }
        id_of(&self.categories, &self.category_at, &id, row, "category_title", "")
    }

    fn subcategory(&mut self, reader: &mut Reader<'_>, row: Row<'_>, category: &str) -> String {
        let id = row.value("subcat_id").to_owned();
        let part = part(reader, row, &id, "subcategory_title", category);
        let is_new = met(reader, row, &mut self.subcategories, &mut self.subcategory_at, part);
        if let Some(part) = is_new.and_then(|at| self.subcategories.get_mut(at)) {
            part.version = row.value("subcat_version").to_owned();
        }
        id_of(&self.subcategories, &self.subcategory_at, &id, row, "subcategory_title", category)
    }

    /// Puts them into the content.
    pub(super) fn finish(self, reader: &mut Reader<'_>) {
        for (at, part) in self.categories.into_iter().enumerate() {
            reader.origins.put(Section::Categories, at, part.place.clone());
            let title = resolve(reader, &part, "category_title", "categories");
            reader.content.categories.push(Category {
                id: part.id,
                title,
                emoji: part.emoji,
                emoji_name: part.emoji_name,
                version: part.version,
            });
        }
        for (at, part) in self.subcategories.into_iter().enumerate() {
            reader.origins.put(Section::Subcategories, at, part.place.clone());
            let title = resolve(reader, &part, "subcategory_title", "subcategories");
            reader.content.subcategories.push(Subcategory {
                id: part.id,
                title,
                category: part.parent,
                version: part.version,
            });
        }
    }
}

/// What `row` says about its category or subcategory; `None` when it says nothing.
fn part(
    reader: &mut Reader<'_>,
    row: Row<'_>,
    id: &str,
    column: &'static str,
    parent: &str,
) -> Option<(String, Part)> {
    let original = row.original(column);
    let translated = row.filled(column, &mut reader.report);
    if original.trim().is_empty() && translated.is_none() {
        return None;
    }
    let key = key(id, parent, &original, translated.as_deref());
    let part = Part {
        id: if id.is_empty() { super::new_ids::fresh() } else { id.to_owned() },
        parent: parent.to_owned(),
        original,
        translated,
        emoji: String::new(),
        emoji_name: String::new(),
        version: String::new(),
        place: row.place(column),
    };
    Some((key, part))
}

/// What tells it from others: its id, or its name where a translator has added it.
fn key(id: &str, parent: &str, original: &str, translated: Option<&str>) -> String {
    if id.is_empty() {
        format!("new {parent} {}", translated.unwrap_or(original))
    } else {
        id.to_owned()
    }
}

/// Remembers a part; where it is in `parts` if it was not known.
fn met(
    reader: &mut Reader<'_>,
    row: Row<'_>,
    parts: &mut Vec<Part>,
    at: &mut HashMap<String, usize>,
    part: Option<(String, Part)>,
) -> Option<usize> {
    let (key, part) = part?;
    let Some(known) = at.get(&key).and_then(|at| parts.get_mut(*at)) else {
        at.insert(key, parts.len());
        parts.push(part);
        return Some(parts.len() - 1);
    };
    match (&known.translated, part.translated) {
        (None, Some(translated)) => known.translated = Some(translated),
        (Some(first), Some(other)) if *first != other => {
            let place = row.place(&part.place.column);
            reader.report.add(Kind::TwoNames, place, format!("{first} / {other}"));
        }
        _ => {}
    }
    None
}

fn id_of(
    parts: &[Part],
    at: &HashMap<String, usize>,
    id: &str,
    row: Row<'_>,
    column: &str,
    parent: &str,
) -> String {
    if !id.is_empty() {
        return id.to_owned();
    }
    // Reading it a second time must not report it a second time.
    let mut unheard = domain::exchange::report::Report::default();
    let translated = row.filled(column, &mut unheard);
    let key = key("", parent, &row.original(column), translated.as_deref());
    at.get(&key).and_then(|at| parts.get(*at)).map_or_else(String::new, |part| part.id.clone())
}

/// The name by the rule for blank translations.
fn resolve(
    reader: &mut Reader<'_>,
    part: &Part,
    column: &'static str,
    kind: &'static str,
) -> String {
    let count = reader.counts.entry(kind).or_insert_with(|| super::Count {
        kind: kind.to_owned(),
        items: 0,
        translated: 0,
        blanks: 0,
    });
    count.items += 1;
    let Some(translated) = &part.translated else {
        count.blanks += 1;
        reader.report.add(Kind::Blank, part.place.clone(), &*part.original);
        return match reader.options.blank {
            Blank::Blank => String::new(),
            Blank::Original | Blank::LeaveOut => part.original.clone(),
        };
    };
    count.translated += 1;
    if let Some(most) = limits::of("category", column, &reader.options.locale) {
        let length = domain::content::length(translated);
        if length > most {
            let detail = format!("{length} / {most}");
            reader.report.add(Kind::TooLong, part.place.clone(), detail);
        }
    }
    translated.clone()
}

fn article(reader: &mut Reader<'_>, row: Row<'_>, category: String, subcategory: String) {
    let nothing = row.value("id").is_empty()
        && ["article_heading", "article_text"]
            .iter()
            .all(|column| row.value(column).is_empty() && row.original(column).trim().is_empty());
    if nothing {
        return;
    }
    let article = Article {
        id: reader.id(row),
        category,
        subcategory,
        heading: reader.required(row, "article_heading"),
        text: reader.required(row, "article_text"),
        live: row.flag("live", false, &mut reader.report),
        audience: reader.audience(row),
        voice_over_key: row.optional("voiceOverKey"),
        version: row.value("version").to_owned(),
    };
    if reader.keep(row, "articles") {
        let at = reader.content.articles.len();
        reader.origins.put(Section::Articles, at, row.place(""));
        reader.content.articles.push(article);
    }
}
