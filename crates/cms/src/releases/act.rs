//! What editors do with releases.

use actix_web::{HttpResponse, web};
use db::drafting;
use db::editing::{Author, Item, Undone};
use db::job::{self, NewJob};
use db::release;
use domain::content::length;
use domain::language::Language;
use domain::moment::Moment;
use domain::text::trim_js;
use serde_json::json;
use server::clock;
use server::error::Error;
use uuid::Uuid;

use super::job::{KIND, Payload};
use super::time;
use super::work::{Obstacle, Released, When, publish_release, roll_back_release};
use crate::access::Editor;
use crate::content::NOTHING;
use crate::drafts::Subject;
use crate::form::Submitted;
use crate::pages::{Call, Flash};

/// Most characters of a name.
const NAME: usize = 100;

/// `POST /releases`: begins a release called `name`.
pub(super) async fn create(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let name = name_of(&submitted, "name")?;
    let author = call.editor.author();
    let id = call.cms.db.run(move |connection| Ok(release::create(connection, &author, &name)?));
    let id = id.await?;
    let flash = Flash::success(call.frame.t("release-created"));
    call.done(flash, &page(id), &json!({ "id": id.to_string() }))
}

/// `POST /releases/add/{table}/{item}`: puts the draft of an item, as it is now, into the
/// release with the key `release`, or into a new one called `name`.
pub(super) async fn add(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (subject, item) = item_of(&path)?;
    let chosen = match submitted.text("release") {
        "" => None,
        id => Some(Uuid::parse_str(id).map_err(|_| NOTHING)?),
    };
    let name = if chosen.is_none() { name_of(&submitted, "name")? } else { String::new() };
    let (author, lang, frame) =
        (call.editor.author(), call.editor.language.code(), call.frame.clone());
    let added = call.cms.db.run(move |connection| {
        Ok(db::transaction(connection, |connection| {
            let Some(draft) = draft_in(connection, &item, lang)? else { return Ok(None) };
            let id = match chosen {
                Some(id) => match release::lock(connection, id)? {
                    Some(found) if found.is_open() => id,
                    _ => return Ok(None),
                },
                None => release::create(connection, &author, &name)?,
            };
            let heading = subject.heading(&frame, &draft.values());
            release::add(connection, id, &item, lang, draft.version, &heading)?;
            Ok(Some(id))
        })?)
    });
    let id = added.await?.ok_or(NOTHING)?;
    let flash = Flash::success(call.frame.t("release-added"));
    call.done(flash, &page(id), &json!({ "id": id.to_string() }))
}

/// `POST /releases/{id}/remove/{table}/{item}`
pub(super) async fn remove(
    call: Call,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (id, table, item) = path.into_inner();
    let id = Uuid::parse_str(&id).map_err(|_| NOTHING)?;
    let item = Item::new(&table, &item).ok_or(NOTHING)?;
    let removed = call.cms.db.run(move |connection| {
        Ok(db::transaction(connection, |connection| match release::lock(connection, id)? {
            Some(found) if found.is_open() => release::remove(connection, id, &item),
            _ => Ok(false),
        })?)
    });
    if !removed.await? {
        return Err(NOTHING);
    }
    let flash = Flash::success(call.frame.t("release-removed"));
    call.done(flash, &page(id), &json!({ "id": id.to_string() }))
}

