//! Saving the rows of a kind: with its key, without duplicates, and with what depends on it.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use uuid::Uuid;

use super::change::{Author, Changed, change, create_in};
use super::image::{Image, image};
use super::item::{Item, Table};
use super::revision::Action;
use super::write::{insert_row, update_row};

/// What became of saving a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The row is this now.
    Done(Image),
    /// There is no such row in the language.
    Missing,
    /// Somebody else has changed it since; this is what it is now.
    Conflict(Image),
    /// Another row of the language has the same values in these columns.
    Taken(&'static [&'static str]),
}

/// Sets of columns that no two rows of a language may share.
pub type Unique = &'static [&'static [&'static str]];

/// Inserts a row of `table` in `lang` with the columns of `values`, a JSON object without key
/// and language.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn create_row(
    connection: &mut PgConnection,
    author: &Author,
    table: &'static Table,
    lang: &str,
    values: &serde_json::Map<String, serde_json::Value>,
    unique: Unique,
) -> QueryResult<Saved> {
    connection.transaction(|connection| {
        let item = crate::drafting::reserve(connection, table)?;
        create_row_as(connection, author, &item, lang, values, unique, Uuid::new_v4())
    })
}

/// Inserts `item`, whose key was chosen before, as part of a change set.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub(crate) fn create_row_as(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    values: &serde_json::Map<String, serde_json::Value>,
    unique: Unique,
    change_set: Uuid,
) -> QueryResult<Saved> {
    connection.transaction(|connection| {
        if let Some(taken) = taken(connection, item.table(), lang, values, unique, None)? {
            return Ok(Saved::Taken(taken));
        }
        let mut row = values.clone();
        row.insert("id".to_owned(), item.id().into());
        row.insert("lang".to_owned(), lang.into());
        let json = serde_json::Value::Object(row).to_string();
        let write = |connection: &mut PgConnection| insert_row(connection, item.table(), &json);
        create_in(connection, author, item, change_set, write).map(Saved::Done)
    })
}

/// Changes the columns of `values` in a row, if it is as the editor has seen it.
///
/// A subcategory that moves to another category takes its articles along, since each of them
/// names both.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn save_row(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    expected: Option<&str>,
    values: &serde_json::Map<String, serde_json::Value>,
    unique: Unique,
) -> QueryResult<Saved> {
    save_row_in(connection, author, item, lang, expected, values, unique, Uuid::new_v4())
}

/// [`save_row`] as part of a change set.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
#[expect(clippy::too_many_arguments, reason = "within the crate, and each says what it is")]
pub(crate) fn save_row_in(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    expected: Option<&str>,
    values: &serde_json::Map<String, serde_json::Value>,
    unique: Unique,
    change_set: Uuid,
) -> QueryResult<Saved> {
    connection.transaction(|connection| {
        if let Some(taken) = taken(connection, item.table(), lang, values, unique, Some(item))? {
            // Whether it is there at all comes first.
            return Ok(match image(connection, item)? {
                Some(found) if found.language() == lang => Saved::Taken(taken),
                _ => Saved::Missing,
            });
        }
        let json = serde_json::Value::Object(values.clone()).to_string();
        let write = |connection: &mut PgConnection| update_row(connection, item, &json);
        let changed =
            change(connection, author, item, lang, expected, Action::Update, change_set, write)?;
        match changed {
            Changed::Done(after) => {
                if item.table().name == "subcategory" {
                    take_articles_along(connection, author, item, lang, &after, change_set)?;
                }
                Ok(Saved::Done(after))
            }
            Changed::Missing => Ok(Saved::Missing),
            Changed::Conflict(present) => Ok(Saved::Conflict(present)),
        }
    })
}

/// The row and everything that makes no sense without it: a category's subcategories and
/// articles, a subcategory's articles.
///
/// # Errors
///
/// Diesel's own.
pub fn with_dependents(connection: &mut PgConnection, item: &Item) -> QueryResult<Vec<Item>> {
    let below: &[(&str, &str)] = match item.table().name {
        "category" => &[("subcategory", "parent_category"), ("article", "category")],
        "subcategory" => &[("article", "subcategory")],
        _ => &[],
    };
    let mut items = vec![item.clone()];
    for (table, column) in below {
        let ids: Vec<Id> = diesel::sql_query(format!(
            "SELECT id::text AS id FROM \"{table}\" WHERE \"{column}\" = $1 ORDER BY \"sortingKey\", id"
        ))
        .bind::<Text, _>(item.id())
        .load(connection)?;
        items.extend(ids.iter().filter_map(|row| Item::new(table, &row.id)));
    }
    // An article may name a subcategory of the category and, by an old mistake, another
    // category: it goes with its subcategory too.
    if item.table().name == "category" {
        let ids: Vec<Id> = diesel::sql_query(
            "SELECT article.id::text AS id FROM article JOIN subcategory \
               ON subcategory.id::text = article.subcategory \
             WHERE subcategory.parent_category = $1 AND article.category <> $1",
        )
        .bind::<Text, _>(item.id())
        .load(connection)?;
        items.extend(ids.iter().filter_map(|row| Item::new("article", &row.id)));
    }
    Ok(items)
}

