//! Shows an article's audio.

use actix_web::{HttpRequest, HttpResponse, web};
use server::context::Context;
use server::error::Error;
use server::query::Query;

use super::panel::{Panel, VoiceOverPage, page_of};
use super::{Face, find, image, json};
use crate::access::Editor;
use crate::pages::{self, Frame};

/// `GET /api/voice-over/article?id=`: the article.
pub(super) async fn record(
    editor: Editor,
    context: web::Data<Context>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let article = find(&context, &editor, query.get("id").unwrap_or_default()).await?;
    Ok(json(image(&context, &editor, article.id).await?))
}

/// `GET /articles/{id}/voice-over`: the page, or the panel alone.
pub(super) async fn page(
    request: HttpRequest,
    editor: Editor,
    context: web::Data<Context>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let article = find(&context, &editor, &id).await?;
    let face = Face::of(&request);
    if face == Face::Program {
        return Ok(json(image(&context, &editor, article.id).await?));
    }
    let frame = Frame::of(&request)?;
    let panel = Panel::of(&frame, &context.storage, &article, &page_of(article.id));
    match face {
        Face::Fragment => pages::html(&panel),
        _ => pages::html(&VoiceOverPage::new(frame, &article, panel)),
    }
}
