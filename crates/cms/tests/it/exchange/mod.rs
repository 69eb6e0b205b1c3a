//! Content and reference data as files, over real multipart.

mod bundle;
mod hostile;
mod page;
mod permissions;
mod places;
pub(crate) mod sheets;
mod texts;
mod volume;
mod workbook;

use std::ops::{Deref, DerefMut};
use std::path::Path;

use domain::access::Role;
use testkit::Database;

use crate::editors::{self, Visitor};
use crate::service::Service;
use crate::services;
use crate::wire::Answer;

/// A cms over the demo content, and an editor who calls it.
pub(crate) struct Desk {
    pub(crate) editor: Visitor,
    pub(crate) cms: Service,
    pub(crate) database: Database,
}

impl Deref for Desk {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.editor
    }
}

impl DerefMut for Desk {
    fn deref_mut(&mut self) -> &mut Visitor {
        &mut self.editor
    }
}

/// With the demo content and a content manager of `lang`.
pub(crate) fn demo(lang: &str) -> Desk {
    let database = Database::migrated();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/demo");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        database.execute(&std::fs::read_to_string(file).unwrap());
    }
    desk(database, lang)
}

/// Without any content.
pub(crate) fn empty(lang: &str) -> Desk {
    desk(Database::migrated(), lang)
}

fn desk(database: Database, lang: &str) -> Desk {
    let cms = services::cms(&database);
    let editor = editors::signed_in(&cms, &database, Role::ContentManager, lang);
    Desk { editor, cms, database }
}

/// What a caller of an upload wants.
#[derive(Clone, Copy)]
pub(crate) enum Wants {
    Page,
    Json,
    File,
}

/// Sends a file as a form does.
pub(crate) fn upload(
    editor: &mut Visitor,
    path: &str,
    file: &[u8],
    fields: &[(&str, &str)],
    wants: Wants,
) -> Answer {
    const BOUNDARY: &str = "------boundary-of-the-tests";
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend_from_slice(
            format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
            .as_bytes(),
        );
    }
    body.extend_from_slice(
        format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"spreadsheet\"; \
             filename=\"C:\\files\\filled in.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        )
        .as_bytes(),
    );
    body.extend_from_slice(file);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let accept = match wants {
        Wants::Page => "text/html",
        Wants::Json => "application/json",
        Wants::File => "*/*",
    };
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [
        ("Accept", accept),
        ("Content-Type", kind.as_str()),
        ("Sec-Fetch-Site", "same-origin"),
        ("Origin", "http://test"),
    ];
    editor.request("POST", path, &headers, &body)
}

/// Sends a content workbook and takes the source file.
pub(crate) fn converted(editor: &mut Visitor, file: &[u8], fields: &[(&str, &str)]) -> String {
    let answer = upload(editor, "/data/upload-content-sheet", file, fields, Wants::File);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text().to_owned()
}

/// The kinds that a report has found, with how often.
pub(crate) fn found(answer: &Answer) -> Vec<(String, u64)> {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let json = answer.json();
    let report = json.get("report").unwrap_or(&json);
    report["found"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| (pair[0].as_str().unwrap().to_owned(), pair[1].as_u64().unwrap()))
        .collect()
}
