//! Writing: both languages side by side, with what a lock screen will show.

use std::borrow::Cow;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use db::push::draft::{self, Changed, PushDraft, Stage};
use domain::language::Language;
use domain::push::{Draft, LONGEST_CONTENT, LONGEST_TITLE, Mistake};
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::super::PAGE;
use super::view::{DraftView, Side, sides};
use super::{MISSING, OFF, find, path};
use crate::form::Submitted;
use crate::pages::{self, Call, Flash, Frame, see_other};

#[derive(Template)]
#[template(path = "notifications/drafts/form.html")]
struct FormPage {
    frame: Frame,
    /// Where the form goes.
    action: String,
    version: i32,
    sides: Vec<Side>,
    errors: i64,
    /// What stands there now that somebody else has saved.
    conflict: Option<DraftView>,
    /// The draft, once there is one.
    view: Option<DraftView>,
    has_test_phones: bool,
    title_limit: usize,
    content_limit: usize,
}

impl FormPage {
    fn heading(&self) -> Cow<'static, str> {
        self.frame.t(if self.version > 0 { "push-draft" } else { "push-new" })
    }
}

/// The page of a draft that is no longer being written.
#[derive(Template)]
#[template(path = "notifications/drafts/show.html")]
struct ShowPage {
    frame: Frame,
    view: DraftView,
    confirm_error: String,
    words_error: String,
}

#[derive(Template)]
#[template(path = "notifications/drafts/preview.html")]
struct Preview {
    frame: Frame,
    sides: Vec<Side>,
}

/// `GET /notification/new`: the form.
pub(in super::super) async fn new(call: Call) -> Result<HttpResponse, Error> {
    if !call.cms.push.is_on() {
        return call.refused(Flash::danger(call.frame.t("push-error-off")), PAGE, OFF);
    }
    pages::html(&page(&call, |_| Draft::default(), None))
}

