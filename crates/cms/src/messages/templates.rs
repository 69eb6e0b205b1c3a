//! Texts to answer messages with, in both languages side by side.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use db::content::answer_template::{self, Answer, Saved, Template};
use domain::language::Language;
use domain::text::length_to_readers;
use serde_json::{Value, json};
use server::answer;
use server::error::Error;
use uuid::Uuid;

use crate::form::Submitted;
use crate::pages::{self, Call, Flash, Frame};

/// The page of the list.
pub(super) const PAGE: &str = "/suggestions-management/templates";

const LONGEST_TITLE: usize = 100;
const LONGEST_CONTENT: usize = 3_000;
const MISSING: Error = Error::NotFound("no such template");

#[derive(askama::Template)]
#[template(path = "messages/templates.html")]
struct ListPage {
    frame: Frame,
    templates: Vec<Template>,
}

#[derive(askama::Template)]
#[template(path = "messages/template.html")]
struct FormPage {
    frame: Frame,
    action: String,
    version: i32,
    is_new: bool,
    sides: Vec<Side>,
    errors: i64,
    /// Who has changed it meanwhile.
    conflict: Option<String>,
    title_limit: usize,
    content_limit: usize,
}

/// One language of a template.
struct Side {
    lang: &'static str,
    name: &'static str,
    answer: Answer,
    may_write: bool,
    title_error: String,
    content_error: String,
}

/// `GET /suggestions-management/templates`
pub(super) async fn list(call: Call) -> Result<HttpResponse, Error> {
    let templates = call.cms.db.run(|connection| Ok(answer_template::list(connection)?)).await?;
    if !call.wants_page() {
        return Ok(answer::ok(&templates.iter().map(out).collect::<Vec<_>>()));
    }
    pages::html(&ListPage { frame: call.frame, templates })
}

/// `GET /suggestions-management/templates/new`
pub(super) async fn new(call: Call) -> Result<HttpResponse, Error> {
    pages::html(&form(&call, None, |_| Answer::default(), false))
}

/// `GET /suggestions-management/templates/{id}`
pub(super) async fn show(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let template = find(&call, &id).await?;
    if !call.wants_page() {
        return Ok(answer::ok(&out(&template)));
    }
    pages::html(&form(&call, Some(&template), |lang| template.text(lang), false))
}

/// `POST /suggestions-management/templates`: `title_en`, `content_en`, `title_ne`, `content_ne`.
pub(super) async fn create(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let texts = read(&call, &submitted);
    if let Some(refused) = refused(&call, None, &texts) {
        return refused;
    }
    let author = call.author();
    let stored = call
        .cms
        .db
        .run(move |connection| Ok(answer_template::create(connection, &texts, &author)?))
        .await?;
    let stored = stored.ok_or(MISSING)?;
    call.done(Flash::success(call.frame.t("messages-template-saved")), PAGE, &out(&stored))
}

/// `POST` or `PUT /suggestions-management/templates/{id}`: the same and `version`.
pub(super) async fn save(
    call: Call,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let found = find(&call, &id).await?;
    let texts = read(&call, &submitted);
    if let Some(refused) = refused(&call, Some(&found), &texts) {
        return refused;
    }
    let version = submitted.text("version").parse().unwrap_or(found.version);
    let (key, author, written) = (found.id, call.author(), texts.clone());
    let saved = call
        .cms
        .db
        .run(move |connection| {
            Ok(answer_template::save(connection, key, version, &written, &author)?)
        })
        .await?;
    match saved {
        Saved::Missing => Err(MISSING),
        Saved::Done(template) => {
            let flash = Flash::success(call.frame.t("messages-template-saved"));
            call.done(flash, PAGE, &out(&template))
        }
        Saved::Conflict(_) if !call.wants_page() => {
            Err(Error::Conflict("somebody else has changed it"))
        }
        Saved::Conflict(template) => {
            let text = |lang: &str| written_in(&texts, lang).unwrap_or_else(|| template.text(lang));
            let mut page = form(&call, Some(&template), text, false);
            page.conflict = Some(template.editor_name.clone());
            pages::html_with(StatusCode::CONFLICT, &page)
        }
    }
}

/// `DELETE /suggestions-management/templates/{id}`, and `POST …/delete` from forms.
pub(super) async fn delete(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let template = find(&call, &id).await?;
    let (key, author) = (template.id, call.author());
    call.cms
        .db
        .run(move |connection| Ok(answer_template::set_deleted(connection, key, true, &author)?))
        .await?;
    let flash = Flash::success(call.frame.t("messages-template-deleted"))
        .with_action(call.frame.t("content-undo"), format!("{PAGE}/{key}/restore"));
    call.done(flash, PAGE, &out(&template))
}

