//! Many drafts at a time, for imports: the rules of single ones, a statement for hundreds.
//!
//! Both functions belong into a transaction that has called [`wait_for_all`].

use std::collections::{HashMap, HashSet};

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Integer, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use crate::editing::Author;

/// A draft to write.
#[derive(Clone, Debug)]
pub struct BulkDraft {
    /// Table of the row.
    pub item_table: String,
    /// Its key.
    pub item_id: String,
    /// Its language.
    pub lang: String,
    /// Every column that an editor fills in, as a JSON object.
    pub values: String,
    /// The row as it is, as JSON; `None` for a new item.
    pub base: Option<String>,
    /// Its version.
    pub base_version: Option<String>,
    /// Key and version of the draft that this one takes the place of; `None` where there must
    /// be none.
    pub seen: Option<(Uuid, i32)>,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkSaved {
    /// It is there.
    Done {
        /// Its key.
        id: Uuid,
        /// Its version.
        version: i32,
        /// The draft that was there before, as JSON of its columns.
        overwritten: Option<String>,
    },
    /// The draft that is there is another than the one that was seen.
    Conflict,
}

/// A draft to take back.
#[derive(Clone, Debug)]
pub struct BulkUndo {
    /// Table of the row.
    pub item_table: String,
    /// Its key.
    pub item_id: String,
    /// The draft as the import left it: key and version.
    pub left: (Uuid, i32),
    /// The draft that was there before, as JSON of its columns.
    pub overwritten: Option<String>,
}

/// What became of a draft that was to be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulkUndone {
    /// It is gone.
    Removed,
    /// The one from before is there again.
    Restored,
    /// Somebody has saved it, sent it to review or put it into a release since; it stays.
    Kept,
    /// It was published.
    Published,
    /// Somebody had thrown it away.
    Discarded,
}

/// Waits until nobody is writing a draft, and lets nobody write one until the transaction ends;
/// reading goes on. A lock for each of twenty thousand items would be more than the server has.
///
/// # Errors
///
/// Diesel's own.
pub fn wait_for_all(connection: &mut PgConnection) -> QueryResult<()> {
    diesel::sql_query("LOCK TABLE draft IN EXCLUSIVE MODE").execute(connection).map(drop)
}

#[derive(QueryableByName)]
struct Present {
    #[diesel(sql_type = Text)]
    item_table: String,
    #[diesel(sql_type = Text)]
    item_id: String,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Integer)]
    version: i32,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Text)]
    json: String,
}

/// The drafts of these items, by table and key.
fn present(
    connection: &mut PgConnection,
    tables: &[&str],
    ids: &[&str],
) -> QueryResult<HashMap<(String, String), Present>> {
    let found: Vec<Present> = diesel::sql_query(
        "SELECT item_table, item_id, id, version, state, row_to_json(draft)::text AS json \
           FROM draft JOIN unnest($1, $2) AS wanted (wanted_table, wanted_id) \
             ON item_table = wanted_table AND item_id = wanted_id",
    )
    .bind::<Array<Text>, _>(tables)
    .bind::<Array<Text>, _>(ids)
    .load(connection)?;
    let key = |found: &Present| (found.item_table.clone(), found.item_id.clone());
    Ok(found.into_iter().map(|found| (key(&found), found)).collect())
}

