//! Table `push_delivery`: what became of each push notification.
//!
//! Editors resend and remove here; [`draft`] is what they write and confirm, and [`send`] is for
//! the job that sends.

pub mod draft;
pub mod send;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::moment::Moment;
use domain::push::Draft;
use uuid::Uuid;

use crate::audit::{self, Act, Entry};
use crate::editing::{self, Author, Deleted, Item};
use crate::job::{self, NewJob};
use crate::types::Instant;

/// Where a notification is on its way to the phones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Waits for its job, or for another try.
    Waiting,
    /// The request is on its way.
    Sending,
    /// The messaging service has taken it.
    Sent,
    /// It was refused, or could not be sent in time.
    Failed,
    /// The request went out and no answer came: it may or may not have reached the phones.
    Unknown,
    /// It was called off before it went out.
    Cancelled,
    /// The original's CMS sent it, which notes no failures.
    SentByTheOriginal,
}

impl State {
    /// A word for it.
    pub fn name(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Sending => "sending",
            State::Sent => "sent",
            State::Failed => "failed",
            State::Unknown => "unknown",
            State::Cancelled => "cancelled",
            State::SentByTheOriginal => "sent-by-original",
        }
    }

    fn from_name(name: &str) -> State {
        match name {
            "waiting" => State::Waiting,
            "sending" => State::Sending,
            "sent" => State::Sent,
            "failed" => State::Failed,
            "cancelled" => State::Cancelled,
            "sent-by-original" => State::SentByTheOriginal,
            _ => State::Unknown,
        }
    }

    /// Whether it may still change by itself.
    pub fn is_under_way(self) -> bool {
        matches!(self, State::Waiting | State::Sending)
    }

    /// Whether an editor may have it sent once more.
    pub fn may_be_sent_again(self) -> bool {
        matches!(self, State::Failed | State::Unknown | State::Cancelled)
    }
}

/// A notification as editors see it.
#[derive(Clone, Debug)]
pub struct Notification {
    /// Its key, also of its row in `notification`.
    pub id: i32,
    /// Its first line.
    pub title: String,
    /// What it says.
    pub content: String,
    /// Its language.
    pub lang: String,
    /// Where it is.
    pub state: State,
    /// How often it was tried.
    pub attempts: i32,
    /// Kind of the last failure.
    pub error: Option<String>,
    /// The job that sends it.
    pub job_id: Option<Uuid>,
    /// Who wrote it; the original does not say.
    pub creator: Option<String>,
    /// When it was sent, or else when it was written; rows of the original may hold no date.
    pub at: Option<Moment>,
    /// Not before this does it go out.
    pub due: Option<Moment>,
    /// What it was written as.
    pub draft: Option<Uuid>,
    /// Of a test: the topic of the test phones.
    pub topic: Option<String>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Integer)]
    id: i32,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    content: String,
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Integer)]
    attempts: i32,
    #[diesel(sql_type = Nullable<Text>)]
    error: Option<String>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    job_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    creator: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    at: Option<Instant>,
    #[diesel(sql_type = Nullable<Text>)]
    date_sent: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    due_at: Option<Instant>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    draft_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    topic: Option<String>,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

impl From<Row> for Notification {
    fn from(row: Row) -> Notification {
        let original = || row.date_sent.as_deref()?.parse().ok().and_then(Moment::from_millis);
        Notification {
            at: row.at.map(|at| at.0).or_else(original),
            id: row.id,
            title: row.title,
            content: row.content,
            lang: row.lang,
            state: State::from_name(&row.state),
            attempts: row.attempts,
            error: row.error,
            job_id: row.job_id,
            creator: row.creator,
            due: row.due_at.map(|due| due.0),
            draft: row.draft_id,
            topic: row.topic,
        }
    }
}

/// Which notifications are wanted.
#[derive(Default)]
struct Wanted<'a> {
    lang: &'a str,
    id: Option<i32>,
    search: &'a str,
    draft: Option<Uuid>,
}

fn load(
    connection: &mut PgConnection,
    wanted: &Wanted<'_>,
    limit: i64,
    offset: i64,
) -> QueryResult<Vec<Row>> {
    diesel::sql_query(include_str!("list.sql"))
        .bind::<Text, _>(wanted.lang)
        .bind::<Nullable<Integer>, _>(wanted.id)
        .bind::<Text, _>(contains(wanted.search))
        .bind::<BigInt, _>(limit)
        .bind::<BigInt, _>(offset)
        .bind::<Nullable<SqlUuid>, _>(wanted.draft)
        .load(connection)
}

/// The notifications of a language whose title or text contains `search`, the newest first,
/// and how many there are.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    lang: &str,
    search: &str,
    limit: i64,
    offset: i64,
) -> QueryResult<(Vec<Notification>, i64)> {
    let wanted = Wanted { lang, search, ..Wanted::default() };
    let rows = load(connection, &wanted, limit, offset)?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok((rows.into_iter().map(Notification::from).collect(), total))
}

