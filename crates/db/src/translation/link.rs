//! Making and ending pairs.

use std::collections::BTreeMap;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Integer, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use super::done::{Declaration, declare};
use super::rows;
use crate::audit::{self, Act, Entry};
use crate::drafting;
use crate::editing::{self, Author, Item};

/// What became of linking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Linked {
    /// All pairs are there now.
    Done(usize),
    /// There is no such row in the language, neither published nor as a draft.
    Missing(Item),
    /// This row is in another pair already.
    Taken(Item),
}

/// Links pairs of rows of one table, `one` in `language`, `other` in `other_language`; all of
/// them or none. `equal` declares at once that published texts say the same.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn link(
    connection: &mut PgConnection,
    author: &Author,
    pairs: &[(Item, Item)],
    language: &str,
    other_language: &str,
    equal: bool,
) -> QueryResult<Linked> {
    let mut refused = Linked::Done(pairs.len());
    let outcome = connection.transaction(|connection| {
        wait_for_pairs(connection)?;
        for (one, other) in pairs {
            for (item, lang) in [(one, language), (other, other_language)] {
                if let Some(reason) = objection(connection, item, lang)? {
                    refused = reason;
                    return Err(diesel::result::Error::RollbackTransaction);
                }
            }
            insert(connection, author, one, language, other, other_language)?;
            if equal {
                for (source, target) in [(one, other), (other, one)] {
                    let declaration = Declaration { source, target, seen: None, draft: None };
                    declare(connection, author, &declaration)?;
                }
            }
        }
        Ok(())
    });
    match outcome {
        Ok(()) | Err(diesel::result::Error::RollbackTransaction) => Ok(refused),
        Err(error) => Err(error),
    }
}

/// Two people who pair the same rows at once: the second waits here until the first's
/// transaction has ended.
///
/// # Errors
///
/// Diesel's own.
pub fn wait_for_pairs(connection: &mut PgConnection) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtext('translation'))")
        .execute(connection)
        .map(drop)
}

/// What speaks against linking `item`. A pair whose other half is gone speaks against nothing
/// and ends here.
fn objection(
    connection: &mut PgConnection,
    item: &Item,
    lang: &str,
) -> QueryResult<Option<Linked>> {
    if !exists(connection, item, lang)? {
        return Ok(Some(Linked::Missing(item.clone())));
    }
    let Some((partner, partner_lang)) = other_half(connection, item)? else {
        // Half a pair is none.
        return remove(connection, item).map(|_| None);
    };
    if exists(connection, &partner, &partner_lang)? {
        return Ok(Some(Linked::Taken(item.clone())));
    }
    remove(connection, item).map(|_| None)
}

fn exists(connection: &mut PgConnection, item: &Item, lang: &str) -> QueryResult<bool> {
    if editing::image(connection, item)?.is_some_and(|image| image.language() == lang) {
        return Ok(true);
    }
    Ok(drafting::find(connection, item)?.is_some_and(|draft| draft.lang == lang))
}

fn insert(
    connection: &mut PgConnection,
    author: &Author,
    one: &Item,
    language: &str,
    other: &Item,
    other_language: &str,
) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO translation (item_table, item_id, lang, pair, linked_by_id, linked_by) \
         VALUES ($1, $2, $3, $4, $5, $6), ($1, $7, $8, $4, $5, $6)",
    )
    .bind::<Text, _>(one.table().name)
    .bind::<Text, _>(one.id())
    .bind::<Text, _>(language)
    .bind::<SqlUuid, _>(Uuid::new_v4())
    .bind::<Nullable<Integer>, _>(author.editor_id)
    .bind::<Text, _>(&author.name)
    .bind::<Text, _>(other.id())
    .bind::<Text, _>(other_language)
    .execute(connection)?;
    record(connection, author, one, &format!("paired with {}", other.id()))
}

/// Ends the pair that `item` is in. The rows stay as they are.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn unlink(connection: &mut PgConnection, author: &Author, item: &Item) -> QueryResult<bool> {
    connection.transaction(|connection| {
        let partner = other_half(connection, item)?;
        let gone = remove(connection, item)? > 0;
        if gone {
            let partner = partner.map_or(String::new(), |(partner, _)| partner.id().to_owned());
            record(connection, author, item, &format!("no longer paired with {partner}"))?;
        }
        Ok(gone)
    })
}

