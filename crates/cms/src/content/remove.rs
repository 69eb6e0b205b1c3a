//! Deleting a row: asked for first, with what goes with it, and undone from the next page.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::editing::{self, Deleted, Item};
use domain::content::{Kind, as_text};
use server::error::Error;

use super::json;
use super::last_live::Shown;
use super::show::{self, NOTHING};
use crate::access::Editor;
use crate::address;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "content/delete.html")]
struct DeletePage {
    frame: Frame,
    kind: &'static Kind,
    id: String,
    version: String,
    heading: String,
    /// How many subcategories and articles go with it.
    subcategories: usize,
    articles: usize,
    /// Whether the app is left without any row of the kind.
    last_live: bool,
    crumbs: Vec<(String, String)>,
}

/// `GET {page}/{id}/delete`: asks.
pub(super) async fn confirm(
    kind: &'static Kind,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: String,
) -> Result<HttpResponse, Error> {
    let (item, image) = show::find(kind, &cms, &editor, &id).await?;
    let last_live = Shown::of(kind).loses_all(&editor, &cms, &[item.id().to_owned()]).await?;
    let dependents =
        cms.db.run(move |connection| Ok(editing::with_dependents(connection, &item)?)).await?;
    let count =
        |table: &str| dependents[1..].iter().filter(|item| item.table().name == table).count();
    let crumbs = vec![
        (kind.page.to_owned(), frame.t(&kind.text("many")).into_owned()),
        (format!("{}/{id}/edit", kind.page), as_text(image.values().get(kind.heading))),
    ];
    pages::html(&DeletePage {
        heading: as_text(image.values().get(kind.heading)),
        version: image.version.clone(),
        subcategories: count("subcategory"),
        articles: count("article"),
        last_live,
        crumbs,
        frame,
        kind,
        id,
    })
}

/// `DELETE {path}/{id}` and, from forms, `POST {path}/{id}/delete`
#[expect(clippy::too_many_arguments, reason = "what the route's extractors give")]
pub(super) async fn submit(
    kind: &'static Kind,
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    id: String,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (item, image) = show::find(kind, &cms, &editor, &id).await?;
    let version = submitted.get("version").map(str::to_owned);
    match delete(&cms, &editor, vec![item], version).await? {
        Deleted::Done { .. } if !wants_page(&request) => Ok(json(&image)),
        Deleted::Done { change_set, rows } => {
            let heading = as_text(image.values().get(kind.heading));
            let text = if rows > 1 {
                let rows = i64::try_from(rows).unwrap_or(i64::MAX);
                frame.n("content-deleted-with-others", &rows)
            } else {
                frame.with("content-deleted", "heading", &heading)
            };
            Flash::success(text)
                .with_action(frame.t("content-undo"), format!("/trash/{change_set}/undo"))
                .keep(&session)?;
            let back = address::safe_return(submitted.get("return")).unwrap_or(kind.page);
            Ok(pages::see_other(back))
        }
        Deleted::Missing => Err(NOTHING),
        Deleted::Conflict(_) if wants_page(&request) => {
            Flash::danger(frame.t("content-changed-before-delete")).keep(&session)?;
            Ok(pages::see_other(&format!("{}/{id}/delete", kind.page)))
        }
        Deleted::Conflict(_) => Err(Error::Conflict("somebody else has changed this meanwhile")),
    }
}

/// Deletes rows and all that makes no sense without them: all of them or none. The first must be
/// as `version` says.
pub(super) async fn delete(
    cms: &Cms,
    editor: &Editor,
    items: Vec<Item>,
    version: Option<String>,
) -> Result<Deleted, Error> {
    let (author, lang) = (editor.author(), editor.language.code());
    Ok(cms
        .db
        .run(move |connection| {
            let version = version.as_deref();
            Ok(editing::delete_all(connection, &author, &items, lang, version)?)
        })
        .await?)
}
