//! Writing a notification, and confirming it before it goes to everybody.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::push::{self, NewNotification};
use domain::push::{Draft, LONGEST_CONTENT, LONGEST_TITLE, Mistake};
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::PAGE;
use super::view::NotificationView;
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "notifications/compose.html")]
struct ComposePage {
    frame: Frame,
    lang: &'static str,
    language_name: &'static str,
    draft: Draft,
    title_error: String,
    content_error: String,
    errors: i64,
    title_limit: usize,
    content_limit: usize,
}

#[derive(Template)]
#[template(path = "notifications/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    lang: &'static str,
    language_name: &'static str,
    draft: Draft,
    request: Uuid,
    /// Whether she pressed the button without ticking the box.
    unconfirmed: bool,
}

/// `GET /notification/new`: the form.
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
) -> Result<HttpResponse, Error> {
    if !cms.push.is_on() {
        Flash::danger(frame.t("push-error-off")).keep(&session)?;
        return Ok(pages::see_other(PAGE));
    }
    pages::html(&form(frame, &editor, Draft::default(), false))
}

/// `POST /notification`: checks what was written; asks a browser to confirm it; stores it
/// together with the job that sends it.
pub(super) async fn submit(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let draft = Draft::new(submitted.text("title"), submitted.text("content"));
    let is_page = wants_page(&request);
    let is_wrong = draft.title_mistake().is_some() || draft.content_mistake().is_some();
    if is_wrong && !is_page {
        return Err(Error::bad(told(&draft)));
    }
    if is_wrong || (is_page && submitted.has("edit")) {
        let status = if is_wrong { StatusCode::BAD_REQUEST } else { StatusCode::OK };
        return pages::html_with(status, &form(frame, &editor, draft, is_wrong));
    }
    if !cms.push.is_on() {
        return Err(Error::Conflict("push notifications are off: no service account is set"));
    }
    let key = Uuid::parse_str(submitted.text("request")).ok();
    let confirmed = submitted.flag("confirm") && key.is_some();
    if is_page && !confirmed {
        let unconfirmed = key.is_some();
        let status = if unconfirmed { StatusCode::BAD_REQUEST } else { StatusCode::OK };
        let page = ConfirmPage {
            frame,
            lang: editor.language.code(),
            language_name: editor.language.own_name(),
            draft,
            request: key.unwrap_or_else(Uuid::new_v4),
            unconfirmed,
        };
        return pages::html_with(status, &page);
    }
    let id = store(&cms, &editor, draft, key.unwrap_or_else(Uuid::new_v4)).await?;
    if is_page {
        Flash::success(frame.t("push-taken-up")).keep(&session)?;
        return Ok(pages::see_other(&format!("/notification/{id}")));
    }
    let lang = editor.language.code();
    let stored = cms.db.run(move |connection| Ok(push::find(connection, lang, id)?)).await?;
    let stored = stored.ok_or(Error::NotFound("no such notification"))?;
    let view = NotificationView::new(stored, frame.texts());
    Ok(answer::json(StatusCode::ACCEPTED, &view.json()))
}

async fn store(cms: &Cms, editor: &Editor, draft: Draft, request: Uuid) -> Result<i32, Error> {
    let (lang, author) = (editor.language.code(), editor.author());
    let (id, _) = cms
        .db
        .run(move |connection| {
            let new = NewNotification { draft: &draft, lang, request, author: &author };
            Ok(push::create(connection, &new)?)
        })
        .await?;
    cms.jobs.wake();
    Ok(id)
}

fn form(frame: Frame, editor: &Editor, draft: Draft, checked: bool) -> ComposePage {
    let say = |mistake: Option<Mistake>, missing: &str| match mistake.filter(|_| checked) {
        None => String::new(),
        Some(Mistake::Missing) => frame.t(missing).into_owned(),
        Some(Mistake::TooLong) => frame.t("push-too-long").into_owned(),
        Some(Mistake::TooManyBytes) => frame.t("push-too-many-bytes").into_owned(),
    };
    let title_error = say(draft.title_mistake(), "push-title-missing");
    let content_error = say(draft.content_mistake(), "push-content-missing");
    let errors = [&title_error, &content_error].into_iter().filter(|error| !error.is_empty());
    ComposePage {
        errors: i64::try_from(errors.count()).unwrap_or(0),
        lang: editor.language.code(),
        language_name: editor.language.own_name(),
        title_limit: LONGEST_TITLE,
        content_limit: LONGEST_CONTENT,
        draft,
        title_error,
        content_error,
        frame,
    }
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
