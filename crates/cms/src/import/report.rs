//! The page of one import: what its file would change, and what became of it.

use actix_web::http::header::HeaderName;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::exchange::import::{self as stored, Count, Fate, Import, Row, RowQuery};
use db::job::{self, Job, State, Whose};
use domain::content::kinds;
use domain::exchange::report::Report;
use serde_json::{Value, json};
use server::answer;
use server::error::Error;
use server::query::Query;
use uuid::Uuid;

use super::change::Change;
use super::outcome::Outcome;
use super::page::{self, Step};
use super::upload::find;
use crate::access::Editor;
use crate::content::{Change as Piecewise, Piece, word_diff};
use crate::exchange::{finding_advice, finding_words};
use crate::jobs::Sentence;
use crate::pages::{self, Frame, Pager, wants_page};
use crate::state::Cms;

/// Rows on a page.
const ON_A_PAGE: i64 = 25;
/// Last page that may be asked for, so that no number overflows.
const LAST_PAGE: i64 = 1_000_000;

/// What an address asks for.
pub(super) struct Asked {
    pub(super) outcome: Option<Outcome>,
    pub(super) fate: Option<Fate>,
    pub(super) blank: bool,
}

impl Asked {
    pub(super) fn of(query: &Query) -> Asked {
        Asked {
            outcome: query.get("outcome").and_then(Outcome::from_name),
            fate: query.get("fate").and_then(Fate::from_name),
            blank: query.get("outcome") == Some("blank"),
        }
    }

    pub(super) fn query(&self, import: Uuid) -> RowQuery<'static> {
        RowQuery {
            import,
            outcome: self.outcome.map(Outcome::name),
            fate: self.fate.map(Fate::name),
            blank: self.blank,
        }
    }
}

/// A link that narrows the list, with how many rows it leaves.
struct Filter {
    address: String,
    text: String,
    icon: &'static str,
    tone: &'static str,
    count: i64,
    is_chosen: bool,
}

struct RowView {
    sheet: String,
    sheet_row: i32,
    table: String,
    heading: String,
    lang: String,
    outcome: Outcome,
    blanks: i32,
    /// What became of it, with its tone.
    fate: Option<(&'static str, &'static str)>,
    /// Where it is edited, where that is known.
    link: String,
    cells: Vec<CellView>,
}

struct CellView {
    label: String,
    pieces: Vec<Piece>,
    /// What was there when the file was made.
    was: String,
    problem: String,
}

struct NoteView {
    title: String,
    advice: String,
    place: String,
}

