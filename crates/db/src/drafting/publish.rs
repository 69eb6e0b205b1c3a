//! Bringing drafts into the app.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use domain::moment::Moment;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::draft::lock;
use super::history::record;
use super::newest;
use super::step::remove;
use crate::editing::{self, Author, Image, Item, Saved, Unique};
use crate::translation;

/// A draft to publish.
#[derive(Clone, Debug)]
pub struct Publishing<'a> {
    /// The row.
    pub item: &'a Item,
    /// Its language.
    pub lang: &'a str,
    /// The draft's version that is to be published, and no other.
    pub version: i32,
    /// What the row is to be, as read from the draft and found right.
    pub values: &'a Map<String, Value>,
    /// Columns that no two rows may share.
    pub unique: Unique,
    /// What is published at one stroke, for rolling it back.
    pub change_set: Uuid,
    /// When.
    pub now: Moment,
}

/// What became of publishing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// The row is this now, and the draft is gone.
    Done(Image),
    /// There is no draft of it in the language, or the row is gone that it would change.
    Missing,
    /// The draft is another version by now.
    Changed,
    /// The row was changed since the draft was begun; it is this now.
    Conflict(Image),
    /// Another row of the language has the same values in these columns.
    Taken(&'static [&'static str]),
}

/// Writes a draft into the row it is for, or makes the row.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn publish(
    connection: &mut PgConnection,
    author: &Author,
    publishing: &Publishing<'_>,
) -> QueryResult<Published> {
    connection.transaction(|connection| {
        let found = lock(connection, publishing.item)?;
        let Some(draft) = found.filter(|draft| draft.lang == publishing.lang) else {
            return Ok(Published::Missing);
        };
        if draft.version != publishing.version {
            return Ok(Published::Changed);
        }
        let saved = match &draft.base_version {
            base if publishing.item.newest_of().is_some() => {
                newest::save(connection, author, publishing, base.as_deref())?
            }
            None => editing::create_row_as(
                connection,
                author,
                publishing.item,
                publishing.lang,
                publishing.values,
                publishing.unique,
                publishing.change_set,
            )?,
            Some(base) => editing::save_row_in(
                connection,
                author,
                publishing.item,
                publishing.lang,
                Some(base),
                publishing.values,
                publishing.unique,
                publishing.change_set,
            )?,
        };
        Ok(match saved {
            Saved::Done(image) => {
                remove(connection, &draft)?;
                record(connection, &draft, "publish", None, author)?;
                translation::published(connection, publishing.item, &draft)?;
                Published::Done(image)
            }
            Saved::Missing => Published::Missing,
            Saved::Conflict(present) => Published::Conflict(present),
            Saved::Taken(columns) => Published::Taken(columns),
        })
    })
}
