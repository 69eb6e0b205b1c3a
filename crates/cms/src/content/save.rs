//! Creating and changing rows.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use db::editing::{self, Image, Item, Saved};
use domain::content::{FieldProblem, Kind, Problem, Values, read};
use serde_json::{Map, Value};
use server::error::Error;
use server::query::Query;

use super::choices::ChoiceSet;
use super::form::{self, Conflict, Filled};
use super::show::{NOTHING, table};
use super::{address, json, last_live};
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

/// What became of a submission.
pub(super) enum Saving {
    /// The row is this now.
    Done(Image),
    /// Something is wrong with these fields; nothing was written.
    Refused(Values, Vec<FieldProblem>),
    /// Somebody else has changed the row; it is this now. Nothing was written.
    Conflict(Values, Image),
    /// There is no such row in the language.
    Missing,
}

impl Saving {
    /// The failure as a program is told.
    pub(super) fn into_error(self) -> Error {
        match self {
            Saving::Refused(_, problems) => {
                if problems.iter().any(|found| found.problem == Problem::Taken) {
                    return Error::Conflict("another item of this language has it already");
                }
                let told: Vec<String> = problems.iter().map(told).collect();
                Error::bad(told.join("; "))
            }
            Saving::Conflict(..) => Error::Conflict("somebody else has changed this meanwhile"),
            Saving::Missing | Saving::Done(_) => NOTHING,
        }
    }
}

/// What is wrong with a field, as a program is told.
pub(crate) fn told(found: &FieldProblem) -> String {
    match &found.problem {
        Problem::TooLong { length, limit } => {
            format!("{}: too long, {length} characters of at most {limit}", found.column)
        }
        problem => format!("{}: {}", found.column, problem.name().replace('-', " ")),
    }
}

/// `POST {path}`
pub(super) async fn create(
    kind: &'static Kind,
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    needs_no_second(&cms)?;
    let saving = insert(kind, &cms, &editor, submitted.clone()).await?;
    if !wants_page(&request) {
        return match saving {
            Saving::Done(image) => Ok(json(&image)),
            other => Err(other.into_error()),
        };
    }
    match saving {
        Saving::Done(image) => saved(kind, &frame, &session, &image, &submitted),
        Saving::Refused(values, problems) => {
            let filled = Filled::new(values, problems, &submitted);
            let page = form::page(kind, frame, &editor, &cms, filled).await?;
            pages::html_with(StatusCode::BAD_REQUEST, &page)
        }
        other => Err(other.into_error()),
    }
}

/// `PUT {path}/{id}` and, from forms, `POST {path}/{id}`
#[expect(clippy::too_many_arguments, reason = "what the route's extractors give")]
pub(super) async fn update(
    kind: &'static Kind,
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    id: String,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    needs_no_second(&cms)?;
    let version = submitted.get("version").map(str::to_owned);
    let saving = save(kind, &cms, &editor, &id, version, submitted.clone()).await?;
    if !wants_page(&request) {
        return match saving {
            Saving::Done(image) => Ok(json(&image)),
            other => Err(other.into_error()),
        };
    }
    match saving {
        Saving::Done(image) => saved(kind, &frame, &session, &image, &submitted),
        Saving::Refused(values, problems) => {
            let filled = Filled::new(values, problems, &submitted).of_row(&id);
            let page = form::page(kind, frame, &editor, &cms, filled).await?;
            pages::html_with(StatusCode::BAD_REQUEST, &page)
        }
        Saving::Conflict(values, present) => {
            let conflict = Conflict::between(&values, &present.values());
            let filled = Filled::new(values, Vec::new(), &submitted)
                .of_row(&id)
                .against(present.version, conflict);
            let page = form::page(kind, frame, &editor, &cms, filled).await?;
            pages::html_with(StatusCode::CONFLICT, &page)
        }
        Saving::Missing => Err(NOTHING),
    }
}

/// Where a second person has to publish, nobody writes straight into the app.
pub(crate) fn needs_no_second(cms: &Cms) -> Result<(), Error> {
    if cms.settings.four_eyes {
        return Err(Error::Conflict("save a draft, which somebody else has to publish"));
    }
    Ok(())
}

