//! Taking back what was published at one stroke.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use uuid::Uuid;

use super::change::{Author, Changed, change, lock};
use super::delete::{Deleted, delete};
use super::image::{Image, image};
use super::item::Item;
use super::revision::{Action, Revision};
use super::rows::with_dependents;
use super::write::set_back;
use crate::schema::revision;

/// What became of taking back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    /// Every row is as it was before.
    Done(usize),
    /// There is nothing of that name.
    Missing,
    /// These rows have changed since, or others depend on them; nothing was taken back.
    Changed(Vec<Item>),
}

/// Sets every row that `change_set` changed back to what it was before, all or none of them. A
/// row that it made goes to the trash.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn undo_changes(
    connection: &mut PgConnection,
    author: &Author,
    change_set: Uuid,
) -> QueryResult<Undone> {
    connection.transaction(|connection| {
        let done = changes(connection, change_set)?;
        if done.is_empty() {
            return Ok(Undone::Missing);
        }
        let made: Vec<&Item> =
            done.iter().filter(|(_, done)| done.before.is_none()).map(|(item, _)| item).collect();
        let mut changed = Vec::new();
        for (item, done) in &done {
            let after = done.after.as_ref().map(|after| Image::of(after.0.clone()).version);
            let now = lock(connection, item)?.map(|now| now.version);
            let depended_on = done.before.is_none()
                && with_dependents(connection, item)?.iter().any(|other| !made.contains(&other));
            if now != after || depended_on || is_superseded(connection, item, &done.lang)? {
                changed.push(item.clone());
            }
        }
        if !changed.is_empty() {
            return Ok(Undone::Changed(changed));
        }
        let taken_back = Uuid::new_v4();
        for (item, done) in done.iter().rev() {
            let well = match &done.before {
                Some(before) => {
                    let write =
                        |connection: &mut PgConnection| set_back(connection, item, &before.0);
                    let (lang, action) = (&done.lang, Action::Restore);
                    let changed =
                        change(connection, author, item, lang, None, action, taken_back, write)?;
                    matches!(changed, Changed::Done(_))
                }
                None => matches!(
                    delete(connection, author, std::slice::from_ref(item), &done.lang, None)?,
                    Deleted::Done { .. }
                ),
            };
            if !well {
                return Err(diesel::result::Error::RollbackTransaction);
            }
        }
        Ok(Undone::Done(done.len()))
    })
}

fn changes(connection: &mut PgConnection, change_set: Uuid) -> QueryResult<Vec<(Item, Revision)>> {
    let revisions: Vec<Revision> = revision::table
        .filter(revision::change_set.eq(change_set))
        .filter(revision::action.eq_any([Action::Create.name(), Action::Update.name()]))
        .order(revision::id)
        .select(Revision::as_select())
        .load(connection)?;
    let item = |done: &Revision| Item::new(&done.item_table, &done.item_id);
    Ok(revisions.into_iter().filter_map(|done| Some((item(&done)?, done))).collect())
}

/// Whether phones get a later row of the language than `item`.
fn is_superseded(connection: &mut PgConnection, item: &Item, lang: &str) -> QueryResult<bool> {
    if !item.table().has_newest() {
        return Ok(false);
    }
    let newest = Item::new(item.table().name, lang);
    let newest = newest.map(|newest| image(connection, &newest)).transpose()?.flatten();
    let own = image(connection, item)?;
    Ok(newest.map(|newest| newest.version) != own.map(|own| own.version))
}
