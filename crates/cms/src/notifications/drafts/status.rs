//! What becomes of a draft that is confirmed: the part of its page that changes.

use actix_web::{HttpResponse, web};
use askama::Template;
use server::error::Error;

use super::find;
use super::view::DraftView;
use crate::pages::{self, Call, Frame};

#[derive(Template)]
#[template(path = "notifications/drafts/status.html")]
struct Status {
    frame: Frame,
    view: DraftView,
}

/// `GET /notification/drafts/{id}/status`
pub(super) async fn show(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let view = DraftView::new(&call, find(&call, &id).await?);
    pages::html(&Status { frame: call.frame, view })
}
