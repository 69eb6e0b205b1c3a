//! Spreadsheets that go out, are worked on, and come back as drafts.

mod hostile;
mod outcomes;
mod pages;
mod rights;
mod round_trip;
mod undo;
mod volume;

use std::time::Duration;

use serde_json::Value;

use crate::editors::Visitor;
use crate::exchange::sheets::{self, Sheet};
use crate::exchange::{Wants, upload};
use crate::services::within;
use crate::wire::Answer;

/// How long a job may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A workbook as an editor has it open.
pub(crate) struct Book(Vec<Sheet>);

impl Book {
    /// Downloads one.
    pub(crate) fn download(editor: &mut Visitor, fields: &[(&str, &str)]) -> Book {
        let answer = editor.post_form("/import/workbook", fields);
        assert_eq!(answer.status, 200, "{}", answer.text());
        Book(sheets::sheets(&answer.body))
    }

    /// The file.
    pub(crate) fn file(&self) -> Vec<u8> {
        sheets::file(&self.0)
    }

    /// The sheet about `about` that has a row with `id`; for articles there are several.
    #[track_caller]
    pub(crate) fn sheet(&mut self, about: &str, id: &str) -> &mut Sheet {
        let mark = format!("#{about}");
        let is = |sheet: &&mut Sheet| {
            sheet.rows.get(1).is_some_and(|row| row.contains(&mark))
                && (id.is_empty() || sheet.rows.iter().any(|row| row.iter().any(|cell| cell == id)))
        };
        self.0.iter_mut().find(is).unwrap_or_else(|| panic!("no sheet about {about} with {id}"))
    }

    /// The number of the row with `id`, from 0.
    #[track_caller]
    pub(crate) fn row(&mut self, about: &str, id: &str) -> usize {
        let sheet = self.sheet(about, id);
        sheet.rows.iter().position(|row| row.iter().any(|cell| cell == id)).expect(id)
    }

    /// The cell of `column` in the row with `id`.
    #[track_caller]
    pub(crate) fn cell(&mut self, about: &str, id: &str, column: &str) -> &mut String {
        let row = self.row(about, id);
        let sheet = self.sheet(about, id);
        let at = sheet.column(column);
        &mut sheet.rows[row][at]
    }

    /// Writes into a cell.
    #[track_caller]
    pub(crate) fn set(&mut self, about: &str, id: &str, column: &str, text: &str) {
        text.clone_into(self.cell(about, id, column));
    }

    /// Fills in the first empty row at the end of a sheet; its number as people see it.
    #[track_caller]
    pub(crate) fn add(&mut self, about: &str, id: &str, cells: &[(&str, &str)]) -> usize {
        let sheet = self.sheet(about, id);
        let key = sheet.column(if about == "Articles" { "article_heading" } else { "id" });
        let old = sheet.rows[0].iter().position(|name| name == "article_heading_original");
        let empty = sheet
            .rows
            .iter()
            .position(|row| row[key].is_empty() && old.is_none_or(|at| row[at].is_empty()))
            .expect("an empty row");
        for (column, text) in cells {
            let at = sheet.column(column);
            (*text).clone_into(&mut sheet.rows[empty][at]);
        }
        empty + 1
    }

    /// The sheets.
    pub(crate) fn sheets(&mut self) -> &mut Vec<Sheet> {
        &mut self.0
    }
}

/// Sends a file and waits until it is checked; the address of its import.
pub(crate) fn send(editor: &mut Visitor, file: &[u8], fields: &[(&str, &str)]) -> String {
    let answer = upload(editor, "/import", file, fields, Wants::Page);
    assert_eq!(answer.status, 303, "{}", answer.text());
    let path = answer.header("location").unwrap().to_owned();
    assert!(path.starts_with("/import/"), "{path}");
    settled(editor, &path);
    path
}

/// Waits until no job is at the import.
pub(crate) fn settled(editor: &mut Visitor, path: &str) {
    within(PATIENCE, "the import is at rest", || {
        let state = editor.get_json(path).json()["state"].as_str().unwrap().to_owned();
        !state.ends_with("ing")
    });
}

/// The JSON of an import.
pub(crate) fn report(editor: &mut Visitor, path: &str) -> Value {
    let answer = editor.get_json(path);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

/// How many rows came out how, without the noughts.
pub(crate) fn counts(report: &Value, of: &str) -> Vec<(String, i64)> {
    let counts = report[of].as_object().unwrap();
    let counts = counts.iter().map(|(name, count)| (name.clone(), count.as_i64().unwrap()));
    counts.filter(|(_, count)| *count > 0).collect()
}

/// The rows with an outcome or a fate.
pub(crate) fn rows(editor: &mut Visitor, path: &str, which: &str) -> Vec<Value> {
    report(editor, &format!("{path}?{which}"))["rows"].as_array().unwrap().clone()
}

/// Takes it over, and waits until that is done.
pub(crate) fn apply(editor: &mut Visitor, path: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = editor.post_form(&format!("{path}/apply"), fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
    settled(editor, path);
    answer
}

/// Takes it back, and waits until that is done.
pub(crate) fn take_back(editor: &mut Visitor, path: &str) {
    let answer = editor.post_form(&format!("{path}/undo"), &[]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    settled(editor, path);
}

/// The key of a row.
pub(crate) fn id(database: &testkit::Database, sql: &str) -> String {
    text(database, sql)
}

/// One text.
pub(crate) fn text(database: &testkit::Database, sql: &str) -> String {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Text {
        #[diesel(sql_type = diesel::sql_types::Text)]
        text: String,
    }
    let sql = format!("SELECT ({sql})::text AS text");
    diesel::sql_query(sql).get_result::<Text>(&mut database.connection()).unwrap().text
}