#[derive(Template)]
#[template(path = "import/report.html")]
struct ReportPage {
    frame: Frame,
    crumbs: [(&'static str, String); 1],
    import: Import,
    state: &'static str,
    tone: &'static str,
    steps: Vec<Step>,
    progress: Option<Progress>,
    failure: String,
    filters: Vec<Filter>,
    fates: Vec<Filter>,
    advice: &'static str,
    notes: Vec<NoteView>,
    unlisted: usize,
    rows: Vec<RowView>,
    pager: Pager,
    download: String,
    /// Rows that become drafts in any case; that were changed meanwhile; that are too long.
    usable: i64,
    meantime: i64,
    too_long: i64,
    taken: i64,
}

/// How far the job at hand is.
#[derive(Clone)]
struct Progress {
    state: State,
    step: String,
    percent: Option<i64>,
    job: Uuid,
}

#[derive(Template)]
#[template(path = "import/progress.html")]
struct ProgressPart {
    frame: Frame,
    import: Import,
    progress: Progress,
}

/// `GET /import/{id}?outcome=&fate=&page=`
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let id = key(&id)?;
    let import = find(&cms, &editor, id).await?;
    let asked = Asked::of(&query);
    let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let page = page.clamp(1, LAST_PAGE);
    let wanted = asked.query(id);
    let (counts, (total, rows)) = cms
        .db
        .run(move |connection| {
            let counts = stored::counts(connection, id)?;
            let found = stored::rows(connection, &wanted, ON_A_PAGE, (page - 1) * ON_A_PAGE)?;
            Ok((counts, found))
        })
        .await?;
    if !wants_page(&request) {
        return Ok(answer::ok(&whole(&import, &counts, total, &rows)));
    }
    let progress = match import.state.as_str() {
        "checking" | "applying" | "undoing" => progress_of(&frame, &cms, &import).await?,
        _ => None,
    };
    let notes: Report = read(import.notes.as_ref().map(|notes| notes.0.as_str()));
    let failure: Option<Sentence> = read(import.failure.as_ref().map(|why| why.0.as_str()));
    let sum = |wanted: &dyn Fn(&Count) -> bool, of: fn(&Count) -> i64| -> i64 {
        counts.iter().filter(|count| wanted(count)).map(of).sum()
    };
    let usable = |outcome: Outcome| sum(&|count| count.outcome == outcome.name(), |c| c.usable);
    let now = match import.state.as_str() {
        "checking" | "failed" => 2,
        "checked" | "applying" => 3,
        _ => 4,
    };
    pages::html(&ReportPage {
        crumbs: [("/import", frame.t("import-title").into_owned())],
        state: page::state_text(&import.state),
        tone: page::tone(&import.state),
        steps: page::steps(now),
        failure: failure.map(|why| why.said(frame.texts()).into_owned()).unwrap_or_default(),
        filters: filters(&frame, id, &counts, &asked),
        fates: fates(&frame, id, &counts, &asked),
        advice: match &asked {
            Asked { outcome: Some(outcome), .. } => outcome.advice(),
            Asked { blank: true, .. } => "import-advice-blank",
            _ => "",
        },
        unlisted: notes.unlisted(),
        notes: notes.findings.iter().take(50).map(|found| note(&frame, found)).collect(),
        rows: rows.iter().map(|row| view(&frame, &editor, row)).collect(),
        pager: Pager::new(total, ON_A_PAGE, page, &frame.address),
        download: download(id, &asked),
        usable: usable(Outcome::Added) + usable(Outcome::Changed),
        meantime: usable(Outcome::Meantime),
        too_long: usable(Outcome::TooLong),
        taken: sum(&|count| count.fate.as_deref() == Some("taken"), |count| count.rows),
        import,
        progress,
        frame,
    })
}

/// `GET /import/{id}/progress`: the part of the page that changes while a job is at the import;
/// it asks for this itself, and loads the page anew when the job has ended.
pub(super) async fn progress(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let import = find(&cms, &editor, key(&id)?).await?;
    let progress = progress_of(&frame, &cms, &import).await?;
    let goes_on = matches!(import.state.as_str(), "checking" | "applying" | "undoing");
    match progress.filter(|progress| goes_on && !progress.state.is_over()) {
        Some(progress) => pages::html(&ProgressPart { frame, import, progress }),
        None => {
            let mut answer = HttpResponse::Ok();
            answer.insert_header((HeaderName::from_static("hx-refresh"), "true"));
            Ok(answer.finish())
        }
    }
}

fn key(id: &str) -> Result<Uuid, Error> {
    Uuid::try_parse(id).map_err(|_| Error::NotFound("no such import"))
}

async fn progress_of(frame: &Frame, cms: &Cms, import: &Import) -> Result<Option<Progress>, Error> {
    let Some(id) = import.job_id else { return Ok(None) };
    let found = cms.db.run(move |connection| Ok(job::find(connection, id, Whose::All)?)).await?;
    Ok(found.map(|job: Job| Progress {
        percent: job
            .total
            .filter(|total| *total > 0)
            .map(|total| job.done.clamp(0, total) * 100 / total),
        step: job.step.as_deref().map(|key| frame.t(key).into_owned()).unwrap_or_default(),
        state: job.state,
        job: job.id,
    }))
}

fn read<T: serde::de::DeserializeOwned + Default>(json: Option<&str>) -> T {
    json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

fn filters(frame: &Frame, id: Uuid, counts: &[Count], asked: &Asked) -> Vec<Filter> {
    let count = |outcome: Outcome| -> i64 {
        counts.iter().filter(|count| count.outcome == outcome.name()).map(|count| count.rows).sum()
    };
    let all = Filter {
        address: format!("/import/{id}"),
        text: frame.t("import-all").into_owned(),
        icon: "card-list",
        tone: "neutral",
        count: counts.iter().map(|count| count.rows).sum(),
        is_chosen: asked.outcome.is_none() && !asked.blank && asked.fate.is_none(),
    };
    let outcomes = Outcome::ALL.into_iter().map(|outcome| Filter {
        address: format!("/import/{id}?outcome={}", outcome.name()),
        text: frame.t(outcome.text()).into_owned(),
        icon: outcome.icon(),
        tone: outcome.tone(),
        count: count(outcome),
        is_chosen: asked.outcome == Some(outcome),
    });
    let blank = Filter {
        address: format!("/import/{id}?outcome=blank"),
        text: frame.t("import-outcome-blank").into_owned(),
        icon: "slash-circle",
        tone: "neutral",
        count: counts.iter().map(|count| count.blank).sum(),
        is_chosen: asked.blank,
    };
    let found = std::iter::once(all).chain(outcomes).chain([blank]);
    found.filter(|filter| filter.count > 0 || filter.is_chosen).collect()
}

fn fates(frame: &Frame, id: Uuid, counts: &[Count], asked: &Asked) -> Vec<Filter> {
    let of = |fate: Fate| -> i64 {
        let of = counts.iter().filter(|count| count.fate.as_deref() == Some(fate.name()));
        of.map(|count| count.rows).sum()
    };
    Fate::ALL
        .into_iter()
        .map(|fate| {
            let (text, tone) = fate_text(fate);
            Filter {
                address: format!("/import/{id}?fate={}", fate.name()),
                text: frame.t(text).into_owned(),
                icon: fate_icon(fate),
                tone,
                count: of(fate),
                is_chosen: asked.fate == Some(fate),
            }
        })
        .filter(|filter| filter.count > 0)
        .collect()
}

/// What became of a row, in words.
pub(super) fn fate_text(fate: Fate) -> (&'static str, &'static str) {
    match fate {
        Fate::Taken => ("import-fate-taken", "success"),
        Fate::Missed => ("import-fate-missed", "warning"),
        Fate::Removed => ("import-fate-removed", "neutral"),
        Fate::Restored => ("import-fate-restored", "neutral"),
        Fate::Kept => ("import-fate-kept", "warning"),
        Fate::Published => ("import-fate-published", "danger"),
        Fate::Discarded => ("import-fate-discarded", "neutral"),
    }
}

fn fate_icon(fate: Fate) -> &'static str {
    match fate {
        Fate::Taken => "check-circle",
        Fate::Missed => "clock-history",
        Fate::Removed | Fate::Discarded => "trash",
        Fate::Restored => "arrow-counterclockwise",
        Fate::Kept => "pencil",
        Fate::Published => "broadcast",
    }
}

fn download(id: Uuid, asked: &Asked) -> String {
    let mut address = format!("/import/{id}/report?");
    if let Some(outcome) = asked.outcome {
        address.push_str(&format!("outcome={}&", outcome.name()));
    }
    if asked.blank {
        address.push_str("outcome=blank&");
    }
    if let Some(fate) = asked.fate {
        address.push_str(&format!("fate={}&", fate.name()));
    }
    address
}

fn note(frame: &Frame, found: &domain::exchange::report::Finding) -> NoteView {
    let place = &found.place;
    let mut parts = vec![place.sheet.clone()];
    if place.row > 0 {
        parts.push(frame.with("import-row", "number", &frame.number(&place.row)).into_owned());
    }
    parts.extend(
        [&place.column, &found.detail].into_iter().filter(|part| !part.is_empty()).cloned(),
    );
    let aside = found.kind == domain::exchange::report::Kind::UnknownSheet;
    NoteView {
        title: frame.t(finding_words(found.kind)).into_owned(),
        advice: if aside {
            frame.t("import-note-sheet").into_owned()
        } else {
            frame.t(finding_advice(found.kind)).into_owned()
        },
        place: parts.join(" · "),
    }
}

/// The cells of a row.
pub(super) fn changes(row: &Row) -> Vec<Change> {
    serde_json::from_str(&row.changes.0).unwrap_or_default()
}

/// What the column of a row is called.
pub(super) fn label(frame: &Frame, row: &Row, change: &Change) -> String {
    let key = match (row.item_table.as_str(), change.column.as_str()) {
        ("avatar_messages", "content") => "field-message".to_owned(),
        ("help_center_attribute", "isActive") => "field-shown".to_owned(),
        ("survey", "option4") => "import-heading-option4".to_owned(),
        ("survey", "option5") => "import-heading-option5".to_owned(),
        ("survey", "response") => "import-heading-response".to_owned(),
        (_, column) => format!("field-{column}"),
    };
    let label = frame.t(&key);
    match change.question {
        Some(number) => {
            let number = frame.number(&number);
            format!("{} · {label}", frame.with("import-question", "number", &number))
        }
        None => label.into_owned(),
    }
}

/// What is wrong with a cell, in words.
pub(super) fn problem(frame: &Frame, change: &Change) -> String {
    let Some(problem) = &change.problem else { return String::new() };
    let key = format!("problem-{problem}");
    match change.length {
        Some((length, limit)) => {
            let numbers = [frame.number(&length), frame.number(&limit)];
            let variables = [("length", &*numbers[0]), ("limit", &*numbers[1])];
            frame.texts().with(&key, &variables).into_owned()
        }
        None => frame.t(&key).into_owned(),
    }
}

fn view(frame: &Frame, editor: &Editor, row: &Row) -> RowView {
    let outcome = Outcome::from_name(&row.outcome).unwrap_or(Outcome::Unchanged);
    let cells = changes(row).into_iter().map(|change| CellView {
        label: label(frame, row, &change),
        problem: problem(frame, &change),
        was: change.was.clone().unwrap_or_default(),
        pieces: if change.new.is_empty() {
            // A cell that should say something, and does not.
            vec![Piece { change: Piecewise::Same, text: change.old }]
        } else {
            word_diff(&change.old, &change.new)
        },
    });
    let has_page = match row.fate.as_deref() {
        Some("taken" | "kept" | "restored" | "published" | "discarded") => true,
        Some("removed") => outcome != Outcome::Added,
        _ => !matches!(outcome, Outcome::Added | Outcome::UnknownId | Outcome::OtherLanguage),
    };
    let is_hers = row.lang == editor.language.code() && !row.item_id.is_empty();
    RowView {
        link: if has_page && is_hers {
            page_of(&row.item_table, &row.item_id)
        } else {
            String::new()
        },
        sheet: row.sheet.clone(),
        sheet_row: row.sheet_row,
        table: frame.t(&format!("table-{}", row.item_table)).into_owned(),
        heading: row.heading.clone(),
        lang: row.lang.clone(),
        outcome,
        blanks: row.blanks,
        fate: row.fate.as_deref().and_then(Fate::from_name).map(fate_text),
        cells: cells.collect(),
    }
}

/// The page on which an item is edited.
fn page_of(table: &str, id: &str) -> String {
    match kinds::of_table(table) {
        Some(kind) => format!("{}/{id}/edit", kind.page),
        None if table == "survey" => format!("/survey-management/{id}/edit"),
        None => String::new(),
    }
}

/// The import with the rows of one page, for programs.
fn whole(import: &Import, counts: &[Count], total: i64, rows: &[Row]) -> Value {
    let mut whole = page::as_json(import);
    let outcomes = Outcome::ALL.map(|outcome| {
        let of = counts.iter().filter(|count| count.outcome == outcome.name());
        (outcome.name(), of.map(|count| count.rows).sum::<i64>())
    });
    let fates = Fate::ALL.map(|fate| {
        let of = counts.iter().filter(|count| count.fate.as_deref() == Some(fate.name()));
        (fate.name(), of.map(|count| count.rows).sum::<i64>())
    });
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "sheet": row.sheet,
                "row": row.sheet_row,
                "table": row.item_table,
                "id": row.item_id,
                "lang": row.lang,
                "heading": row.heading,
                "outcome": row.outcome,
                "blanks": row.blanks,
                "cells": changes(row),
                "fate": row.fate,
            })
        })
        .collect();
    whole["counts"] = outcomes
        .into_iter()
        .map(|(name, n)| (name.to_owned(), n.into()))
        .collect::<serde_json::Map<_, _>>()
        .into();
    whole["fates"] = fates
        .into_iter()
        .map(|(name, n)| (name.to_owned(), n.into()))
        .collect::<serde_json::Map<_, _>>()
        .into();
    whole["blank"] = counts.iter().map(|count| count.blank).sum::<i64>().into();
    whole["notes"] = read(import.notes.as_ref().map(|notes| notes.0.as_str()));
    whole["failure"] = read(import.failure.as_ref().map(|why| why.0.as_str()));
    whole["total"] = total.into();
    whole["rows"] = rows.into();
    whole
}