/// `POST /suggestions-management/templates/{id}/restore`
pub(super) async fn restore(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let (key, author) = (Uuid::parse_str(&id).map_err(|_| MISSING)?, call.author());
    let back = call
        .cms
        .db
        .run(move |connection| Ok(answer_template::set_deleted(connection, key, false, &author)?))
        .await?;
    if !back {
        return Err(MISSING);
    }
    let flash = Flash::success(call.frame.t("messages-template-restored"));
    call.done(flash, PAGE, &json!({ "id": key.to_string() }))
}

async fn find(call: &Call, id: &str) -> Result<Template, Error> {
    let id = Uuid::parse_str(id).map_err(|_| MISSING)?;
    let found =
        call.cms.db.run(move |connection| Ok(answer_template::find(connection, id)?)).await?;
    found.ok_or(MISSING)
}

/// The texts in the languages that she may work in.
fn read(call: &Call, submitted: &Submitted) -> Vec<(&'static str, Answer)> {
    let text = |lang: &str| {
        let (title, content) = (format!("title_{lang}"), format!("content_{lang}"));
        let is_sent = submitted.has(&title) || submitted.has(&content);
        is_sent.then(|| Answer {
            title: submitted.text(&title).split_whitespace().collect::<Vec<_>>().join(" "),
            content: submitted.text(&content).replace("\r\n", "\n").trim().to_owned(),
        })
    };
    let codes = call.editor.languages.iter().map(|language| language.code());
    codes.filter_map(|lang| Some((lang, text(lang)?))).collect()
}

fn written_in(texts: &[(&'static str, Answer)], lang: &str) -> Option<Answer> {
    texts.iter().find(|(of, _)| *of == lang).map(|(_, answer)| answer.clone())
}

/// The answer to texts that cannot be stored.
fn refused(
    call: &Call,
    found: Option<&Template>,
    texts: &[(&'static str, Answer)],
) -> Option<Result<HttpResponse, Error>> {
    let stored = |lang: &str| found.map(|template| template.text(lang)).unwrap_or_default();
    let text = |lang: &str| written_in(texts, lang).unwrap_or_else(|| stored(lang));
    let page = form(call, found, text, true);
    if page.errors == 0 {
        return None;
    }
    if !call.wants_page() {
        let message = "a title of 1 to 100 and a content of 1 to 3000 characters are needed, in one \
                       language at least";
        return Some(Err(Error::bad(message)));
    }
    Some(pages::html_with(StatusCode::BAD_REQUEST, &page))
}

fn form(
    call: &Call,
    template: Option<&Template>,
    text: impl Fn(&str) -> Answer,
    checked: bool,
) -> FormPage {
    let nothing = Language::ALL.into_iter().all(|language| text(language.code()).is_empty());
    let side = |language: Language| {
        let answer = text(language.code());
        let may_write = call.editor.languages.contains(&language);
        let is_checked = checked && may_write && (nothing || !answer.is_empty());
        let say = |text: &str, limit: usize, missing: &'static str| {
            let key = match length_to_readers(text) {
                _ if !is_checked => "",
                0 => missing,
                count if count > limit => "messages-template-long",
                _ => "",
            };
            call.frame.t_or_none(key).into_owned()
        };
        Side {
            lang: language.code(),
            name: language.own_name(),
            title_error: say(&answer.title, LONGEST_TITLE, "messages-template-no-title"),
            content_error: say(&answer.content, LONGEST_CONTENT, "messages-template-no-text"),
            may_write,
            answer,
        }
    };
    let sides: Vec<Side> = Language::ALL.into_iter().map(side).collect();
    let errors = sides.iter().flat_map(|side| [&side.title_error, &side.content_error]);
    FormPage {
        frame: call.frame.clone(),
        action: template.map_or(PAGE.to_owned(), |template| format!("{PAGE}/{}", template.id)),
        version: template.map_or(0, |template| template.version),
        is_new: template.is_none(),
        errors: i64::try_from(errors.filter(|error| !error.is_empty()).count()).unwrap_or(0),
        sides,
        conflict: None,
        title_limit: LONGEST_TITLE,
        content_limit: LONGEST_CONTENT,
    }
}

fn out(template: &Template) -> Value {
    let texts: Vec<Value> = template
        .texts
        .iter()
        .map(|(lang, answer)| {
            json!({ "lang": lang, "title": answer.title, "content": answer.content })
        })
        .collect();
    json!({
        "id": template.id.to_string(),
        "version": template.version,
        "texts": texts,
        "updated_by": template.editor_name,
    })
}
