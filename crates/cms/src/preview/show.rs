//! The panel beside a form, and the page.

use std::borrow::Cow;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use domain::document::Kind as BlockKind;
use domain::preview::survey::walk;
use domain::preview::token::Piece;
use server::error::Error;
use server::query::Query;

use super::source::{self, Origin, Source};
use super::view::{Card, Half, Screen, Warning, screen};
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Frame};
use crate::state::Cms;
use crate::texts::Texts;

/// The phone with what belongs to it.
struct Preview {
    /// Address of this preview.
    path: String,
    /// Id of the form whose fields it is of.
    form: &'static str,
    /// What the phone says by itself, in the language of the item.
    app: &'static Texts,
    lang: &'static str,
    screen: Screen,
    /// The card of a survey on which somebody is.
    card: Option<Card>,
    /// The answers given to a survey so far, and without the last one.
    answers: String,
    answers_before: String,
    halves: Vec<Half>,
    warnings: Vec<Warning>,
    origin: Origin,
    /// Whether the text may have tokens.
    takes_tokens: bool,
    is_panel: bool,
}

impl Preview {
    /// The answers with one more.
    fn onward(&self, answer: &usize) -> String {
        let joint = if self.answers.is_empty() { "" } else { "." };
        format!("{}{joint}{answer}", self.answers)
    }

    /// The same after a question that is answered in words.
    fn onward_in_words(&self) -> String {
        self.onward(&0)
    }

    fn least_age(&self, age: &i64) -> Cow<'_, str> {
        self.app.n("app-from-age", *age)
    }
}

#[derive(Template)]
#[template(path = "preview/panel.html")]
struct Panel {
    frame: Frame,
    preview: Preview,
}

#[derive(Template)]
#[template(path = "preview/page.html")]
struct Page {
    frame: Frame,
    preview: Preview,
    /// The fields of a form that is not saved, to send along with every button.
    fields: Vec<(String, String)>,
    is_typed: bool,
    heading: String,
}

/// `GET /preview/{table}/{id}`
pub(super) async fn stored(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    path: web::Path<(String, String)>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let source = Source::stored(&cms, &editor, source::table(&table)?, &id).await?;
    let source = match query.get("half") {
        Some("other") => source.other_half(&cms).await?.ok_or(NO_HALF)?,
        _ => source,
    };
    let answers = query.get("preview-answers").unwrap_or("").to_owned();
    answer(&request, frame, &cms, &id, source, &answers, Vec::new()).await
}

/// `POST /preview/{table}/{id}`
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
    let source = source.typed(&cms, &frame, &submitted).await?;
    let answers = submitted.text("preview-answers").to_owned();
    let fields =
        submitted.pairs().iter().filter(|(name, _)| name != "preview-answers").cloned().collect();
    answer(&request, frame, &cms, &id, source, &answers, fields).await
}

const NO_HALF: Error = Error::NotFound("the item is paired with none in another language");

async fn answer(
    request: &HttpRequest,
    frame: Frame,
    cms: &web::Data<Cms>,
    id: &str,
    source: Source,
    answers: &str,
    fields: Vec<(String, String)>,
) -> Result<HttpResponse, Error> {
    let is_panel = request.headers().contains_key("HX-Request");
    let screen = screen(cms, &source).await?;
    let app = Texts::of(source.language);
    let given: Vec<usize> = answers.split('.').filter_map(|answer| answer.parse().ok()).collect();
    let (mut card, mut answered) = (None, Vec::new());
    if let Screen::Survey { questions } = &screen {
        let walk = walk(questions, &given);
        card = walk.now.map(|at| Card::of(at, questions, app));
        answered = walk.answers;
    }
    let joined =
        |answers: &[usize]| answers.iter().map(usize::to_string).collect::<Vec<_>>().join(".");
    let preview = Preview {
        path: format!("/preview/{}/{id}", source.table.name),
        form: if is_panel { form_of(source.table.name) } else { "preview-form" },
        app,
        lang: source.language.code(),
        card,
        answers_before: joined(answered.split_last().map_or(&[], |(_, before)| before)),
        answers: joined(&answered),
        halves: Half::of(&source, frame.editor.as_ref().map(|editor| editor.language)),
        warnings: Warning::of(&source, &frame),
        origin: source.origin,
        takes_tokens: matches!(
            screen,
            Screen::Article { .. } | Screen::Quiz { .. } | Screen::Fact { .. }
        ),
        screen,
        is_panel,
    };
    if is_panel {
        return pages::html(&Panel { frame, preview });
    }
    let heading = frame.t("preview-title").into_owned();
    let is_typed = source.origin == Origin::Form;
    pages::html(&Page { frame, preview, fields, is_typed, heading })
}

/// The id of the form in which rows of a table are written.
pub(crate) fn form_of(table: &str) -> &'static str {
    match table {
        "survey" => "survey-form",
        "about" | "privacy_policy" | "terms_and_conditions" => "document-form",
        _ => "edit-form",
    }
}