/// One notification of a language.
///
/// # Errors
///
/// Diesel's own.
pub fn find(
    connection: &mut PgConnection,
    lang: &str,
    id: i32,
) -> QueryResult<Option<Notification>> {
    let wanted = Wanted { lang, id: Some(id), ..Wanted::default() };
    let row = load(connection, &wanted, 1, 0)?.into_iter().next();
    Ok(row.map(Notification::from))
}

/// Everything that was sent, or is to be, of a draft: in every language, tests too, the newest
/// first.
///
/// # Errors
///
/// Diesel's own.
pub fn of_draft(connection: &mut PgConnection, draft: Uuid) -> QueryResult<Vec<Notification>> {
    let wanted = Wanted { draft: Some(draft), ..Wanted::default() };
    let rows = load(connection, &wanted, 100, 0)?;
    Ok(rows.into_iter().map(Notification::from).collect())
}

/// A pattern for ILIKE that finds `text` anywhere.
fn contains(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

/// A notification that is to be sent.
#[derive(Debug)]
pub struct NewNotification<'a> {
    /// What it says.
    pub draft: &'a Draft,
    /// To the phones of which language.
    pub lang: &'a str,
    /// Made up by the page that confirmed it: sent twice, it is one notification.
    pub request: Uuid,
    /// Who sends it.
    pub author: &'a Author,
    /// Not before this, if not at once.
    pub due: Option<Moment>,
    /// What it was written as.
    pub of: Option<Uuid>,
    /// The topic of the test phones, if it is for them alone.
    pub topic: Option<&'a str>,
}

impl<'a> NewNotification<'a> {
    /// To all phones of a language, at once.
    pub fn at_once(draft: &'a Draft, lang: &'a str, request: Uuid, author: &'a Author) -> Self {
        NewNotification { draft, lang, request, author, due: None, of: None, topic: None }
    }
}

/// Stores a notification together with the job that sends it, and gives its key; of one that is
/// stored already (`request`), the key it has, and nothing is stored.
///
/// # Errors
///
/// Diesel's own; nothing is stored then.
pub fn create(
    connection: &mut PgConnection,
    new: &NewNotification<'_>,
) -> QueryResult<(i32, bool)> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = Integer)]
        id: i32,
    }
    connection.transaction(|connection| {
        let stored: Option<Id> = diesel::sql_query(
            "INSERT INTO push_delivery (id, lang, title, content, request, created_by, creator, \
               due_at, draft_id, topic) \
             VALUES (nextval('notification_id_seq'), $1, $2, $3, $4, $5, $6, $7, $8, $9) \
             ON CONFLICT (request) DO NOTHING RETURNING id",
        )
        .bind::<Text, _>(new.lang)
        .bind::<Text, _>(&new.draft.title)
        .bind::<Text, _>(&new.draft.content)
        .bind::<SqlUuid, _>(new.request)
        .bind::<Nullable<Integer>, _>(new.author.editor_id)
        .bind::<Text, _>(&new.author.name)
        .bind::<Nullable<Timestamptz>, _>(new.due.map(Instant))
        .bind::<Nullable<SqlUuid>, _>(new.of)
        .bind::<Nullable<Text>, _>(new.topic)
        .get_result(connection)
        .optional()?;
        let Some(Id { id }) = stored else {
            let found: Id = diesel::sql_query("SELECT id FROM push_delivery WHERE request = $1")
                .bind::<SqlUuid, _>(new.request)
                .get_result(connection)?;
            return Ok((found.id, false));
        };
        let kind = if new.topic.is_some() { TEST_JOB } else { JOB };
        give_job(connection, &Errand { kind, id, lang: new.lang, due: new.due }, new.author)?;
        let detail =
            if new.topic.is_some() { "push asked for, as a test" } else { "push asked for" };
        note(connection, new.author, Act::Sent, id, detail)?;
        Ok((id, true))
    })
}

/// Has a notification sent once more at `due` that failed, was called off, or whose fate is
/// unknown. False if it is none of these.
///
/// # Errors
///
/// Diesel's own; nothing is changed then.
pub fn send_again(
    connection: &mut PgConnection,
    lang: &str,
    id: i32,
    author: &Author,
    due: Moment,
) -> QueryResult<bool> {
    connection.transaction(|connection| {
        lock(connection, id)?;
        let found = find(connection, lang, id)?;
        let Some(found) = found.filter(|found| found.state.may_be_sent_again()) else {
            return Ok(false);
        };
        diesel::sql_query(
            "UPDATE push_delivery SET state = 'waiting', error = NULL, due_at = $2 WHERE id = $1",
        )
        .bind::<Integer, _>(id)
        .bind::<Timestamptz, _>(Instant(due))
        .execute(connection)?;
        let kind = if found.topic.is_some() { TEST_JOB } else { JOB };
        give_job(connection, &Errand { kind, id, lang, due: Some(due) }, author)?;
        note(connection, author, Act::Sent, id, "push asked for once more")?;
        Ok(true)
    })
}

