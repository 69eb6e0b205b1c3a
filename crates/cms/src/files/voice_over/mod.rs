//! The spoken versions of articles: hear, replace, remove, and see what is not spoken yet.

mod missing;
mod panel;
mod remove;
mod show;
mod upload;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use db::editing::Image;
use db::files::voice_over::{self, Spoken};
use domain::access::Ability;
use domain::person;
use server::context::Context;
use server::error::Error;
use uuid::Uuid;

use crate::access::{Editor, Need, Routes};
use crate::pages::wants_page;

pub use panel::Panel;

/// Adds the routes.
pub(super) fn routes(routes: &mut Routes<'_>) {
    let need = Need::Ability(Ability::WriteContent);
    routes
        .get("/api/voice-over/article", need, show::record)
        .post("/api/voice-over/article/upload", need, upload::upload)
        .post("/api/voice-over/article/remove", need, remove::remove)
        .get("/articles/{id}/voice-over", need, show::page)
        .get("/encyclopedia/without-audio", need, missing::list);
}

/// Who gets the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    /// A program: JSON.
    Program,
    /// A browser that shows a page.
    Page,
    /// A page that puts the answer in place of its panel.
    Fragment,
}

impl Face {
    fn of(request: &HttpRequest) -> Face {
        if request.headers().contains_key("hx-request") {
            Face::Fragment
        } else if wants_page(request) {
            Face::Page
        } else {
            Face::Program
        }
    }
}

/// The article with the id that a caller has sent, if she may see it.
async fn find(context: &Context, editor: &Editor, id: &str) -> Result<Spoken, Error> {
    let id = person::parse_id(id).ok_or(NO_ARTICLE)?;
    let lang = editor.language.code();
    let found = context.db.run(move |connection| Ok(voice_over::find(connection, id, lang)?));
    found.await?.ok_or(NO_ARTICLE)
}

const NO_ARTICLE: Error = Error::NotFound("no such article");

/// The whole row of an article.
async fn image(context: &Context, editor: &Editor, id: Uuid) -> Result<Image, Error> {
    let lang = editor.language.code();
    let found = context.db.run(move |connection| Ok(voice_over::image(connection, id, lang)?));
    found.await?.ok_or(NO_ARTICLE)
}

/// What an editor is told about something that did not work.
#[derive(Clone, Copy, Debug)]
struct Problem {
    text_key: &'static str,
    status: StatusCode,
}

/// A record as JSON.
fn json(image: Image) -> actix_web::HttpResponse {
    actix_web::HttpResponse::Ok().content_type("application/json; charset=utf-8").body(image.json)
}
