//! `GET /audit-log`

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::audit::{self, Act, Line, PAGE};
use server::error::Error;
use server::query::Query;

use super::filter;
use crate::pages::{self, Frame, Pager};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "audit/list.html")]
struct AuditPage {
    frame: Frame,
    lines: Vec<Line>,
    total: i64,
    pager: Pager,
    query: String,
    acts: Vec<(&'static str, String)>,
    act: String,
    names: Vec<String>,
    editor: String,
    from: String,
    until: String,
    csv: String,
}

/// Key of the name of an act.
fn act_text(act: Act) -> String {
    format!("audit-act-{}", act.word())
}

impl AuditPage {
    /// The name of the act of a line.
    fn act_name(&self, word: &str) -> String {
        Act::from_word(word)
            .map_or_else(|| word.to_owned(), |act| self.frame.t(&act_text(act)).into_owned())
    }
}

/// The page, newest first.
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let said = |name: &str| query.get(name).unwrap_or_default().trim().to_owned();
    let page: i64 = said("page").parse().unwrap_or(1);
    let skip = (page.clamp(1, 10_000_000) - 1) * PAGE;
    let wanted = filter(&query);
    let (lines, names) = cms
        .db
        .read(move |connection| {
            Ok((audit::list(connection, &wanted, skip, PAGE)?, audit::names(connection)?))
        })
        .await?;
    let total = lines.first().map_or(0, |line| line.total);
    let csv = match request.query_string() {
        "" => "/audit-log.csv".to_owned(),
        query => format!("/audit-log.csv?{query}"),
    };
    let name = |act: Act| (act.word(), frame.t(&act_text(act)).into_owned());
    let page = AuditPage {
        pager: Pager::new(total, PAGE, page, &frame.address),
        acts: Act::ALL.into_iter().map(name).collect(),
        lines,
        total,
        query: said("q"),
        act: said("act"),
        names,
        editor: said("editor"),
        from: said("from"),
        until: said("until"),
        csv,
        frame,
    };
    pages::html(&page)
}
