//! Table `suggestion` as editors read it.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{
    Array, BigInt, Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid,
};
use domain::user_message::{REASONS, Status};
use uuid::Uuid;

use crate::editing::Author;
use crate::schema::suggestion;
use crate::types::Instant;

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
    /// Who looks after it, by `user.id`.
    #[diesel(sql_type = Nullable<Integer>)]
    pub assignee_id: Option<i32>,
    /// Her name.
    #[diesel(sql_type = Nullable<Text>)]
    pub assignee: Option<String>,
    /// How many notes there are about it.
    #[diesel(sql_type = BigInt)]
    pub notes: i64,
    /// Who closed it.
    #[diesel(sql_type = Nullable<Text>)]
    pub closed_by: Option<String>,
    /// When.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub closed_at: Option<Instant>,
    /// Since when it is known, which is what counts for how long it is kept.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub seen_at: Option<Instant>,
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
    /// The languages.
    pub languages: Vec<&'static str>,
    /// What the message, its name or its address must contain.
    pub search: String,
    /// One of [`REASONS`], or [`OTHER_REASONS`].
    pub reason: String,
    /// Open or closed.
    pub status: Option<Status>,
    /// Sent by the app (true), or from elsewhere.
    pub by_app: Option<bool>,
    /// By whom it is looked after.
    pub handling: Handling,
    /// Received on this day or later, such as `2026-11-24`.
    pub from: String,
    /// Received on this day or earlier.
    pub until: String,
    /// In which order.
    pub order: Order,
}

/// By whom messages are looked after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Handling {
    /// By anybody, or nobody.
    #[default]
    Any,
    /// By nobody yet: no one was named, and nothing is noted.
    New,
    /// By the editor with this key.
    By(i32),
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

/// The columns of [`Message`] but the last.
const COLUMNS: &str = r#"id, name, "dateRec" AS date_rec, organization, platform, reason, email,
    status, content, lang, handling.assignee_id, handling.assignee,
    (SELECT count(*) FROM suggestion_note AS note WHERE note.suggestion_id = message.id) AS notes,
    CASE status WHEN 'close' THEN handling.closed_by END AS closed_by,
    CASE status WHEN 'close' THEN handling.closed_at END AS closed_at,
    (SELECT seen_at FROM suggestion_seen AS seen WHERE seen.id = message.id) AS seen_at"#;

/// What they are of, with a message's table in front.
const HANDLED: &str =
    "AS message LEFT JOIN suggestion_handling AS handling ON handling.suggestion_id = id";

/// What selects from `table`, one of messages, up to the conditions.
pub(super) fn select(table: &str, total: &str) -> String {
    format!("SELECT {COLUMNS}, {total} AS total FROM {table} {HANDLED}")
}

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
    let (only_new, assignee) = match filter.handling {
        Handling::Any => (false, None),
        Handling::New => (true, None),
        Handling::By(id) => (false, Some(id)),
    };
    diesel::sql_query(format!(
        "{} WHERE left(lang, 35) = ANY ($1) AND lang = ANY ($1) \
           AND ($2 = '' OR content ILIKE $2 OR name ILIKE $2 OR email ILIKE $2 OR reason ILIKE $2) \
           AND ($3 = '' OR ($3 = '{OTHER_REASONS}' AND {REASON} <> ALL($4)) OR {REASON} = $3) \
           AND ($5 = '' OR (status = 'close') = ($5 = 'close')) \
           AND ($6 = '' OR (platform = 'mobile') = ($6 = 'app')) \
           AND ($9 = '' OR left({RECEIVED}, 10) >= $9) \
           AND ($10 = '' OR left({RECEIVED}, 10) BETWEEN '1' AND $10) \
           AND ($11 IS NULL OR handling.assignee_id = $11) \
           AND (NOT $12 OR handling.assignee_id IS NULL AND NOT EXISTS \
                 (SELECT FROM suggestion_note AS note WHERE note.suggestion_id = message.id)) \
         ORDER BY {order}, id LIMIT $7 OFFSET $8",
        select("suggestion", "count(*) OVER ()")
    ))
    .bind::<Array<Text>, _>(&filter.languages)
    .bind::<Text, _>(pattern(&filter.search))
    .bind::<Text, _>(&filter.reason)
    .bind::<Array<Text>, _>(REASONS.as_slice())
    .bind::<Text, _>(status)
    .bind::<Text, _>(by_app)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .bind::<Text, _>(&filter.from)
    .bind::<Text, _>(&filter.until)
    .bind::<Nullable<Integer>, _>(assignee)
    .bind::<Bool, _>(only_new)
    .load(connection)
}

/// One message of one of the languages.
///
/// # Errors
///
/// Diesel's own.
pub fn find(
    connection: &mut PgConnection,
    id: Uuid,
    languages: &[&str],
) -> QueryResult<Option<Message>> {
    let select = select("suggestion", "1::bigint");
    diesel::sql_query(format!("{select} WHERE id = $1 AND lang = ANY ($2)"))
        .bind::<SqlUuid, _>(id)
        .bind::<Array<Text>, _>(languages)
        .get_result(connection)
        .optional()
}

/// Opens or closes those of the messages that are in the languages; how many those are.
///
/// # Errors
///
/// Diesel's own; nothing is changed then.
pub fn set_status(
    connection: &mut PgConnection,
    ids: &[Uuid],
    languages: &[&str],
    status: Status,
    author: &Author,
) -> QueryResult<usize> {
    connection.transaction(|connection| {
        let rows = diesel::update(suggestion::table)
            .filter(suggestion::id.eq_any(ids))
            .filter(suggestion::lang.eq_any(languages))
            .set(suggestion::status.eq(status.name()))
            .execute(connection)?;
        if status == Status::Closed {
            diesel::sql_query(
                "INSERT INTO suggestion_handling (suggestion_id, closed_by, closed_at) \
                 SELECT id, $3, now() FROM suggestion WHERE id = ANY ($1) AND lang = ANY ($2) \
                 ON CONFLICT (suggestion_id) \
                 DO UPDATE SET closed_by = excluded.closed_by, closed_at = excluded.closed_at",
            )
            .bind::<Array<SqlUuid>, _>(ids)
            .bind::<Array<Text>, _>(languages)
            .bind::<Text, _>(&author.name)
            .execute(connection)?;
        }
        Ok(rows)
    })
}

/// How many messages of the languages are open.
///
/// # Errors
///
/// Diesel's own.
pub fn count_open(connection: &mut PgConnection, languages: &[&str]) -> QueryResult<i64> {
    suggestion::table
        .filter(suggestion::lang.eq_any(languages))
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
