//! Editors as JSON. No hash is ever in it.

use actix_web::{HttpResponse, web};
use db::editor::{self, Order, StoredEditor};
use serde_json::{Value, json};
use server::answer;
use server::error::Error;

use super::{find, list};
use crate::access::Editor;
use crate::state::Cms;

/// Most editors in one answer; there are a handful.
const MOST: i64 = 1000;

/// One editor, under the original's names.
pub(super) fn of(stored: &StoredEditor) -> Value {
    let languages: Vec<&str> = Editor::of(stored, None)
        .map(|editor| editor.languages.iter().map(|language| language.code()).collect())
        .unwrap_or_default();
    json!({
        "id": stored.id,
        "username": stored.username,
        "type": stored.role,
        "lang": stored.lang,
        "date_created": stored.date_created,
        "languages": languages,
        "deactivated": stored.deactivated,
        "twoStep": stored.has_totp,
    })
}

/// `GET /user`: those one may manage.
pub(super) async fn all(editor: Editor, cms: web::Data<Cms>) -> Result<HttpResponse, Error> {
    let filter = list::visible_to(&editor);
    let lines = cms
        .db
        .run(move |connection| Ok(editor::list(connection, &filter, Order::Name, false, 0, MOST)?))
        .await?;
    let people: Vec<Value> = lines
        .into_iter()
        .map(|line| {
            json!({
                "id": line.id,
                "username": line.username,
                "type": line.role,
                "lang": line.lang,
                "date_created": line.date_created,
                "languages": line.languages,
                "deactivated": line.deactivated,
                "twoStep": line.has_totp,
            })
        })
        .collect();
    Ok(answer::ok(&people))
}

/// `GET /user/{id}`
pub(super) async fn one(
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    Ok(answer::ok(&of(&find(&cms, &editor, &id).await?)))
}
