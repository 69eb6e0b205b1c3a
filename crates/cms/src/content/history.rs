//! What a row was, revision by revision, with what changed word by word, and the way back.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::drafting::{self, DraftRevision};
use db::editing::revision::{self, Revision};
use db::editing::{self, Changed, Image, Item};
use domain::access::Ability;
use domain::content::{Choices, as_text, kinds};
use domain::language::Language;
use domain::moment::Moment;
use serde_json::Value;
use server::answer;
use server::error::Error;
use server::query::Query;

use super::choices::ChoiceSet;
use super::diff::{Change, Piece, word_diff};
use super::show::NOTHING;
use super::{json, view};
use crate::access::{Editor, Need, Routes};
use crate::drafts::{self, Entry, Subject, entries};
use crate::form::Submitted;
use crate::pages::{self, Call, Flash, Frame, wants_page};
use crate::state::Cms;

/// Revisions on one page.
const PER_PAGE: i64 = 20;

/// Most drafts that are shown.
const DRAFTS: i64 = 50;

/// Columns that say nothing to people.
const UNSHOWN: [&str; 6] =
    ["id", "lang", "sortingKey", "isAgeRestricted", "date_created", "timestamp"];

#[derive(Template)]
#[template(path = "content/history.html")]
struct HistoryPage {
    frame: Frame,
    heading: String,
    lang: &'static str,
    /// The row's own page; empty where it has none.
    row_page: String,
    /// Version of the row now; empty when it is gone.
    version: String,
    revisions: Vec<RevisionView>,
    restore_path: String,
    older: String,
    /// What became of drafts; only on the first page.
    drafts: Vec<Entry>,
    take_back_path: String,
}

struct RevisionView {
    id: i64,
    action: String,
    editor: String,
    at: Moment,
    /// Label and what changed, for each field that did.
    changes: Vec<(String, Vec<Piece>)>,
    /// Whether the row is as this revision left it.
    is_present: bool,
    can_restore: bool,
}

/// Adds the routes.
pub(super) fn routes(routes: &mut Routes<'_>) {
    routes.get("/history/{table}/{id}", Need::SignedIn, show).post(
        "/history/{table}/{id}/restore",
        Need::SignedIn,
        restore,
    );
}

/// What an editor needs to see and change the rows of a table: the history of a message tells
/// no less than the message.
pub(crate) fn ability(table: &str) -> Ability {
    match table {
        "suggestion" => Ability::HandleMessages,
        "notification" | "permanent_notification" => Ability::SendPush,
        _ => Ability::WriteContent,
    }
}

fn allowed(editor: &Editor, table: &str, id: &str) -> Result<Item, Error> {
    let item = Item::new(table, id).ok_or(NOTHING)?;
    if editor.may(ability(table)) {
        Ok(item)
    } else {
        Err(Error::Forbidden("your role may not do this"))
    }
}

