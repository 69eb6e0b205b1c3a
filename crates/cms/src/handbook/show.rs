//! The pages of the handbook.

use actix_web::{HttpResponse, web};
use askama::Template;
use server::error::Error;

use super::chapter::{CHAPTERS, Chapter};
use crate::pages::{self, Frame};

#[derive(Template)]
#[template(path = "handbook/chapter.html")]
struct ChapterPage {
    frame: Frame,
    title: &'static str,
    html: &'static str,
    /// Path and title of each chapter.
    chapters: Vec<(String, &'static str)>,
    path: String,
    previous: Option<(String, &'static str)>,
    next: Option<(String, &'static str)>,
}

/// `GET /handbook`
pub(super) async fn first() -> HttpResponse {
    pages::see_other(&address(&CHAPTERS[0]))
}

/// `GET /handbook/{chapter}`, in the language of the pages.
pub(super) async fn one(frame: Frame, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let at = CHAPTERS.iter().position(|chapter| chapter.name == path.as_str());
    let at = at.ok_or(Error::NotFound("there is no such chapter"))?;
    let of = |chapter: &'static Chapter| {
        (address(chapter), chapter.in_language(frame.language).title.as_str())
    };
    let rendered = CHAPTERS[at].in_language(frame.language);
    pages::html(&ChapterPage {
        title: &rendered.title,
        html: &rendered.html,
        chapters: CHAPTERS.iter().map(of).collect(),
        path: address(&CHAPTERS[at]),
        previous: at.checked_sub(1).map(|at| of(&CHAPTERS[at])),
        next: CHAPTERS.get(at + 1).map(of),
        frame,
    })
}

fn address(chapter: &Chapter) -> String {
    format!("/handbook/{}", chapter.name)
}
