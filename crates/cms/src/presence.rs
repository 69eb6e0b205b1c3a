//! Who else is on an item: every open form says every twenty seconds that it is there
//! (`presence.js`), and is told who is there too. Without scripts a form says only who was there
//! when it was opened.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::editing::Item;
use db::presence::{self, Present};
use server::answer;
use server::error::Error;

use crate::access::{Editor, Need, Routes};
use crate::content::{NOTHING, ability};
use crate::form::Submitted;
use crate::pages::{self, Call, Frame};

/// Most letters of the name that a page gives itself.
const LONGEST_PAGE: usize = 40;

/// The others on an item, as its form shows them.
#[derive(Template)]
#[template(path = "presence/others.html")]
struct Others {
    frame: Frame,
    others: Vec<Present>,
}

/// Adds the routes.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get("/presence/{table}/{id}", Need::SignedIn, show)
        .post("/presence/{table}/{id}", Need::SignedIn, arrive)
        .post("/presence/{table}/{id}/left", Need::SignedIn, leave);
}

/// The item that an address names, if `editor` may see it: rows of her language, which the
/// functions of the database mind, of a table that her role writes.
fn item(editor: &Editor, path: &(String, String)) -> Result<Item, Error> {
    let item = Item::new(&path.0, &path.1).ok_or(NOTHING)?;
    if editor.may(ability(&path.0)) {
        Ok(item)
    } else {
        Err(Error::Forbidden("your role may not do this"))
    }
}

fn page(submitted: &Submitted) -> Result<String, Error> {
    let page = submitted.text("page");
    let is_name = page.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
    if page.is_empty() || page.len() > LONGEST_PAGE || !is_name {
        return Err(Error::bad("page must be 1 to 40 letters or digits"));
    }
    Ok(page.to_owned())
}

/// `GET /presence/{table}/{id}`: who else is on an item.
async fn show(call: Call, path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let item = item(&call.editor, &path)?;
    let (id, lang) = (call.editor.id, call.editor.language.code());
    let others =
        call.cms.db.run(move |connection| Ok(presence::others(connection, id, &item, lang)?));
    Ok(answer::ok(&names(&others.await?)))
}

/// `POST /presence/{table}/{id}`: the page that calls itself `page` is open. Answers who else is
/// there, as a part of a page.
async fn arrive(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (item, page) = (item(&call.editor, &path)?, page(&submitted)?);
    let (id, author, lang) = (call.editor.id, call.editor.author(), call.editor.language.code());
    let found = call.cms.db.run(move |connection| {
        if !presence::arrive(connection, &author, &item, lang, &page)? {
            return Ok(None);
        }
        Ok(Some(presence::others(connection, id, &item, lang)?))
    });
    let others = found.await?.ok_or(NOTHING)?;
    if !call.wants_page() {
        return Ok(answer::ok(&names(&others)));
    }
    pages::html(&Others { frame: call.frame, others })
}

/// `POST /presence/{table}/{id}/left`: that page was left.
async fn leave(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (item, page, id) = (item(&call.editor, &path)?, page(&submitted)?, call.editor.id);
    call.cms.db.run(move |connection| Ok(presence::leave(connection, id, &item, &page)?)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn names(others: &[Present]) -> serde_json::Value {
    others
        .iter()
        .map(|one| serde_json::json!({ "editor": one.editor_name, "since": one.since.0.to_iso() }))
        .collect()
}
