//! From a draft to what goes out, and back while there is time.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::moment::Moment;
use domain::push::{Draft, Timing};
use uuid::Uuid;

use super::{Changed, PushDraft, Stage, create, find, find_locked, note, write};
use crate::audit::Act;
use crate::editing::Author;
use crate::push::{self, NewNotification, State, call_off};
use crate::types::Instant;

/// A draft as somebody has seen it who wants it sent.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Its key.
    pub id: Uuid,
    /// The version she has seen.
    pub version: i32,
    /// Who she is.
    pub author: &'a Author,
}

/// Asks a second person to confirm that a draft goes out at `send_at`.
///
/// # Errors
///
/// Diesel's own; nothing is changed then.
pub fn ask(
    connection: &mut PgConnection,
    seen: Seen<'_>,
    send_at: Option<Moment>,
) -> QueryResult<Changed> {
    at_stage(connection, seen, Stage::Draft, |connection, _| {
        diesel::sql_query(
            "UPDATE push_draft SET state = 'asked', send_at = $2, asked_by = $3, asked_name = $4, \
                    asked_at = now(), updated_at = now() WHERE id = $1",
        )
        .bind::<SqlUuid, _>(seen.id)
        .bind::<Nullable<Timestamptz>, _>(send_at.map(Instant))
        .bind::<Nullable<Integer>, _>(seen.author.editor_id)
        .bind::<Text, _>(&seen.author.name)
        .execute(connection)?;
        note(connection, seen.author, Act::Sent, seen.id, "push: a second person is to confirm")
    })
}

/// Has a draft sent in each of its languages, the first at `due` and the others after it as
/// `timing` says. `stage` is where it must be.
///
/// # Errors
///
/// Diesel's own; nothing is changed then.
pub fn confirm(
    connection: &mut PgConnection,
    seen: Seen<'_>,
    stage: Stage,
    due: Moment,
    timing: &Timing,
) -> QueryResult<Changed> {
    at_stage(connection, seen, stage, |connection, draft| {
        let dues = timing.staggered(due, draft.texts.len());
        for ((lang, text), due) in draft.texts.iter().zip(dues) {
            let new = NewNotification {
                due: Some(due),
                of: Some(seen.id),
                ..NewNotification::at_once(text, lang, Uuid::new_v4(), seen.author)
            };
            push::create(connection, &new)?;
        }
        diesel::sql_query(
            "UPDATE push_draft SET state = 'confirmed', send_at = $2, confirmed_by = $3, \
                    confirmed_name = $4, confirmed_at = now(), updated_at = now() WHERE id = $1",
        )
        .bind::<SqlUuid, _>(seen.id)
        .bind::<Timestamptz, _>(Instant(due))
        .bind::<Nullable<Integer>, _>(seen.author.editor_id)
        .bind::<Text, _>(&seen.author.name)
        .execute(connection)?;
        note(connection, seen.author, Act::Sent, seen.id, "push confirmed")
    })
}

/// Sends a draft as it is to the test phones, in each of `languages`.
///
/// # Errors
///
/// Diesel's own; nothing is sent then.
pub fn test(
    connection: &mut PgConnection,
    draft: &PushDraft,
    languages: &[&str],
    topic: &str,
    author: &Author,
) -> QueryResult<usize> {
    connection.transaction(|connection| {
        let texts = draft.texts.iter().filter(|(lang, _)| languages.contains(&lang.as_str()));
        let mut count = 0;
        for (lang, text) in texts {
            let new = NewNotification {
                of: Some(draft.id),
                topic: Some(topic),
                ..NewNotification::at_once(text, lang, Uuid::new_v4(), author)
            };
            push::create(connection, &new)?;
            count += 1;
        }
        Ok(count)
    })
}

/// Makes a draft of it again: calls off what has not gone out, or takes back that somebody was
/// asked to confirm. A language that has gone out already is left out of it. A conflict where
/// everything has gone out.
///
/// # Errors
///
/// Diesel's own; nothing is changed then.
pub fn take_back(connection: &mut PgConnection, id: Uuid, author: &Author) -> QueryResult<Changed> {
    connection.transaction(|connection| {
        let Some(draft) = find_locked(connection, id)? else { return Ok(Changed::Missing) };
        let is_confirmed = draft.stage == Stage::Confirmed;
        if is_confirmed {
            let mut gone = Vec::new();
            let mut called_off = 0;
            for delivery in draft.to_all() {
                if call_off(connection, delivery)? {
                    called_off += 1;
                } else if delivery.state != State::Cancelled {
                    gone.push((delivery.lang.as_str(), Draft::default()));
                }
            }
            if called_off == 0 {
                return Ok(Changed::Conflict(draft));
            }
            write(connection, id, &gone)?;
        } else if draft.stage == Stage::Draft {
            return Ok(Changed::Done(draft));
        }
        diesel::sql_query(
            "UPDATE push_draft SET state = 'draft', version = version + 1, updated_at = now(), \
                    asked_by = NULL, asked_name = NULL, asked_at = NULL, confirmed_by = NULL, \
                    confirmed_name = NULL, confirmed_at = NULL, \
                    send_at = CASE WHEN $2 THEN NULL ELSE send_at END WHERE id = $1",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<Bool, _>(is_confirmed)
        .execute(connection)?;
        let detail = if is_confirmed { "push called off" } else { "push given back" };
        note(connection, author, Act::Sent, id, detail)?;
        Ok(find(connection, id)?.map_or(Changed::Missing, Changed::Done))
    })
}

/// Makes a new draft of a notification that was not sent, together with the other languages of
/// the same draft that were not sent either.
///
/// # Errors
///
/// Diesel's own; nothing is stored then.
pub fn reopen(
    connection: &mut PgConnection,
    lang: &str,
    id: i32,
    author: &Author,
) -> QueryResult<Option<PushDraft>> {
    connection.transaction(|connection| {
        let found = push::find(connection, lang, id)?;
        let is_over = |state: State| state.may_be_sent_again();
        let Some(found) = found.filter(|found| is_over(found.state) && found.topic.is_none())
        else {
            return Ok(None);
        };
        let mut lost = vec![found];
        if let Some(draft) = lost[0].draft {
            let others = push::of_draft(connection, draft)?.into_iter();
            lost.extend(others.filter(|other| {
                other.lang != lang && other.topic.is_none() && other.state == State::Failed
            }));
        }
        let texts: Vec<(&str, Draft)> = lost
            .iter()
            .map(|one| (one.lang.as_str(), Draft::new(&one.title, &one.content)))
            .collect();
        create(connection, Uuid::new_v4(), &texts, author)
    })
}

fn at_stage(
    connection: &mut PgConnection,
    seen: Seen<'_>,
    stage: Stage,
    act: impl FnOnce(&mut PgConnection, &PushDraft) -> QueryResult<()>,
) -> QueryResult<Changed> {
    connection.transaction(|connection| {
        let Some(found) = find_locked(connection, seen.id)? else { return Ok(Changed::Missing) };
        if found.stage != stage || found.version != seen.version {
            return Ok(Changed::Conflict(found));
        }
        act(connection, &found)?;
        Ok(find(connection, seen.id)?.map_or(Changed::Missing, Changed::Done))
    })
}
