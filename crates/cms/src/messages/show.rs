//! One message; and messages as JSON.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::content::suggestion_inbox::{self, Filter, Message, Order};
use domain::person;
use serde::Serialize;
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::PAGE;
use super::read::View;
use crate::access::Editor;
use crate::pages::{self, Frame};
use crate::state::Cms;

/// There is no such message, or it belongs to another language.
pub(super) const NOTHING: Error = Error::NotFound("there is no such message in this language");

#[derive(Template)]
#[template(path = "messages/show.html")]
struct MessagePage {
    frame: Frame,
    message: View,
    list: &'static str,
}

/// `GET /suggestions-management/{id}`: one message in full.
pub(super) async fn page(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let message = find(&editor, &cms, &id).await?;
    pages::html(&MessagePage { message: View::of(&frame, message), frame, list: PAGE })
}

/// A message as the original answers it.
#[derive(Serialize)]
pub(super) struct MessageOut {
    id: String,
    name: String,
    #[serde(rename = "dateRec")]
    date_rec: String,
    organization: String,
    platform: String,
    reason: String,
    email: String,
    status: String,
    content: String,
    lang: String,
}

impl From<Message> for MessageOut {
    fn from(message: Message) -> MessageOut {
        MessageOut {
            id: message.id.to_string(),
            name: message.name,
            date_rec: message.date_rec,
            organization: message.organization,
            platform: message.platform,
            reason: message.reason,
            email: message.email,
            status: message.status,
            content: message.content,
            lang: message.lang,
        }
    }
}

/// `GET /suggestions`: every message in the editor's language, received last first.
pub(super) async fn all(editor: Editor, cms: web::Data<Cms>) -> Result<HttpResponse, Error> {
    let filter = Filter {
        lang: editor.language.code().to_owned(),
        order: Order::Newest,
        ..Filter::default()
    };
    let messages = cms
        .db
        .run(move |connection| Ok(suggestion_inbox::list(connection, &filter, i64::MAX, 0)?))
        .await?;
    Ok(answer::ok(&messages.into_iter().map(MessageOut::from).collect::<Vec<_>>()))
}

/// `GET /suggestions/{id}`: one message.
pub(super) async fn one(
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    Ok(answer::ok(&MessageOut::from(find(&editor, &cms, &id).await?)))
}

/// The message with this id in the editor's language.
pub(super) async fn find(editor: &Editor, cms: &Cms, id: &str) -> Result<Message, Error> {
    let (id, lang) = (key(id)?, editor.language.code());
    let found =
        cms.db.run(move |connection| Ok(suggestion_inbox::find(connection, id, lang)?)).await?;
    found.ok_or(NOTHING)
}

/// The key of a message.
pub(super) fn key(id: &str) -> Result<Uuid, Error> {
    person::parse_id(id).ok_or(NOTHING)
}
