//! Checks of an item: the panel beside its form, a page, and JSON.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use domain::nepali::{self, Check, Setting};
use serde_json::{Map, Value, json};
use server::answer;
use server::error::Error;

use super::Found;
use super::fields::{FieldText, fields};
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Frame, wants_page};
use crate::preview::source::{self, Source};
use crate::state::Cms;

/// A field with what was found in it.
struct Judged {
    name: String,
    label: String,
    found: Vec<Found>,
}

#[derive(Template)]
#[template(path = "toolbox/panel.html")]
struct Panel {
    frame: Frame,
    path: String,
    form: &'static str,
    judged: Vec<Judged>,
    lang: &'static str,
    compared: bool,
}

#[derive(Template)]
#[template(path = "toolbox/item.html")]
struct Page {
    frame: Frame,
    judged: Vec<Judged>,
    lang: &'static str,
    compared: bool,
}

/// `GET /toolbox/{table}/{id}`: of what is stored, the draft where there is one.
pub(super) async fn stored(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let source = Source::stored(&cms, &editor, source::table(&table)?, &id).await?;
    show(&request, frame, &cms, &source, &id, Map::new()).await
}

/// `POST /toolbox/{table}/{id}`: of what a form holds. With `fix`, the name of a field and of a
/// check with a colon between, also that field with it mended.
pub(super) async fn typed(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    path: web::Path<(String, String)>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let source = Source::stored(&cms, &editor, source::table(&table)?, &id).await?;
    let language = source.language;
    let mut fixed = Map::new();
    if let Some((field, check)) = submitted.get("fix").and_then(|fix| fix.rsplit_once(':')) {
        let check = Check::from_name(check).ok_or(Error::bad("there is no such check"))?;
        let text = submitted.text(field).replace("\r\n", "\n");
        if let Some(better) = nepali::fix(check, &text, language) {
            fixed.insert(field.to_owned(), better.into());
        }
    }
    let source = source.typed(&cms, &frame, &submitted).await?;
    show(&request, frame, &cms, &source, &id, fixed).await
}

async fn show(
    request: &HttpRequest,
    frame: Frame,
    cms: &Cms,
    source: &Source,
    id: &str,
    fixed: Map<String, Value>,
) -> Result<HttpResponse, Error> {
    let other = source.other_half(cms).await?;
    let compared = other.is_some();
    let sources: BTreeMap<String, String> = other
        .iter()
        .flat_map(|other| fields(other, &frame))
        .filter(|field| !field.is_empty())
        .map(|field| (field.name, field.text))
        .collect();
    let judged: Vec<Judged> = fields(source, &frame)
        .into_iter()
        .filter(|field| !field.is_empty())
        .map(|field| judge(&frame, source, &sources, field))
        .filter(|judged| !judged.found.is_empty())
        .collect();
    let lang = source.language.code();
    if request.headers().contains_key("HX-Request") {
        let path = format!("/toolbox/{}/{id}", source.table.name);
        let form = crate::preview::form_of(source.table.name);
        return pages::html(&Panel { frame, path, form, judged, lang, compared });
    }
    if wants_page(request) {
        return pages::html(&Page { frame, judged, lang, compared });
    }
    let findings: Vec<Value> = judged
        .iter()
        .flat_map(|field| field.found.iter().map(|found| found.json(&field.name)))
        .collect();
    let body = json!({ "findings": findings, "compared": compared, "fixed": fixed });
    Ok(answer::json(StatusCode::OK, &body))
}

fn judge(
    frame: &Frame,
    source: &Source,
    sources: &BTreeMap<String, String>,
    field: FieldText,
) -> Judged {
    let setting = Setting {
        language: source.language,
        source: sources.get(&field.name).map(String::as_str),
        limit: field.limit,
        is_prose: field.is_prose,
    };
    let found = nepali::check(&field.text, &setting);
    Judged {
        found: found.into_iter().map(|finding| Found::of(frame, finding)).collect(),
        name: field.name,
        label: field.label,
    }
}

impl Found {
    pub(super) fn json(&self, field: &str) -> Value {
        json!({
            "field": field, "check": self.check, "message": self.sentence,
            "examples": self.examples, "fixable": self.fixable,
        })
    }
}
