//! Sending: every step is written before the next is taken, so that a service that dies leaves
//! behind how far it came.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};
use domain::moment::Moment;
use domain::push::topic;

use crate::audit::{self, Act, Entry};
use crate::editing::Author;

/// What is to be sent.
#[derive(Clone, Debug, QueryableByName)]
pub struct Message {
    /// The notification.
    #[diesel(sql_type = Integer)]
    pub id: i32,
    /// To the phones of which language.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// Its first line.
    #[diesel(sql_type = Text)]
    pub title: String,
    /// What it says.
    #[diesel(sql_type = Text)]
    pub content: String,
    /// Where it is; see [`Begun`].
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Nullable<Integer>)]
    created_by: Option<i32>,
    #[diesel(sql_type = Text)]
    creator: String,
    #[diesel(sql_type = Nullable<Text>)]
    topic: Option<String>,
}

impl Message {
    /// Where it goes: to the phones of its language, or to those for tests.
    pub fn topic(&self) -> String {
        self.topic.clone().unwrap_or_else(|| topic(&self.lang))
    }
}

/// Whether a notification may go out.
#[derive(Clone, Debug)]
pub enum Begun {
    /// Nobody else will send it: go on.
    Send(Message),
    /// An earlier try went out and its answer was never heard; its fate is unknown now.
    Interrupted,
    /// It is sent already, or was removed.
    Over,
}

/// Notes that the request goes out now.
///
/// # Errors
///
/// Diesel's own; then it must not go out.
pub fn begin(connection: &mut PgConnection, id: i32) -> QueryResult<Begun> {
    connection.transaction(|connection| {
        let found: Option<Message> = diesel::sql_query(
            "SELECT id, lang, title, content, state, created_by, creator, topic \
               FROM push_delivery \
             WHERE id = $1 AND removed_at IS NULL FOR UPDATE",
        )
        .bind::<Integer, _>(id)
        .get_result(connection)
        .optional()?;
        match found {
            Some(message) if matches!(message.state.as_str(), "waiting" | "failed") => {
                diesel::sql_query(
                    "UPDATE push_delivery SET state = 'sending', attempts = attempts + 1, \
                            error = NULL, tried_at = now() WHERE id = $1",
                )
                .bind::<Integer, _>(id)
                .execute(connection)?;
                Ok(Begun::Send(message))
            }
            Some(message) if message.state == "sending" => {
                set(connection, id, "unknown", "interrupted")?;
                Ok(Begun::Interrupted)
            }
            Some(message) if message.state == "unknown" => Ok(Begun::Interrupted),
            Some(_) | None => Ok(Begun::Over),
        }
    })
}

/// Notes that the messaging service has taken it, under the name it gave, and unless it was a
/// test puts it where phones and the original's CMS read.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn sent(
    connection: &mut PgConnection,
    message: &Message,
    name: Option<&str>,
    now: Moment,
) -> QueryResult<()> {
    connection.transaction(|connection| {
        diesel::sql_query(
            "UPDATE push_delivery SET state = 'sent', error = NULL, message_name = $2, \
                    sent_at = now() WHERE id = $1",
        )
        .bind::<Integer, _>(message.id)
        .bind::<Nullable<Text>, _>(name)
        .execute(connection)?;
        if message.topic.is_none() {
            publish(connection, message, now)?;
        }
        let author = Author { editor_id: message.created_by, name: message.creator.clone() };
        let item = format!("notification/{}", message.id);
        let detail =
            format!("push to the topic {}, taken by the messaging service", message.topic());
        audit::record(
            connection,
            &Entry { author: &author, act: Act::Sent, item: &item, detail: &detail },
        )
    })
}

/// Puts it where phones and the original's CMS read.
fn publish(connection: &mut PgConnection, message: &Message, now: Moment) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO notification (id, title, content, date_sent, status, lang) \
             VALUES ($1, $2, $3, $4, 'sent', $5) ON CONFLICT (id) DO NOTHING",
    )
    .bind::<Integer, _>(message.id)
    .bind::<Text, _>(&message.title)
    .bind::<Text, _>(&message.content)
    .bind::<Text, _>(now.millis().to_string())
    .bind::<Text, _>(&message.lang)
    .execute(connection)
    .map(drop)
}

/// What a try came to that was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It will be tried again.
    Waiting,
    /// It will not.
    Failed,
    /// It may have been taken.
    Unknown,
}

/// Notes a failure by its kind, a word that the code fixes.
///
/// # Errors
///
/// Diesel's own.
pub fn not_sent(
    connection: &mut PgConnection,
    id: i32,
    fate: Fate,
    error: &str,
) -> QueryResult<()> {
    let state = match fate {
        Fate::Waiting => "waiting",
        Fate::Failed => "failed",
        Fate::Unknown => "unknown",
    };
    set(connection, id, state, error)
}

fn set(connection: &mut PgConnection, id: i32, state: &str, error: &str) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE push_delivery SET state = $2, error = $3 WHERE id = $1 AND state NOT IN ('sent', 'cancelled')",
    )
    .bind::<Integer, _>(id)
    .bind::<Text, _>(state)
    .bind::<Text, _>(error)
    .execute(connection)
    .map(drop)
}