/// `GET /history/{table}/{id}`
async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    path: web::Path<(String, String)>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let item = allowed(&editor, &table, &id)?;
    let before = query.get("before").and_then(|before| before.parse().ok());
    let (content, interface) = (editor.language, frame.language);
    let (wanted, audience) = (item.clone(), cms.settings.audience.clone());
    let (present, revisions, drafts, choices) = cms
        .db
        .run(move |connection| {
            let present = editing::image(connection, &wanted)?;
            let revisions = revision::of_item(connection, &wanted, before, PER_PAGE + 1)?;
            let drafts = drafting::history(connection, &wanted, DRAFTS)?;
            let choices = match kinds::of_table(wanted.table().name) {
                Some(kind) => ChoiceSet::load(connection, kind, content, interface, &audience)?,
                None => ChoiceSet::default(),
            };
            Ok((present, revisions, drafts, choices))
        })
        .await?;
    let lang = content.code();
    let present = present.filter(|present| present.language() == lang);
    let revisions: Vec<Revision> =
        revisions.into_iter().filter(|revision| revision.lang == lang).collect();
    let drafts: Vec<DraftRevision> =
        drafts.into_iter().filter(|draft| draft.lang == lang).collect();
    if present.is_none() && revisions.is_empty() && drafts.is_empty() {
        return Err(NOTHING);
    }
    if !wants_page(&request) {
        return Ok(answer::ok(&as_json(&revisions)));
    }
    let older = match revisions.get(usize::try_from(PER_PAGE).unwrap_or(usize::MAX) - 1) {
        Some(last) if revisions.len() as i64 > PER_PAGE => {
            format!("/history/{table}/{id}?before={}", last.id)
        }
        _ => String::new(),
    };
    let kind = kinds::of_table(item.table().name);
    let own_page = page(item.table().name, item.id());
    let newest = present.as_ref().map(Image::values).unwrap_or_default();
    let heading = kind.map(|kind| as_text(newest.get(kind.heading))).unwrap_or_default();
    let views = revisions
        .iter()
        .take(usize::try_from(PER_PAGE).unwrap_or(usize::MAX))
        .map(|revision| of_revision(revision, &frame, &choices, present.as_ref()))
        .collect();
    let drafts = if before.is_none() { &drafts[..] } else { &[] };
    let drafts = entries(&frame, &choices, item.table().name, drafts, present.as_ref());
    pages::html(&HistoryPage {
        drafts,
        take_back_path: format!("/history/{table}/{}/draft", item.id()),
        row_page: match (kind, &present) {
            (Some(kind), Some(_)) => format!("{}/{}/edit", kind.page, item.id()),
            (None, Some(_)) => own_page,
            _ => String::new(),
        },
        version: present.map(|present| present.version).unwrap_or_default(),
        restore_path: format!("/history/{table}/{}/restore", item.id()),
        revisions: views,
        frame,
        heading,
        lang,
        older,
    })
}

/// `POST /history/{table}/{id}/restore`: sets the row back to what it was after `revision`. Where
/// a second person has to agree, that becomes the draft.
async fn restore(
    call: Call,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let item = allowed(&call.editor, &table, &id)?;
    let wanted = submitted.text("revision").parse::<i64>().map_err(|_| NOTHING)?;
    if call.cms.settings.four_eyes
        && let Some(subject) = Subject::of_table(&table)
    {
        return drafts::set_back(call, subject, item, wanted).await;
    }
    let version = submitted.get("version").map(str::to_owned);
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let changed = call
        .cms
        .db
        .run(move |connection| {
            let found = revision::find_of(connection, &item, lang, wanted)?;
            let Some(after) = found.and_then(|found| found.after) else {
                return Ok(Changed::Missing);
            };
            let expected = version.as_deref();
            Ok(editing::restore(connection, &author, &item, lang, expected, &after.0)?)
        })
        .await?;
    let page = format!("/history/{table}/{id}");
    match changed {
        Changed::Done(image) if !call.wants_page() => Ok(json(&image)),
        Changed::Done(_) => call.done(Flash::success(call.frame.t("content-restored")), &page, &()),
        Changed::Missing => Err(NOTHING),
        Changed::Conflict(_) => {
            let flash = Flash::danger(call.frame.t("content-changed-before-restore"));
            call.refused(flash, &page, Error::Conflict("somebody else has changed this meanwhile"))
        }
    }
}

fn of_revision(
    revision: &Revision,
    frame: &Frame,
    choices: &ChoiceSet,
    present: Option<&Image>,
) -> RevisionView {
    let image =
        |json: &Option<db::types::JsonText>| json.as_ref().map(|json| Image::of(json.0.clone()));
    let (before, after) = (image(&revision.before), image(&revision.after));
    let is_present =
        matches!((&after, present), (Some(after), Some(now)) if after.version == now.version);
    RevisionView {
        id: revision.id,
        action: frame.t(&format!("action-{}", revision.action)).into_owned(),
        editor: if revision.editor_name.is_empty() {
            frame.t("content-somebody-outside").into_owned()
        } else {
            revision.editor_name.clone()
        },
        at: revision.at.0,
        changes: changes(&revision.item_table, frame, choices, before.as_ref(), after.as_ref()),
        is_present,
        can_restore: after.is_some() && present.is_some() && !is_present,
    }
}

