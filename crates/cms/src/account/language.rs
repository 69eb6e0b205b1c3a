//! `POST` and `PUT /user/change-location/`

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use db::editor;
use domain::language::Language;
use serde_json::json;
use server::answer;
use server::error::Error;

use crate::access::Editor;
use crate::address::safe_return;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// The language an editor works in from now on: `lang`, one of those she may work in.
pub(super) async fn switch(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let language =
        Language::from_code(submitted.text("lang")).ok_or(Error::bad("no such language"))?;
    if !editor.languages.contains(&language) {
        return Err(Error::Forbidden("you may not work in this language"));
    }
    let id = editor.id;
    cms.db
        .run(move |connection| Ok(editor::set_working_language(connection, id, language.code())?))
        .await?;
    if !wants_page(&request) {
        return Ok(answer::ok(&json!({ "id": id, "lang": language.code() })));
    }
    let text = frame.with("account-language-switched", "name", language.own_name());
    Flash::success(text).keep(&session)?;
    Ok(pages::see_other(safe_return(submitted.get("return")).unwrap_or("/")))
}