fn note(
    connection: &mut PgConnection,
    author: &Author,
    act: Act,
    id: i32,
    detail: &str,
) -> QueryResult<()> {
    let item = format!("notification/{id}");
    audit::record(connection, &Entry { author, act, item: &item, detail })
}

/// Nobody else may change the delivery until the transaction ends.
fn lock(connection: &mut PgConnection, id: i32) -> QueryResult<()> {
    diesel::sql_query("SELECT FROM push_delivery WHERE id = $1 FOR UPDATE")
        .bind::<Integer, _>(id)
        .execute(connection)
        .map(drop)
}

/// Name of the kind of job that sends a notification.
pub const JOB: &str = "push";

/// Name of the kind of job that sends one to the test phones.
pub const TEST_JOB: &str = "push-test";

/// How often a notification is tried before it counts as failed.
pub const MOST_ATTEMPTS: i16 = 8;

/// What a job is to send, and when.
struct Errand<'a> {
    kind: &'a str,
    id: i32,
    lang: &'a str,
    due: Option<Moment>,
}

fn give_job(
    connection: &mut PgConnection,
    errand: &Errand<'_>,
    author: &Author,
) -> QueryResult<()> {
    let new = NewJob {
        kind: errand.kind,
        lang: errand.lang,
        payload: &errand.id.to_string(),
        created_by: author.editor_id,
        creator: &author.name,
        most_attempts: MOST_ATTEMPTS,
        input: None,
    };
    let job = job::enqueue(connection, &new)?;
    if let Some(due) = errand.due {
        job::postpone(connection, job, due)?;
    }
    diesel::sql_query("UPDATE push_delivery SET job_id = $2 WHERE id = $1")
        .bind::<Integer, _>(errand.id)
        .bind::<SqlUuid, _>(job)
        .execute(connection)
        .map(drop)
}

/// Calls off a notification that waits. False if it does not, or any more.
fn call_off(connection: &mut PgConnection, found: &Notification) -> QueryResult<bool> {
    // Whoever sends it locks the row too: it is either called off or on its way, never both.
    let rows = diesel::sql_query(
        "UPDATE push_delivery SET state = 'cancelled', error = NULL \
          WHERE id = $1 AND state = 'waiting' AND removed_at IS NULL",
    )
    .bind::<Integer, _>(found.id)
    .execute(connection)?;
    if rows == 1
        && let Some(job) = found.job_id
    {
        job::cancel(connection, job)?;
    }
    Ok(rows == 1)
}

/// Forgets the deliveries and drafts that were removed longer ago than thirty days, and says how
/// many.
///
/// # Errors
///
/// Diesel's own.
pub fn prune(connection: &mut PgConnection) -> QueryResult<usize> {
    let deliveries = diesel::sql_query(
        "DELETE FROM push_delivery WHERE removed_at < now() - interval '30 days'",
    )
    .execute(connection)?;
    let drafts =
        diesel::sql_query("DELETE FROM push_draft WHERE deleted_at < now() - interval '30 days'")
            .execute(connection)?;
    Ok(deliveries + drafts)
}

/// What became of a removal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// It was never sent: the record is gone, and so is the job.
    Done,
    /// It was sent: the record is in the trash under this change set.
    InTrash(Uuid),
    /// The request is on its way at this moment.
    BeingSent,
    /// There is no such notification in the language.
    Missing,
}

/// Removes the record of a notification; one that waits is called off. What has reached a
/// phone stays there.
///
/// # Errors
///
/// Diesel's own; nothing is removed then.
pub fn remove(
    connection: &mut PgConnection,
    lang: &str,
    id: i32,
    author: &Author,
) -> QueryResult<Removed> {
    connection.transaction(|connection| {
        lock(connection, id)?;
        let Some(found) = find(connection, lang, id)? else { return Ok(Removed::Missing) };
        match found.state {
            State::Sending => Ok(Removed::BeingSent),
            State::Sent | State::SentByTheOriginal => {
                let item = Item::new("notification", &id.to_string());
                let Some(item) = item else { return Ok(Removed::Missing) };
                Ok(match editing::delete(connection, author, &[item], lang, None)? {
                    Deleted::Done { change_set, .. } => Removed::InTrash(change_set),
                    Deleted::Missing | Deleted::Conflict(_) => Removed::Missing,
                })
            }
            State::Waiting | State::Failed | State::Unknown | State::Cancelled => {
                if let Some(job) = found.job_id {
                    job::cancel(connection, job)?;
                }
                diesel::sql_query(
                    "UPDATE push_delivery SET removed_at = now(), \
                            state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END \
                      WHERE id = $1",
                )
                .bind::<Integer, _>(id)
                .execute(connection)?;
                note(connection, author, Act::ContentDeleted, id, "push that was not sent")?;
                Ok(Removed::Done)
            }
        }
    })
}
