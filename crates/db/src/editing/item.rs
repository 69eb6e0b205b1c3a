//! Which row is meant.

use domain::language::Language;
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
    /// For what each language has one of: what tells the row that phones get. The code of a
    /// language then names that row, whichever it is.
    newest: Option<Newest>,
}

impl Table {
    /// Whether phones get one row of each language.
    pub fn has_newest(&self) -> bool {
        self.newest.is_some()
    }

    /// Whether `timestamp` tells which row phones get, and tells them whether theirs is older.
    pub(super) fn is_dated(&self) -> bool {
        self.newest == Some(Newest::Timestamp)
    }
}

/// What is highest in the row that phones get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Newest {
    Id,
    Timestamp,
}

impl Newest {
    /// As an `ORDER BY` has it.
    fn order(self) -> &'static str {
        match self {
            Newest::Id => "id DESC",
            Newest::Timestamp => "\"timestamp\" DESC, id DESC",
        }
    }
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
    Table { name, key: Key::Uuid, ordered, newest: None }
}

const fn serial(name: &'static str, ordered: bool) -> Table {
    Table { name, key: Key::Serial, ordered, newest: None }
}

const fn newest(name: &'static str, newest: Newest) -> Table {
    Table { name, key: Key::Serial, ordered: false, newest: Some(newest) }
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
    newest("about", Newest::Id),
    newest("privacy_policy", Newest::Id),
    newest("terms_and_conditions", Newest::Id),
    newest("about_banner", Newest::Timestamp),
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
            Key::Serial if table.has_newest() && Language::from_code(id).is_some() => id.to_owned(),
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

    /// The language whose row this is, whichever that is; `None` for a certain row.
    pub fn newest_of(&self) -> Option<Language> {
        self.table.newest.and_then(|_| Language::from_code(&self.id))
    }

    /// `id = $1` with the key's type, for a bind of text.
    pub(crate) fn condition(&self) -> String {
        match (self.table.key, self.table.newest.filter(|_| self.newest_of().is_some())) {
            (_, Some(newest)) => format!(
                "id = (SELECT newest.id FROM \"{}\" AS newest WHERE newest.lang = $1 \
                        ORDER BY {} LIMIT 1)",
                self.table.name,
                newest.order()
            ),
            (Key::Uuid, None) => "id = $1::uuid".to_owned(),
            (Key::Serial, None) => "id = $1::integer".to_owned(),
        }
    }
}
