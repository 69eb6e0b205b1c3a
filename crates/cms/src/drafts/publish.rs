//! From a draft to the app.

use actix_web::HttpResponse;
use db::drafting::{self, Published};
use db::editing::{self, Author, Image, Item};
use domain::content::{FieldProblem, Problem, Values};
use domain::language::Language;
use server::clock;
use server::error::Error;
use uuid::Uuid;

use super::store::row_of;
use super::{Again, Subject, Wrong};
use crate::content::{AudienceSettings, NOTHING};
use crate::documents;
use crate::form::Submitted;
use crate::pages::{Call, Flash};

/// What is asked for.
pub(crate) struct Publishing<'a> {
    /// What it is about.
    pub subject: Subject,
    /// The language it is in.
    pub language: Language,
    /// Who content can be for.
    pub audience: &'a AudienceSettings,
    /// Who publishes.
    pub author: &'a Author,
    /// Whether she may not be who wrote it last.
    pub four_eyes: bool,
    /// The item.
    pub item: &'a Item,
    /// The version of the draft that she has seen.
    pub seen: Option<i32>,
    /// Whether phones shall show it, where that can be chosen.
    pub live: bool,
    /// Whether she means it although girls have answered questions that change.
    pub accepted: bool,
    /// What is published at one stroke.
    pub change_set: Uuid,
}

/// What became of it.
pub(crate) enum Outcome {
    /// The row is this now.
    Done(Image),
    /// Something is wrong with these values.
    Refused(Values, Wrong),
    /// Girls have answered questions that would change.
    Answered(Values),
    /// The row was changed since the draft was begun.
    Behind,
    /// Somebody has saved another version of the draft.
    Changed,
    /// Somebody else has to publish it.
    FourEyes {
        /// Whether it waits for her already.
        in_review: bool,
    },
    /// There is no draft.
    Missing,
}

/// Judges the draft of an item and brings it into the app.
///
/// # Errors
///
/// Diesel's own; nothing is written then.
pub(crate) fn publish(
    connection: &mut db::Connection,
    asked: &Publishing<'_>,
) -> db::QueryResult<Outcome> {
    let lang = asked.language.code();
    let draft = drafting::find(connection, asked.item)?.filter(|draft| draft.lang == lang);
    let Some(draft) = draft else { return Ok(Outcome::Missing) };
    if asked.seen.is_some_and(|seen| seen != draft.version) {
        return Ok(Outcome::Changed);
    }
    if asked.four_eyes && draft.editor_id == asked.author.editor_id {
        return Ok(Outcome::FourEyes { in_review: draft.is_in_review() });
    }
    let row = editing::image(connection, asked.item)?;
    let subject = asked.subject;
    let mut written = draft.values();
    if let Some(live) = subject.live() {
        written.insert(live.to_owned(), asked.live.into());
    }
    let (language, audience) = (asked.language, asked.audience);
    let (values, wrong) =
        subject.judge(connection, language, audience, asked.item, &written, row.as_ref())?;
    if let Some(wrong) = wrong {
        return Ok(Outcome::Refused(values, wrong));
    }
    if !asked.accepted && subject.changes_answers(connection, asked.item, row.as_ref(), &values)? {
        return Ok(Outcome::Answered(written));
    }
    let published = drafting::publish(
        connection,
        asked.author,
        &drafting::Publishing {
            item: asked.item,
            lang,
            version: draft.version,
            values: &row_of(&values),
            unique: subject.unique(),
            change_set: asked.change_set,
            now: clock::now(),
        },
    )?;
    Ok(match published {
        Published::Done(image) => Outcome::Done(image),
        Published::Missing => Outcome::Missing,
        Published::Changed => Outcome::Changed,
        Published::Conflict(_) => Outcome::Behind,
        Published::Taken(columns) => {
            let column = columns.first().copied().unwrap_or_default();
            let taken = FieldProblem { column, problem: Problem::Taken };
            Outcome::Refused(values, Wrong::Fields(vec![taken]))
        }
    })
}

