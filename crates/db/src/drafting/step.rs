//! What happens to a draft beside being written: it goes to review, comes back, or goes away.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text, Uuid as SqlUuid};

use super::draft::{COLUMNS, Draft, lock};
use super::history::record;
use crate::editing::{Author, Item};

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stepped {
    /// The draft is this now, or was this last.
    Done(Draft),
    /// Somebody has saved another version meanwhile.
    Conflict(Draft),
    /// There is no draft of this row in the language.
    Missing,
}

/// Asks for a second pair of eyes.
///
/// # Errors
///
/// Diesel's own.
pub fn submit(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    seen: Option<i32>,
) -> QueryResult<Stepped> {
    step(connection, item, lang, seen, |connection, draft| {
        let draft = set_state(connection, &draft, "review", None)?;
        record(connection, &draft, "submit", None, author)?;
        Ok(draft)
    })
}

/// Gives a draft back to whoever wrote it, with what is to be done.
///
/// # Errors
///
/// Diesel's own.
pub fn give_back(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    seen: Option<i32>,
    note: &str,
) -> QueryResult<Stepped> {
    step(connection, item, lang, seen, |connection, draft| {
        let draft = set_state(connection, &draft, "draft", Some(note))?;
        record(connection, &draft, "give-back", Some(note), author)?;
        Ok(draft)
    })
}

/// Throws a draft away. What it was stays in its history.
///
/// # Errors
///
/// Diesel's own.
pub fn discard(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    seen: Option<i32>,
) -> QueryResult<Stepped> {
    step(connection, item, lang, seen, |connection, draft| {
        remove(connection, &draft)?;
        record(connection, &draft, "discard", None, author)?;
        Ok(draft)
    })
}

pub(super) fn remove(connection: &mut PgConnection, draft: &Draft) -> QueryResult<()> {
    diesel::sql_query("DELETE FROM draft WHERE id = $1")
        .bind::<SqlUuid, _>(draft.id)
        .execute(connection)
        .map(drop)
}

fn set_state(
    connection: &mut PgConnection,
    draft: &Draft,
    state: &str,
    note: Option<&str>,
) -> QueryResult<Draft> {
    diesel::sql_query(format!(
        "UPDATE draft SET state = $2, note = coalesce($3, note) WHERE id = $1 RETURNING {COLUMNS}"
    ))
    .bind::<SqlUuid, _>(draft.id)
    .bind::<Text, _>(state)
    .bind::<Nullable<Text>, _>(note)
    .get_result(connection)
}

fn step(
    connection: &mut PgConnection,
    item: &Item,
    lang: &str,
    seen: Option<i32>,
    act: impl FnOnce(&mut PgConnection, Draft) -> QueryResult<Draft>,
) -> QueryResult<Stepped> {
    connection.transaction(|connection| {
        let Some(draft) = lock(connection, item)?.filter(|draft| draft.lang == lang) else {
            return Ok(Stepped::Missing);
        };
        if seen.is_some_and(|seen| seen != draft.version) {
            return Ok(Stepped::Conflict(draft));
        }
        act(connection, draft).map(Stepped::Done)
    })
}
