//! A search as an address.

use db::search::Filter;
use domain::language::Language;
use server::query::Query;

use crate::access::Editor;
use domain::access::Ability;

/// The tables that are searched, in the order of the menu.
const TABLES: [&str; 13] = [
    "article",
    "category",
    "subcategory",
    "video",
    "quiz",
    "did_you_know",
    "avatar_messages",
    "survey",
    "help_center",
    "help_center_attribute",
    "about",
    "privacy_policy",
    "terms_and_conditions",
];

/// Those of an editor who may send.
const OF_PUSH: [&str; 2] = ["notification", "permanent_notification"];

/// The switches of the page: their names in an address, and the keys of their texts.
pub(super) const SWITCHES: [(&str, &str); 5] = [
    ("no-audio", "search-no-audio"),
    ("not-live", "search-not-live"),
    ("too-long", "search-too-long"),
    ("outdated", "search-outdated"),
    ("draft", "search-with-draft"),
];

/// What an address asks for.
pub(super) struct Asked {
    pub words: String,
    /// One language, or all of hers.
    pub lang: Option<Language>,
    pub table: String,
    /// The switches that are on.
    pub on: Vec<&'static str>,
    pub page: i64,
}

impl Asked {
    pub(super) fn read(query: &Query, editor: &Editor) -> Asked {
        let words = query.get("q").unwrap_or("").replace('\0', " ");
        let words: String = words.trim().chars().take(200).collect();
        let lang = query.get("lang").and_then(Language::from_code);
        let table = query.get("kind").unwrap_or("");
        let on = |name: &&str| query.get(name).is_some_and(|value| !value.is_empty());
        Asked {
            words,
            lang: lang.filter(|lang| editor.languages.contains(lang)),
            table: tables(editor)
                .into_iter()
                .find(|known| *known == table)
                .unwrap_or("")
                .to_owned(),
            on: SWITCHES.iter().map(|(name, _)| *name).filter(|name| on(name)).collect(),
            page: query
                .get("page")
                .and_then(|page| page.parse().ok())
                .unwrap_or(1)
                .clamp(1, 10_000),
        }
    }

    pub(super) fn is_on(&self, name: &str) -> bool {
        self.on.contains(&name)
    }

    /// Whether it asks for one language, and for this one.
    pub(super) fn is_in(&self, language: &Language) -> bool {
        self.lang == Some(*language)
    }

    /// Whether it asks for nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.on.is_empty() && self.table.is_empty() && self.lang.is_none()
    }

    pub(super) fn filter(&self, editor: &Editor, only: Option<Vec<String>>) -> Filter {
        let langs = match self.lang {
            Some(lang) => vec![lang.code().to_owned()],
            None => editor.languages.iter().map(|lang| lang.code().to_owned()).collect(),
        };
        Filter {
            words: self.words.clone(),
            langs,
            table: self.table.clone(),
            tables: tables(editor).into_iter().map(str::to_owned).collect(),
            lacks_audio: self.is_on("no-audio"),
            not_live: self.is_on("not-live"),
            too_long: self.is_on("too-long"),
            with_draft: self.is_on("draft"),
            only,
        }
    }

    /// The query of the address, without a page, with `table` in place of its own.
    pub(super) fn query(&self, table: &str) -> String {
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        if !self.words.is_empty() {
            pairs.push(("q", &self.words));
        }
        if !table.is_empty() {
            pairs.push(("kind", table));
        }
        if let Some(lang) = self.lang {
            pairs.push(("lang", lang.code()));
        }
        pairs.extend(self.on.iter().map(|name| (*name, "1")));
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    }
}

/// The tables in which an editor may search.
pub(super) fn tables(editor: &Editor) -> Vec<&'static str> {
    let mut tables = TABLES.to_vec();
    if editor.may(Ability::SendPush) {
        tables.extend(OF_PUSH);
    }
    tables
}
