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
use crate::address;
use crate::form::Submitted;
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

/// What the app shows of a table, and falls back for.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    table: &'static editing::Table,
    /// The column that says whether the app shows a row; `None` where it always does.
    live: Option<&'static str>,
    /// The address of its list.
    page: &'static str,
}

impl Shown {
    /// The rows of a kind.
    pub(crate) fn of(kind: &Kind) -> Shown {
        Shown { table: table(kind), live: kind.live, page: kind.page }
    }

    /// The rows of a table that no kind describes, which have a column `live`.
    pub(crate) fn table(table: &'static editing::Table, page: &'static str) -> Shown {
        Shown { table, live: Some("live"), page }
    }

    /// The warning, if hiding `ids` leaves nothing live. A link leads back to the list.
    pub(crate) async fn warning(
        self,
        frame: &Frame,
        editor: &Editor,
        cms: &Cms,
        ids: &[String],
        query: &Query,
    ) -> Result<Option<HttpResponse>, Error> {
        if !self.loses_all(editor, cms, ids).await? {
            return Ok(None);
        }
        let back = address::back(query, self.page);
        let joint = if frame.address.contains('?') { '&' } else { '?' };
        let action = format!("{}{joint}confirmed=true", frame.address);
        let page = LastLivePage { frame: frame.clone(), action, hidden: Vec::new(), back };
        pages::html(&page).map(Some)
    }

    /// The same for a form, whose fields go along when the editor means it.
    pub(crate) async fn warning_of_form(
        self,
        frame: &Frame,
        editor: &Editor,
        cms: &Cms,
        ids: &[String],
        submitted: &Submitted,
    ) -> Result<Option<HttpResponse>, Error> {
        if !self.loses_all(editor, cms, ids).await? {
            return Ok(None);
        }
        let mut hidden = submitted.pairs().to_vec();
        hidden.push(("confirmed".to_owned(), "true".to_owned()));
        let back = address::safe_return(submitted.get("return")).unwrap_or(self.page).to_owned();
        let action = frame.address.clone();
        let page = LastLivePage { frame: frame.clone(), action, hidden, back };
        pages::html(&page).map(Some)
    }

    /// Whether the app shows some of `ids` in the editor's language, and nothing else.
    pub(super) async fn loses_all(
        self,
        editor: &Editor,
        cms: &Cms,
        ids: &[String],
    ) -> Result<bool, Error> {
        let Some(column) = self.live else { return Ok(false) };
        let lang = editor.language.code();
        let ids = ids.to_vec();
        Ok(cms
            .db
            .run(move |connection| {
                let all = editing::count_live(connection, self.table, column, lang, None)?;
                let named = editing::count_live(connection, self.table, column, lang, Some(&ids))?;
                Ok(named > 0 && all == named)
            })
            .await?)
    }
}

/// [`Shown::warning`] for rows of a kind.
pub(super) async fn warning(
    kind: &'static Kind,
    frame: &Frame,
    editor: &Editor,
    cms: &Cms,
    ids: &[String],
    query: &Query,
) -> Result<Option<HttpResponse>, Error> {
    Shown::of(kind).warning(frame, editor, cms, ids, query).await
}
