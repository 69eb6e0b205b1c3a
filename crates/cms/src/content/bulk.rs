//! The same change to many rows at once, in one transaction.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use db::editing::{self, AllOrNone, Deleted, Item};
use domain::content::Kind;
use serde_json::{Map, Value};
use server::answer;
use server::error::Error;

use super::last_live::Shown;
use super::show::NOTHING;
use super::{list, remove};
use crate::access::Editor;
use crate::address;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// Most rows of one change: more than a list shows.
const MOST: usize = 1_000;

/// `POST {path}/bulk`: does `action` (`live`, `not-live`, `delete`) to the rows `ids`, or with
/// `all` to every row of the list at the address `return`. If one of them is not there, nothing
/// happens to any.
pub(super) async fn submit(
    kind: &'static Kind,
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let back = address::safe_return(submitted.get("return")).unwrap_or(kind.page).to_owned();
    let ids: Vec<String> = if submitted.flag("all") {
        list::all_found(kind, &editor, &cms, &back, MOST as i64).await?
    } else {
        submitted.all("ids").into_iter().map(str::to_owned).collect()
    };
    let items: Option<Vec<Item>> = ids.iter().map(|id| Item::new(kind.table, id)).collect();
    let items = items.ok_or(NOTHING)?;
    let page = wants_page(&request);
    if items.is_empty() {
        if !page {
            return Err(Error::bad("ids are missing"));
        }
        Flash::notice(frame.t("content-nothing-chosen")).keep(&session)?;
        return Ok(pages::see_other(&back));
    }
    if items.len() > MOST {
        return Err(Error::bad("too many ids"));
    }
    let action = submitted.text("action");
    let hides = matches!(action, "not-live" | "delete");
    if page && hides && !submitted.flag("confirmed") {
        let warning =
            Shown::of(kind).warning_of_form(&frame, &editor, &cms, &ids, &submitted).await?;
        if let Some(warning) = warning {
            return Ok(warning);
        }
    }
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let flash = match (action, kind.live) {
        ("delete", _) => match remove::delete(&cms, &editor, items, None).await? {
            Deleted::Done { change_set, rows } => {
                let rows = i64::try_from(rows).unwrap_or(i64::MAX);
                Flash::success(frame.n("content-deleted-many", &rows))
                    .with_action(frame.t("content-undo"), format!("/trash/{change_set}/undo"))
            }
            _ => return Err(NOTHING),
        },
        ("live" | "not-live", Some(column)) => {
            set_live(&cms, &editor, items, column, action == "live").await?;
            let key = if action == "live" { "content-live-many" } else { "content-hidden-many" };
            Flash::success(frame.n(key, &count))
        }
        _ => return Err(Error::bad("action must be live, not-live or delete")),
    };
    if !page {
        return Ok(answer::ok(&serde_json::json!({ "changed": count })));
    }
    flash.keep(&session)?;
    Ok(pages::see_other(&back))
}

async fn set_live(
    cms: &Cms,
    editor: &Editor,
    items: Vec<Item>,
    column: &'static str,
    live: bool,
) -> Result<(), Error> {
    let (author, lang) = (editor.author(), editor.language.code());
    let values: Map<String, Value> = [(column.to_owned(), live.into())].into_iter().collect();
    let done = cms
        .db
        .run(move |connection| Ok(editing::save_rows(connection, &author, &items, lang, &values)?))
        .await?;
    if done == AllOrNone::None { Err(NOTHING) } else { Ok(()) }
}
