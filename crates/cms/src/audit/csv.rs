//! `GET /audit-log.csv`

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpResponse, web};
use db::audit::{self, Act, Entry};
use server::error::Error;
use server::query::Query;

use super::filter;
use crate::access::Editor;
use crate::state::Cms;

/// Most lines of one file.
const MOST: i64 = 100_000;

/// The lines of the filter as a table, newest first. That somebody took them is a line too.
pub(super) async fn download(
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (wanted, author) = (filter(&query), editor.author());
    let lines = cms
        .db
        .run(move |connection| {
            let lines = audit::list(connection, &wanted, 0, MOST)?;
            let (item, detail) = ("audit log", format!("{} lines", lines.len()));
            let entry = Entry { author: &author, act: Act::Exported, item, detail: &detail };
            audit::record(connection, &entry)?;
            Ok(lines)
        })
        .await?;
    // The mark tells Excel that the text is UTF-8.
    let mut text = String::from("\u{feff}number,time,editor,act,item,detail\r\n");
    for line in lines {
        let fields = [
            line.id.to_string(),
            line.at.0.to_iso(),
            cell(&line.editor_name),
            line.act,
            cell(&line.item),
            cell(&line.detail),
        ];
        text.push_str(&fields.join(","));
        text.push_str("\r\n");
    }
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\""))
        .body(text))
}

/// A field in quotes. What a spreadsheet would take for a formula gets an apostrophe in front.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn nothing_is_a_formula() {
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }
}
