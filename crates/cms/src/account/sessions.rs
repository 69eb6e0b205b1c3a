//! Ending one's own sessions.

use actix_session::Session;
use actix_web::{HttpResponse, web};
use db::audit::{self, Act, Entry};
use db::editor::session;
use server::error::Error;

use crate::access::Editor;
use crate::pages::{self, Flash, Frame};
use crate::session::entry;
use crate::state::Cms;

/// `POST /account/sessions/{id}/end`
pub(super) async fn end(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    kept: Session,
    path: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let number: i64 = path.parse().map_err(|_| Error::NotFound("no such session"))?;
    let (id, author) = (editor.id, editor.author());
    let ended = cms
        .db
        .write(move |connection| {
            let ended = session::end_one(connection, id, number)?;
            if ended {
                let act = Act::SessionEnded;
                audit::record(connection, &Entry { author: &author, act, item: "", detail: "" })?;
            }
            Ok(ended)
        })
        .await?;
    if !ended {
        return Err(Error::NotFound("no such session"));
    }
    Flash::success(frame.t("account-sessions-ended")).keep(&kept)?;
    Ok(pages::see_other("/account"))
}

/// `POST /account/sessions/end-others`
pub(super) async fn end_others(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    kept: Session,
) -> Result<HttpResponse, Error> {
    let this: Option<i64> = entry::get(&kept, entry::ID);
    let (id, author) = (editor.id, editor.author());
    cms.db
        .write(move |connection| {
            session::end_all(connection, id, this)?;
            let (act, detail) = (Act::SessionEnded, "all others");
            Ok(audit::record(connection, &Entry { author: &author, act, item: "", detail })?)
        })
        .await?;
    Flash::success(frame.t("account-sessions-ended")).keep(&kept)?;
    Ok(pages::see_other("/account"))
}
