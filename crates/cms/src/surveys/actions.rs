//! What is done to whole surveys: live or not, another month, a copy, the trash.

use actix_web::{HttpResponse, web};
use db::content::survey_list;
use db::editing::{self, AllOrNone, Changed, Deleted, Item};
use db::error::DbError;
use domain::survey::question::{Kind, Question};
use domain::survey::rules;
use serde_json::{Map, Value, json};
use server::clock;
use server::error::Error;
use server::query::Query;

use super::read::of_rows;
use super::save::add;
use super::show::{self, NOTHING, key};
use crate::access::Editor;
use crate::address::safe_return;
use crate::content::Shown;
use crate::form::Submitted;
use crate::pages::{Call, Flash};
use crate::state::Cms;

const LIST: &str = "/survey-management";

/// Most surveys of one change: more than a list shows.
const MOST: usize = 1_000;

/// `POST /survey/{id}/live?to=true`: offers a survey or hides it.
pub(super) async fn set_live(
    call: Call,
    id: web::Path<String>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (_, item) = key(&id)?;
    let live = query.get("to") == Some("true");
    if !live && call.wants_page() && query.get("confirmed").is_none() {
        let ids = [item.id().to_owned()];
        if let Some(page) =
            shown(&item).warning(&call.frame, &call.editor, &call.cms, &ids, &query).await?
        {
            return Ok(page);
        }
    }
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let changed = call
        .cms
        .db
        .run(move |connection| {
            let json = json!({ "live": live }).to_string();
            Ok(editing::update(connection, &author, &item, lang, None, |connection| {
                editing::update_row(connection, &item, &json)
            })?)
        })
        .await?;
    let Changed::Done(image) = changed else { return Err(NOTHING) };
    let key = if live { "surveys-now-live" } else { "surveys-not-live-now" };
    let back = safe_return(query.get("return")).unwrap_or(LIST);
    call.done(Flash::success(call.frame.t(key)), back, &show::raw(&image)?)
}

/// `POST /survey/{id}/prolong`: the app offers the survey for another month, counted from now.
pub(super) async fn prolong(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let (id, item) = key(&id)?;
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let now = clock::now();
    let changed = call
        .cms
        .db
        .run(move |connection| {
            Ok(editing::update(connection, &author, &item, lang, None, |connection| {
                survey_list::set_created(connection, id, now)
            })?)
        })
        .await?;
    let Changed::Done(image) = changed else { return Err(NOTHING) };
    let flash = Flash::success(call.frame.t("surveys-prolonged"));
    call.done(flash, &format!("{LIST}/{id}/edit"), &show::raw(&image)?)
}

/// `POST /survey/{id}/duplicate`: a copy that is not live, to change and run. One of the old
/// kind becomes one of today's.
pub(super) async fn duplicate(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let (id, _) = key(&id)?;
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let image = call
        .cms
        .db
        .run(move |connection| {
            let found = survey_list::with_questions(connection, id, lang)?;
            let (survey, rows) = found.ok_or(DbError::NotFound)?;
            let mut questions = of_rows(&rows);
            if questions.is_empty() {
                let options = [
                    survey.option1,
                    survey.option2,
                    survey.option3,
                    survey.option4,
                    survey.option5,
                ];
                let is_choice = options.iter().any(|option| !option.is_empty());
                questions.push(Question {
                    text: survey.question,
                    kind: if is_choice { Kind::Choice } else { Kind::FreeText },
                    options,
                    ..Question::default()
                });
            }
            questions.iter_mut().for_each(|question| question.id = None);
            // What the rules refuse today is copied as it is: saving the copy will say so.
            let questions = rules::check(&questions).unwrap_or(questions);
            let row = json!({
                "live": false,
                "is_multiple": survey.is_multiple.unwrap_or(true),
                "isAgeRestricted": survey.is_age_restricted.unwrap_or(false),
                "ageRestrictionLevel": survey.age_restriction_level.unwrap_or(0),
                "contentFilter": survey.content_filter.unwrap_or(0),
            });
            add(connection, &author, lang, row, &questions)
        })
        .await
        .map_err(|error| if matches!(error, DbError::NotFound) { NOTHING } else { error.into() })?;
    let flash = Flash::success(call.frame.t("surveys-duplicated"));
    let copy = image.values().remove("id");
    let copy = copy.as_ref().and_then(Value::as_str).unwrap_or_default();
    call.done(flash, &format!("{LIST}/{copy}/edit"), &show::raw(&image)?)
}

