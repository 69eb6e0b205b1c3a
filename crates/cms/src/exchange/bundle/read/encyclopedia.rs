//! Categories, subcategories and articles: each of the first two lists the ids of the next.

use std::collections::HashMap;

use domain::exchange::content::{Article, Category, Subcategory};
use domain::exchange::literal::Literal;
use domain::exchange::report::{Kind, Place, Report};

use super::{audience, flag, optional, table, text};

/// The three lists, in the order in which each names the next.
pub(super) fn read(
    bundle: &Literal,
    report: &mut Report,
) -> (Vec<Category>, Vec<Subcategory>, Vec<Article>) {
    let mut parts = Items::of(table(bundle, "subCategories", report));
    let mut items = Items::of(table(bundle, "articles", report));
    let mut categories = Vec::new();
    let mut subcategories = Vec::new();
    let mut articles = Vec::new();
    for (id, category) in table(bundle, "categories", report) {
        let tag = category.get("tags").and_then(|tags| tags.get("primary"));
        let tag = |name| tag.map_or_else(String::new, |tag| text(tag, name));
        categories.push(Category {
            id: id.to_owned(),
            title: text(category, "name"),
            // One stored emoji is known to carry a line break.
            emoji: tag("emoji").trim().to_owned(),
            emoji_name: tag("name"),
            version: String::new(),
        });
        for (part_id, part) in parts.take(category, "subCategories", "categories", report) {
            subcategories.push(Subcategory {
                id: part_id.to_owned(),
                title: text(part, "name"),
                category: id.to_owned(),
                version: String::new(),
            });
            for (article_id, item) in items.take(part, "articles", "subCategories", report) {
                articles.push(article(article_id, item, id, part_id));
            }
        }
    }
    for (id, part) in parts.rest() {
        subcategories.push(Subcategory {
            id: id.to_owned(),
            title: text(part, "name"),
            ..Subcategory::default()
        });
        for (article_id, item) in items.take(part, "articles", "subCategories", report) {
            articles.push(article(article_id, item, "", id));
        }
    }
    articles.extend(items.rest().into_iter().map(|(id, item)| article(id, item, "", "")));
    (categories, subcategories, articles)
}

fn article(id: &str, item: &Literal, category: &str, subcategory: &str) -> Article {
    Article {
        id: id.to_owned(),
        category: category.to_owned(),
        subcategory: subcategory.to_owned(),
        heading: text(item, "title"),
        text: text(item, "content"),
        live: flag(item, "live").unwrap_or(true),
        audience: audience(item),
        voice_over_key: optional(item, "voiceOverKey"),
        version: String::new(),
    }
}

/// Items that wait for somebody to name them.
struct Items<'a> {
    waiting: HashMap<&'a str, &'a Literal>,
    order: Vec<&'a str>,
}

impl<'a> Items<'a> {
    fn of(items: Vec<(&'a str, &'a Literal)>) -> Items<'a> {
        let order = items.iter().map(|(id, _)| *id).collect();
        Items { waiting: items.into_iter().collect(), order }
    }

    /// Those that `parent` names in `list`.
    fn take(
        &mut self,
        parent: &'a Literal,
        list: &str,
        section: &str,
        report: &mut Report,
    ) -> Vec<(&'a str, &'a Literal)> {
        let ids = parent.get(list).map_or(&[][..], Literal::list);
        let mut taken = Vec::new();
        for id in ids.iter().filter_map(Literal::text) {
            match self.waiting.remove(id) {
                Some(item) => taken.push((id, item)),
                None => report.add(Kind::DanglingReference, Place::cell(section, 0, list), id),
            }
        }
        taken
    }

    /// Those that nobody has named.
    fn rest(&mut self) -> Vec<(&'a str, &'a Literal)> {
        let order = std::mem::take(&mut self.order);
        order.into_iter().filter_map(|id| self.waiting.remove(id).map(|item| (id, item))).collect()
    }
}
