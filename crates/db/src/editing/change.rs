//! Creating and changing rows.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use uuid::Uuid;

use super::image::{Image, image};
use super::item::Item;
use super::revision::{self, Action, NewRevision};

/// Who makes a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Key of her row in `user`; `None` for work that nobody is signed in for.
    pub editor_id: Option<i32>,
    /// Her name, or what did it.
    pub name: String,
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is done, and the row is this now.
    Done(Image),
    /// There is no such row in the language.
    Missing,
    /// Somebody else has changed the row since; this is what it is now.
    Conflict(Image),
}

/// Runs `write`, which inserts `item`, and records it.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn create(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    write: impl FnOnce(&mut PgConnection) -> QueryResult<()>,
) -> QueryResult<Image> {
    create_in(connection, author, item, Uuid::new_v4(), write)
}

pub(crate) fn create_in(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    change_set: Uuid,
    write: impl FnOnce(&mut PgConnection) -> QueryResult<()>,
) -> QueryResult<Image> {
    connection.transaction(|connection| {
        write(connection)?;
        let after = image(connection, item)?.ok_or(diesel::result::Error::NotFound)?;
        revision::record(
            connection,
            &NewRevision {
                change_set,
                item,
                lang: &after.language(),
                action: Action::Create,
                author,
                before: None,
                after: Some(&after.json),
            },
        )?;
        Ok(after)
    })
}

/// Runs `write`, which changes `item`, if the row is still as the editor has seen it
/// (`expected`, a [`Image::version`]; `None` takes it as it is), and records the change. A row
/// that comes out as it went in gets no revision.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn update(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    expected: Option<&str>,
    write: impl FnOnce(&mut PgConnection) -> QueryResult<()>,
) -> QueryResult<Changed> {
    change(connection, author, item, lang, expected, Action::Update, Uuid::new_v4(), write)
}

#[expect(clippy::too_many_arguments, reason = "within the crate, and each says what it is")]
pub(crate) fn change(
    connection: &mut PgConnection,
    author: &Author,
    item: &Item,
    lang: &str,
    expected: Option<&str>,
    action: Action,
    change_set: Uuid,
    write: impl FnOnce(&mut PgConnection) -> QueryResult<()>,
) -> QueryResult<Changed> {
    connection.transaction(|connection| {
        let Some(before) = lock(connection, item)?.filter(|before| before.language() == lang)
        else {
            return Ok(Changed::Missing);
        };
        if expected.is_some_and(|expected| expected != before.version) {
            return Ok(Changed::Conflict(before));
        }
        revision::notice_outside_change(connection, item, &before)?;
        write(connection)?;
        let after = image(connection, item)?.ok_or(diesel::result::Error::NotFound)?;
        if after.version != before.version {
            revision::record(
                connection,
                &NewRevision {
                    change_set,
                    item,
                    lang,
                    action,
                    author,
                    before: Some(&before.json),
                    after: Some(&after.json),
                },
            )?;
        }
        Ok(Changed::Done(after))
    })
}

/// The row, which nobody else can change until the transaction ends.
pub(super) fn lock(connection: &mut PgConnection, item: &Item) -> QueryResult<Option<Image>> {
    diesel::sql_query(format!(
        "SELECT FROM \"{}\" WHERE {} FOR UPDATE",
        item.table().name,
        item.condition()
    ))
    .bind::<Text, _>(item.id())
    .execute(connection)?;
    image(connection, item)
}