/// `DELETE /survey/{id}` and, from forms, `POST /survey/{id}/delete`: with its questions, to
/// the trash. Answers stay among the events.
pub(super) async fn delete(
    call: Call,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (_, item) = key(&id)?;
    let version = submitted.get("version").map(str::to_owned);
    if call.wants_page() && !submitted.flag("confirmed") {
        let ids = [item.id().to_owned()];
        let warning =
            shown(&item).warning_of_form(&call.frame, &call.editor, &call.cms, &ids, &submitted);
        if let Some(page) = warning.await? {
            return Ok(page);
        }
    }
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let (image, deleted) = call
        .cms
        .db
        .run(move |connection| {
            let image = editing::image(connection, &item)?;
            let deleted = editing::delete(connection, &author, &[item], lang, version.as_deref())?;
            Ok((image, deleted))
        })
        .await?;
    match (deleted, image) {
        (Deleted::Done { change_set, .. }, Some(image)) => {
            let flash = Flash::success(call.frame.t("surveys-deleted"))
                .with_action(call.frame.t("content-undo"), format!("/trash/{change_set}/undo"));
            call.done(flash, LIST, &show::raw(&image)?)
        }
        (Deleted::Conflict(_), _) => {
            let flash = Flash::danger(call.frame.t("content-changed-before-delete"));
            let told = "somebody else has changed this survey meanwhile";
            call.refused(flash, &format!("{LIST}/{id}/edit"), Error::Conflict(told))
        }
        _ => Err(NOTHING),
    }
}

/// `POST /survey/bulk`: does `action` (`live`, `not-live`, `delete`) to the surveys `ids`. If
/// one of them is not there, nothing happens to any.
pub(super) async fn bulk(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let ids = submitted.all("ids");
    let items: Option<Vec<Item>> = ids.iter().map(|id| Item::new("survey", id)).collect();
    let items = items.ok_or(NOTHING)?;
    let back = safe_return(submitted.get("return")).unwrap_or(LIST).to_owned();
    let page = call.wants_page();
    if items.is_empty() && page {
        let flash = Flash::notice(call.frame.t("content-nothing-chosen"));
        return call.done(flash, &back, &json!(null));
    }
    if items.is_empty() || items.len() > MOST {
        return Err(Error::bad("ids must be 1 to 1000 ids"));
    }
    let hides = matches!(submitted.text("action"), "not-live" | "delete");
    if page && hides && !submitted.flag("confirmed") {
        let ids: Vec<String> = items.iter().map(|item| item.id().to_owned()).collect();
        let warning = shown(&items[0]).warning_of_form(
            &call.frame,
            &call.editor,
            &call.cms,
            &ids,
            &submitted,
        );
        if let Some(page) = warning.await? {
            return Ok(page);
        }
    }
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let flash = match submitted.text("action") {
        "delete" => match delete_all(&call.cms, &call.editor, items).await? {
            Deleted::Done { change_set, .. } => {
                Flash::success(call.frame.n("surveys-deleted-many", &count))
                    .with_action(call.frame.t("content-undo"), format!("/trash/{change_set}/undo"))
            }
            _ => return Err(NOTHING),
        },
        action @ ("live" | "not-live") => {
            let live = action == "live";
            if set_all_live(&call.cms, &call.editor, items, live).await? == AllOrNone::None {
                return Err(NOTHING);
            }
            let key = if live { "surveys-live-many" } else { "surveys-hidden-many" };
            Flash::success(call.frame.n(key, &count))
        }
        _ => return Err(Error::bad("action must be live, not-live or delete")),
    };
    call.done(flash, &back, &json!({ "changed": count }))
}

/// What a warning before the last one goes is about.
fn shown(survey: &Item) -> Shown {
    Shown::table(survey.table(), LIST)
}

async fn delete_all(cms: &Cms, editor: &Editor, items: Vec<Item>) -> Result<Deleted, Error> {
    let (author, lang) = (editor.author(), editor.language.code());
    Ok(cms
        .db
        .run(move |connection| Ok(editing::delete_all(connection, &author, &items, lang, None)?))
        .await?)
}

async fn set_all_live(
    cms: &Cms,
    editor: &Editor,
    items: Vec<Item>,
    live: bool,
) -> Result<AllOrNone, Error> {
    let (author, lang) = (editor.author(), editor.language.code());
    let values: Map<String, Value> = [("live".to_owned(), live.into())].into_iter().collect();
    Ok(cms
        .db
        .run(move |connection| Ok(editing::save_rows(connection, &author, &items, lang, &values)?))
        .await?)
}