/// `POST {path}/{id}/publish`: publishes the draft of an item. Member `draft` is the version
/// that the caller has seen, `live` whether phones shall show it (they shall, if it is missing).
pub(super) async fn submit(
    subject: Subject,
    call: Call,
    id: String,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let item = super::item(subject, &call.editor, &id)?;
    let seen = submitted.get("draft").and_then(|version| version.parse().ok());
    now(subject, call, item, seen, &submitted).await
}

/// Publishes, and answers with what became of it.
pub(super) async fn now(
    subject: Subject,
    call: Call,
    item: Item,
    seen: Option<i32>,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    let live = match submitted.text("then") {
        "publish" => true,
        "publish-hidden" => false,
        _ => !submitted.has("live") || submitted.flag("live"),
    };
    if let Some(page) = before(subject, &call, &item, live, submitted).await? {
        return Ok(page);
    }
    // A program that sends an item means it.
    let accepted = !call.wants_page() || submitted.flag("accepted");
    let (author, language) = (call.editor.author(), call.editor.language);
    let (audience, four_eyes) = (call.cms.settings.audience.clone(), call.cms.settings.four_eyes);
    let wanted = item.clone();
    let outcome = call
        .cms
        .db
        .run(move |connection| {
            Ok(publish(
                connection,
                &Publishing {
                    subject,
                    language,
                    audience: &audience,
                    author: &author,
                    four_eyes,
                    item: &wanted,
                    seen,
                    live,
                    accepted,
                    change_set: Uuid::new_v4(),
                },
            )?)
        })
        .await?;
    answer(subject, call, &item, outcome, submitted).await
}

/// What a browser is asked before its text goes out: whether the last item of its sort is meant
/// to be hidden, and whether a text that everybody reads says what it should.
async fn before(
    subject: Subject,
    call: &Call,
    item: &Item,
    live: bool,
    submitted: &Submitted,
) -> Result<Option<HttpResponse>, Error> {
    if !call.wants_page() || submitted.flag("confirmed") {
        return Ok(None);
    }
    match subject {
        Subject::Document(document) => documents::confirm(document, call, item).await,
        _ => match subject.shown().filter(|_| !live) {
            Some(shown) => {
                let (ids, frame) = ([item.id().to_owned()], &call.frame);
                shown.warning_of_form(frame, &call.editor, &call.cms, &ids, submitted).await
            }
            None => Ok(None),
        },
    }
}

async fn answer(
    subject: Subject,
    call: Call,
    item: &Item,
    outcome: Outcome,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    let edit = subject.form(item);
    match outcome {
        Outcome::Done(image) => {
            let heading = subject.heading(&call.frame, &image.values());
            let text = call.frame.with("drafts-published", "heading", &heading);
            let raw: Box<serde_json::value::RawValue> =
                serde_json::value::RawValue::from_string(image.json)
                    .map_err(|error| Error::Internal(error.to_string()))?;
            call.done(Flash::success(text), &edit, &raw)
        }
        Outcome::Refused(values, wrong) if call.wants_page() => {
            subject.again(call, item, values, Again::Wrong(wrong), submitted).await
        }
        Outcome::Refused(_, wrong) => Err(wrong.error()),
        Outcome::Answered(values) => {
            subject.again(call, item, values, Again::Answered, submitted).await
        }
        Outcome::Behind => {
            let flash = Flash::danger(call.frame.t("drafts-behind-flash"));
            call.refused(
                flash,
                &edit,
                Error::Conflict("the row was changed since the draft was begun"),
            )
        }
        Outcome::Changed => {
            let flash = Flash::danger(call.frame.t("drafts-changed"));
            call.refused(
                flash,
                &edit,
                Error::Conflict("somebody else has saved another version of the draft"),
            )
        }
        Outcome::FourEyes { in_review } => {
            let key = if in_review { "drafts-waits-for-another" } else { "drafts-needs-another" };
            let flash = Flash::notice(call.frame.t(key));
            call.refused(
                flash,
                &edit,
                Error::Conflict("somebody else has to publish what you wrote"),
            )
        }
        Outcome::Missing => Err(NOTHING),
    }
}
