//! Table `suggestion` as editors read it.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text, Uuid as SqlUuid};
use domain::user_message::{REASONS, Status};
use uuid::Uuid;

use crate::schema::suggestion;

/// A message.
#[derive(Clone, Debug, QueryableByName)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct Message {
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Whatever the phone sent for the time; normally ISO 8601.
    #[diesel(sql_type = Text)]
    pub date_rec: String,
    #[diesel(sql_type = Text)]
    pub organization: String,
    #[diesel(sql_type = Text)]
    pub platform: String,
    #[diesel(sql_type = Text)]
    pub reason: String,
    #[diesel(sql_type = Text)]
    pub email: String,
    #[diesel(sql_type = Text)]
    pub status: String,
    #[diesel(sql_type = Text)]
    pub content: String,
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// How many messages there are on all pages together.
    #[diesel(sql_type = BigInt)]
    pub total: i64,
}

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Received last first.
    #[default]
    Newest,
    /// Received first first.
    Oldest,
    /// Open ones first, of each kind received last first.
    OpenFirst,
    /// Closed ones first, of each kind received last first.
    ClosedFirst,
}

/// Which messages are wanted. An empty text and `None` want all.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The language.
    pub lang: String,
    /// What the message, its name or its address must contain.
    pub search: String,
    /// One of [`REASONS`], or [`OTHER_REASONS`].
    pub reason: String,
    /// Open or closed.
    pub status: Option<Status>,
    /// Sent by the app (true), or from elsewhere.
    pub by_app: Option<bool>,
    /// In which order.
    pub order: Order,
}

/// The value of [`Filter::reason`] for all that are none of the known ones.
pub const OTHER_REASONS: &str = "?";

/// What [`domain::user_message::reason`] reads, for the reasons that are known: those are plain
/// words, so nothing has to be unescaped. Casting to `json` would fail on the first text that
/// only looks like it.
const REASON: &str = r#"coalesce(CASE WHEN reason ~ '^\s*\{' THEN substring(reason FROM '"value"\s*:\s*"([^"\\]+)"') END, btrim(reason))"#;

/// The time of receipt as far as it sorts as text.
const RECEIVED: &str =
    r#"CASE WHEN "dateRec" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN "dateRec" ELSE '' END"#;

/// A page of messages.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    filter: &Filter,
    limit: i64,
    offset: i64,
) -> QueryResult<Vec<Message>> {
    let order = match filter.order {
        Order::Newest => format!("{RECEIVED} DESC"),
        Order::Oldest => format!("{RECEIVED} ASC"),
        Order::OpenFirst => format!("status = 'close', {RECEIVED} DESC"),
        Order::ClosedFirst => format!("status <> 'close', {RECEIVED} DESC"),
    };
    let status = filter.status.map_or("", Status::name);
    let by_app = filter.by_app.map_or("", |by_app| if by_app { "app" } else { "web" });
    diesel::sql_query(format!(
        "SELECT id, name, \"dateRec\" AS date_rec, organization, platform, reason, email, status, \
           content, lang, count(*) OVER () AS total FROM suggestion \
         WHERE left(lang, 35) = left($1, 35) AND lang = $1 \
           AND ($2 = '' OR content ILIKE $2 OR name ILIKE $2 OR email ILIKE $2 OR reason ILIKE $2) \
           AND ($3 = '' OR ($3 = '{OTHER_REASONS}' AND {REASON} <> ALL($4)) OR {REASON} = $3) \
           AND ($5 = '' OR (status = 'close') = ($5 = 'close')) \
           AND ($6 = '' OR (platform = 'mobile') = ($6 = 'app')) \
         ORDER BY {order}, id LIMIT $7 OFFSET $8"
    ))
    .bind::<Text, _>(&filter.lang)
    .bind::<Text, _>(pattern(&filter.search))
    .bind::<Text, _>(&filter.reason)
    .bind::<Array<Text>, _>(REASONS.as_slice())
    .bind::<Text, _>(status)
    .bind::<Text, _>(by_app)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)
}

/// One message of a language.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: Uuid, lang: &str) -> QueryResult<Option<Message>> {
    diesel::sql_query(
        "SELECT id, name, \"dateRec\" AS date_rec, organization, platform, reason, email, status, \
           content, lang, 1::bigint AS total FROM suggestion WHERE id = $1 AND lang = $2",
    )
    .bind::<SqlUuid, _>(id)
    .bind::<Text, _>(lang)
    .get_result(connection)
    .optional()
}

/// Opens or closes those of the messages that are in the language; how many those are.
///
/// # Errors
///
/// Diesel's own.
pub fn set_status(
    connection: &mut PgConnection,
    ids: &[Uuid],
    lang: &str,
    status: Status,
) -> QueryResult<usize> {
    diesel::update(suggestion::table)
        .filter(suggestion::id.eq_any(ids))
        .filter(suggestion::lang.eq(lang))
        .set(suggestion::status.eq(status.name()))
        .execute(connection)
}

/// How many messages of a language are open.
///
/// # Errors
///
/// Diesel's own.
pub fn count_open(connection: &mut PgConnection, lang: &str) -> QueryResult<i64> {
    suggestion::table
        .filter(suggestion::lang.eq(lang))
        .filter(suggestion::status.ne(Status::Closed.name()))
        .count()
        .get_result(connection)
}

/// What ILIKE takes for "contains this", in which no character is a wildcard.
pub(super) fn pattern(search: &str) -> String {
    if search.is_empty() {
        return String::new();
    }
    format!("%{}%", search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}
