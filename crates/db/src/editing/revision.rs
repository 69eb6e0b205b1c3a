//! Table `revision`: what every row was, when, and by whom.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use super::change::Author;
use super::image::Image;
use super::item::{Item, Table};
use crate::schema::revision;
use crate::types::JsonText;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A row was made.
    Create,
    /// A row was changed.
    Update,
    /// A row went to the trash.
    Delete,
    /// A row came back from the trash, or was set back to an earlier revision.
    Restore,
    /// Rows got another order.
    Reorder,
    /// A row was changed by somebody else than the cms.
    Outside,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 6] = [
        Action::Create,
        Action::Update,
        Action::Delete,
        Action::Restore,
        Action::Reorder,
        Action::Outside,
    ];

    /// As the table has it.
    pub fn name(self) -> &'static str {
        match self {
            Action::Create => "create",
            Action::Update => "update",
            Action::Delete => "delete",
            Action::Restore => "restore",
            Action::Reorder => "reorder",
            Action::Outside => "outside",
        }
    }
}

/// What stands in place of a row's key where rows of a table were put in order.
pub(super) const ORDER: &str = "order";

/// A revision to record.
pub(super) struct NewRevision<'a> {
    pub change_set: Uuid,
    pub item: &'a Item,
    pub lang: &'a str,
    pub action: Action,
    pub author: &'a Author,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
}

/// A recorded revision.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = revision, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names, which the migration explains")]
pub struct Revision {
    pub id: i64,
    pub change_set: Uuid,
    pub item_table: String,
    pub item_id: String,
    pub lang: String,
    pub action: String,
    pub editor_id: Option<i32>,
    pub editor_name: String,
    pub at: Stamp,
    pub before: Option<JsonText>,
    pub after: Option<JsonText>,
}

impl Revision {
    /// Whether it is about the order of the rows of `table`.
    pub fn is_order_of(&self, table: &Table) -> bool {
        self.item_table == table.name && self.item_id == ORDER
    }
}

/// A `timestamptz`: milliseconds since 1970.
pub type Stamp = crate::types::Instant;

/// The revisions of a row, newest first, at most `limit` of those before `before_id`.
///
/// # Errors
///
/// Diesel's own.
pub fn of_item(
    connection: &mut PgConnection,
    item: &Item,
    before_id: Option<i64>,
    limit: i64,
) -> QueryResult<Vec<Revision>> {
    revision::table
        .filter(revision::item_table.eq(item.table().name))
        .filter(revision::item_id.eq(item.id()))
        .filter(revision::id.lt(before_id.unwrap_or(i64::MAX)))
        .order(revision::id.desc())
        .limit(limit)
        .select(Revision::as_select())
        .load(connection)
}

/// The reorderings of a table in a language, newest first, at most `limit` of those before
/// `before_id`. With `ids` only those that put one of these rows in order.
///
/// # Errors
///
/// Diesel's own.
pub fn of_order(
    connection: &mut PgConnection,
    table: &Table,
    lang: &str,
    ids: Option<&[String]>,
    before_id: Option<i64>,
    limit: i64,
) -> QueryResult<Vec<Revision>> {
    let named = diesel::dsl::sql::<Bool>("(")
        .bind::<Nullable<Array<Text>>, _>(ids)
        .sql(" IS NULL OR EXISTS (SELECT FROM json_array_elements_text(after) AS row(id) WHERE id = ANY(")
        .bind::<Nullable<Array<Text>>, _>(ids)
        .sql(")))");
    revision::table
        .filter(revision::item_table.eq(table.name))
        .filter(revision::item_id.eq(ORDER))
        .filter(revision::lang.eq(lang))
        .filter(revision::id.lt(before_id.unwrap_or(i64::MAX)))
        .filter(named)
        .order(revision::id.desc())
        .limit(limit)
        .select(Revision::as_select())
        .load(connection)
}

/// One revision.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: i64) -> QueryResult<Option<Revision>> {
    revision::table
        .filter(revision::id.eq(id))
        .select(Revision::as_select())
        .first(connection)
        .optional()
}

/// The revision `id` of a row in a language; `None` when it is about something else.
///
/// # Errors
///
/// Diesel's own.
pub fn find_of(
    connection: &mut PgConnection,
    item: &Item,
    lang: &str,
    id: i64,
) -> QueryResult<Option<Revision>> {
    let found = find(connection, id)?;
    Ok(found.filter(|found| {
        found.item_table == item.table().name && found.item_id == item.id() && found.lang == lang
    }))
}

pub(super) fn record(connection: &mut PgConnection, new: &NewRevision<'_>) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }
    diesel::sql_query(
        "INSERT INTO revision (change_set, item_table, item_id, lang, action, editor_id, \
         editor_name, before, after) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8::json, $9::json) RETURNING id",
    )
    .bind::<SqlUuid, _>(new.change_set)
    .bind::<Text, _>(new.item.table().name)
    .bind::<Text, _>(new.item.id())
    .bind::<Text, _>(new.lang)
    .bind::<Text, _>(new.action.name())
    .bind::<Nullable<diesel::sql_types::Integer>, _>(new.author.editor_id)
    .bind::<Text, _>(&new.author.name)
    .bind::<Nullable<Text>, _>(new.before)
    .bind::<Nullable<Text>, _>(new.after)
    .get_result::<Id>(connection)
    .map(|row| row.id)
}

/// Records that a row is not as the last revision left it: the original service, or somebody
/// with SQL, has changed it. A row without any revision is as it was found and needs none.
pub(super) fn notice_outside_change(
    connection: &mut PgConnection,
    item: &Item,
    present: &Image,
) -> QueryResult<()> {
    let last = of_item(connection, item, None, 1)?.pop();
    let Some(known) = last.and_then(|last| last.after) else { return Ok(()) };
    if Image::of(known.0.clone()).version == present.version {
        return Ok(());
    }
    let author = Author { editor_id: None, name: String::new() };
    record(
        connection,
        &NewRevision {
            change_set: Uuid::new_v4(),
            item,
            lang: &present.language(),
            action: Action::Outside,
            author: &author,
            before: Some(&known.0),
            after: Some(&present.json),
        },
    )
    .map(drop)
}
