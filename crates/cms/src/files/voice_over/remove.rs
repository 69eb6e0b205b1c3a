//! Takes an article's audio away.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use db::editing::Changed;
use db::files::voice_over;
use server::context::Context;
use server::error::Error;

use super::panel::page_of;
use super::{Face, NO_ARTICLE, find, json};
use crate::access::Editor;
use crate::address::safe_return;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame};

/// `POST /api/voice-over/article/remove`: field `id`; for a browser also `return`. A program
/// gets the article. The file itself stays until nobody can bring it back from the history.
pub(super) async fn remove(
    request: HttpRequest,
    editor: Editor,
    context: web::Data<Context>,
    session: Session,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let article = find(&context, &editor, submitted.text("id")).await?;
    let (author, id, lang) = (editor.author(), article.id, editor.language.code());
    let set =
        context.db.run(move |connection| Ok(voice_over::set(connection, &author, id, lang, None)?));
    let Changed::Done(image) = set.await? else { return Err(NO_ARTICLE) };
    if Face::of(&request) == Face::Program {
        return Ok(json(image));
    }
    let frame = Frame::of(&request)?;
    Flash::success(frame.t("files-voice-over-removed")).keep(&session)?;
    let page = page_of(article.id);
    Ok(pages::see_other(safe_return(submitted.get("return")).unwrap_or(&page)))
}
