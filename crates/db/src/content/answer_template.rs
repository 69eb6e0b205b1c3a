//! Tables `answer_template` and `answer_template_text`: texts to answer messages with, each in
//! both languages.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use uuid::Uuid;

use crate::audit::{self, Act, Entry};
use crate::editing::Author;
use crate::types::Instant;

/// A text to answer with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What it is about; the subject of a mail.
    pub title: String,
    /// What it says.
    pub content: String,
}

impl Answer {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.content.is_empty()
    }
}

/// A template, in one or more languages.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its key.
    pub id: Uuid,
    /// Grows with every change.
    pub version: i32,
    /// Who changed it last.
    pub editor_name: String,
    /// When.
    pub updated_at: Instant,
    /// Its texts by their languages.
    pub texts: Vec<(String, Answer)>,
}

impl Template {
    /// What it says in a language; nothing where it is not written in that.
    pub fn text(&self, lang: &str) -> Answer {
        let found = self.texts.iter().find(|(of, _)| of == lang);
        found.map(|(_, answer)| answer.clone()).unwrap_or_default()
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Integer)]
    version: i32,
    #[diesel(sql_type = Text)]
    editor_name: String,
    #[diesel(sql_type = Timestamptz)]
    updated_at: Instant,
    #[diesel(sql_type = Nullable<Text>)]
    lang: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    title: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    content: Option<String>,
}

fn load(connection: &mut PgConnection, id: Option<Uuid>) -> QueryResult<Vec<Template>> {
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT id, version, editor_name, updated_at, lang, title, content FROM answer_template \
           LEFT JOIN answer_template_text ON template_id = id \
         WHERE deleted_at IS NULL AND ($1 IS NULL OR id = $1) \
         ORDER BY (SELECT min(lower(title)) FROM answer_template_text WHERE template_id = id), \
           id, lang",
    )
    .bind::<Nullable<SqlUuid>, _>(id)
    .load(connection)?;
    let mut templates: Vec<Template> = Vec::new();
    for row in rows {
        if templates.last().is_none_or(|last| last.id != row.id) {
            templates.push(Template {
                id: row.id,
                version: row.version,
                editor_name: row.editor_name,
                updated_at: row.updated_at,
                texts: Vec::new(),
            });
        }
        if let (Some(last), Some(lang)) = (templates.last_mut(), row.lang) {
            let title = row.title.unwrap_or_default();
            last.texts.push((lang, Answer { title, content: row.content.unwrap_or_default() }));
        }
    }
    Ok(templates)
}

/// Every template, by its title.
///
/// # Errors
///
/// Diesel's own.
pub fn list(connection: &mut PgConnection) -> QueryResult<Vec<Template>> {
    load(connection, None)
}

/// One template.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<Template>> {
    Ok(load(connection, Some(id))?.into_iter().next())
}

/// What became of saving a template.
#[derive(Clone, Debug)]
pub enum Saved {
    /// It is stored.
    Done(Template),
    /// Somebody else has changed it.
    Conflict(Template),
    /// There is none.
    Missing,
}

/// Stores a new template.
///
/// # Errors
///
/// Diesel's own; nothing is stored then.
pub fn create(
    connection: &mut PgConnection,
    texts: &[(&str, Answer)],
    author: &Author,
) -> QueryResult<Option<Template>> {
    connection.transaction(|connection| {
        let id = Uuid::new_v4();
        diesel::sql_query("INSERT INTO answer_template (id, editor_name) VALUES ($1, $2)")
            .bind::<SqlUuid, _>(id)
            .bind::<Text, _>(&author.name)
            .execute(connection)?;
        write(connection, id, texts)?;
        record(connection, author, Act::ContentCreated, id)?;
        find(connection, id)
    })
}

/// Writes the texts of some languages, if nobody has changed the template since `version`.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub fn save(
    connection: &mut PgConnection,
    id: Uuid,
    version: i32,
    texts: &[(&str, Answer)],
    author: &Author,
) -> QueryResult<Saved> {
    connection.transaction(|connection| {
        let rows = diesel::sql_query(
            "UPDATE answer_template SET version = version + 1, updated_at = now(), \
                    editor_name = $3 WHERE id = $1 AND version = $2 AND deleted_at IS NULL",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<Integer, _>(version)
        .bind::<Text, _>(&author.name)
        .execute(connection)?;
        if rows == 1 {
            write(connection, id, texts)?;
            record(connection, author, Act::ContentChanged, id)?;
        }
        Ok(match find(connection, id)? {
            None => Saved::Missing,
            Some(template) if rows == 1 => Saved::Done(template),
            Some(template) => Saved::Conflict(template),
        })
    })
}

fn write(connection: &mut PgConnection, id: Uuid, texts: &[(&str, Answer)]) -> QueryResult<()> {
    for (lang, answer) in texts {
        diesel::sql_query("DELETE FROM answer_template_text WHERE template_id = $1 AND lang = $2")
            .bind::<SqlUuid, _>(id)
            .bind::<Text, _>(*lang)
            .execute(connection)?;
        if answer.is_empty() {
            continue;
        }
        diesel::sql_query(
            "INSERT INTO answer_template_text (template_id, lang, title, content) \
             VALUES ($1, $2, $3, $4)",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<Text, _>(*lang)
        .bind::<Text, _>(&answer.title)
        .bind::<Text, _>(&answer.content)
        .execute(connection)?;
    }
    Ok(())
}

/// Deletes a template, or brings back one that was deleted within thirty days. False if there is
/// none.
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
            "UPDATE answer_template SET deleted_at = CASE WHEN $2 THEN now() END \
              WHERE id = $1 AND (deleted_at IS NULL) = $2",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<Bool, _>(deleted)
        .execute(connection)?;
        if rows == 1 {
            let act = if deleted { Act::ContentDeleted } else { Act::ContentRestored };
            record(connection, author, act, id)?;
        }
        Ok(rows == 1)
    })
}

fn record(connection: &mut PgConnection, author: &Author, act: Act, id: Uuid) -> QueryResult<()> {
    let item = format!("answer_template/{id}");
    audit::record(connection, &Entry { author, act, item: &item, detail: "" })
}

/// Throws away the templates that can no longer be brought back, and says how many.
///
/// # Errors
///
/// Diesel's own.
pub fn purge(connection: &mut PgConnection) -> QueryResult<usize> {
    diesel::sql_query("DELETE FROM answer_template WHERE deleted_at < now() - interval '30 days'")
        .execute(connection)
}
