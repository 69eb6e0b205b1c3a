//! Rows as JSON.

use actix_web::{HttpResponse, web};
use db::editing::{self, Direction, Item, ListQuery};
use domain::content::Kind;
use server::error::Error;

use super::json;
use crate::access::Editor;
use crate::state::Cms;

/// `GET {path}`: every row of the editor's language, in order.
pub(super) async fn all(
    kind: &'static Kind,
    editor: Editor,
    cms: web::Data<Cms>,
) -> Result<HttpResponse, Error> {
    let listed = cms
        .db
        .run(move |connection| {
            let query = ListQuery {
                table: table(kind),
                lang: editor.language.code(),
                search: "",
                searched: &[],
                equal: &[],
                sort: None,
                direction: Direction::Ascending,
                limit: i64::MAX,
                offset: 0,
            };
            Ok(editing::list(connection, &query)?)
        })
        .await?;
    let rows: Vec<&str> = listed.rows.iter().map(|row| row.json.as_str()).collect();
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .body(format!("[{}]", rows.join(","))))
}

/// `GET {path}/{id}`: one row of the editor's language.
pub(super) async fn one(
    kind: &'static Kind,
    editor: Editor,
    cms: web::Data<Cms>,
    id: String,
) -> Result<HttpResponse, Error> {
    find(kind, &cms, &editor, &id).await.map(|(_, image)| json(&image))
}

/// The row with the key `id` in the editor's language.
pub(super) async fn find(
    kind: &'static Kind,
    cms: &Cms,
    editor: &Editor,
    id: &str,
) -> Result<(Item, editing::Image), Error> {
    let item = Item::new(kind.table, id).ok_or(NOTHING)?;
    let wanted = item.clone();
    let image = cms.db.run(move |connection| Ok(editing::image(connection, &wanted)?)).await?;
    image
        .filter(|image| image.language() == editor.language.code())
        .map(|image| (item, image))
        .ok_or(NOTHING)
}

/// There is no such row, or it belongs to another language.
pub(crate) const NOTHING: Error = Error::NotFound("there is no such item in this language");

/// The table of a kind.
pub(crate) fn table(kind: &Kind) -> &'static editing::Table {
    // Every kind's table is listed; a test goes through them.
    editing::TABLES.iter().find(|table| table.name == kind.table).unwrap_or(&editing::TABLES[0])
}

#[cfg(test)]
mod tests {
    use domain::content::kinds::KINDS;

    #[test]
    fn every_kind_has_its_table() {
        for kind in KINDS {
            assert_eq!(super::table(kind).name, kind.table);
            assert_eq!(super::table(kind).ordered, kind.ordered, "{}", kind.name);
        }
    }
}
