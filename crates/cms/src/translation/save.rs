//! Writing a translation, and saying that one still holds.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use db::drafting::{self, Draft};
use db::editing::{self, Item};
use db::translation::{self, Declaration, Declared, Linked};
use domain::content::{Values, as_text};
use domain::language::Language;
use serde_json::{Value, json};
use server::error::Error;
use uuid::Uuid;

use super::carrying::Carrying;
use super::loaded::{Found, load};
use super::{lookup, side};
use crate::address::safe_return;
use crate::content::{AudienceSettings, NOTHING};
use crate::drafts::{self, Outcome, Publishing, Sent, Stored, Storing, Subject};
use crate::form::Submitted;
use crate::pages::{Call, Flash};

/// What became of saving.
enum Saving {
    /// The translation is this now: its key, its draft if that differs from what the app shows,
    /// what became of declaring it done, and whether it could be published.
    Done { target: Item, draft: Option<Box<Draft>>, declared: Option<Declared>, sound: bool },
    /// Somebody else has saved it meanwhile; this is what was sent.
    Conflict(Values),
    /// There is no such source, or no such row any more.
    Missing,
}

/// Who translates what into which language.
struct Asking {
    subject: Subject,
    source: Item,
    from: Language,
    into: Language,
    author: db::editing::Author,
    audience: AudienceSettings,
    submitted: Submitted,
    sent: Sent,
}

/// `POST /translation/{table}/{id}`: keeps what is sent as the draft of the translation of the
/// source `id`, and makes the translation if there is none. `done` says that it says what the
/// source says now, `source_hash` which source that was; `then` is `review` or `publish`, which
/// say so too.
pub(super) async fn submit(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (name, id) = path.into_inner();
    let item = lookup::item(&name, &id)?;
    let subject = Subject::of_table(item.table().name).ok_or(NOTHING)?;
    let sent = subject.sent(&submitted)?;
    let work = lookup::work(&call.cms, &call.editor, &item).await?.ok_or(NOTHING)?;
    let source = lookup::item(&name, &work.source_id)?;
    let (from, into) = lookup::languages(&call.editor);
    let asking = Asking {
        subject,
        sent,
        source: source.clone(),
        from,
        into,
        author: call.editor.author(),
        audience: call.cms.settings.audience.clone(),
        submitted: submitted.clone(),
    };
    let saving =
        call.cms.db.run(move |connection| Ok(db::transaction(connection, |c| save(c, &asking))?));
    match saving.await? {
        Saving::Missing => Err(NOTHING),
        Saving::Conflict(_) if !call.wants_page() => {
            Err(Error::Conflict("somebody else has saved this translation meanwhile"))
        }
        Saving::Conflict(sent) => {
            match load(&call.cms, &call.editor, &source, call.frame.language).await? {
                Found::Pair(loaded) => {
                    side::page(call, &source, *loaded, Some(sent), false, StatusCode::CONFLICT)
                }
                _ => Err(NOTHING),
            }
        }
        Saving::Done { target, draft, declared, sound } => {
            follow(call, subject, &source, target, draft, declared, sound, &submitted).await
        }
    }
}

/// Whether the translator says that it says what the source says.
fn wants_done(submitted: &Submitted) -> bool {
    submitted.flag("done") || matches!(submitted.text("then"), "review" | "publish")
}

