//! `GET /translation/{table}/{id}/panel`: what the form of an item says about its other half.

use actix_web::{HttpResponse, web};
use askama::Template;
use server::error::Error;

use super::loaded::others;
use super::lookup;
use super::side::PairView;
use super::start::or_untitled;
use crate::pages::{self, Call, Frame};

#[derive(Template)]
#[template(path = "translation/panel.html")]
struct PanelPart {
    frame: Frame,
    pair: PairView,
    /// Rows of the other language that could be the other half.
    others: Vec<(String, String)>,
    /// The form that the panel stands beside.
    back: String,
}

/// `GET /translation/{table}/{id}/panel`; nothing for kinds without translations.
pub(super) async fn show(
    call: Call,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (table, id) = path.into_inner();
    let item = lookup::item(&table, &id)?;
    let work = lookup::work(&call.cms, &call.editor, &item).await?;
    let (from, wanted) = (lookup::languages(&call.editor).0.code(), item.clone());
    let candidates = match &work {
        Some(_) => Vec::new(),
        None => {
            let found = call.cms.db.run(move |c| Ok(others(c, &wanted, from)?));
            found.await?
        }
    };
    let heading = work.as_ref().map(|work| work.source_heading.clone()).unwrap_or_default();
    let pair = PairView::of(&call, &item, work.as_ref(), &heading);
    let others = candidates.into_iter().map(|row| (row.id, or_untitled(&row.heading, &call.frame)));
    pages::html(&PanelPart {
        others: others.collect(),
        back: super::words::form(item.table().name, item.id()),
        pair,
        frame: call.frame,
    })
}
