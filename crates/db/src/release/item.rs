//! What a release publishes.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use crate::editing::Item;

/// A draft in a release.
#[derive(Clone, Debug, QueryableByName)]
pub struct ReleaseItem {
    /// Table of the row.
    #[diesel(sql_type = Text)]
    pub item_table: String,
    /// Key of the row.
    #[diesel(sql_type = Text)]
    pub item_id: String,
    /// Language of the row.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// The version that is published.
    #[diesel(sql_type = Integer)]
    pub draft_version: i32,
    /// What people know it by.
    #[diesel(sql_type = Text)]
    pub heading: String,
    /// The version that the draft has now; `None` where there is none.
    #[diesel(sql_type = Nullable<Integer>)]
    pub present_version: Option<i32>,
}

impl ReleaseItem {
    /// The row.
    pub fn item(&self) -> Option<Item> {
        Item::new(&self.item_table, &self.item_id)
    }
}

/// What a release publishes: what others are sorted under first.
///
/// # Errors
///
/// Diesel's own.
pub fn items(connection: &mut PgConnection, release: Uuid) -> QueryResult<Vec<ReleaseItem>> {
    diesel::sql_query(
        "SELECT item.item_table, item.item_id, item.lang, item.draft_version, item.heading, \
                draft.version AS present_version \
           FROM release_item AS item \
           LEFT JOIN draft ON draft.item_table = item.item_table AND draft.item_id = item.item_id \
          WHERE item.release_id = $1 \
          ORDER BY array_position(ARRAY['category', 'subcategory', 'help_center_attribute'], \
                                  item.item_table) NULLS LAST, \
                   item.item_table, item.heading, item.item_id",
    )
    .bind::<SqlUuid, _>(release)
    .load(connection)
}

/// Puts a draft into a release, or another version of it.
///
/// # Errors
///
/// Diesel's own.
pub fn add(
    connection: &mut PgConnection,
    release: Uuid,
    item: &Item,
    lang: &str,
    draft_version: i32,
    heading: &str,
) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO release_item (release_id, item_table, item_id, lang, draft_version, heading) \
         VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (release_id, item_table, item_id) DO UPDATE \
            SET draft_version = excluded.draft_version, heading = excluded.heading",
    )
    .bind::<SqlUuid, _>(release)
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .bind::<Text, _>(lang)
    .bind::<Integer, _>(draft_version)
    .bind::<Text, _>(heading)
    .execute(connection)
    .map(drop)
}

/// Takes an item out.
///
/// # Errors
///
/// Diesel's own.
pub fn remove(connection: &mut PgConnection, release: Uuid, item: &Item) -> QueryResult<bool> {
    diesel::sql_query(
        "DELETE FROM release_item WHERE release_id = $1 AND item_table = $2 AND item_id = $3",
    )
    .bind::<SqlUuid, _>(release)
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .execute(connection)
    .map(|removed| removed == 1)
}

/// Takes each draft as it is now.
///
/// # Errors
///
/// Diesel's own.
pub fn pin(connection: &mut PgConnection, release: Uuid) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE release_item AS item SET draft_version = draft.version FROM draft \
          WHERE item.release_id = $1 AND draft.item_table = item.item_table \
            AND draft.item_id = item.item_id",
    )
    .bind::<SqlUuid, _>(release)
    .execute(connection)
    .map(drop)
}

/// Keeps what is known of the items as translations, for [`translated_again`].
///
/// # Errors
///
/// Diesel's own.
pub fn keep_translations(connection: &mut PgConnection, release: Uuid) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE release_item AS item SET translation_before = \
           (SELECT row_to_json(known) FROM translation AS known \
             WHERE (known.item_table, known.item_id) = (item.item_table, item.item_id)) \
          WHERE release_id = $1",
    )
    .bind::<SqlUuid, _>(release)
    .execute(connection)
    .map(drop)
}

/// Sets what is known of the items as translations back to what it was before they were
/// published: which text of the source each was last said to say, and, where that was said of
/// the draft, of the draft that there is now. A pair that was ended since stays ended.
///
/// # Errors
///
/// Diesel's own.
pub fn translated_again(connection: &mut PgConnection, release: Uuid) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE translation AS known SET source_hash = was.source_hash, source = was.source, \
                own_hash = was.own_hash, own = was.own, done_at = was.done_at, \
                done_by_id = was.done_by_id, done_by = was.done_by, \
                draft_source_hash = was.draft_source_hash, draft_source = was.draft_source, \
                done_draft = CASE WHEN was.done_draft IS NOT NULL THEN draft.id END \
           FROM release_item AS item \
           CROSS JOIN json_populate_record(NULL::translation, item.translation_before) AS was \
           LEFT JOIN draft ON (draft.item_table, draft.item_id) = (item.item_table, item.item_id) \
          WHERE item.release_id = $1 AND known.pair = was.pair \
            AND (known.item_table, known.item_id) = (item.item_table, item.item_id)",
    )
    .bind::<SqlUuid, _>(release)
    .execute(connection)
    .map(drop)
}
