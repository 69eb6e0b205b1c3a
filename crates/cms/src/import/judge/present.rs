//! What is there, to be compared with what a file says.

use std::collections::{BTreeMap, HashMap, HashSet};

use db::drafting::bulk::SeenDraft;
use db::editing::Image;
use domain::content::{Kind, Values, as_text};
use uuid::Uuid;

/// An item as it is.
pub(super) struct Present {
    pub(super) lang: String,
    /// Its columns, those of its draft where it has one.
    pub(super) values: Values,
    /// `None` where it is a draft alone.
    pub(super) image: Option<String>,
    pub(super) draft: Option<(Uuid, i32)>,
}

impl Present {
    /// The version of its row; takes a while.
    pub(super) fn row_version(&self) -> Option<String> {
        self.image.clone().map(|json| Image::of(json).version)
    }
}

/// The rows and drafts of the table at hand, and of those that others refer to.
#[derive(Default)]
pub(super) struct Tables {
    rows: HashMap<String, String>,
    drafts: HashMap<String, SeenDraft>,
    /// For each set of columns that must differ: the values that are taken, and by which rows.
    taken: HashMap<(String, usize, String), HashSet<String>>,
}

impl Tables {
    /// Goes on to the next table. `says` tells whether anything in it may change.
    pub(super) fn enter(
        &mut self,
        table: &str,
        rows: HashMap<String, String>,
        drafts: HashMap<String, SeenDraft>,
        says: bool,
    ) {
        self.rows = rows;
        self.drafts = drafts;
        self.taken = HashMap::new();
        let kind = domain::content::kinds::of_table(table).filter(|kind| !kind.unique.is_empty());
        if let Some(kind) = kind.filter(|_| says) {
            let ids: Vec<String> = self.ids().map(str::to_owned).collect();
            for id in ids {
                if let Some(present) = self.find(&id) {
                    self.take(kind, &present.lang, &id, &present.values);
                }
            }
        }
    }

    /// The keys of all items.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let alone = self.drafts.keys().filter(|id| !self.rows.contains_key(*id));
        self.rows.keys().chain(alone).map(String::as_str)
    }

    /// An item as it is.
    pub(super) fn find(&self, id: &str) -> Option<Present> {
        let row = self.rows.get(id);
        let draft = self.drafts.get(id);
        let mut values = match row {
            Some(json) => Image { json: json.clone(), version: String::new() }.values(),
            None => BTreeMap::new(),
        };
        let lang = match (draft, values.get("lang")) {
            (_, Some(lang)) => as_text(Some(lang)),
            (Some(draft), None) => draft.lang.clone(),
            (None, None) => return None,
        };
        if let Some(draft) = draft {
            let filled: Values = serde_json::from_str(&draft.filled).unwrap_or_default();
            values.extend(filled);
        }
        let draft = draft.map(|draft| (draft.id, draft.version));
        Some(Present { lang, values, image: row.cloned(), draft })
    }

    /// Remembers the values of a row that no other may have.
    pub(super) fn take(&mut self, kind: &Kind, lang: &str, id: &str, values: &Values) {
        for (set, columns) in kind.unique.iter().enumerate() {
            let key = (lang.to_owned(), set, key(columns, values));
            self.taken.entry(key).or_default().insert(id.to_owned());
        }
    }

    /// The first column of a set in which another row than `id` has these values already.
    pub(super) fn taken(
        &self,
        kind: &Kind,
        lang: &str,
        id: &str,
        values: &Values,
        before: Option<&Values>,
    ) -> Option<&'static str> {
        kind.unique.iter().enumerate().find_map(|(set, columns)| {
            let wanted = key(columns, values);
            // One that was always there must not keep anybody from changing the rest.
            if before.is_some_and(|before| key(columns, before) == wanted) {
                return None;
            }
            let others = self.taken.get(&(lang.to_owned(), set, wanted))?;
            if others.iter().any(|other| other != id) { columns.first().copied() } else { None }
        })
    }
}

fn key(columns: &[&str], values: &Values) -> String {
    let texts: Vec<String> =
        columns.iter().map(|column| as_text(values.get(*column)).to_lowercase()).collect();
    texts.join("\u{0}")
}
