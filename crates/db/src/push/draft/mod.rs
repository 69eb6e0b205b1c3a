//! Tables `push_draft` and `push_text`: a notification while it is written, in every language.
//!
//! This file reads and saves; [`confirm`] has it sent, and called off.

pub mod confirm;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::moment::Moment;
use domain::push::Draft;
use uuid::Uuid;

use super::{Notification, of_draft};
use crate::audit::Act;
use crate::editing::Author;
use crate::types::Instant;

/// Where a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is being written.
    Draft,
    /// Somebody wants it sent, and a second person is to confirm that.
    Asked,
    /// It is confirmed: its deliveries say what becomes of it.
    Confirmed,
}

impl Stage {
    /// A word for it.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Asked => "asked",
            Stage::Confirmed => "confirmed",
        }
    }

    fn from_name(name: &str) -> Stage {
        match name {
            "asked" => Stage::Asked,
            "confirmed" => Stage::Confirmed,
            _ => Stage::Draft,
        }
    }
}

/// Somebody who did something, and when.
#[derive(Clone, Debug)]
pub struct Done {
    /// Her key, while she has an account.
    pub by: Option<i32>,
    /// Her name.
    pub name: String,
    /// When.
    pub at: Moment,
}

/// A notification that is written in one or more languages.
#[derive(Clone, Debug)]
pub struct PushDraft {
    /// Its key.
    pub id: Uuid,
    /// Grows with every change.
    pub version: i32,
    /// Where it is.
    pub stage: Stage,
    /// When it is wished to go out; `None` is as soon as possible.
    pub send_at: Option<Moment>,
    /// Who wants it sent.
    pub asked: Option<Done>,
    /// Who confirmed it.
    pub confirmed: Option<Done>,
    /// Who saved it last.
    pub saved: Done,
    /// Its texts by their languages, in the order of the codes.
    pub texts: Vec<(String, Draft)>,
    /// What was sent of it, or is to be, tests too; the newest first.
    pub deliveries: Vec<Notification>,
}

impl PushDraft {
    /// What it says in a language; nothing where it is not written in that.
    pub fn text(&self, lang: &str) -> Draft {
        let found = self.texts.iter().find(|(of, _)| of == lang);
        found.map(|(_, draft)| draft.clone()).unwrap_or_default()
    }

    /// Its deliveries to everybody.
    pub fn to_all(&self) -> impl Iterator<Item = &Notification> {
        self.deliveries.iter().filter(|delivery| delivery.topic.is_none())
    }

    /// Its deliveries to the test phones.
    pub fn tests(&self) -> impl Iterator<Item = &Notification> {
        self.deliveries.iter().filter(|delivery| delivery.topic.is_some())
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Integer)]
    version: i32,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    send_at: Option<Instant>,
    #[diesel(sql_type = Nullable<Integer>)]
    asked_by: Option<i32>,
    #[diesel(sql_type = Nullable<Text>)]
    asked_name: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    asked_at: Option<Instant>,
    #[diesel(sql_type = Nullable<Integer>)]
    confirmed_by: Option<i32>,
    #[diesel(sql_type = Nullable<Text>)]
    confirmed_name: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    confirmed_at: Option<Instant>,
    #[diesel(sql_type = Nullable<Integer>)]
    editor_id: Option<i32>,
    #[diesel(sql_type = Text)]
    editor_name: String,
    #[diesel(sql_type = Timestamptz)]
    updated_at: Instant,
}

const COLUMNS: &str = "id, version, state, send_at, asked_by, asked_name, asked_at, confirmed_by, \
    confirmed_name, confirmed_at, editor_id, editor_name, updated_at";

fn done(by: Option<i32>, name: Option<String>, at: Option<Instant>) -> Option<Done> {
    Some(Done { by, name: name?, at: at?.0 })
}

fn filled(connection: &mut PgConnection, row: Row) -> QueryResult<PushDraft> {
    #[derive(QueryableByName)]
    struct Written {
        #[diesel(sql_type = Text)]
        lang: String,
        #[diesel(sql_type = Text)]
        title: String,
        #[diesel(sql_type = Text)]
        content: String,
    }
    let texts: Vec<Written> = diesel::sql_query(
        "SELECT lang, title, content FROM push_text WHERE draft_id = $1 ORDER BY lang",
    )
    .bind::<SqlUuid, _>(row.id)
    .load(connection)?;
    let texts = texts
        .into_iter()
        .map(|text| (text.lang, Draft { title: text.title, content: text.content }));
    Ok(PushDraft {
        texts: texts.collect(),
        deliveries: of_draft(connection, row.id)?,
        id: row.id,
        version: row.version,
        stage: Stage::from_name(&row.state),
        send_at: row.send_at.map(|at| at.0),
        asked: done(row.asked_by, row.asked_name, row.asked_at),
        confirmed: done(row.confirmed_by, row.confirmed_name, row.confirmed_at),
        saved: Done { by: row.editor_id, name: row.editor_name, at: row.updated_at.0 },
    })
}

/// One draft; `None` also where it is deleted.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<PushDraft>> {
    let row: Option<Row> = diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM push_draft WHERE id = $1 AND deleted_at IS NULL"
    ))
    .bind::<SqlUuid, _>(id)
    .get_result(connection)
    .optional()?;
    row.map(|row| filled(connection, row)).transpose()
}

/// As [`find`], and nobody else may change it until the transaction ends.
fn find_locked(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<PushDraft>> {
    let row: Option<Row> = diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM push_draft WHERE id = $1 AND deleted_at IS NULL FOR UPDATE"
    ))
    .bind::<SqlUuid, _>(id)
    .get_result(connection)
    .optional()?;
    row.map(|row| filled(connection, row)).transpose()
}

