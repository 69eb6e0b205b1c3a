//! Messages as a file for spreadsheets.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpResponse, web};
use db::audit::{self, Act, Entry};
use db::content::suggestion_inbox::{self, Message};
use domain::user_message::{self, Status};
use server::error::Error;
use server::query::Query;

use super::list::Asked;
use crate::access::Editor;
use crate::state::Cms;

/// Most messages of one file.
const MOST: i64 = 50_000;

/// The heads of the columns.
const HEADS: [&str; 8] =
    ["id", "received", "name", "email", "platform", "reason", "status", "message"];

/// `GET /suggestions-management/export`: what the list at the same address shows, on all its
/// pages, as CSV. Who exports what is in the audit log.
pub(super) async fn csv(
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (filter, author) = (Asked::of(&query, &editor).filter, editor.author());
    let messages = cms
        .db
        .run(move |connection| {
            let messages = suggestion_inbox::list(connection, &filter, MOST, 0)?;
            let (item, detail) =
                (format!("suggestion {}", filter.languages.join(" ")), messages.len().to_string());
            let entry = Entry { author: &author, act: Act::Exported, item: &item, detail: &detail };
            audit::record(connection, &entry)?;
            Ok(messages)
        })
        .await?;
    let name = format!("messages-{}.csv", editor.language.code());
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(file(&messages)))
}

fn file(messages: &[Message]) -> String {
    // A mark at the beginning tells spreadsheets that this is UTF-8.
    let mut file = String::from("\u{feff}");
    line(&mut file, &HEADS.map(str::to_owned));
    for message in messages {
        let status = Status::of_stored(&message.status).name();
        line(
            &mut file,
            &[
                message.id.to_string(),
                message.date_rec.clone(),
                message.name.clone(),
                message.email.clone(),
                message.platform.clone(),
                user_message::reason(&message.reason),
                status.to_owned(),
                message.content.clone(),
            ],
        );
    }
    file
}

fn line(file: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            file.push(',');
        }
        file.push_str(&quoted(cell));
    }
    file.push_str("\r\n");
}

/// A cell that no spreadsheet takes for a formula, whatever its sender has written.
fn quoted(cell: &str) -> String {
    let formula =
        cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']);
    let neutral = if formula { format!("'{cell}") } else { cell.to_owned() };
    format!("\"{}\"", neutral.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells_are_text() {
        let cases = [
            ("plain", "\"plain\""),
            ("a \"b\", c\nd", "\"a \"\"b\"\", c\nd\""),
            ("=1+1", "\"'=1+1\""),
            ("@x", "\"'@x\""),
            ("+977", "\"'+977\""),
            (" -1", "\"' -1\""),
            ("\tx", "\"'\tx\""),
            ("नमस्ते", "\"नमस्ते\""),
        ];
        for (cell, expected) in cases {
            assert_eq!(quoted(cell), expected);
        }
    }
}
