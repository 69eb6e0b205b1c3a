//! One message; and messages as JSON.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::content::answer_template::{self, Answer};
use db::content::suggestion_handling::{self, Assignee, Note};
use db::content::suggestion_inbox::{self, Filter, Message, Order};
use domain::access::Role;
use domain::person;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::notes::LONGEST;
use super::read::View;
use super::{PAGE, people};
use crate::access::Editor;
use crate::pages::{self, Call, Frame};

/// There is no such message, or it belongs to another language.
pub(super) const NOTHING: Error = Error::NotFound("there is no such message in this language");

#[derive(Template)]
#[template(path = "messages/show.html")]
struct MessagePage {
    frame: Frame,
    message: View,
    list: &'static str,
    /// Who may look after it, and whether she does.
    people: Vec<(Assignee, bool)>,
    /// The notes, and whether the editor may delete each.
    notes: Vec<(Note, bool)>,
    /// Whether it is the editor who looks after it.
    is_hers: bool,
    her_id: i32,
    answers: Vec<Prepared>,
    kept_days: Option<i32>,
    note_limit: usize,
}

/// A template with what is known put in, in the language of the message.
struct Prepared {
    title: String,
    content: String,
    /// Opens a mail with it, where there is an address.
    mail: Option<String>,
}

/// `GET /suggestions-management/{id}`: one message in full.
pub(super) async fn page(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let message = find(&call, &id).await?;
    let key = message.id;
    let (notes, templates) = call
        .cms
        .db
        .run(move |connection| {
            let notes = suggestion_handling::notes(connection, key)?;
            Ok((notes, answer_template::list(connection)?))
        })
        .await?;
    let people = people::who_may(&call, &message.lang).await?;
    let kept_days = call.cms.settings.retention.message_days;
    let message = View::of(&call.frame, kept_days, message);
    let is_hers = message.assignee_id == Some(call.editor.id);
    let chosen = |one: &Assignee| message.assignee_id == Some(one.id);
    let people = people.into_iter().map(|one| (one.clone(), chosen(&one))).collect();
    let may_tidy = call.editor.role != Role::ContentManager;
    let may_delete = |note: &Note| may_tidy || note.editor_id == Some(call.editor.id);
    let notes = notes.into_iter().map(|note| (note.clone(), may_delete(&note))).collect();
    let answers = templates.iter().map(|template| template.text(&message.lang));
    let answers = answers.filter(|answer| !answer.is_empty());
    pages::html(&MessagePage {
        answers: answers.map(|answer| prepared(&answer, &message)).collect(),
        message,
        people,
        notes,
        is_hers,
        her_id: call.editor.id,
        frame: call.frame,
        list: PAGE,
        kept_days,
        note_limit: LONGEST,
    })
}

/// `{name}` becomes the name that the message bears.
fn prepared(answer: &Answer, message: &View) -> Prepared {
    let fill = |text: &str| text.replace("{name}", message.name.trim());
    let (title, content) = (fill(&answer.title), fill(&answer.content));
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let mail = message.can_mail.then(|| {
        let body = content.replace('\n', "\r\n");
        format!("mailto:{}?subject={}&body={}", message.email, encode(&title), encode(&body))
    });
    Prepared { title, content, mail }
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
    /// Who looks after it; not of the original.
    assignee: Option<String>,
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
            assignee: message.assignee,
        }
    }
}

/// `GET /suggestions`: every message in the language she works in, received last first.
pub(super) async fn all(call: Call) -> Result<HttpResponse, Error> {
    let filter = Filter {
        languages: vec![call.editor.language.code()],
        order: Order::Newest,
        ..Filter::default()
    };
    let messages = call
        .cms
        .db
        .run(move |connection| Ok(suggestion_inbox::list(connection, &filter, i64::MAX, 0)?))
        .await?;
    Ok(answer::ok(&messages.into_iter().map(MessageOut::from).collect::<Vec<_>>()))
}

/// `GET /suggestions/{id}`: one message.
pub(super) async fn one(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    Ok(answer::ok(&MessageOut::from(find(&call, &id).await?)))
}

/// The message with this id in one of the editor's languages.
pub(super) async fn find(call: &Call, id: &str) -> Result<Message, Error> {
    let (id, languages) = (key(id)?, codes(&call.editor));
    let found = call
        .cms
        .db
        .run(move |connection| Ok(suggestion_inbox::find(connection, id, &languages)?))
        .await?;
    found.ok_or(NOTHING)
}

/// The languages whose messages she may handle.
pub(super) fn codes(editor: &Editor) -> Vec<&'static str> {
    editor.languages.iter().map(|language| language.code()).collect()
}

/// The key of a message.
pub(super) fn key(id: &str) -> Result<Uuid, Error> {
    person::parse_id(id).ok_or(NOTHING)
}
