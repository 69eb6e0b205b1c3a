//! The row that says the same in the other language.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::editing::Item;

/// The row that `item` is paired with, and its language.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, item: &Item) -> QueryResult<Option<(Item, String)>> {
    #[derive(QueryableByName)]
    struct Half {
        #[diesel(sql_type = Text)]
        item_id: String,
        #[diesel(sql_type = Text)]
        lang: String,
    }
    let half: Option<Half> = diesel::sql_query(
        "SELECT other.item_id, other.lang FROM translation AS own \
           JOIN translation AS other USING (pair) \
          WHERE own.item_table = $1 AND own.item_id = $2 AND other.lang <> own.lang LIMIT 1",
    )
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .get_result(connection)
    .optional()?;
    let table = item.table().name;
    Ok(half.and_then(|half| Some((Item::new(table, &half.item_id)?, half.lang))))
}