/// Most drafts of a list: more than a small team ever has.
const MOST: i32 = 100;

/// The drafts with a text in one of the languages on which something is still to be done: those
/// being written, those that wait for a second person, and those that have not gone out yet. The
/// last changed first.
///
/// # Errors
///
/// Diesel's own.
pub fn open(connection: &mut PgConnection, languages: &[&str]) -> QueryResult<Vec<PushDraft>> {
    let rows: Vec<Row> = diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM push_draft WHERE deleted_at IS NULL \
           AND EXISTS (SELECT FROM push_text WHERE draft_id = push_draft.id AND lang = ANY ($1)) \
           AND (state <> 'confirmed' \
                OR EXISTS (SELECT FROM push_delivery AS delivery \
                            JOIN job ON job.id = delivery.job_id \
                           WHERE delivery.draft_id = push_draft.id AND delivery.topic IS NULL \
                             AND delivery.removed_at IS NULL \
                             AND delivery.state IN ('waiting', 'sending') \
                             AND job.state IN ('queued', 'running'))) \
         ORDER BY updated_at DESC LIMIT $2"
    ))
    .bind::<Array<Text>, _>(languages)
    .bind::<Integer, _>(MOST)
    .load(connection)?;
    rows.into_iter().map(|row| filled(connection, row)).collect()
}

/// What became of a change to a draft.
#[derive(Clone, Debug)]
pub enum Changed {
    /// It is as the caller wanted.
    Done(PushDraft),
    /// Somebody else has changed it, or it is not at a stage where this can be done.
    Conflict(PushDraft),
    /// There is no such draft.
    Missing,
}

/// Stores a new draft under the key `id`; one that is there already stays as it is.
///
/// # Errors
///
/// Diesel's own; nothing is stored then.
pub fn create(
    connection: &mut PgConnection,
    id: Uuid,
    texts: &[(&str, Draft)],
    author: &Author,
) -> QueryResult<Option<PushDraft>> {
    connection.transaction(|connection| {
        let new = diesel::sql_query(
            "INSERT INTO push_draft (id, editor_id, editor_name) VALUES ($1, $2, $3) \
             ON CONFLICT (id) DO NOTHING",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<Nullable<Integer>, _>(author.editor_id)
        .bind::<Text, _>(&author.name)
        .execute(connection)?;
        if new == 1 {
            write(connection, id, texts)?;
            note(connection, author, Act::ContentCreated, id, "draft of a push notification")?;
        }
        find(connection, id)
    })
}

/// Writes the texts of some languages, if nobody has changed the draft since `version`; those of
/// other languages stay.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn save(
    connection: &mut PgConnection,
    id: Uuid,
    version: i32,
    texts: &[(&str, Draft)],
    author: &Author,
) -> QueryResult<Changed> {
    connection.transaction(|connection| {
        let Some(found) = find_locked(connection, id)? else { return Ok(Changed::Missing) };
        if texts.iter().all(|(lang, draft)| found.text(lang) == *draft) {
            return Ok(Changed::Done(found));
        }
        if found.stage != Stage::Draft || found.version != version {
            return Ok(Changed::Conflict(found));
        }
        write(connection, id, texts)?;
        diesel::sql_query(
            "UPDATE push_draft SET version = version + 1, updated_at = now(), editor_id = $2, \
                    editor_name = $3 WHERE id = $1",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<Nullable<Integer>, _>(author.editor_id)
        .bind::<Text, _>(&author.name)
        .execute(connection)?;
        note(connection, author, Act::ContentChanged, id, "draft of a push notification")?;
        Ok(find(connection, id)?.map_or(Changed::Missing, Changed::Done))
    })
}

fn write(connection: &mut PgConnection, id: Uuid, texts: &[(&str, Draft)]) -> QueryResult<()> {
    for (lang, draft) in texts {
        let query = if draft.is_empty() {
            "DELETE FROM push_text WHERE draft_id = $1 AND lang = $2 AND $3 || $4 IS NOT NULL"
        } else {
            "INSERT INTO push_text (draft_id, lang, title, content) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (draft_id, lang) \
             DO UPDATE SET title = excluded.title, content = excluded.content"
        };
        diesel::sql_query(query)
            .bind::<SqlUuid, _>(id)
            .bind::<Text, _>(*lang)
            .bind::<Text, _>(&draft.title)
            .bind::<Text, _>(&draft.content)
            .execute(connection)?;
    }
    Ok(())
}

/// Deletes a draft that nothing waits for, or brings back one that was deleted within thirty
/// days. False if there is none.
///
/// # Errors
///
/// Diesel's own.
pub fn set_deleted(
    connection: &mut PgConnection,
    id: Uuid,
    deleted: bool,
    author: &Author,
) -> QueryResult<bool> {
    connection.transaction(|connection| {
        let rows = diesel::sql_query(
            "UPDATE push_draft SET deleted_at = CASE WHEN $2 THEN now() END \
              WHERE id = $1 AND state = 'draft' AND (deleted_at IS NULL) = $2",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<Bool, _>(deleted)
        .execute(connection)?;
        if rows == 1 {
            let act = if deleted { Act::ContentDeleted } else { Act::ContentRestored };
            note(connection, author, act, id, "draft of a push notification")?;
        }
        Ok(rows == 1)
    })
}

fn note(
    connection: &mut PgConnection,
    author: &Author,
    act: Act,
    id: Uuid,
    detail: &str,
) -> QueryResult<()> {
    let item = format!("push draft/{id}");
    crate::audit::record(connection, &crate::audit::Entry { author, act, item: &item, detail })
}