fn remove(connection: &mut PgConnection, item: &Item) -> QueryResult<usize> {
    diesel::sql_query(
        "DELETE FROM translation WHERE pair = \
           (SELECT pair FROM translation WHERE item_table = $1 AND item_id = $2)",
    )
    .bind::<Text, _>(item.table().name)
    .bind::<Text, _>(item.id())
    .execute(connection)
}

pub(super) fn record(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    detail: &str,
) -> QueryResult<()> {
    let name = format!("{}/{}", item.table().name, item.id());
    let act = Act::ContentChanged;
    audit::record(connection, &Entry { author, act, item: &name, detail })
}

/// Forgets rows that are gone for good: there is neither a row nor a draft nor a history. The
/// pairs of texts that each language has one of never are: they are made where they are missing.
///
/// # Errors
///
/// Diesel's own.
pub fn purge(connection: &mut PgConnection) -> QueryResult<usize> {
    diesel::sql_query(include_str!("texts.sql")).execute(connection)?;
    let ids = rows::TABLES.map(|table| {
        if rows::is_paired_by_itself(table) {
            // The pair is there before its texts are.
            return format!("SELECT '{table}' AS item_table, unnest(ARRAY['en', 'ne']) AS item_id");
        }
        format!("SELECT '{table}' AS item_table, id::text AS item_id FROM \"{table}\"")
    });
    diesel::sql_query(format!(
        "DELETE FROM translation AS known WHERE (item_table, item_id) NOT IN ( \
           SELECT item_table, item_id FROM ({}) AS row UNION ALL \
           SELECT item_table, item_id FROM draft UNION ALL \
           SELECT item_table, item_id FROM revision)",
        ids.join(" UNION ALL ")
    ))
    .execute(connection)
}

#[derive(QueryableByName)]
struct Half {
    #[diesel(sql_type = Text)]
    item_id: String,
    #[diesel(sql_type = Text)]
    partner_id: String,
    #[diesel(sql_type = Text)]
    partner_lang: String,
}

const HALVES: &str = "SELECT this.item_id, that.item_id AS partner_id, that.lang AS partner_lang \
    FROM translation AS this JOIN translation AS that \
      ON that.pair = this.pair AND that.lang <> this.lang WHERE this.item_table = $1";

fn other_half(connection: &mut PgConnection, item: &Item) -> QueryResult<Option<(Item, String)>> {
    let half: Option<Half> = diesel::sql_query(format!("{HALVES} AND this.item_id = $2"))
        .bind::<Text, _>(item.table().name)
        .bind::<Text, _>(item.id())
        .get_result(connection)
        .optional()?;
    Ok(half.and_then(|half| {
        Some((Item::new(item.table().name, &half.partner_id)?, half.partner_lang))
    }))
}

/// The other half of the pair that `item` is in. It need not exist (any more).
///
/// # Errors
///
/// Diesel's own.
pub fn partner(connection: &mut PgConnection, item: &Item) -> QueryResult<Option<Item>> {
    Ok(other_half(connection, item)?.map(|(partner, _)| partner))
}

/// For the rows of `tables` in `lang`: the keys of their partners that exist, published or as a
/// draft, by table and key.
///
/// # Errors
///
/// Diesel's own.
pub fn partners(
    connection: &mut PgConnection,
    tables: &[&'static str],
    lang: &str,
) -> QueryResult<BTreeMap<(String, String), String>> {
    let mut partners = BTreeMap::new();
    for table in tables.iter().filter(|table| rows::is_translated(table)) {
        let halves: Vec<Half> = diesel::sql_query(format!(
            "{HALVES} AND this.lang = $2 AND that.item_id = ANY( \
               SELECT id::text FROM \"{table}\" UNION ALL \
               SELECT item_id FROM draft WHERE item_table = ANY($3))"
        ))
        .bind::<Text, _>(*table)
        .bind::<Text, _>(lang)
        .bind::<Array<Text>, _>(vec![*table])
        .load(connection)?;
        for half in halves {
            partners.insert(((*table).to_owned(), half.item_id), half.partner_id);
        }
    }
    Ok(partners)
}
