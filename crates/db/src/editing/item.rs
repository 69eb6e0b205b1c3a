//! Which row is meant.

use domain::person;

/// A table whose rows editors change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name in the database.
    pub name: &'static str,
    /// The type of its key.
    pub key: Key,
    /// Whether its rows have a `sortingKey`, which belongs to the order and not to the row.
    pub ordered: bool,
}

/// The type of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// `uuid`, given by the service.
    Uuid,
    /// `integer`, given by a sequence.
    Serial,
}

const fn uuid(name: &'static str, ordered: bool) -> Table {
    Table { name, key: Key::Uuid, ordered }
}

const fn serial(name: &'static str, ordered: bool) -> Table {
    Table { name, key: Key::Serial, ordered }
}

/// Every such table. Names of tables in SQL texts come from here and nowhere else.
pub const TABLES: &[Table] = &[
    uuid("category", true),
    uuid("subcategory", true),
    uuid("article", true),
    uuid("video", true),
    uuid("quiz", false),
    uuid("did_you_know", false),
    uuid("avatar_messages", false),
    uuid("survey", false),
    serial("help_center", true),
    serial("help_center_attribute", false),
    serial("about", false),
    serial("privacy_policy", false),
    serial("terms_and_conditions", false),
    serial("about_banner", false),
    serial("notification", false),
    serial("permanent_notification", false),
    uuid("suggestion", false),
];

/// A row that may exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    table: &'static Table,
    id: String,
}

impl Item {
    /// The row of `table` with the key `id`; `None` when there is no such table or `id` cannot
    /// be its key.
    pub fn new(table: &str, id: &str) -> Option<Item> {
        let table = TABLES.iter().find(|known| known.name == table)?;
        let id = match table.key {
            Key::Uuid => person::parse_id(id)?.to_string(),
            Key::Serial => id.trim().parse::<i32>().ok()?.to_string(),
        };
        Some(Item { table, id })
    }

    /// The table.
    pub fn table(&self) -> &'static Table {
        self.table
    }

    /// The key as text, in PostgreSQL's spelling.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// `id = $1` with the key's type, for a bind of text.
    pub(super) fn condition(&self) -> &'static str {
        match self.table.key {
            Key::Uuid => "id = $1::uuid",
            Key::Serial => "id = $1::integer",
        }
    }
}
