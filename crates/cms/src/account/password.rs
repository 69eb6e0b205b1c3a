//! `POST /account/password`

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use db::audit::{self, Act, Entry};
use db::editor;
use domain::password::{Weakness, weakness};
use server::client_address::ClientPrefix;
use server::error::Error;

use super::refusal;
use super::show::{Mistakes, page};
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame};
use crate::sign_in;
use crate::state::Cms;

/// `POST /account/password`: `old` and `password`. Who changes it is signed out everywhere
/// else.
pub(super) async fn change(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    from: ClientPrefix,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (old, new) = (submitted.text("old"), submitted.text("password"));
    let mut mistakes = Mistakes::default();
    if let Some(found) = weakness(new, &editor.username) {
        mistakes.new = frame.t(weakness_text(found)).into_owned();
    } else if old == new {
        mistakes.new = frame.t("account-password-same").into_owned();
    } else {
        let found = cms.credentials.check(&editor.username, old, from).await;
        let checked = found.map(|found| found.is_some_and(|found| found.id == editor.id));
        if let Some(failure) = refusal(checked, "account-password-old-wrong")? {
            mistakes.old = frame.t(failure).into_owned();
        }
    }
    if !mistakes.old.is_empty() || !mistakes.new.is_empty() {
        return page(frame, &editor, &cms, &session, mistakes).await;
    }
    let hash = cms.credentials.hasher.hash(new).await?;
    let (id, author) = (editor.id, editor.author());
    let stored = cms
        .db
        .write(move |connection| {
            editor::set_password(connection, id, &hash, None)?;
            let act = Act::PasswordChanged;
            audit::record(connection, &Entry { author: &author, act, item: "", detail: "" })?;
            Ok(editor::find(connection, id)?)
        })
        .await?;
    if let Some(stored) = stored {
        sign_in::begin(&request, &stored, from)?;
        Flash::success(frame.t("account-password-changed")).keep(&session)?;
    }
    Ok(pages::see_other("/account"))
}

/// Key of the sentence about a weak password.
pub(crate) fn weakness_text(weakness: Weakness) -> &'static str {
    match weakness {
        Weakness::TooShort => "account-password-too-short",
        Weakness::TooLong => "account-password-too-long",
        Weakness::TooCommon => "account-password-too-common",
    }
}