/// Each field that differs, with its label.
pub(crate) fn changes(
    table: &str,
    frame: &Frame,
    choices: &ChoiceSet,
    before: Option<&Image>,
    after: Option<&Image>,
) -> Vec<(String, Vec<Piece>)> {
    let kind = kinds::of_table(table);
    let values = |image: Option<&Image>| image.map(Image::values).unwrap_or_default();
    let (before, after) = (values(before), values(after));
    let mut columns: Vec<&String> = before.keys().chain(after.keys()).collect();
    // In the order of the form; what it does not have comes last.
    let place = |column: &str| {
        kind.and_then(|kind| kind.fields.iter().position(|field| field.column == column))
            .unwrap_or(usize::MAX)
    };
    columns.sort_by(|a, b| place(a).cmp(&place(b)).then(a.cmp(b)));
    columns.dedup();
    columns
        .into_iter()
        .filter(|column| !UNSHOWN.contains(&column.as_str()))
        .filter(|column| before.get(*column) != after.get(*column))
        .map(|column| {
            let choices_of =
                kind.and_then(|kind| kind.field(column)).and_then(domain::content::Field::choices);
            let shown = |value: Option<&Value>| {
                in_words(table, column, value, frame)
                    .unwrap_or_else(|| shown(value, choices_of, choices))
            };
            let pieces = word_diff(&shown(before.get(column)), &shown(after.get(column)));
            let label = match kind {
                Some(kind) if kind.field(column).is_some() => {
                    frame.t(&view::label_key(kind, column)).into_owned()
                }
                _ => match label(column) {
                    Some(key) => frame.t(key).into_owned(),
                    None => column.clone(),
                },
            };
            (label, pieces)
        })
        .filter(|(_, pieces)| pieces.iter().any(|piece| piece.change != Change::Same))
        .collect()
}

/// The page of a row that no description of a kind knows; empty where there is none.
fn page(table: &str, id: &str) -> String {
    match table {
        "survey" => format!("/survey-management/{id}/edit"),
        _ if Language::from_code(id).is_some() => match Subject::of_table(table) {
            Some(subject) => subject.place().page.to_owned(),
            None => String::new(),
        },
        "about" => format!("/about-management/versions/{id}"),
        "about_banner" => "/about-management".to_owned(),
        "privacy_policy" => format!("/privacy-policy-management/versions/{id}"),
        "terms_and_conditions" => format!("/terms-and-conditions-management/versions/{id}"),
        _ => String::new(),
    }
}

/// What a column that no description of a kind knows is called.
fn label(column: &str) -> Option<&'static str> {
    Some(match column {
        "voiceOverKey" => "field-voiceOverKey",
        "live" => "field-live",
        "ageRestrictionLevel" => "field-ageRestrictionLevel",
        "contentFilter" => "field-contentFilter",
        "date_created" => "surveys-column-created",
        "questions" => "surveys-column-questions",
        "json_dump" => "documents-text",
        "image" => "documents-banner",
        _ => return None,
    })
}

/// A value that is no plain text, as an editor reads it.
fn in_words(table: &str, column: &str, value: Option<&Value>, frame: &Frame) -> Option<String> {
    match (table, column, value?) {
        ("survey", "questions", questions) => Some(crate::surveys::in_words(frame, questions)),
        ("about" | "privacy_policy" | "terms_and_conditions", "json_dump", Value::String(text)) => {
            let blocks = domain::document::read(text).into_blocks();
            Some(domain::document::as_text(&blocks))
        }
        // Two pictures differ in each letter of their code; its length tells them apart.
        ("about_banner", "image", Value::String(image)) => {
            Some(frame.n("documents-banner-size", &(image.len() / 1024)).into_owned())
        }
        _ => None,
    }
}

fn shown(value: Option<&Value>, list: Option<Choices>, choices: &ChoiceSet) -> String {
    match value {
        Some(value @ (Value::Array(_) | Value::Object(_))) => {
            serde_json::to_string_pretty(value).unwrap_or_default()
        }
        value => match list {
            Some(list) => choices.label(list, &as_text(value)),
            None => as_text(value),
        },
    }
}

pub(super) fn as_json(revisions: &[Revision]) -> Vec<Value> {
    let raw = |json: &Option<db::types::JsonText>| {
        json.as_ref().and_then(|json| serde_json::from_str::<Value>(&json.0).ok())
    };
    revisions
        .iter()
        .map(|revision| {
            serde_json::json!({
                "id": revision.id,
                "action": revision.action,
                "editor": revision.editor_name,
                "at": revision.at.0.to_iso(),
                "before": raw(&revision.before),
                "after": raw(&revision.after),
            })
        })
        .collect()
}
