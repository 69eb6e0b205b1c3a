//! Table `audit_entry`: who did what that matters for safety and trust.
//!
//! [`record`] is called with the connection of the act itself, so that neither is there without
//! the other. What content was before and after is in [`crate::editing`].

mod act;
mod list;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};

use crate::editing::Author;
pub use act::Act;
pub use list::{Filter, Line, PAGE, list, names};

/// An act to record.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Who did it.
    pub author: &'a Author,
    /// What was done.
    pub act: Act,
    /// What it was done to, such as `article/…` or the name of an editor; never anything about
    /// a girl.
    pub item: &'a str,
    /// What else an auditor wants to know, in plain English, or nothing.
    pub detail: &'a str,
}

/// Records an act.
///
/// # Errors
///
/// Diesel's own.
pub fn record(connection: &mut PgConnection, entry: &Entry<'_>) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO audit_entry (editor_id, editor_name, act, item, detail) \
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind::<Nullable<Integer>, _>(entry.author.editor_id)
    .bind::<Text, _>(&entry.author.name)
    .bind::<Text, _>(entry.act.word())
    .bind::<Text, _>(entry.item)
    .bind::<Text, _>(entry.detail)
    .execute(connection)
    .map(drop)
}

/// Deletes what is older than `days`, and says how many rows that were: the one way in which
/// anything leaves the log.
///
/// # Errors
///
/// Diesel's own.
pub fn delete_older_than(connection: &mut PgConnection, days: i32) -> QueryResult<usize> {
    connection.transaction(|connection| {
        diesel::sql_query("SET LOCAL periodtracker.audit_retention = 'on'").execute(connection)?;
        diesel::sql_query("DELETE FROM audit_entry WHERE at < now() - make_interval(days => $1)")
            .bind::<Integer, _>(days)
            .execute(connection)
    })
}
