//! Articles that nobody has spoken yet.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::files::voice_over::{self, Spoken};
use server::context::Context;
use server::error::Error;
use server::query::Query;

use super::panel::page_of;
use crate::access::Editor;
use crate::pages::{self, Frame, Pager};

/// Articles on one page.
const PER_PAGE: i64 = 25;

/// Most characters of a search.
const LONGEST_SEARCH: usize = 200;

#[derive(Template)]
#[template(path = "files/without_audio.html")]
struct WithoutAudioPage {
    frame: Frame,
    crumbs: Vec<(String, String)>,
    search: String,
    lang: &'static str,
    articles: Vec<Spoken>,
    total: i64,
    pager: Pager,
}

impl WithoutAudioPage {
    fn page_of(&self, article: &Spoken) -> String {
        page_of(article.id)
    }
}

/// `GET /encyclopedia/without-audio?q=&page=`: the list, what the app shows first.
pub(super) async fn list(
    frame: Frame,
    editor: Editor,
    context: web::Data<Context>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let search: String =
        query.get("q").unwrap_or_default().trim().chars().take(LONGEST_SEARCH).collect();
    let asked = query.get("page").and_then(|page| page.parse::<i64>().ok()).unwrap_or(1);
    let (lang, pattern, address) =
        (editor.language.code(), search.replace('\0', ""), frame.address.clone());
    let (articles, total, pager) = context
        .db
        .run(move |connection| {
            let page = asked.clamp(1, 100_000);
            let offset = (page - 1) * PER_PAGE;
            let (rows, total) = voice_over::missing(connection, lang, &pattern, PER_PAGE, offset)?;
            let pager = Pager::new(total, PER_PAGE, page, &address);
            // An address from when the list was longer leads to its last page.
            if pager.page == page {
                return Ok((rows, total, pager));
            }
            let offset = pager.offset(PER_PAGE);
            let (rows, total) = voice_over::missing(connection, lang, &pattern, PER_PAGE, offset)?;
            Ok((rows, total, pager))
        })
        .await?;
    let crumbs = vec![("/encyclopedia".to_owned(), frame.t("files-encyclopedia").into_owned())];
    pages::html(&WithoutAudioPage { frame, crumbs, search, lang, articles, total, pager })
}
