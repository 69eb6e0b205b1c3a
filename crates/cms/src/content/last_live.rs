//! A warning before the last live item of a kind goes: the app then falls back to the texts
//! that are built into it.

use actix_web::HttpResponse;
use askama::Template;
use db::editing;
use domain::content::Kind;
use server::error::Error;
use server::query::Query;

use super::show::table;
use crate::access::Editor;
use crate::pages::{self, Frame};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "content/last_live.html")]
struct LastLivePage {
    frame: Frame,
    /// What to post to when the editor means it.
    action: String,
    /// What to send along.
    hidden: Vec<(String, String)>,
    back: String,
}

/// The warning, if hiding `ids` leaves nothing live.
pub(super) async fn warning(
    kind: &'static Kind,
    frame: &Frame,
    editor: &Editor,
    cms: &Cms,
    ids: &[String],
    query: &Query,
) -> Result<Option<HttpResponse>, Error> {
    if !leaves_nothing(kind, editor, cms, ids).await? {
        return Ok(None);
    }
    let back = super::address::back(query, kind.page);
    let joint = if frame.address.contains('?') { '&' } else { '?' };
    let action = format!("{}{joint}confirmed=true", frame.address);
    let page = LastLivePage { frame: frame.clone(), action, hidden: Vec::new(), back };
    pages::html(&page).map(Some)
}

/// The same for a form that was posted with many rows.
pub(super) async fn warning_of_form(
    kind: &'static Kind,
    frame: &Frame,
    editor: &Editor,
    cms: &Cms,
    ids: &[String],
    submitted: &crate::form::Submitted,
) -> Result<Option<HttpResponse>, Error> {
    if !leaves_nothing(kind, editor, cms, ids).await? {
        return Ok(None);
    }
    let mut hidden = submitted.pairs().to_vec();
    hidden.push(("confirmed".to_owned(), "true".to_owned()));
    let back = super::safe_return(submitted.get("return")).unwrap_or(kind.page).to_owned();
    let action = frame.address.clone();
    let page = LastLivePage { frame: frame.clone(), action, hidden, back };
    pages::html(&page).map(Some)
}

async fn leaves_nothing(
    kind: &'static Kind,
    editor: &Editor,
    cms: &Cms,
    ids: &[String],
) -> Result<bool, Error> {
    let Some(column) = kind.live else { return Ok(false) };
    let lang = editor.language.code();
    let ids = ids.to_vec();
    Ok(cms
        .db
        .run(move |connection| {
            let all = editing::count_live(connection, table(kind), column, lang, None)?;
            let named = editing::count_live(connection, table(kind), column, lang, Some(&ids))?;
            Ok(named > 0 && all == named)
        })
        .await?)
}