fn save(connection: &mut db::Connection, asking: &Asking) -> db::QueryResult<Saving> {
    let Asking { subject, source, from, into, author, audience, .. } = asking;
    translation::wait_for_pairs(connection)?;
    let work = translation::of_item(connection, source, into.code(), from.code())?;
    let Some(work) = work else { return Ok(Saving::Missing) };
    let table = subject.table();
    let known = work.present_target().and_then(|id| Item::new(table.name, id));
    let is_new = known.is_none();
    let target = match known {
        Some(known) => Some(known),
        None if subject.is_one() => subject.item(into.code()),
        None => Some(drafting::reserve(connection, table)?),
    };
    let Some(target) = target else { return Ok(Saving::Missing) };
    let whole = if is_new { Some(with_shared(connection, asking)?) } else { None };
    let sent = whole.as_ref().and_then(|whole| subject.sent(whole).ok());
    let submitted = whole.as_ref().unwrap_or(&asking.submitted);
    let storing = Storing {
        subject: *subject,
        language: *into,
        audience,
        author,
        item: &target,
        sent: sent.as_ref().unwrap_or(&asking.sent),
        submitted,
        new: is_new,
    };
    let stored = drafts::store(connection, &storing)?;
    let (draft, values) = match stored {
        Stored::Draft(draft) => {
            let values = draft.values();
            (Some(draft), values)
        }
        Stored::Unchanged(row) => (None, row.values()),
        Stored::Conflict(values, _) | Stored::RowConflict(values, _) => {
            return Ok(Saving::Conflict(values));
        }
        Stored::Missing => return Ok(Saving::Missing),
    };
    if is_new && !subject.is_one() {
        let pair = [(source.clone(), target.clone())];
        let (from, into) = (from.code(), into.code());
        let linked = translation::link(connection, author, &pair, from, into, false)?;
        if !matches!(linked, Linked::Done(_)) {
            return Ok(Saving::Missing);
        }
    }
    let sound = subject.judge(connection, *into, audience, &target, &values, None)?.1.is_none();
    let declared = if wants_done(submitted) && sound {
        Some(translation::declare(
            connection,
            author,
            &Declaration {
                source,
                target: &target,
                seen: submitted.get("source_hash").filter(|hash| !hash.is_empty()),
                draft: draft.as_ref(),
            },
        )?)
    } else {
        None
    };
    Ok(Saving::Done { target, draft: draft.map(Box::new), declared, sound })
}

/// What was sent for a new translation, and what the source has where nothing was sent, such as
/// a field that a form leaves out because there is nothing to choose.
fn with_shared(connection: &mut db::Connection, asking: &Asking) -> db::QueryResult<Submitted> {
    let Asking { subject, source, from, submitted, .. } = asking;
    let mut pairs = submitted.pairs().to_vec();
    let image = editing::image(connection, source)?;
    let values = image.map(|image| image.values()).unwrap_or_default();
    let shared = Carrying::load(connection, *subject, from.code())?.shared(&values);
    for (column, value) in shared {
        // The category follows from the subcategory that is chosen.
        let follows = column == "category" && submitted.has("subcategory");
        if submitted.all(column).is_empty() && !follows {
            pairs.push((column.to_owned(), value));
        }
    }
    Ok(Submitted::from_pairs(pairs))
}

/// What the translator wants done with what was just saved, and what she is told.
#[expect(clippy::too_many_arguments, reason = "each says what it is")]
async fn follow(
    call: Call,
    subject: Subject,
    source: &Item,
    target: Item,
    draft: Option<Box<Draft>>,
    declared: Option<Declared>,
    sound: bool,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    let then = submitted.text("then");
    let own = format!("/translation/{}/{}", source.table().name, source.id());
    let told = json!({
        "id": target.id(),
        "draft": draft.as_ref().map(|draft| draft.version),
        "done": declared == Some(Declared::Done),
        "sound": sound,
    });
    if !sound && wants_done(submitted) {
        let flash = Flash::danger(call.frame.t("translation-saved-unfinished"));
        return call.done(flash, &format!("{own}?check=1"), &told);
    }
    if declared == Some(Declared::SourceChanged) {
        let flash = Flash::danger(call.frame.t("translation-source-changed-meanwhile"));
        return call.done(flash, &own, &told);
    }
    let key = match (then, &draft) {
        ("review", Some(draft)) => {
            let (author, lang) = (call.editor.author(), call.editor.language.code());
            let (item, version) = (target.clone(), draft.version);
            let step = call.cms.db.run(move |connection| {
                Ok(drafting::submit(connection, &author, &item, lang, Some(version))?)
            });
            step.await?;
            "translation-sent-for-review"
        }
        ("publish", Some(draft)) => match publish(&call, subject, &target, draft.version).await? {
            Outcome::Done(_) => "translation-published",
            Outcome::FourEyes { .. } => "translation-four-eyes",
            Outcome::Refused(..) | Outcome::Answered(_) => {
                let flash = Flash::danger(call.frame.t("translation-saved-unfinished"));
                return call.done(flash, &format!("{own}?check=1"), &told);
            }
            Outcome::Behind | Outcome::Changed | Outcome::Missing => {
                let flash = Flash::danger(call.frame.t("translation-not-published"));
                return call.done(flash, &own, &told);
            }
        },
        (then, None) => return without_draft(&call, subject, &target, then, declared, &told).await,
        _ if declared == Some(Declared::Done) => "translation-saved-done",
        _ => "translation-saved",
    };
    let flash = Flash::success(call.frame.t(key));
    let next = if then == "next" { "/start".to_owned() } else { own };
    call.done(flash, &next, &told)
}