/// Writes drafts of the import `import`, and takes those that were in review out of it.
///
/// # Errors
///
/// Diesel's own.
pub fn save_all(
    connection: &mut PgConnection,
    author: &Author,
    import: Uuid,
    drafts: &[BulkDraft],
) -> QueryResult<Vec<BulkSaved>> {
    let tables: Vec<&str> = drafts.iter().map(|draft| &*draft.item_table).collect();
    let ids: Vec<&str> = drafts.iter().map(|draft| &*draft.item_id).collect();
    let mut before = present(connection, &tables, &ids)?;
    let mut saved = Vec::new();
    let mut written: Vec<(&BulkDraft, Uuid)> = Vec::new();
    for draft in drafts {
        let there = before.remove(&(draft.item_table.clone(), draft.item_id.clone()));
        if there.as_ref().map(|there| (there.id, there.version)) != draft.seen {
            saved.push(BulkSaved::Conflict);
            continue;
        }
        let (id, version, overwritten) = match there {
            Some(there) => (there.id, there.version + 1, Some(there.json)),
            None => (Uuid::new_v4(), 1, None),
        };
        written.push((draft, id));
        saved.push(BulkSaved::Done { id, version, overwritten });
    }
    let texts = |of: fn(&BulkDraft) -> &str| -> Vec<&str> {
        written.iter().map(|(draft, _)| of(draft)).collect()
    };
    let some = |of: fn(&BulkDraft) -> Option<&str>| -> Vec<Option<&str>> {
        written.iter().map(|(draft, _)| of(draft)).collect()
    };
    let keys: Vec<Uuid> = written.iter().map(|(_, id)| *id).collect();
    diesel::sql_query(
        r#"INSERT INTO draft (id, item_table, item_id, lang, "values", base, base_version,
                              import_id, editor_id, editor_name)
           SELECT id, item_table, item_id, lang, filled::json, base::json, base_version, $8, $9, $10
             FROM unnest($1, $2, $3, $4, $5, $6, $7)
                  AS new (id, item_table, item_id, lang, filled, base, base_version)
           ON CONFLICT (item_table, item_id) DO UPDATE
              SET "values" = EXCLUDED."values", version = draft.version + 1, state = 'draft',
                  import_id = EXCLUDED.import_id, updated_at = clock_timestamp(),
                  editor_id = EXCLUDED.editor_id, editor_name = EXCLUDED.editor_name"#,
    )
    .bind::<Array<SqlUuid>, _>(&keys)
    .bind::<Array<Text>, _>(texts(|draft| &draft.item_table))
    .bind::<Array<Text>, _>(texts(|draft| &draft.item_id))
    .bind::<Array<Text>, _>(texts(|draft| &draft.lang))
    .bind::<Array<Text>, _>(texts(|draft| &draft.values))
    .bind::<Array<Nullable<Text>>, _>(some(|draft| draft.base.as_deref()))
    .bind::<Array<Nullable<Text>>, _>(some(|draft| draft.base_version.as_deref()))
    .bind::<SqlUuid, _>(import)
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .execute(connection)?;
    record(connection, author, &keys, "save", "import")?;
    Ok(saved)
}

/// Takes drafts of an import back, as far as nobody has touched them since.
///
/// # Errors
///
/// Diesel's own.
pub fn undo_all(
    connection: &mut PgConnection,
    author: &Author,
    drafts: &[BulkUndo],
) -> QueryResult<Vec<BulkUndone>> {
    let tables: Vec<&str> = drafts.iter().map(|draft| &*draft.item_table).collect();
    let ids: Vec<&str> = drafts.iter().map(|draft| &*draft.item_id).collect();
    let there = present(connection, &tables, &ids)?;
    let published = published(connection, &tables, &ids)?;
    let released = released(connection, &tables, &ids)?;
    let (mut removed, mut restored, mut before) = (Vec::new(), Vec::new(), Vec::new());
    let fates = drafts
        .iter()
        .map(|draft| {
            let key = (draft.item_table.clone(), draft.item_id.clone());
            let fate = match there.get(&key) {
                // One that was published has made room for another.
                Some(found) if found.id != draft.left.0 && published.contains(&key) => {
                    BulkUndone::Published
                }
                Some(found)
                    if (found.id, found.version) != draft.left || found.state != "draft" =>
                {
                    BulkUndone::Kept
                }
                // Somebody has chosen it to be published together with others.
                Some(_) if released.contains(&key) => BulkUndone::Kept,
                Some(_) if draft.overwritten.is_some() => BulkUndone::Restored,
                Some(_) => BulkUndone::Removed,
                None if published.contains(&key) => BulkUndone::Published,
                None => BulkUndone::Discarded,
            };
            match (fate, &draft.overwritten) {
                (BulkUndone::Removed, _) => removed.push(draft.left.0),
                (BulkUndone::Restored, Some(json)) => {
                    restored.push(draft.left.0);
                    before.push(json.as_str());
                }
                _ => {}
            }
            fate
        })
        .collect();
    record(connection, author, &removed, "discard", "import")?;
    diesel::sql_query("DELETE FROM draft WHERE id = ANY($1)")
        .bind::<Array<SqlUuid>, _>(&removed)
        .execute(connection)?;
    // A version of its own, so that no form takes it for the one it has seen.
    diesel::sql_query(
        r#"UPDATE draft SET "values" = was."values", version = draft.version + 1,
                  state = was.state, note = was.note, import_id = was.import_id,
                  updated_at = was.updated_at, editor_id = was.editor_id,
                  editor_name = was.editor_name
             FROM unnest($1, $2) AS old (id, json),
                  LATERAL json_populate_record(NULL::draft, old.json::json) AS was
            WHERE draft.id = old.id"#,
    )
    .bind::<Array<SqlUuid>, _>(&restored)
    .bind::<Array<Text>, _>(&before)
    .execute(connection)?;
    record(connection, author, &restored, "save", "import")?;
    Ok(fates)
}