/// A row as a choice in a form.
#[derive(Clone, Debug, QueryableByName)]
pub struct Titled {
    /// Its key.
    #[diesel(sql_type = Text)]
    pub id: String,
    /// What people call it.
    #[diesel(sql_type = Text)]
    pub title: String,
    /// The row it belongs to.
    #[diesel(sql_type = Nullable<Text>)]
    pub parent: Option<String>,
}

/// The rows of a table of choices (`category`, `subcategory`, `help_center_attribute`) in a
/// language, in order.
///
/// # Errors
///
/// Diesel's own.
pub fn titled(
    connection: &mut PgConnection,
    table: &'static str,
    lang: &str,
) -> QueryResult<Vec<Titled>> {
    let columns = match table {
        "category" => "primary_emoji || ' ' || title AS title, NULL::text AS parent",
        "subcategory" => "title, parent_category AS parent",
        _ => "emoji || ' ' || name AS title, NULL::text AS parent",
    };
    let order = if table == "help_center_attribute" { "id" } else { "\"sortingKey\", id" };
    diesel::sql_query(format!(
        "SELECT id::text, {columns} FROM \"{table}\" WHERE lang = $1 ORDER BY {order}"
    ))
    .bind::<Text, _>(lang)
    .load(connection)
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = Text)]
    id: String,
}

fn take_articles_along(
    connection: &mut PgConnection,
    author: &Author,
    subcategory: &Item,
    lang: &str,
    after: &Image,
    change_set: Uuid,
) -> QueryResult<()> {
    let values = after.values();
    let Some(category) = values.get("parent_category").and_then(|value| value.as_str()) else {
        return Ok(());
    };
    let strays: Vec<Id> = diesel::sql_query(
        "SELECT id::text AS id FROM article WHERE subcategory = $1 AND category <> $2 AND lang = $3",
    )
    .bind::<Text, _>(subcategory.id())
    .bind::<Text, _>(category)
    .bind::<Text, _>(lang)
    .load(connection)?;
    let json = serde_json::json!({ "category": category }).to_string();
    for stray in strays {
        let Some(article) = Item::new("article", &stray.id) else { continue };
        let write = |connection: &mut PgConnection| update_row(connection, &article, &json);
        change(connection, author, &article, lang, None, Action::Update, change_set, write)?;
    }
    Ok(())
}

/// The first set of columns whose values another row has. Whoever saves in the same table and
/// language waits for the end of this transaction, so that two cannot take a value at once.
fn taken(
    connection: &mut PgConnection,
    table: &Table,
    lang: &str,
    values: &serde_json::Map<String, serde_json::Value>,
    unique: Unique,
    except: Option<&Item>,
) -> QueryResult<Option<&'static [&'static str]>> {
    if unique.is_empty() {
        return Ok(None);
    }
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtext($1))")
        .bind::<Text, _>(format!("{} {lang}", table.name))
        .execute(connection)?;
    let before = match except {
        Some(item) => image(connection, item)?.map(|before| before.values()),
        None => None,
    };
    for columns in unique {
        let same = |column: &&str| {
            before.as_ref().and_then(|before| before.get(*column)) == values.get(*column)
        };
        // A duplicate that was always there must not keep an editor from changing the rest.
        let untouched = columns.iter().all(|column| !values.contains_key(*column) || same(column));
        if untouched {
            continue;
        }
        let mut sql = format!(
            "SELECT count(*) AS count FROM \"{}\" WHERE lang = $1 AND id::text <> $2",
            table.name
        );
        for (at, column) in columns.iter().enumerate() {
            sql.push_str(&format!(" AND lower(\"{column}\"::text) = lower(${})", at + 3));
        }
        let mut query = diesel::sql_query(sql)
            .into_boxed::<Pg>()
            .bind::<Text, _>(lang)
            .bind::<Text, _>(except.map_or("", Item::id));
        for column in *columns {
            let value = values
                .get(*column)
                .or_else(|| before.as_ref().and_then(|before| before.get(*column)))
                .and_then(|value| value.as_str())
                .unwrap_or_default()
                .to_owned();
            query = query.bind::<Text, _>(value);
        }
        if query.get_result::<Count>(connection)?.count > 0 {
            return Ok(Some(columns));
        }
    }
    Ok(None)
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Gives many rows the same `values`, all or none of them, as one change set.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn save_rows(
    connection: &mut PgConnection,
    author: &Author,
    items: &[Item],
    lang: &str,
    values: &serde_json::Map<String, serde_json::Value>,
) -> QueryResult<AllOrNone> {
    let json = serde_json::Value::Object(values.clone()).to_string();
    let change_set = Uuid::new_v4();
    let all = connection.transaction(|connection| {
        for item in items {
            let write = |connection: &mut PgConnection| update_row(connection, item, &json);
            let changed =
                change(connection, author, item, lang, None, Action::Update, change_set, write)?;
            if !matches!(changed, Changed::Done(_)) {
                return Err(diesel::result::Error::RollbackTransaction);
            }
        }
        Ok(())
    });
    match all {
        Ok(()) => Ok(AllOrNone::All),
        Err(diesel::result::Error::RollbackTransaction) => Ok(AllOrNone::None),
        Err(error) => Err(error),
    }
}

/// Whether a change to many rows happened to all of them, or, since one is missing, to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllOrNone {
    /// It happened to all.
    All,
    /// One of them is not there, or belongs to another language.
    None,
}