/// The form once more, with nothing in it that could be stored.
pub(in super::super) fn again(
    call: &Call,
    texts: &[(&'static str, Draft)],
) -> Result<HttpResponse, Error> {
    if !call.wants_page() {
        return Err(Error::bad("a title and a content are needed in one language at least"));
    }
    let mut page = page(call, |lang| written(texts, lang).unwrap_or_default(), None);
    for side in page.sides.iter_mut().filter(|side| side.may_write && side.draft.is_empty()) {
        side.title_error = call.frame.t("push-title-missing").into_owned();
    }
    page.errors = count(&page.sides);
    pages::html_with(StatusCode::BAD_REQUEST, &page)
}

/// `POST /notification/drafts`: `title_en`, `content_en`, `title_ne`, `content_ne`.
pub(super) async fn create(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let texts = read(&call, &submitted);
    if texts.iter().all(|(_, draft)| draft.is_empty()) {
        return again(&call, &texts);
    }
    if let Some(refused) = too_large(&call, &texts, None) {
        return refused;
    }
    let id = Uuid::parse_str(submitted.text("request")).unwrap_or_else(|_| Uuid::new_v4());
    let draft = store(&call, id, texts).await?;
    after_saving(call, draft, &submitted).await
}

/// Stores a new draft.
pub(in super::super) async fn store(
    call: &Call,
    id: Uuid,
    texts: Vec<(&'static str, Draft)>,
) -> Result<PushDraft, Error> {
    let author = call.author();
    let stored = call
        .cms
        .db
        .run(move |connection| Ok(draft::create(connection, id, &texts, &author)?))
        .await?;
    stored.ok_or(MISSING)
}

/// `GET /notification/drafts/{id}`: the form, or once it is confirmed what becomes of it.
pub(super) async fn show(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let view = DraftView::new(&call, find(&call, &id).await?);
    if !call.wants_page() {
        return Ok(answer::ok(&view.json()));
    }
    if view.draft.stage == Stage::Draft {
        let draft = view.draft.clone();
        return pages::html(&page(&call, |lang| draft.text(lang), Some(view)));
    }
    shown(call, view, "", "")
}

/// The page of a draft that is no longer being written; with mistakes in what was just sent.
pub(super) fn shown(
    call: Call,
    view: DraftView,
    confirm_error: &str,
    words_error: &str,
) -> Result<HttpResponse, Error> {
    let status = match (confirm_error, words_error) {
        ("", "") => StatusCode::OK,
        _ => StatusCode::BAD_REQUEST,
    };
    let text = |key: &str| call.frame.t_or_none(key).into_owned();
    let (confirm_error, words_error) = (text(confirm_error), text(words_error));
    pages::html_with(status, &ShowPage { frame: call.frame, view, confirm_error, words_error })
}

/// `POST` or `PUT /notification/drafts/{id}`: the texts as above and `version`; `then` says what
/// the browser wants next.
pub(super) async fn save(
    call: Call,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let found = find(&call, &id).await?;
    let texts = read(&call, &submitted);
    let version = submitted.text("version").parse().unwrap_or(found.version);
    let kept = |lang: &str| written(&texts, lang).unwrap_or_else(|| found.text(lang));
    if Language::ALL.iter().all(|language| kept(language.code()).is_empty()) {
        return again(&call, &texts);
    }
    if let Some(refused) = too_large(&call, &texts, Some(&found)) {
        return refused;
    }
    let (key, author, saved) = (found.id, call.author(), texts.clone());
    let changed = call
        .cms
        .db
        .run(move |connection| Ok(draft::save(connection, key, version, &saved, &author)?))
        .await?;
    match changed {
        Changed::Missing => Err(MISSING),
        Changed::Done(draft) => after_saving(call, draft, &submitted).await,
        Changed::Conflict(_) if !call.wants_page() => Err(CHANGED),
        Changed::Conflict(draft) if draft.stage != Stage::Draft => {
            call.refused(Flash::danger(call.frame.t("push-not-a-draft")), &path(draft.id), CHANGED)
        }
        Changed::Conflict(draft) => {
            let theirs = DraftView::new(&call, draft.clone());
            let view = DraftView::new(&call, draft);
            let kept = |lang: &str| written(&texts, lang).unwrap_or_else(|| view.draft.text(lang));
            let mut page = page(&call, kept, None);
            page.action = path(view.draft.id);
            page.version = view.draft.version;
            page.conflict = Some(theirs);
            pages::html_with(StatusCode::CONFLICT, &page)
        }
    }
}

/// Somebody else was faster.
pub(super) const CHANGED: Error =
    Error::Conflict("it was changed by somebody else, or is no draft any more");

async fn after_saving(
    call: Call,
    draft: PushDraft,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    let (view, back) = (DraftView::new(&call, draft.clone()), path(draft.id));
    match submitted.text("then") {
        "test" => super::act::to_test_phones(&call, &draft).await,
        "send" if call.wants_page() => Ok(see_other(&format!("{back}/send"))),
        _ => call.done(Flash::success(call.frame.t("push-draft-saved")), &back, &view.json()),
    }
}

/// `POST /notification/preview`: what a lock screen shows of a form's texts.
pub(super) async fn preview(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let mut sides = sides(&call, |lang| text(&submitted, lang).unwrap_or_default());
    // What the form does not send is not hers to change.
    sides.retain(|side| text(&submitted, side.lang).is_some());
    pages::html(&Preview { frame: call.frame, sides })
}

fn text(submitted: &Submitted, lang: &str) -> Option<Draft> {
    let (title, content) = (format!("title_{lang}"), format!("content_{lang}"));
    let is_sent = submitted.has(&title) || submitted.has(&content);
    is_sent.then(|| Draft::new(submitted.text(&title), submitted.text(&content)))
}

/// The texts in the languages that she may work in.
fn read(call: &Call, submitted: &Submitted) -> Vec<(&'static str, Draft)> {
    let codes = call.editor.languages.iter().map(|language| language.code());
    codes.filter_map(|lang| Some((lang, text(submitted, lang)?))).collect()
}

fn written(texts: &[(&'static str, Draft)], lang: &str) -> Option<Draft> {
    texts.iter().find(|(of, _)| *of == lang).map(|(_, draft)| draft.clone())
}

/// A draft may be unfinished, but not larger than any notification can be.
fn too_large(
    call: &Call,
    texts: &[(&'static str, Draft)],
    found: Option<&PushDraft>,
) -> Option<Result<HttpResponse, Error>> {
    let is_large = |draft: &Draft| {
        draft.content_mistake() == Some(Mistake::TooManyBytes)
            || draft.title.len() + draft.content.len() > domain::push::MOST_BYTES
    };
    if !texts.iter().any(|(_, draft)| is_large(draft)) {
        return None;
    }
    if !call.wants_page() {
        return Some(Err(Error::bad("title and content have too many bytes")));
    }
    let of_draft = |lang: &str| found.map(|draft| draft.text(lang)).unwrap_or_default();
    let mut page = page(call, |lang| written(texts, lang).unwrap_or_else(|| of_draft(lang)), None);
    if let Some(found) = found {
        page.action = path(found.id);
        page.version = found.version;
    }
    Some(pages::html_with(StatusCode::BAD_REQUEST, &page))
}

fn page(call: &Call, text: impl Fn(&str) -> Draft, view: Option<DraftView>) -> FormPage {
    let sides = sides(call, text);
    FormPage {
        frame: call.frame.clone(),
        action: view.as_ref().map_or("/notification/drafts".to_owned(), |view| view.path.clone()),
        version: view.as_ref().map_or(0, |view| view.draft.version),
        errors: count(&sides),
        sides,
        conflict: None,
        view,
        has_test_phones: call.cms.push.test_topic().is_some(),
        title_limit: LONGEST_TITLE,
        content_limit: LONGEST_CONTENT,
    }
}

fn count(sides: &[Side]) -> i64 {
    let errors = sides.iter().flat_map(|side| [&side.title_error, &side.content_error]);
    i64::try_from(errors.filter(|error| !error.is_empty()).count()).unwrap_or(0)
}
