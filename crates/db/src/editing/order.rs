//! The order in which the app shows rows.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Integer, Nullable, Text};
use uuid::Uuid;

use super::change::Author;
use super::item::Table;
use super::revision::{Action, ORDER};

/// What became of a new order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderChange {
    /// The rows stand in the new order; so many have moved.
    Done(usize),
    /// One of them is not there, or belongs to another language.
    Missing,
}

#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Integer)]
    key: i32,
}

/// Puts the rows `ids` into this order, in one transaction. They share out among themselves the
/// places they have now, so that rows which are not named keep theirs.
///
/// # Errors
///
/// Diesel's own; nothing has moved then.
pub fn reorder(
    connection: &mut PgConnection,
    author: &Author,
    table: &'static Table,
    lang: &str,
    ids: &[String],
) -> QueryResult<OrderChange> {
    let name = table.name;
    connection.transaction(|connection| {
        let mut places: Vec<Place> = diesel::sql_query(format!(
            "SELECT id::text, \"sortingKey\" AS key FROM \"{name}\" \
             WHERE lang = $1 AND id::text = ANY($2) ORDER BY \"sortingKey\", id FOR UPDATE"
        ))
        .bind::<Text, _>(lang)
        .bind::<Array<Text>, _>(ids)
        .load(connection)?;
        if places.len() != ids.len() {
            return Ok(OrderChange::Missing);
        }
        // Where two rows share a place (imports leave such) the later one moves on.
        let mut keys: Vec<i32> = places.iter().map(|place| place.key).collect();
        for at in 1..keys.len() {
            keys[at] = keys[at].max(keys[at - 1].saturating_add(1));
        }
        let before: Vec<String> = places.iter().map(|place| place.id.clone()).collect();
        let mut moved = 0;
        for (id, key) in ids.iter().zip(keys) {
            let Some(at) = places.iter().position(|place| place.id == *id) else {
                return Ok(OrderChange::Missing);
            };
            if places.swap_remove(at).key == key {
                continue;
            }
            moved += 1;
            diesel::sql_query(format!(
                "UPDATE \"{name}\" SET \"sortingKey\" = $1 WHERE id::text = $2"
            ))
            .bind::<Integer, _>(key)
            .bind::<Text, _>(id)
            .execute(connection)?;
        }
        if moved > 0 {
            record(connection, author, name, lang, &before, ids)?;
        }
        Ok(OrderChange::Done(moved))
    })
}

/// Those of `ids` that are rows of a language, in the order in which they are given.
///
/// # Errors
///
/// Diesel's own.
pub fn existing(
    connection: &mut PgConnection,
    table: &Table,
    lang: &str,
    ids: &[String],
) -> QueryResult<Vec<String>> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = Text)]
        id: String,
    }
    diesel::sql_query(format!(
        "SELECT item.id::text AS id FROM \"{}\" AS item \
           JOIN unnest($2) WITH ORDINALITY AS given(id, place) ON item.id::text = given.id \
          WHERE item.lang = $1 ORDER BY place",
        table.name
    ))
    .bind::<Text, _>(lang)
    .bind::<Array<Text>, _>(ids)
    .load::<Id>(connection)
    .map(|rows| rows.into_iter().map(|row| row.id).collect())
}

/// One revision for all rows that were put in order, under [`ORDER`].
fn record(
    connection: &mut PgConnection,
    author: &Author,
    table: &str,
    lang: &str,
    before: &[String],
    after: &[String],
) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO revision (change_set, item_table, item_id, lang, action, editor_id, \
         editor_name, before, after) \
         VALUES ($1, $2, $9, $3, $4, $5, $6, array_to_json($7), array_to_json($8))",
    )
    .bind::<diesel::sql_types::Uuid, _>(Uuid::new_v4())
    .bind::<Text, _>(table)
    .bind::<Text, _>(lang)
    .bind::<Text, _>(Action::Reorder.name())
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .bind::<Array<Text>, _>(before)
    .bind::<Array<Text>, _>(after)
    .bind::<Text, _>(ORDER)
    .execute(connection)
    .map(drop)
}
