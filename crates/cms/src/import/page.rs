//! The page where it begins: the steps, both forms, and what has come before.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::exchange::import::{self as stored, Import};
use domain::moment::Moment;
use serde_json::json;
use server::answer;
use server::error::Error;

use super::upload::codes;
use crate::access::Editor;
use crate::pages::{self, Frame, wants_page};
use crate::state::Cms;

/// Imports that the page lists.
const LISTED: i64 = 20;

/// One of the steps.
pub(super) struct Step {
    pub(super) text: &'static str,
    /// `done`, `now`, or empty.
    pub(super) state: &'static str,
}

/// The steps, of which `now` is the present one, from 0.
pub(super) fn steps(now: usize) -> Vec<Step> {
    ["import-step-1", "import-step-2", "import-step-3", "import-step-4", "import-step-5"]
        .into_iter()
        .enumerate()
        .map(|(at, text)| Step {
            text,
            state: match at {
                at if at < now => "done",
                at if at == now => "now",
                _ => "",
            },
        })
        .collect()
}

struct Line {
    path: String,
    file_name: String,
    state: &'static str,
    tone: &'static str,
    editor: String,
    at: Moment,
}

#[derive(Template)]
#[template(path = "import/page.html")]
struct ImportPage {
    frame: Frame,
    steps: Vec<Step>,
    /// Code and name of each of her languages.
    languages: Vec<(&'static str, &'static str)>,
    chosen: &'static str,
    error: String,
    lines: Vec<Line>,
}

/// `GET /import`
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
) -> Result<HttpResponse, Error> {
    if wants_page(&request) {
        return render(frame, &editor, &cms, String::new()).await;
    }
    let found: Vec<_> = newest(&editor, &cms).await?.iter().map(as_json).collect();
    Ok(answer::ok(&json!({ "imports": found })))
}

/// The page, with what is wrong with the file that was sent.
pub(super) async fn render(
    frame: Frame,
    editor: &Editor,
    cms: &Cms,
    error: String,
) -> Result<HttpResponse, Error> {
    let lines = newest(editor, cms).await?;
    let lines = lines.into_iter().map(|import| Line {
        path: format!("/import/{}", import.id),
        state: state_text(&import.state),
        tone: tone(&import.state),
        file_name: import.file_name,
        editor: import.editor_name,
        at: import.created_at.0,
    });
    let status = if error.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    let page = ImportPage {
        steps: steps(0),
        languages: editor
            .languages
            .iter()
            .map(|language| (language.code(), language.own_name()))
            .collect(),
        chosen: editor.language.code(),
        error,
        lines: lines.collect(),
        frame,
    };
    pages::html_with(status, &page)
}

async fn newest(editor: &Editor, cms: &Cms) -> Result<Vec<Import>, Error> {
    let (id, languages) = (editor.id, codes(editor));
    let found =
        cms.db.run(move |connection| Ok(stored::newest(connection, LISTED, id, &languages)?));
    Ok(found.await?)
}

/// An import as programs see it.
pub(super) fn as_json(import: &Import) -> serde_json::Value {
    json!({
        "id": import.id.to_string(),
        "state": import.state,
        "file_name": import.file_name,
        "lang": import.lang,
        "languages": import.languages,
        "editor": import.editor_name,
        "created_at": import.created_at.0.to_iso(),
        "applied_at": import.applied_at.map(|at| at.0.to_iso()),
        "applied_by": import.applied_by,
        "undone_at": import.undone_at.map(|at| at.0.to_iso()),
        "undone_by": import.undone_by,
    })
}

/// What a state is called.
pub(super) fn state_text(state: &str) -> &'static str {
    match state {
        "checking" => "import-state-checking",
        "checked" => "import-state-checked",
        "applying" => "import-state-applying",
        "applied" => "import-state-applied",
        "undoing" => "import-state-undoing",
        "undone" => "import-state-undone",
        _ => "import-state-failed",
    }
}

/// How it is meant, as badges name it.
pub(super) fn tone(state: &str) -> &'static str {
    match state {
        "checking" | "applying" | "undoing" => "accent",
        "checked" => "warning",
        "applied" => "success",
        "undone" => "neutral",
        _ => "danger",
    }
}
