//! From a draft to the app.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use db::drafting::{self, Published};
use db::editing::{self, Author, Image, Item};
use domain::content::{FieldProblem, Kind, Problem, Values, as_text, judge};
use domain::language::Language;
use server::error::Error;
use uuid::Uuid;

use super::store::row_of;
use crate::content::form::{self, Filled};
use crate::content::{AudienceSettings, ChoiceSet, NOTHING, told};
use crate::form::Submitted;
use crate::pages::{self, Call, Flash};

/// What is asked for.
pub(crate) struct Publishing<'a> {
    /// The kind of the item.
    pub kind: &'static Kind,
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
    /// What is published at one stroke.
    pub change_set: Uuid,
}

/// What became of it.
pub(crate) enum Outcome {
    /// The row is this now.
    Done(Image),
    /// Something is wrong with these fields.
    Refused(Values, Vec<FieldProblem>),
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
    let row = editing::image(connection, asked.item)?.map(|row| row.values());
    let kind = asked.kind;
    let choices =
        ChoiceSet::published(connection, kind, asked.language, asked.language, asked.audience)?;
    let mut written = draft.values();
    if let Some(live) = kind.live {
        written.insert(live.to_owned(), asked.live.into());
    }
    let (values, problems) = judge(kind, asked.language, &written, row.as_ref(), &choices.lists());
    if !problems.is_empty() {
        return Ok(Outcome::Refused(values, problems));
    }
    let published = drafting::publish(
        connection,
        asked.author,
        &drafting::Publishing {
            item: asked.item,
            lang,
            version: draft.version,
            values: &row_of(&values),
            unique: kind.unique,
            change_set: asked.change_set,
        },
    )?;
    Ok(match published {
        Published::Done(image) => Outcome::Done(image),
        Published::Missing => Outcome::Missing,
        Published::Changed => Outcome::Changed,
        Published::Conflict(_) => Outcome::Behind,
        Published::Taken(columns) => {
            let column = columns.first().copied().unwrap_or_default();
            Outcome::Refused(values, vec![FieldProblem { column, problem: Problem::Taken }])
        }
    })
}

/// `POST {path}/{id}/publish`: publishes the draft of an item. Member `draft` is the version
/// that the caller has seen, `live` whether phones shall show it (they shall, if it is missing).
pub(super) async fn submit(
    kind: &'static Kind,
    call: Call,
    id: String,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let item = Item::new(kind.table, &id).ok_or(NOTHING)?;
    let seen = submitted.get("draft").and_then(|version| version.parse().ok());
    now(kind, call, item, seen, &submitted).await
}

/// Publishes, and answers with what became of it.
pub(super) async fn now(
    kind: &'static Kind,
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
                    kind,
                    language,
                    audience: &audience,
                    author: &author,
                    four_eyes,
                    item: &wanted,
                    seen,
                    live,
                    change_set: Uuid::new_v4(),
                },
            )?)
        })
        .await?;
    answer(kind, call, &item, outcome, submitted).await
}

async fn answer(
    kind: &'static Kind,
    call: Call,
    item: &Item,
    outcome: Outcome,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    let edit = format!("{}/{}/edit", kind.page, item.id());
    let heading = |values: &Values| as_text(values.get(kind.heading));
    match outcome {
        Outcome::Done(image) => {
            let text = call.frame.with("drafts-published", "heading", &heading(&image.values()));
            let raw: Box<serde_json::value::RawValue> =
                serde_json::value::RawValue::from_string(image.json)
                    .map_err(|error| Error::Internal(error.to_string()))?;
            call.done(Flash::success(text), &edit, &raw)
        }
        Outcome::Refused(values, problems) if call.wants_page() => {
            let filled = Filled::new(values, problems, submitted).of_row(item.id());
            let page = form::page(kind, call.frame, &call.editor, &call.cms, filled).await?;
            pages::html_with(StatusCode::BAD_REQUEST, &page)
        }
        Outcome::Refused(_, problems) => Err(refusal(&problems)),
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

/// The failure as a program is told.
pub(super) fn refusal(problems: &[FieldProblem]) -> Error {
    if problems.iter().any(|found| found.problem == Problem::Taken) {
        return Error::Conflict("another item of this language has it already");
    }
    let sentences: Vec<String> = problems.iter().map(told).collect();
    Error::bad(sentences.join("; "))
}
