//! Every row of one language with its translation into another.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::translation::{Facts, State};
use uuid::Uuid;

use super::rows;
use crate::editing::Item;
use crate::types::Instant;

/// Which rows are wanted.
#[derive(Clone, Debug)]
pub struct WorkQuery<'a> {
    /// The language translated into.
    pub target: &'a str,
    /// The language translated from.
    pub source: &'a str,
    /// One table, or all.
    pub table: Option<&'a str>,
    /// The key of one row, in either language.
    pub id: Option<&'a str>,
}

/// A row with what is known of its translation.
#[derive(Clone, Debug, QueryableByName)]
pub struct Work {
    /// The table of both.
    #[diesel(sql_type = Text)]
    pub item_table: String,
    /// The source's key.
    #[diesel(sql_type = Text)]
    pub source_id: String,
    /// What people know the source by.
    #[diesel(sql_type = Text)]
    pub source_heading: String,
    /// Whether the app shows the source.
    #[diesel(sql_type = Bool)]
    pub source_live: bool,
    /// Digest of the source's text.
    #[diesel(sql_type = Text)]
    pub source_digest: String,
    /// Names the pair, if the source is in one.
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub pair: Option<Uuid>,
    /// Key of the translation, if the source is in a pair.
    #[diesel(sql_type = Nullable<Text>)]
    pub target_id: Option<String>,
    /// What people know the translation by; `None` where there is no such row.
    #[diesel(sql_type = Nullable<Text>)]
    pub target_heading: Option<String>,
    /// Whether the app shows it.
    #[diesel(sql_type = Nullable<Bool>)]
    pub target_live: Option<bool>,
    /// What the translation was last said to say.
    #[diesel(sql_type = Nullable<Text>)]
    pub made_from: Option<String>,
    /// What the source was when it was itself last said to say what the translation says.
    #[diesel(sql_type = Nullable<Text>)]
    pub declared_equal: Option<String>,
    /// When the translation was last declared done.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub done_at: Option<Instant>,
    /// By whom.
    #[diesel(sql_type = Nullable<Text>)]
    pub done_by: Option<String>,
    /// The state of the translation's draft, if it has one.
    #[diesel(sql_type = Nullable<Text>)]
    pub draft_state: Option<String>,
    /// Who saved that last.
    #[diesel(sql_type = Nullable<Text>)]
    pub draft_editor: Option<String>,
}

impl Work {
    /// How far the translation is.
    pub fn state(&self) -> State {
        Facts {
            source: Some(self.source_digest.as_str()).filter(|_| self.source_live),
            made_from: self.made_from.as_deref(),
            declared_equal: self.declared_equal.as_deref(),
            exists: self.target_heading.is_some(),
            live: self.target_live == Some(true),
            draft: self.draft_state.is_some(),
        }
        .state()
    }

    /// Key of the translation, where there is anything under it: a row or a draft.
    pub fn present_target(&self) -> Option<&str> {
        let present = self.target_heading.is_some() || self.draft_state.is_some();
        self.target_id.as_deref().filter(|_| present)
    }
}

/// Lists rows of the source's language: table by table, in the order of each.
///
/// # Errors
///
/// Diesel's own.
pub fn work(connection: &mut PgConnection, query: &WorkQuery<'_>) -> QueryResult<Vec<Work>> {
    let order: Vec<String> = rows::TABLES
        .iter()
        .enumerate()
        .map(|(at, table)| format!("WHEN '{table}' THEN {at}"))
        .collect();
    diesel::sql_query(format!(
        "WITH item AS ({all}) {rest} {order} END, source.place, source.heading, source.item_id",
        all = rows::all(query.table),
        rest = include_str!("work.sql"),
        order = order.join(" "),
    ))
    .bind::<Text, _>(query.target)
    .bind::<Text, _>(query.source)
    .bind::<Nullable<Text>, _>(query.id)
    .load(connection)
}

/// The source `item` with its translation, or the source of the translation `item`, seen from
/// the language `target`. `None` where `item` is neither.
///
/// # Errors
///
/// Diesel's own.
pub fn of_item(
    connection: &mut PgConnection,
    item: &Item,
    target: &str,
    source: &str,
) -> QueryResult<Option<Work>> {
    let query = WorkQuery { target, source, table: Some(item.table().name), id: Some(item.id()) };
    Ok(work(connection, &query)?.pop())
}

/// A row that wants attention in its own language.
#[derive(Clone, Debug, QueryableByName)]
pub struct OwnRow {
    /// Its table.
    #[diesel(sql_type = Text)]
    pub item_table: String,
    /// Its key.
    #[diesel(sql_type = Text)]
    pub item_id: String,
    /// What people know it by.
    #[diesel(sql_type = Text)]
    pub heading: String,
    /// Whether the app shows it.
    #[diesel(sql_type = Bool)]
    pub live: bool,
    /// Whether it is in a pair.
    #[diesel(sql_type = Bool)]
    pub paired: bool,
}

/// The rows of `lang` that the app does not show, or that are in no pair.
///
/// # Errors
///
/// Diesel's own.
pub fn loose(connection: &mut PgConnection, lang: &str) -> QueryResult<Vec<OwnRow>> {
    diesel::sql_query(format!(
        "SELECT * FROM (SELECT item.item_table, item.item_id, item.heading, item.live, EXISTS ( \
             SELECT FROM translation AS known \
              WHERE known.item_table = item.item_table AND known.item_id = item.item_id) AS paired \
           FROM ({}) AS item WHERE item.lang = $1) AS own WHERE NOT live OR NOT paired",
        rows::all(None)
    ))
    .bind::<Text, _>(lang)
    .load(connection)
}
