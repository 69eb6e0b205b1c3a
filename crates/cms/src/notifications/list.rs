//! The page of notifications and permanent alerts.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::alert::{self, Alert};
use db::push;
use serde_json::{Value, json};
use server::answer;
use server::error::Error;
use server::query::Query;

use super::view::NotificationView;
use crate::access::Editor;
use crate::alerts;
use crate::pages::{self, Frame, Pager, wants_page};
use crate::state::Cms;

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
    notifications: Vec<NotificationView>,
    pager: Pager,
    alerts: Vec<Alert>,
}

/// `GET /notifications-management`: both lists, of the editor's language.
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let search: String = query.get("q").unwrap_or("").trim().chars().take(LONGEST_SEARCH).collect();
    let search = search.replace('\0', "");
    let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_i64);
    let page = page.clamp(1, LAST_PAGE);
    let (lang, wanted) = (editor.language.code(), search.clone());
    let (notifications, count, alerts) = cms
        .db
        .run(move |connection| {
            let skip = (page - 1) * ON_A_PAGE;
            let (notifications, count) = push::list(connection, lang, &wanted, ON_A_PAGE, skip)?;
            Ok((notifications, count, alert::list(connection, lang)?))
        })
        .await?;
    let notifications: Vec<NotificationView> = notifications
        .into_iter()
        .map(|notification| NotificationView::new(notification, frame.texts()))
        .collect();
    if !wants_page(&request) {
        let notifications: Vec<Value> = notifications.iter().map(NotificationView::json).collect();
        let alerts: Vec<Value> = alerts.iter().map(|alert| alerts::json(alert, lang)).collect();
        return Ok(answer::ok(&json!({
            "push": cms.push.is_on(),
            "notifications": notifications,
            "count": count,
            "alerts": alerts,
        })));
    }
    let pager = Pager::new(count, ON_A_PAGE, page, &frame.address);
    pages::html(&ListPage {
        frame,
        lang,
        language_name: editor.language.own_name(),
        push_is_on: cms.push.is_on(),
        search,
        notifications,
        pager,
        alerts,
    })
}