/// Nothing was changed: the published text may say what the source says all the same, and a row
/// that is hidden can still be shown.
async fn without_draft(
    call: &Call,
    subject: Subject,
    target: &Item,
    then: &str,
    declared: Option<Declared>,
    told: &Value,
) -> Result<HttpResponse, Error> {
    let (own, item) = (call.frame.path.clone(), target.clone());
    let row = call.cms.db.run(move |connection| Ok(editing::image(connection, &item)?)).await?;
    let shown = |column| row.as_ref().map(|row| as_text(row.values().get(column)));
    let hidden = subject.live().and_then(shown).is_some_and(|live| live != "true");
    if hidden && then == "publish" {
        let path = format!("{}/{}/live?to=true", subject.place().path, target.id());
        let flash = Flash::notice(call.frame.t("drafts-unchanged-hidden"))
            .with_action(call.frame.t("drafts-show-now"), path);
        return call.done(flash, &own, told);
    }
    let done = declared == Some(Declared::Done);
    let key = if done { "translation-confirmed" } else { "translation-unchanged" };
    call.done(Flash::success(call.frame.t(key)), &own, told)
}

async fn publish(
    call: &Call,
    subject: Subject,
    target: &Item,
    version: i32,
) -> Result<Outcome, Error> {
    let (author, language, item) = (call.editor.author(), call.editor.language, target.clone());
    let (audience, four_eyes) = (call.cms.settings.audience.clone(), call.cms.settings.four_eyes);
    let published = call.cms.db.run(move |connection| {
        let publishing = Publishing {
            subject,
            language,
            audience: &audience,
            author: &author,
            four_eyes,
            item: &item,
            seen: Some(version),
            live: true,
            // The check-list beside its form says what girls have answered.
            accepted: true,
            change_set: Uuid::new_v4(),
        };
        Ok(drafts::publish(connection, &publishing)?)
    });
    Ok(published.await?)
}

/// `POST /translation/{table}/{id}/still-correct`: the translation says what the source says,
/// although that has changed. `source_hash` is the source that the editor has seen.
pub(super) async fn still_correct(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (name, id) = path.into_inner();
    let item = lookup::item(&name, &id)?;
    let work = lookup::work(&call.cms, &call.editor, &item).await?.ok_or(NOTHING)?;
    let source = lookup::item(&name, &work.source_id)?;
    let target = lookup::item(&name, work.target_id.as_deref().ok_or(NOTHING)?)?;
    let own = format!("/translation/{name}/{}", source.id());
    let back = safe_return(submitted.get("return")).unwrap_or(&own).to_owned();
    let (author, seen) = (call.editor.author(), submitted.get("source_hash").map(str::to_owned));
    let declared = call.cms.db.run(move |connection| {
        let seen = seen.as_deref().filter(|hash| !hash.is_empty());
        let declaration = Declaration { source: &source, target: &target, seen, draft: None };
        Ok(translation::declare(connection, &author, &declaration)?)
    });
    match declared.await? {
        Declared::Done => {
            let flash = Flash::success(call.frame.t("translation-confirmed"));
            call.done(flash, &back, &json!({ "state": "done" }))
        }
        Declared::SourceChanged => {
            let flash = Flash::danger(call.frame.t("translation-source-changed-meanwhile"));
            call.refused(flash, &own, Error::Conflict("the source has changed meanwhile"))
        }
        Declared::Missing => Err(NOTHING),
    }
}
