//! Keeping `search_entry` as the rows are.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use diesel::sql_types::{Array, Bool, Nullable, Text};
use domain::language::Language;
use domain::search::{Entry, RULES, entry, fold};

use super::Configuration;
use crate::editing::Image;

/// An entry that is missing, out of date, or of an item that is gone.
#[derive(QueryableByName)]
struct Stale {
    #[diesel(sql_type = Text)]
    item_table: String,
    #[diesel(sql_type = Text)]
    item_id: String,
    #[diesel(sql_type = Bool)]
    is_draft: bool,
    /// NULL: it is gone.
    #[diesel(sql_type = Nullable<Text>)]
    lang: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    digest: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    json: Option<String>,
}

/// Most entries written by one statement.
const AT_ONCE: usize = 200;

/// Makes anew the entries of what has changed, whoever has changed it, and drops those of what
/// is gone; returns how many. While another instance does so, this one goes on with the entries
/// as they are.
///
/// # Errors
///
/// Diesel's own.
pub fn refresh(connection: &mut PgConnection, configuration: &Configuration) -> QueryResult<usize> {
    let stale = stale(connection, configuration)?;
    if stale.is_empty() {
        return Ok(0);
    }
    let written = connection.transaction(|connection| {
        // Waits no longer than `lock_timeout`.
        diesel::sql_query("SELECT pg_advisory_xact_lock(hashtext('search_entry'))")
            .execute(connection)?;
        for some in stale.chunks(AT_ONCE) {
            write(connection, configuration, some)?;
        }
        Ok(stale.len())
    });
    match written {
        Err(Error::DatabaseError(DatabaseErrorKind::Unknown, information))
            if information.message().contains("lock timeout") =>
        {
            Ok(0)
        }
        other => other,
    }
}

fn stale(connection: &mut PgConnection, configuration: &Configuration) -> QueryResult<Vec<Stale>> {
    diesel::sql_query(format!(
        "WITH source AS ({}), digested AS ( \
             SELECT *, md5(json) || CASE lang WHEN 'en' THEN $1 WHEN 'ne' THEN $2 ELSE $3 END \
                    AS digest FROM source) \
         SELECT item_table, item_id, is_draft, digested.lang, digested.digest, digested.json \
           FROM digested FULL JOIN search_entry AS entry USING (item_table, item_id, is_draft) \
          WHERE digested.digest IS DISTINCT FROM entry.digest",
        include_str!("source.sql")
    ))
    .bind::<Text, _>(suffix(configuration.english))
    .bind::<Text, _>(suffix(configuration.nepali))
    .bind::<Text, _>(suffix("simple"))
    .load(connection)
}

fn suffix(configuration: &str) -> String {
    format!(":{RULES}:{configuration}")
}

fn write(
    connection: &mut PgConnection,
    configuration: &Configuration,
    stale: &[Stale],
) -> QueryResult<()> {
    let keys = |column: fn(&Stale) -> &str| stale.iter().map(column).collect::<Vec<_>>();
    diesel::sql_query(
        "DELETE FROM search_entry USING unnest($1, $2, $3) AS gone (item_table, item_id, is_draft) \
          WHERE (search_entry.item_table, search_entry.item_id, search_entry.is_draft) \
              = (gone.item_table, gone.item_id, gone.is_draft)",
    )
    .bind::<Array<Text>, _>(keys(|one| &one.item_table))
    .bind::<Array<Text>, _>(keys(|one| &one.item_id))
    .bind::<Array<Bool>, _>(stale.iter().map(|one| one.is_draft).collect::<Vec<_>>())
    .execute(connection)?;

    let present: Vec<(&Stale, &str, Entry)> = stale
        .iter()
        .filter_map(|one| {
            let (lang, json) = (one.lang.as_deref()?, one.json.clone()?);
            let language = Language::from_code(lang).unwrap_or(Language::English);
            let made = entry(&one.item_table, language, &Image::of(json).values());
            Some((one, lang, made))
        })
        .collect();
    let texts = |column: &dyn Fn(&(&Stale, &str, Entry)) -> String| {
        present.iter().map(column).collect::<Vec<String>>()
    };
    let flags = |column: &dyn Fn(&Entry) -> bool| {
        present.iter().map(|(_, _, entry)| column(entry)).collect::<Vec<bool>>()
    };
    diesel::sql_query(include_str!("insert.sql"))
        .bind::<Array<Text>, _>(texts(&|(one, _, _)| one.item_table.clone()))
        .bind::<Array<Text>, _>(texts(&|(one, _, _)| one.item_id.clone()))
        .bind::<Array<Bool>, _>(present.iter().map(|(one, _, _)| one.is_draft).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(texts(&|(_, lang, _)| (*lang).to_owned()))
        .bind::<Array<Text>, _>(texts(&|(one, _, _)| one.digest.clone().unwrap_or_default()))
        .bind::<Array<Text>, _>(texts(&|(_, _, entry)| entry.heading.clone()))
        .bind::<Array<Text>, _>(texts(&|(_, _, entry)| entry.body.clone()))
        .bind::<Array<Text>, _>(texts(&|(_, _, entry)| {
            fold(&format!("{} {}", entry.heading, entry.body))
        }))
        .bind::<Array<Text>, _>(texts(&|(_, lang, _)| configuration.of_language(lang).to_owned()))
        .bind::<Array<Nullable<Bool>>, _>(
            present.iter().map(|(_, _, entry)| entry.live).collect::<Vec<_>>(),
        )
        .bind::<Array<Bool>, _>(flags(&|entry| entry.lacks_audio))
        .bind::<Array<Bool>, _>(flags(&|entry| entry.too_long))
        .execute(connection)
        .map(drop)
}
