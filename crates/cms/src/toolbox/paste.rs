//! `/toolbox`: a pasted text.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use domain::language::Language;
use domain::nepali::{self, Check, Setting};
use serde_json::{Value, json};
use server::answer;
use server::error::Error;

use super::Found;
use crate::form::Submitted;
use crate::pages::{self, Frame, wants_page};

#[derive(Template)]
#[template(path = "toolbox/paste.html")]
struct PastePage {
    frame: Frame,
    text: String,
    source: String,
    lang: &'static str,
    /// What became of it: key of a heading, and the text.
    made: Vec<(&'static str, String)>,
    found: Vec<Found>,
    is_judged: bool,
}

/// `GET /toolbox`
pub(super) async fn show(frame: Frame) -> Result<HttpResponse, Error> {
    pages::html(&PastePage {
        frame,
        text: String::new(),
        source: String::new(),
        lang: Language::Nepali.code(),
        made: Vec::new(),
        found: Vec::new(),
        is_judged: false,
    })
}

/// `POST /toolbox`: `text` in the language `lang`, and the `source` that it translates, if any.
pub(super) async fn judge(
    request: HttpRequest,
    frame: Frame,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let text = submitted.text("text").replace("\r\n", "\n");
    let source = submitted.text("source").replace("\r\n", "\n");
    let language = Language::from_code(submitted.text("lang")).unwrap_or(Language::Nepali);
    let has_source = !source.trim().is_empty();
    let setting = Setting {
        language,
        source: has_source.then_some(source.as_str()),
        limit: 0,
        is_prose: true,
    };
    let found: Vec<Found> = nepali::check(&text, &setting)
        .into_iter()
        .map(|finding| Found::of(&frame, finding))
        .collect();
    let unicode = if nepali::looks_like_preeti(&text) || submitted.flag("preeti") {
        nepali::to_unicode(&text)
    } else {
        text.clone()
    };
    let made: Vec<(&'static str, String)> = [
        ("toolbox-unicode", unicode.clone()),
        ("toolbox-mended", mended(&unicode, language)),
        ("toolbox-nepali-digits", nepali::to_nepali(&unicode)),
        ("toolbox-latin-digits", nepali::to_latin(&unicode)),
    ]
    .into_iter()
    .filter(|(key, made)| *made != text && (*key == "toolbox-unicode" || *made != unicode))
    .collect();
    if !wants_page(&request) {
        let findings: Vec<Value> = found.iter().map(|found| found.json("text")).collect();
        let body = json!({
            "unicode": unicode,
            "mended": mended(&unicode, language),
            "nepaliDigits": nepali::to_nepali(&unicode),
            "latinDigits": nepali::to_latin(&unicode),
            "findings": findings,
        });
        return Ok(answer::json(StatusCode::OK, &body));
    }
    let is_judged = !text.trim().is_empty();
    pages::html(&PastePage { frame, text, source, lang: language.code(), made, found, is_judged })
}

/// With everything mended that can be.
fn mended(text: &str, language: Language) -> String {
    let mut better = text.to_owned();
    for check in Check::ALL {
        // Whether it is Preeti has been decided, and whether it is a sentence nobody knows.
        if !matches!(check, Check::Preeti | Check::End) {
            better = nepali::fix(check, &better, language).unwrap_or(better);
        }
    }
    better
}
