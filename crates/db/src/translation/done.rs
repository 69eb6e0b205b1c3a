//! Declaring that a row says what its source says.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text, Uuid as SqlUuid};

use super::link::record;
use super::rows;
use crate::drafting::Draft;
use crate::editing::{self, Author, Item};

/// What is declared.
#[derive(Clone, Copy, Debug)]
pub struct Declaration<'a> {
    /// The published row.
    pub source: &'a Item,
    /// The row that says the same, or whose draft does.
    pub target: &'a Item,
    /// Digest of the source that the editor has seen; `None` takes it as it is.
    pub seen: Option<&'a str>,
    /// The draft it is said of; `None` means the published row.
    pub draft: Option<&'a Draft>,
}

/// What became of a declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declared {
    /// It is written down.
    Done,
    /// The source has changed since the editor saw it.
    SourceChanged,
    /// There is no such pair, or one of the two rows is missing.
    Missing,
}

/// Writes down that `target` says what `source` says, with both as they are now.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn declare(
    connection: &mut PgConnection,
    author: &Author,
    declaration: &Declaration<'_>,
) -> QueryResult<Declared> {
    let Declaration { source, target, seen, draft } = *declaration;
    connection.transaction(|connection| {
        let Some((source_hash, source_json)) = of_row(connection, source)? else {
            return Ok(Declared::Missing);
        };
        if seen.is_some_and(|seen| seen != source_hash) {
            return Ok(Declared::SourceChanged);
        }
        let changed = match draft {
            Some(draft) => of_draft(connection, source, target, draft, &source_hash, &source_json),
            None => of_published(connection, author, source, target, &source_hash, &source_json),
        }?;
        if changed == 0 {
            return Ok(Declared::Missing);
        }
        record(connection, author, target, &format!("declared to say what {} says", source.id()))?;
        Ok(Declared::Done)
    })
}

const PAIR: &str = "this.item_table = $1 AND this.item_id = $2 AND that.pair = this.pair \
     AND that.item_table = $1 AND that.item_id = $3";

/// From now on the published row says what the source says.
fn of_published(
    connection: &mut PgConnection,
    author: &Author,
    source: &Item,
    target: &Item,
    source_hash: &str,
    source_json: &str,
) -> QueryResult<usize> {
    let Some((own_hash, own_json)) = of_row(connection, target)? else { return Ok(0) };
    diesel::sql_query(format!(
        "UPDATE translation AS this SET source_hash = $4, source = $5::json, own_hash = $6, \
                own = $7::json, done_at = clock_timestamp(), done_by_id = $8, done_by = $9, \
                done_draft = NULL FROM translation AS that WHERE {PAIR}"
    ))
    .bind::<Text, _>(target.table().name)
    .bind::<Text, _>(target.id())
    .bind::<Text, _>(source.id())
    .bind::<Text, _>(source_hash)
    .bind::<Text, _>(source_json)
    .bind::<Text, _>(own_hash)
    .bind::<Text, _>(own_json)
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .execute(connection)
}

/// The draft says what the source says; this holds from when it is published.
fn of_draft(
    connection: &mut PgConnection,
    source: &Item,
    target: &Item,
    draft: &Draft,
    source_hash: &str,
    source_json: &str,
) -> QueryResult<usize> {
    diesel::sql_query(format!(
        "UPDATE translation AS this SET draft_source_hash = $4, draft_source = $5::json, \
                done_draft = $6 FROM translation AS that WHERE {PAIR}"
    ))
    .bind::<Text, _>(target.table().name)
    .bind::<Text, _>(target.id())
    .bind::<Text, _>(source.id())
    .bind::<Text, _>(source_hash)
    .bind::<Text, _>(source_json)
    .bind::<SqlUuid, _>(draft.id)
    .execute(connection)
}

/// The draft of `item` is published. If it was said of this draft that it says what its source
/// says, that now holds of the published text: corrections that a reviewer made in between do
/// not make the source look outdated.
///
/// # Errors
///
/// Diesel's own.
pub fn published(connection: &mut PgConnection, item: &Item, draft: &Draft) -> QueryResult<()> {
    if !rows::is_translated(item.table().name) {
        return Ok(());
    }
    let Some((own_hash, own_json)) = of_row(connection, item)? else { return Ok(()) };
    diesel::sql_query(
        "UPDATE translation SET source_hash = draft_source_hash, source = draft_source, \
                own_hash = $3, own = $4::json, done_at = clock_timestamp(), done_by_id = $6, \
                done_by = $7, done_draft = NULL, draft_source_hash = NULL, draft_source = NULL \
          WHERE item_table = $1 AND item_id = $2 AND done_draft = $5",
    )
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .bind::<Text, _>(own_hash)
    .bind::<Text, _>(own_json)
    .bind::<SqlUuid, _>(draft.id)
    .bind::<Nullable<Integer>, _>(draft.editor_id)
    .bind::<Text, _>(&draft.editor_name)
    .execute(connection)
    .map(drop)
}

#[derive(QueryableByName)]
struct Digest {
    #[diesel(sql_type = Text)]
    digest: String,
}

/// The digest of a published row, and the row.
fn of_row(connection: &mut PgConnection, item: &Item) -> QueryResult<Option<(String, String)>> {
    let table = item.table().name;
    let digest: Option<Digest> = diesel::sql_query(format!(
        "SELECT {} AS digest FROM \"{table}\" WHERE {}",
        rows::digest(table),
        item.condition()
    ))
    .bind::<Text, _>(item.id())
    .get_result(connection)
    .optional()?;
    let image = editing::image(connection, item)?;
    Ok(digest.zip(image).map(|(found, image)| (found.digest, image.json)))
}

/// What the two halves of a pair said when they were last said to say the same: the source's
/// row, as the target's translator has seen it.
///
/// # Errors
///
/// Diesel's own.
pub fn last_seen(
    connection: &mut PgConnection,
    source: &Item,
    target: &Item,
) -> QueryResult<Option<String>> {
    #[derive(QueryableByName)]
    struct Seen {
        #[diesel(sql_type = Text)]
        json: String,
    }
    // Whichever declaration is the later one: that the target says what the source says, or the
    // other way round.
    diesel::sql_query(
        "SELECT json::text FROM ( \
           SELECT source AS json, done_at FROM translation WHERE item_table = $1 AND item_id = $2 \
           UNION ALL \
           SELECT own, done_at FROM translation WHERE item_table = $1 AND item_id = $3 \
         ) AS declared WHERE json IS NOT NULL ORDER BY done_at DESC LIMIT 1",
    )
    .bind::<Text, _>(source.table().name)
    .bind::<Text, _>(target.id())
    .bind::<Text, _>(source.id())
    .get_result::<Seen>(connection)
    .optional()
    .map(|found| found.map(|found| found.json))
}