/// `POST /schedule/{table}/{item}`: publishes the draft of one item at the time `at`.
pub(super) async fn schedule_one(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (subject, item) = item_of(&path)?;
    let edit = subject.form(&item);
    let Some(at) = time::in_nepal(submitted.text("at"), clock::now()) else {
        return no_time(&call, &edit);
    };
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let (four_eyes, frame) = (call.cms.settings.four_eyes, call.frame.clone());
    let planned = call.cms.db.run(move |connection| {
        Ok(db::transaction(connection, |connection| {
            let Some(draft) = draft_in(connection, &item, lang)? else {
                return Ok(Err(NOTHING));
            };
            if four_eyes && draft.editor_id == author.editor_id {
                return Ok(Err(Error::Conflict(FOUR_EYES)));
            }
            let heading = subject.heading(&frame, &draft.values());
            let id = release::create(connection, &author, &heading)?;
            release::add(connection, id, &item, lang, draft.version, &heading)?;
            plan(connection, &author, id, at)?;
            Ok(Ok(id))
        })?)
    });
    match planned.await? {
        Ok(id) => scheduled(&call, id, at, &edit),
        Err(Error::Conflict(FOUR_EYES)) => {
            let flash = Flash::notice(call.frame.t("drafts-waits-for-another"));
            call.refused(flash, &edit, Error::Conflict(FOUR_EYES))
        }
        Err(error) => Err(error),
    }
}

/// `POST /releases/{id}/schedule`: publishes a release at the time `at`, as its drafts are now.
pub(super) async fn schedule(
    call: Call,
    path: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let id = Uuid::parse_str(&path).map_err(|_| NOTHING)?;
    let Some(at) = time::in_nepal(submitted.text("at"), clock::now()) else {
        return no_time(&call, &page(id));
    };
    may_publish(&call, id).await?;
    let author = call.editor.author();
    let planned = call.cms.db.run(move |connection| {
        Ok(db::transaction(connection, |connection| {
            let found = release::lock(connection, id)?;
            let ready = found.is_some_and(|found| found.is_open())
                && !release::items(connection, id)?.is_empty();
            if ready {
                release::pin(connection, id)?;
                plan(connection, &author, id, at)?;
            }
            Ok(ready)
        })?)
    });
    if !planned.await? {
        return not_ready(&call, id);
    }
    scheduled(&call, id, at, &page(id))
}

/// `POST /releases/{id}/cancel`: takes the appointed time back.
pub(super) async fn cancel(call: Call, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let id = Uuid::parse_str(&path).map_err(|_| NOTHING)?;
    if !call.cms.db.run(move |connection| Ok(release::cancel(connection, id)?)).await? {
        return not_ready(&call, id);
    }
    let flash = Flash::success(call.frame.t("release-cancelled"));
    call.done(flash, &page(id), &json!({ "id": id.to_string(), "state": "open" }))
}

/// `POST /releases/{id}/publish`: publishes a release now, as its drafts are now.
pub(super) async fn publish(call: Call, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let id = Uuid::parse_str(&path).map_err(|_| NOTHING)?;
    may_publish(&call, id).await?;
    let author = call.editor.author();
    let (audience, four_eyes) = (call.cms.settings.audience.clone(), call.cms.settings.four_eyes);
    let released = call.cms.db.run(move |connection| {
        Ok(publish_release(connection, &audience, four_eyes, &author, id, When::Now)?)
    });
    match released.await? {
        Released::Done(items) => {
            let count = i64::try_from(items).unwrap_or(i64::MAX);
            let flash = Flash::success(call.frame.n("release-published-now", &count));
            call.done(flash, &page(id), &json!({ "id": id.to_string(), "state": "published" }))
        }
        Released::Refused(obstacles) => refused(&call, id, &obstacles),
        Released::Not => not_ready(&call, id),
    }
}

/// `POST /releases/{id}/roll-back`: takes a published release back.
pub(super) async fn roll_back(call: Call, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let id = Uuid::parse_str(&path).map_err(|_| NOTHING)?;
    may_publish(&call, id).await?;
    let author = call.editor.author();
    let undone =
        call.cms.db.run(move |connection| Ok(roll_back_release(connection, &author, id)?)).await?;
    match undone {
        Undone::Done(rows) => {
            let count = i64::try_from(rows).unwrap_or(i64::MAX);
            let flash = Flash::success(call.frame.n("release-rolled-back", &count));
            call.done(flash, &page(id), &json!({ "id": id.to_string(), "state": "rolled-back" }))
        }
        Undone::Missing => not_ready(&call, id),
        Undone::Changed(items) => {
            let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
            let flash = Flash::danger(call.frame.n("release-changed-since", &count));
            call.refused(flash, &page(id), Error::Conflict("items were changed since"))
        }
    }
}

