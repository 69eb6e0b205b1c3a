//! Whether the content of all languages is sound.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use domain::exchange::integrity;
use domain::exchange::report::Report;
use server::answer;
use server::error::Error;

use super::report::{Group, groups};
use super::work;
use crate::access::Editor;
use crate::pages::{self, Frame, wants_page};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "exchange/check.html")]
struct CheckPage {
    frame: Frame,
    crumbs: [(&'static str, String); 1],
    sound: bool,
    groups: Vec<Group>,
}

/// `GET /data/check`: every reference leads somewhere, and no id is there twice, over all
/// languages that she may work in.
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
) -> Result<HttpResponse, Error> {
    let languages: Vec<&'static str> =
        editor.languages.iter().map(|language| language.code()).collect();
    let contents = cms
        .db
        .run(move |connection| {
            let mut contents = Vec::new();
            for lang in languages {
                contents.push(db::exchange::content::load(connection, lang)?);
            }
            Ok(contents)
        })
        .await?;
    let report: Report = work::apart(move || Ok(integrity::check_all(&contents))).await?;
    if !wants_page(&request) {
        return Ok(answer::ok(&report));
    }
    pages::html(&CheckPage {
        crumbs: [("/data", frame.t("exchange-title").into_owned())],
        sound: report.findings.is_empty(),
        groups: groups(&frame, &report),
        frame,
    })
}
