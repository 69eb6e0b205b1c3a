//! The page of notifications and permanent alerts.

use actix_web::HttpResponse;
use askama::Template;
use db::alert::{self, Alert};
use db::push;
use serde_json::{Value, json};
use server::answer;
use server::error::Error;
use server::query::Query;

use super::drafts::DraftView;
use super::view::NotificationView;
use crate::alerts;
use crate::pages::{self, Call, Frame, Pager};

/// Notifications on one page.
const ON_A_PAGE: i64 = 20;

/// Last page that may be asked for, so that no number overflows.
const LAST_PAGE: i64 = 1_000_000;

/// Longest text that is searched for, in characters.
const LONGEST_SEARCH: usize = 200;

#[derive(Template)]
#[template(path = "notifications/list.html")]
struct ListPage {
    frame: Frame,
    lang: &'static str,
    language_name: &'static str,
    push_is_on: bool,
    search: String,
    /// Those on which something is still to be done.
    drafts: Vec<DraftView>,
    notifications: Vec<NotificationView>,
    pager: Pager,
    alerts: Vec<Alert>,
}

/// `GET /notifications-management`: both lists, of the editor's language.
pub(super) async fn show(call: Call, query: Query) -> Result<HttpResponse, Error> {
    let search: String = query.get("q").unwrap_or("").trim().chars().take(LONGEST_SEARCH).collect();
    let search = search.replace('\0', "");
    let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_i64);
    let page = page.clamp(1, LAST_PAGE);
    let (lang, wanted) = (call.editor.language.code(), search.clone());
    let languages: Vec<&str> = call.editor.languages.iter().map(|one| one.code()).collect();
    let (drafts, notifications, count, alerts) = call
        .cms
        .db
        .run(move |connection| {
            let skip = (page - 1) * ON_A_PAGE;
            let (notifications, count) = push::list(connection, lang, &wanted, ON_A_PAGE, skip)?;
            let drafts = push::draft::open(connection, &languages)?;
            Ok((drafts, notifications, count, alert::list(connection, lang)?))
        })
        .await?;
    let texts = call.frame.texts();
    let notifications: Vec<NotificationView> =
        notifications.into_iter().map(|one| NotificationView::new(one, texts)).collect();
    let drafts: Vec<DraftView> =
        drafts.into_iter().map(|draft| DraftView::new(&call, draft)).collect();
    if !call.wants_page() {
        let notifications: Vec<Value> = notifications.iter().map(NotificationView::json).collect();
        let alerts: Vec<Value> = alerts.iter().map(|alert| alerts::json(alert, lang)).collect();
        return Ok(answer::ok(&json!({
            "push": call.cms.push.is_on(),
            "drafts": drafts.iter().map(DraftView::json).collect::<Vec<_>>(),
            "notifications": notifications,
            "count": count,
            "alerts": alerts,
        })));
    }
    let pager = Pager::new(count, ON_A_PAGE, page, &call.frame.address);
    pages::html(&ListPage {
        lang,
        language_name: call.editor.language.own_name(),
        push_is_on: call.cms.push.is_on(),
        frame: call.frame,
        search,
        drafts,
        notifications,
        pager,
        alerts,
    })
}