#[derive(QueryableByName)]
struct Key {
    #[diesel(sql_type = Text)]
    item_table: String,
    #[diesel(sql_type = Text)]
    item_id: String,
}

/// Items, by table and key.
type Keys = HashSet<(String, String)>;

/// Those of the items whose drafts are in a release that is not over.
fn released(connection: &mut PgConnection, tables: &[&str], ids: &[&str]) -> QueryResult<Keys> {
    let found: Vec<Key> = diesel::sql_query(
        "SELECT DISTINCT item.item_table, item.item_id FROM release_item AS item \
           JOIN release ON release.id = item.release_id \
            AND release.state IN ('open', 'scheduled', 'failed') \
           JOIN unnest($1, $2) AS wanted (wanted_table, wanted_id) \
             ON item.item_table = wanted_table AND item.item_id = wanted_id",
    )
    .bind::<Array<Text>, _>(tables)
    .bind::<Array<Text>, _>(ids)
    .load(connection)?;
    Ok(found.into_iter().map(|key| (key.item_table, key.item_id)).collect())
}

/// Those of the items whose last draft that ended was published.
fn published(connection: &mut PgConnection, tables: &[&str], ids: &[&str]) -> QueryResult<Keys> {
    let found: Vec<Key> = diesel::sql_query(
        "SELECT wanted_table AS item_table, wanted_id AS item_id \
           FROM unnest($1, $2) AS wanted (wanted_table, wanted_id) \
          WHERE (SELECT action FROM draft_revision \
                  WHERE item_table = wanted_table AND item_id = wanted_id \
                    AND action IN ('publish', 'discard') \
                  ORDER BY id DESC LIMIT 1) = 'publish'",
    )
    .bind::<Array<Text>, _>(tables)
    .bind::<Array<Text>, _>(ids)
    .load(connection)?;
    Ok(found.into_iter().map(|key| (key.item_table, key.item_id)).collect())
}

/// Writes down what `author` did with these drafts, as they are now.
fn record(
    connection: &mut PgConnection,
    author: &Author,
    drafts: &[Uuid],
    action: &str,
    note: &str,
) -> QueryResult<()> {
    diesel::sql_query(
        r#"INSERT INTO draft_revision
               (item_table, item_id, lang, version, "values", action, note, editor_id, editor_name)
           SELECT item_table, item_id, lang, version, "values", $2, $3, $4, $5
             FROM draft WHERE id = ANY($1)"#,
    )
    .bind::<Array<SqlUuid>, _>(drafts)
    .bind::<Text, _>(action)
    .bind::<Text, _>(note)
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .execute(connection)
    .map(drop)
}

/// A draft as it is compared with what an import brings.
#[derive(Clone, Debug, QueryableByName)]
pub struct SeenDraft {
    /// Key of the row that it is for.
    #[diesel(sql_type = Text)]
    pub item_id: String,
    /// Its key.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// Its version.
    #[diesel(sql_type = Integer)]
    pub version: i32,
    /// Language of the row.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// What is filled in, as JSON.
    #[diesel(sql_type = Text)]
    pub filled: String,
}

/// The drafts of a table, by the key of their rows.
///
/// # Errors
///
/// Diesel's own.
pub fn of_table(
    connection: &mut PgConnection,
    table: &str,
) -> QueryResult<HashMap<String, SeenDraft>> {
    let found: Vec<SeenDraft> = diesel::sql_query(
        r#"SELECT item_id, id, version, lang, "values"::text AS filled FROM draft
            WHERE item_table = $1"#,
    )
    .bind::<Text, _>(table)
    .load(connection)?;
    Ok(found.into_iter().map(|draft| (draft.item_id.clone(), draft)).collect())
}