/// `POST {path}/{id}/live?to=true`: shows a row in the app or hides it.
#[expect(clippy::too_many_arguments, reason = "what the route's extractors give")]
pub(super) async fn set_live(
    kind: &'static Kind,
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    id: String,
    query: Query,
) -> Result<HttpResponse, Error> {
    let column = kind.live.ok_or(NOTHING)?;
    let live = query.get("to") == Some("true");
    let confirmed = query.get("confirmed") == Some("true");
    if wants_page(&request) && !live && !confirmed {
        let ids = [id.clone()];
        if let Some(page) = last_live::warning(kind, &frame, &editor, &cms, &ids, &query).await? {
            return Ok(page);
        }
    }
    let change = Submitted::from_pairs(vec![(column.to_owned(), live.to_string())]);
    match save(kind, &cms, &editor, &id, None, change).await? {
        Saving::Done(image) if wants_page(&request) => {
            let key = if live { "content-now-live" } else { "content-not-live-now" };
            let heading = domain::content::as_text(image.values().get(kind.heading));
            Flash::success(frame.with(key, "heading", &heading)).keep(&session)?;
            Ok(pages::see_other(&address::back(&query, kind.page)))
        }
        Saving::Done(image) => Ok(json(&image)),
        other => Err(other.into_error()),
    }
}

/// Reads and stores a change to the row with the key `id`. `version` is the one the editor has
/// seen; without one the row is taken as it is.
pub(super) async fn save(
    kind: &'static Kind,
    cms: &Cms,
    editor: &Editor,
    id: &str,
    version: Option<String>,
    submitted: Submitted,
) -> Result<Saving, Error> {
    let Some(item) = Item::new(kind.table, id) else { return Ok(Saving::Missing) };
    let (author, language) = (editor.author(), editor.language);
    let audience = cms.settings.audience.clone();
    cms.db
        .run(move |connection| {
            let lang = language.code();
            let present = editing::image(connection, &item)?;
            let Some(present) = present.filter(|present| present.language() == lang) else {
                return Ok(Saving::Missing);
            };
            let before = present.values();
            let choices = ChoiceSet::load(connection, kind, language, language, &audience)?;
            let (values, problems) =
                read(kind, language, &submitted, Some(&before), &choices.lists());
            if version.as_ref().is_some_and(|version| *version != present.version) {
                return Ok(Saving::Conflict(values, present));
            }
            if !problems.is_empty() {
                return Ok(Saving::Refused(values, problems));
            }
            // Between this transaction and the look above somebody may have saved.
            let expected = Some(present.version.as_str());
            let row = row(&values);
            let saved =
                editing::save_row(connection, &author, &item, lang, expected, &row, kind.unique)?;
            Ok(outcome(saved, values))
        })
        .await
        .map_err(Error::from)
}

async fn insert(
    kind: &'static Kind,
    cms: &Cms,
    editor: &Editor,
    submitted: Submitted,
) -> Result<Saving, Error> {
    let (author, language) = (editor.author(), editor.language);
    let audience = cms.settings.audience.clone();
    cms.db
        .run(move |connection| {
            let choices = ChoiceSet::load(connection, kind, language, language, &audience)?;
            let (values, problems) = read(kind, language, &submitted, None, &choices.lists());
            if !problems.is_empty() {
                return Ok(Saving::Refused(values, problems));
            }
            let saved = editing::create_row(
                connection,
                &author,
                table(kind),
                language.code(),
                &row(&values),
                kind.unique,
            )?;
            Ok(outcome(saved, values))
        })
        .await
        .map_err(Error::from)
}

fn row(values: &Values) -> Map<String, Value> {
    values.iter().map(|(column, value)| (column.clone(), value.clone())).collect()
}

fn outcome(saved: Saved, values: Values) -> Saving {
    match saved {
        Saved::Done(image) => Saving::Done(image),
        Saved::Missing => Saving::Missing,
        Saved::Conflict(present) => Saving::Conflict(values, present),
        Saved::Taken(columns) => {
            let column = columns.first().copied().unwrap_or_default();
            Saving::Refused(values, vec![FieldProblem { column, problem: Problem::Taken }])
        }
    }
}

/// Back to the row's form, or to the list where the editor pressed "save and close".
fn saved(
    kind: &Kind,
    frame: &Frame,
    session: &Session,
    image: &Image,
    submitted: &Submitted,
) -> Result<HttpResponse, Error> {
    let values = image.values();
    let heading = domain::content::as_text(values.get(kind.heading));
    Flash::success(frame.with("content-saved", "heading", &heading)).keep(session)?;
    let back = address::safe_return(submitted.get("return")).unwrap_or(kind.page);
    if submitted.text("then") == "close" {
        return Ok(pages::see_other(back));
    }
    if submitted.text("then") == "another" {
        return Ok(pages::see_other(&format!("{}/new", kind.page)));
    }
    let id = domain::content::as_text(values.get("id"));
    Ok(pages::see_other(&format!("{}/{id}/edit", kind.page)))
}