/// `POST /releases/{id}/delete`: throws away a release that was never published.
pub(super) async fn delete(call: Call, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let id = Uuid::parse_str(&path).map_err(|_| NOTHING)?;
    if !call.cms.db.run(move |connection| Ok(release::delete(connection, id)?)).await? {
        return not_ready(&call, id);
    }
    let flash = Flash::success(call.frame.t("release-deleted"));
    call.done(flash, "/releases", &json!({ "id": id.to_string() }))
}

const FOUR_EYES: &str = "somebody else has to publish what you wrote";

fn page(id: Uuid) -> String {
    format!("/releases/{id}")
}

fn item_of(path: &(String, String)) -> Result<(Subject, Item), Error> {
    let (table, id) = path;
    let subject = Subject::of_table(table).ok_or(NOTHING)?;
    Ok((subject, subject.item(id).ok_or(NOTHING)?))
}

fn name_of(submitted: &Submitted, field: &str) -> Result<String, Error> {
    let name = trim_js(submitted.text(field)).replace(['\n', '\r'], " ");
    if name.is_empty() || length(&name) > NAME {
        return Err(Error::bad("name must have between 1 and 100 characters"));
    }
    Ok(name)
}

fn draft_in(
    connection: &mut db::Connection,
    item: &Item,
    lang: &str,
) -> db::QueryResult<Option<drafting::Draft>> {
    Ok(drafting::find(connection, item)?.filter(|draft| draft.lang == lang))
}

/// Sets the time and stores the job that keeps it.
fn plan(
    connection: &mut db::Connection,
    author: &Author,
    id: Uuid,
    at: Moment,
) -> db::QueryResult<()> {
    release::schedule(connection, id, author, at)?;
    let job = job::enqueue(
        connection,
        &NewJob {
            kind: KIND.name,
            lang: "",
            payload: &Payload::write(id, at),
            created_by: author.editor_id,
            creator: &author.name,
            most_attempts: KIND.most_attempts,
            input: None,
        },
    )?;
    job::postpone(connection, job, at).map(drop)
}

/// Whoever publishes must work in every language that the release has texts of.
async fn may_publish(call: &Call, id: Uuid) -> Result<(), Error> {
    let items = call.cms.db.run(move |connection| Ok(release::items(connection, id)?)).await?;
    let works_in = |editor: &Editor, lang: &str| {
        Language::from_code(lang).is_some_and(|language| editor.languages.contains(&language))
    };
    if items.iter().all(|item| works_in(&call.editor, &item.lang)) {
        return Ok(());
    }
    Err(Error::Forbidden("the release has texts of a language that you do not work in"))
}

fn scheduled(call: &Call, id: Uuid, at: Moment, path: &str) -> Result<HttpResponse, Error> {
    let when = time::in_words(at, call.frame.language);
    let flash = Flash::success(call.frame.with("release-scheduled", "when", &when));
    call.done(
        flash,
        path,
        &json!({ "id": id.to_string(), "state": "scheduled", "at": at.to_iso() }),
    )
}

fn no_time(call: &Call, path: &str) -> Result<HttpResponse, Error> {
    let flash = Flash::danger(call.frame.t("release-no-time"));
    call.refused(flash, path, Error::bad("at must be a time in the next year, in Nepal"))
}

fn not_ready(call: &Call, id: Uuid) -> Result<HttpResponse, Error> {
    let flash = Flash::danger(call.frame.t("release-not-ready"));
    call.refused(flash, &page(id), Error::Conflict("the release is not in a state for that"))
}

fn refused(call: &Call, id: Uuid, obstacles: &[Obstacle]) -> Result<HttpResponse, Error> {
    let count = i64::try_from(obstacles.len()).unwrap_or(i64::MAX);
    let flash = Flash::danger(call.frame.n("release-refused", &count));
    call.refused(flash, &page(id), Error::Conflict("some items cannot be published as they are"))
}
