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
use crate::pages::{self, Flash, Frame, Visit};

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
pub(super) async fn list(visit: Visit) -> Result<HttpResponse, Error> {
    let templates = visit.cms.db.run(|connection| Ok(answer_template::list(connection)?)).await?;
    if !visit.is_page {
        return Ok(answer::ok(&templates.iter().map(out).collect::<Vec<_>>()));
    }
    pages::html(&ListPage { frame: visit.frame, templates })
}

/// `GET /suggestions-management/templates/new`
pub(super) async fn new(visit: Visit) -> Result<HttpResponse, Error> {
    pages::html(&form(&visit, None, |_| Answer::default(), false))
}

/// `GET /suggestions-management/templates/{id}`
pub(super) async fn show(visit: Visit, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let template = find(&visit, &id).await?;
    if !visit.is_page {
        return Ok(answer::ok(&out(&template)));
    }
    pages::html(&form(&visit, Some(&template), |lang| template.text(lang), false))
}

/// `POST /suggestions-management/templates`: `title_en`, `content_en`, `title_ne`, `content_ne`.
pub(super) async fn create(visit: Visit, submitted: Submitted) -> Result<HttpResponse, Error> {
    let texts = read(&visit, &submitted);
    if let Some(refused) = refused(&visit, None, &texts) {
        return refused;
    }
    let author = visit.author();
    let stored = visit
        .cms
        .db
        .run(move |connection| Ok(answer_template::create(connection, &texts, &author)?))
        .await?;
    let stored = stored.ok_or(MISSING)?;
    visit.done(Flash::success(visit.frame.t("messages-template-saved")), PAGE, &out(&stored))
}

/// `POST` or `PUT /suggestions-management/templates/{id}`: the same and `version`.
pub(super) async fn save(
    visit: Visit,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let found = find(&visit, &id).await?;
    let texts = read(&visit, &submitted);
    if let Some(refused) = refused(&visit, Some(&found), &texts) {
        return refused;
    }
    let version = submitted.text("version").parse().unwrap_or(found.version);
    let (key, author, written) = (found.id, visit.author(), texts.clone());
    let saved = visit
        .cms
        .db
        .run(move |connection| {
            Ok(answer_template::save(connection, key, version, &written, &author)?)
        })
        .await?;
    match saved {
        Saved::Missing => Err(MISSING),
        Saved::Done(template) => {
            let flash = Flash::success(visit.frame.t("messages-template-saved"));
            visit.done(flash, PAGE, &out(&template))
        }
        Saved::Conflict(_) if !visit.is_page => {
            Err(Error::Conflict("somebody else has changed it"))
        }
        Saved::Conflict(template) => {
            let text = |lang: &str| written_in(&texts, lang).unwrap_or_else(|| template.text(lang));
            let mut page = form(&visit, Some(&template), text, false);
            page.conflict = Some(template.editor_name.clone());
            pages::html_with(StatusCode::CONFLICT, &page)
        }
    }
}

/// `DELETE /suggestions-management/templates/{id}`, and `POST …/delete` from forms.
pub(super) async fn delete(visit: Visit, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let template = find(&visit, &id).await?;
    let key = template.id;
    visit
        .cms
        .db
        .run(move |connection| Ok(answer_template::set_deleted(connection, key, true)?))
        .await?;
    let flash = Flash::success(visit.frame.t("messages-template-deleted"))
        .with_action(visit.frame.t("content-undo"), format!("{PAGE}/{key}/restore"));
    visit.done(flash, PAGE, &out(&template))
}

/// `POST /suggestions-management/templates/{id}/restore`
pub(super) async fn restore(visit: Visit, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let key = Uuid::parse_str(&id).map_err(|_| MISSING)?;
    let back = visit
        .cms
        .db
        .run(move |connection| Ok(answer_template::set_deleted(connection, key, false)?))
        .await?;
    if !back {
        return Err(MISSING);
    }
    let flash = Flash::success(visit.frame.t("messages-template-restored"));
    visit.done(flash, PAGE, &json!({ "id": key.to_string() }))
}

async fn find(visit: &Visit, id: &str) -> Result<Template, Error> {
    let id = Uuid::parse_str(id).map_err(|_| MISSING)?;
    let found =
        visit.cms.db.run(move |connection| Ok(answer_template::find(connection, id)?)).await?;
    found.ok_or(MISSING)
}

/// The texts in the languages that she may work in.
fn read(visit: &Visit, submitted: &Submitted) -> Vec<(&'static str, Answer)> {
    let text = |lang: &str| {
        let (title, content) = (format!("title_{lang}"), format!("content_{lang}"));
        let is_sent = submitted.has(&title) || submitted.has(&content);
        is_sent.then(|| Answer {
            title: submitted.text(&title).split_whitespace().collect::<Vec<_>>().join(" "),
            content: submitted.text(&content).replace("\r\n", "\n").trim().to_owned(),
        })
    };
    let codes = visit.editor.languages.iter().map(|language| language.code());
    codes.filter_map(|lang| Some((lang, text(lang)?))).collect()
}

fn written_in(texts: &[(&'static str, Answer)], lang: &str) -> Option<Answer> {
    texts.iter().find(|(of, _)| *of == lang).map(|(_, answer)| answer.clone())
}

/// The answer to texts that cannot be stored.
fn refused(
    visit: &Visit,
    found: Option<&Template>,
    texts: &[(&'static str, Answer)],
) -> Option<Result<HttpResponse, Error>> {
    let stored = |lang: &str| found.map(|template| template.text(lang)).unwrap_or_default();
    let text = |lang: &str| written_in(texts, lang).unwrap_or_else(|| stored(lang));
    let page = form(visit, found, text, true);
    if page.errors == 0 {
        return None;
    }
    if !visit.is_page {
        let message = "a title of 1 to 100 and a content of 1 to 3000 characters are needed, in one \
                       language at least";
        return Some(Err(Error::bad(message)));
    }
    Some(pages::html_with(StatusCode::BAD_REQUEST, &page))
}

fn form(
    visit: &Visit,
    template: Option<&Template>,
    text: impl Fn(&str) -> Answer,
    checked: bool,
) -> FormPage {
    let nothing = Language::ALL.into_iter().all(|language| text(language.code()).is_empty());
    let side = |language: Language| {
        let answer = text(language.code());
        let may_write = visit.editor.languages.contains(&language);
        let is_checked = checked && may_write && (nothing || !answer.is_empty());
        let say = |text: &str, limit: usize, missing: &'static str| {
            let key = match length_to_readers(text) {
                _ if !is_checked => "",
                0 => missing,
                count if count > limit => "messages-template-long",
                _ => "",
            };
            visit.frame.t_or_none(key).into_owned()
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
        frame: visit.frame.clone(),
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
