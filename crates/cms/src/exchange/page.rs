//! The page of data conversions.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use domain::language::Language;
use domain::moment::Moment;
use serde::{Deserialize, Serialize};
use server::error::Error;

use super::conversion::Conversion;
use super::words;
use crate::access::Editor;
use crate::pages::{self, Frame};
use crate::state::Cms;

/// Conversions that the page lists.
const LISTED: i64 = 10;

/// What is said beside the form that was sent, and what had been chosen in it.
#[derive(Default)]
pub(super) struct Complaint {
    /// Which form.
    pub(super) conversion: Option<Conversion>,
    /// About the file.
    pub(super) file: String,
    /// About the language.
    pub(super) locale: String,
    /// What had been chosen.
    pub(super) chosen: Chosen,
}

/// What is chosen in a form.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Chosen {
    pub(super) locale: String,
    pub(super) blank: String,
    pub(super) ids: String,
}

impl Default for Chosen {
    fn default() -> Self {
        Chosen { locale: String::new(), blank: "original".to_owned(), ids: "keep".to_owned() }
    }
}

/// A form that takes a file.
struct UploadForm {
    path: &'static str,
    name: &'static str,
    accept: &'static str,
    file_label: String,
    submit: String,
    /// Whether it asks for the language of the result.
    asks_locale: bool,
    /// Whether it asks what becomes of blanks.
    asks_blank: bool,
    /// Whether it asks what becomes of ids.
    asks_ids: bool,
    file_error: String,
    locale_error: String,
    chosen: Chosen,
}

/// A line of the list of conversions.
struct Line {
    path: String,
    title: String,
    file_name: String,
    editor: String,
    at: Moment,
    errors: i64,
    warnings: i64,
}

#[derive(Template)]
#[template(path = "exchange/data.html")]
struct DataPage {
    frame: Frame,
    language: Language,
    languages: Vec<(&'static str, &'static str)>,
    blanks: [(&'static str, String); 3],
    ids: [(&'static str, String); 2],
    content_sheet: UploadForm,
    content_bundle: UploadForm,
    app_texts: UploadForm,
    cms_texts: UploadForm,
    countries: UploadForm,
    provinces: UploadForm,
    lines: Vec<Line>,
}

/// `GET /data`
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
) -> Result<HttpResponse, Error> {
    render(frame, &editor, &cms, Complaint::default()).await
}

/// The page, after a form that could not be used with its complaint.
pub(super) async fn render(
    frame: Frame,
    editor: &Editor,
    cms: &Cms,
    mut complaint: Complaint,
) -> Result<HttpResponse, Error> {
    let codes: Vec<&'static str> =
        editor.languages.iter().map(|language| language.code()).collect();
    let found = cms
        .db
        .run(move |connection| Ok(db::exchange::conversion::newest(connection, &codes, LISTED)?))
        .await?;
    let lines = found.into_iter().map(|item| Line {
        path: format!("/data/conversions/{}", item.id),
        title: Conversion::from_name(&item.kind)
            .map_or_else(String::new, |conversion| frame.t(words::conversion(conversion)).into()),
        at: item.created_at(),
        file_name: item.file_name,
        editor: item.editor_name,
        errors: item.errors,
        warnings: item.warnings,
    });
    let lines = lines.collect();
    let status =
        if complaint.conversion.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let mut form = |conversion| upload_form(&frame, editor, conversion, &mut complaint);
    let page = DataPage {
        language: editor.language,
        languages: Language::ALL.map(|language| (language.code(), language.own_name())).to_vec(),
        blanks: [
            ("original", frame.t("exchange-blank-original").into()),
            ("leave-out", frame.t("exchange-blank-leave-out").into()),
            ("blank", frame.t("exchange-blank-blank").into()),
        ],
        ids: [
            ("keep", frame.t("exchange-ids-keep").into()),
            ("new", frame.t("exchange-ids-new").into()),
        ],
        content_sheet: form(Conversion::ContentSheet),
        content_bundle: form(Conversion::ContentBundle),
        app_texts: form(Conversion::AppTexts),
        cms_texts: form(Conversion::CmsTexts),
        countries: form(Conversion::Countries),
        provinces: form(Conversion::Provinces),
        lines,
        frame,
    };
    pages::html_with(status, &page)
}

fn upload_form(
    frame: &Frame,
    editor: &Editor,
    conversion: Conversion,
    complaint: &mut Complaint,
) -> UploadForm {
    let mine = if complaint.conversion == Some(conversion) {
        std::mem::take(complaint)
    } else {
        Complaint::default()
    };
    let mut chosen = mine.chosen;
    if chosen.locale.is_empty() {
        editor.language.code().clone_into(&mut chosen.locale);
    }
    let is_sheet = conversion != Conversion::ContentBundle;
    let is_text = matches!(conversion, Conversion::AppTexts | Conversion::CmsTexts);
    UploadForm {
        path: conversion.path(),
        name: conversion.name(),
        accept: if is_sheet { ".xlsx" } else { ".ts,.js,.json" },
        file_label: frame
            .t(if is_sheet { "exchange-file-sheet" } else { "exchange-file-bundle" })
            .into_owned(),
        submit: frame.t(words::conversion(conversion)).into_owned(),
        asks_locale: conversion == Conversion::ContentSheet || is_text,
        asks_blank: conversion == Conversion::ContentSheet || is_text,
        asks_ids: conversion == Conversion::ContentSheet,
        file_error: mine.file,
        locale_error: mine.locale,
        chosen,
    }
}
