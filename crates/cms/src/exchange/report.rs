//! The report of a conversion, and its result.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::exchange::conversion;
use domain::exchange::report::{Finding, Kind, Report, Weight};
use domain::language::Language;
use domain::moment::Moment;
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::conversion::Conversion;
use super::download;
use super::words;
use crate::access::Editor;
use crate::pages::{self, Frame, wants_page};
use crate::state::Cms;

/// Findings of one kind that the page lists.
const LISTED: usize = 200;

/// Findings of one kind.
pub(super) struct Group {
    pub(super) title: String,
    pub(super) advice: String,
    pub(super) weight: String,
    pub(super) tone: &'static str,
    /// Whether it is unfolded.
    pub(super) open: bool,
    pub(super) count: usize,
    pub(super) findings: Vec<Finding>,
    /// How many are not listed.
    pub(super) unlisted: usize,
}

/// The findings by kind, the heaviest first.
pub(super) fn groups(frame: &Frame, report: &Report) -> Vec<Group> {
    Kind::ALL
        .into_iter()
        .filter(|kind| report.count(*kind) > 0)
        .map(|kind| {
            let count = report.count(kind);
            let findings: Vec<Finding> = report.of(kind).take(LISTED).cloned().collect();
            Group {
                title: frame.t(words::kind(kind)).into_owned(),
                advice: frame.t(words::advice(kind)).into_owned(),
                weight: frame.t(words::weight(kind.weight())).into_owned(),
                tone: words::tone(kind.weight()),
                open: kind.weight() == Weight::Error,
                count,
                unlisted: count.saturating_sub(findings.len()),
                findings,
            }
        })
        .collect()
}

struct CountLine {
    name: String,
    items: usize,
    translated: usize,
    blanks: usize,
}

#[derive(Template)]
#[template(path = "exchange/report.html")]
struct ReportPage {
    frame: Frame,
    crumbs: [(&'static str, String); 1],
    title: String,
    id: Uuid,
    file_name: String,
    result_name: String,
    size: String,
    at: Moment,
    editor: String,
    errors: usize,
    warnings: usize,
    blanks: usize,
    with_translations: bool,
    counts: Vec<CountLine>,
    groups: Vec<Group>,
}

/// `GET /data/conversions/{id}`
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let found = find(&cms, &editor, &id).await?;
    let report: Report = serde_json::from_str(&found.report)
        .map_err(|error| Error::Internal(format!("a stored report: {error}")))?;
    if !wants_page(&request) {
        return Ok(answer::ok(&report));
    }
    let conversion = Conversion::from_name(&found.kind);
    let counts = report.counts.iter().map(|count| CountLine {
        name: frame.t(words::items(&count.kind)).into_owned(),
        items: count.items,
        translated: count.translated,
        blanks: count.blanks,
    });
    pages::html(&ReportPage {
        crumbs: [("/data", frame.t("exchange-title").into_owned())],
        title: conversion.map_or_else(String::new, |kind| frame.t(words::conversion(kind)).into()),
        id: found.id,
        size: size(&frame, found.size),
        at: found.created_at(),
        file_name: found.file_name,
        result_name: found.result_name,
        editor: found.editor_name,
        errors: report.weighing(Weight::Error),
        warnings: report.weighing(Weight::Warning),
        blanks: report.count(Kind::Blank),
        with_translations: conversion != Some(Conversion::ContentBundle),
        counts: counts.collect(),
        groups: groups(&frame, &report),
        frame,
    })
}

/// `GET /data/conversions/{id}/file`
pub(super) async fn file(
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let found = find(&cms, &editor, &id).await?;
    let result =
        cms.db.run(move |connection| Ok(conversion::result(connection, found.id)?)).await?;
    let result = result.ok_or(Error::NotFound("no such conversion"))?;
    Ok(download::file(&result.result_name, &result.media_type, result.result))
}

/// A conversion of somebody who works in one of her languages.
async fn find(cms: &Cms, editor: &Editor, id: &str) -> Result<conversion::Conversion, Error> {
    let id = Uuid::try_parse(id).map_err(|_| Error::NotFound("no such conversion"))?;
    let found = cms.db.run(move |connection| Ok(conversion::find(connection, id)?)).await?;
    found
        .filter(|found| {
            Language::from_code(&found.lang)
                .is_some_and(|language| editor.languages.contains(&language))
        })
        .ok_or(Error::NotFound("no such conversion"))
}

/// Bytes for people.
fn size(frame: &Frame, bytes: i64) -> String {
    let kilobytes = bytes / 1024 + i64::from(bytes % 1024 > 0);
    frame.n("exchange-kilobytes", &kilobytes).into_owned()
}
