//! The original's way to send: one request with a title and a text, in the language that is
//! worked in.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use db::push::draft::confirm::{Seen, ask, confirm};
use db::push::draft::{Changed, Stage, create};
use domain::push::{Draft, LONGEST_CONTENT, LONGEST_TITLE, Mistake};
use serde_json::{Value, json};
use server::error::Error;
use server::{answer, clock};
use uuid::Uuid;

use super::drafts::{self, OFF};
use super::view::NotificationView;
use crate::form::Submitted;
use crate::pages::{Call, see_other};

/// `POST /notification`: a browser gets a draft of it to confirm. A program has confirmed it by
/// calling: it goes out after the time in which it can be called off, not before the end of
/// quiet hours, and where two people have to agree once the second one has.
pub(super) async fn submit(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let draft = Draft::new(submitted.text("title"), submitted.text("content"));
    if !draft.is_right() && !call.wants_page() {
        return Err(Error::bad(told(&draft)));
    }
    let lang = call.editor.language.code();
    let texts = [(lang, draft)];
    if call.wants_page() && texts[0].1.is_empty() {
        return drafts::form::again(&call, &texts);
    }
    if !call.cms.push.is_on() {
        return Err(OFF);
    }
    let id = Uuid::parse_str(submitted.text("request")).unwrap_or_else(|_| Uuid::new_v4());
    if call.wants_page() {
        drafts::form::store(&call, id, texts.to_vec()).await?;
        return Ok(see_other(&drafts::path(id)));
    }
    let sent = send(&call, id, texts).await?;
    Ok(answer::json(StatusCode::ACCEPTED, &sent))
}

async fn send(call: &Call, id: Uuid, texts: [(&'static str, Draft); 1]) -> Result<Value, Error> {
    let (timing, four_eyes) = (*call.cms.push.timing(), call.cms.settings.four_eyes);
    let (author, lang) = (call.author(), texts[0].0);
    let due = timing.due(clock::now(), None).unwrap_or_else(|morning| morning);
    let changed = call
        .cms
        .db
        .run(move |connection| {
            let Some(draft) = create(connection, id, &texts, &author)? else {
                return Ok(Changed::Missing);
            };
            if draft.stage != Stage::Draft {
                // Sent twice, it is one notification.
                return Ok(Changed::Done(draft));
            }
            let seen = Seen { id, version: draft.version, author: &author };
            Ok(if four_eyes {
                ask(connection, seen, None)?
            } else {
                confirm(connection, seen, Stage::Draft, due, &timing)?
            })
        })
        .await?;
    call.cms.jobs.wake();
    let Changed::Done(draft) = changed else {
        return Err(Error::Conflict("somebody else has changed it at this moment"));
    };
    let words = call.cms.push.private_words();
    let text = draft.text(lang);
    let words = words.in_text(&format!("{}\n{}", text.title, text.content));
    let delivery = draft.to_all().find(|delivery| delivery.lang == lang).cloned();
    let mut answer = match delivery {
        Some(delivery) => NotificationView::new(delivery, call.frame.texts()).json(),
        None => json!({ "id": null, "status": draft.stage.name(), "lang": lang }),
    };
    answer["draft"] = json!(drafts::path(draft.id));
    answer["private_words"] = json!(words);
    Ok(answer)
}

/// What is wrong, for a program.
fn told(draft: &Draft) -> String {
    let say = |name: &str, longest: usize, mistake: Option<Mistake>| {
        mistake.map(|mistake| match mistake {
            Mistake::Missing => format!("{name} is missing"),
            Mistake::TooLong => format!("{name} is longer than {longest} characters"),
            Mistake::TooManyBytes => "title and content have too many bytes".to_owned(),
        })
    };
    let title = say("title", LONGEST_TITLE, draft.title_mistake());
    let content = say("content", LONGEST_CONTENT, draft.content_mistake());
    title.into_iter().chain(content).collect::<Vec<_>>().join("; ")
}
