//! Writes rows from the JSON of their columns. PostgreSQL itself turns each member into the
//! type of its column.

use std::collections::BTreeMap;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use serde_json::value::RawValue;

use super::image::members;
use super::item::{Item, Table};

/// Columns that a change to a row leaves as they are: its key, its language, its place.
pub const KEPT: [&str; 3] = ["id", "lang", "sortingKey"];

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Inserts a row of `table` with the members of `json` that are columns; the others get their
/// defaults.
///
/// # Errors
///
/// Diesel's own, a conflict when the key exists.
pub fn insert_row(connection: &mut PgConnection, table: &Table, json: &str) -> QueryResult<()> {
    let mut members = members(json);
    let questions = members.remove("questions");
    let columns = columns(connection, table.name, &members)?;
    let list = quoted(&columns);
    diesel::sql_query(format!(
        "INSERT INTO \"{0}\" ({list}) SELECT {list} FROM json_populate_record(NULL::\"{0}\", $1::json)",
        table.name
    ))
    .bind::<Text, _>(text_of(&members)?)
    .execute(connection)?;
    match questions {
        Some(questions) if table.name == "survey" => insert_questions(connection, &questions),
        _ => Ok(()),
    }
}

/// Overwrites the columns of a row that `json` has members for. Its key, its language and its
/// place in the order stay. For a survey, member `questions` replaces all its questions.
///
/// # Errors
///
/// Diesel's own.
pub fn update_row(connection: &mut PgConnection, item: &Item, json: &str) -> QueryResult<()> {
    let mut members = members(json);
    members.retain(|column, _| !KEPT.contains(&column.as_str()));
    let questions = members.remove("questions");
    let table = item.table().name;
    let columns = columns(connection, table, &members)?;
    if !columns.is_empty() {
        let list = quoted(&columns);
        diesel::sql_query(format!(
            "UPDATE \"{table}\" SET ({list}) = ROW((populated).*) FROM (SELECT {list} FROM \
             json_populate_record(NULL::\"{table}\", $2::json)) AS populated WHERE \"{table}\".{}",
            item.condition()
        ))
        .bind::<Text, _>(item.id())
        .bind::<Text, _>(text_of(&members)?)
        .execute(connection)?;
    }
    match questions {
        Some(questions) if table == "survey" => {
            diesel::sql_query(r#"DELETE FROM question WHERE "surveyId" = $1::uuid"#)
                .bind::<Text, _>(item.id())
                .execute(connection)?;
            insert_questions(connection, &questions)
        }
        _ => Ok(()),
    }
}

/// As [`update_row`], for a row that is set back to what it was: phones ask whether there is
/// a newer banner than theirs, so that one is as new as its setting back.
///
/// # Errors
///
/// Diesel's own.
pub(super) fn set_back(connection: &mut PgConnection, item: &Item, json: &str) -> QueryResult<()> {
    update_row(connection, item, json)?;
    if item.table().is_dated() {
        diesel::sql_query(format!(
            "UPDATE \"{}\" SET \"timestamp\" = clock_timestamp() AT TIME ZONE 'UTC' WHERE {}",
            item.table().name,
            item.condition()
        ))
        .bind::<Text, _>(item.id())
        .execute(connection)?;
    }
    Ok(())
}

/// The next key of a table whose keys a sequence gives.
///
/// # Errors
///
/// Diesel's own.
pub fn next_serial(connection: &mut PgConnection, table: &Table) -> QueryResult<i32> {
    #[derive(QueryableByName)]
    struct Next {
        #[diesel(sql_type = Integer)]
        next: i32,
    }
    diesel::sql_query(format!("SELECT nextval('{}_id_seq')::integer AS next", table.name))
        .get_result::<Next>(connection)
        .map(|row| row.next)
}

/// Half of a surrogate pair, which PostgreSQL keeps in JSON but cannot take apart, becomes a blank.
fn insert_questions(connection: &mut PgConnection, questions: &RawValue) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO question \
         SELECT * FROM json_populate_recordset(NULL::question, readable_json($1::json))",
    )
    .bind::<Text, _>(questions.get())
    .execute(connection)
    .map(drop)
}

fn text_of(members: &BTreeMap<String, Box<RawValue>>) -> QueryResult<String> {
    serde_json::to_string(members)
        .map_err(|error| diesel::result::Error::SerializationError(Box::new(error)))
}

/// The columns of `table` among the members.
fn columns(
    connection: &mut PgConnection,
    table: &str,
    members: &BTreeMap<String, Box<RawValue>>,
) -> QueryResult<Vec<String>> {
    let all: Vec<Column> = diesel::sql_query(
        "SELECT attname::text AS name FROM pg_attribute \
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
    )
    .bind::<Text, _>(format!("\"{table}\""))
    .load(connection)?;
    Ok(all
        .into_iter()
        .map(|column| column.name)
        .filter(|name| members.contains_key(name))
        .collect())
}

fn quoted(columns: &[String]) -> String {
    columns
        .iter()
        .map(|column| format!("\"{}\"", column.replace('"', "\"\"")))
        .collect::<Vec<_>>()
        .join(", ")
}
