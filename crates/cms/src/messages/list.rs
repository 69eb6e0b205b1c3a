//! The list of messages.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::content::deleted_suggestion;
use db::content::suggestion_inbox::{self, Filter, OTHER_REASONS, Order};
use domain::user_message::{REASONS, Status};
use server::error::Error;
use server::query::Query;

use super::PAGE;
use super::read::{View, text};
use crate::access::Editor;
use crate::pages::{self, Frame, Pager, SortLink, Sorting};
use crate::state::Cms;

const PER_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "messages/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<View>,
    total: i64,
    open: i64,
    query: String,
    is_filtered: bool,
    status: &'static str,
    reasons: Vec<(String, String)>,
    reason: String,
    platform: String,
    /// Whether these are the deleted ones.
    is_trash: bool,
    export: String,
    received: SortLink,
    by_status: SortLink,
    sorting: Sorting,
    pager: Pager,
}

/// What the address asks for. `reason`, `order_key` and `order_sequence` are the original's
/// names and work as well.
pub(super) struct Asked {
    pub filter: Filter,
    pub sorting: Sorting,
    pub is_trash: bool,
    pub platform: String,
    pub page: i64,
}

impl Asked {
    pub(super) fn of(query: &Query, editor: &Editor) -> Asked {
        let text = |name: &str| query.get(name).unwrap_or("").trim().to_owned();
        let mut sorting = Sorting::of(query, "received", true);
        if let Some(key) = query.get("order_key") {
            let column = if key == "status" { "status" } else { "received" };
            sorting = Sorting {
                column: column.to_owned(),
                descends: query.get("order_sequence") == Some("DESC"),
            };
        }
        let platform = text("platform");
        let status = text("status");
        let by_status = sorting.column == "status";
        let filter = Filter {
            lang: editor.language.code().to_owned(),
            search: text("q"),
            reason: text("reason"),
            status: match status.as_str() {
                "all" | "deleted" => None,
                "close" => Some(Status::Closed),
                // Programs and links of the original ask for a reason alone and mean all.
                "" if query.get("reason").is_some() || query.get("order_key").is_some() => None,
                _ => Some(Status::Open),
            },
            by_app: match platform.as_str() {
                "mobile" => Some(true),
                "web" => Some(false),
                _ => None,
            },
            order: match (by_status, sorting.descends) {
                (false, true) => Order::Newest,
                (false, false) => Order::Oldest,
                // `close` comes before `open`.
                (true, false) => Order::ClosedFirst,
                (true, true) => Order::OpenFirst,
            },
        };
        let page = text("page").parse().unwrap_or(1).clamp(1, 100_000);
        Asked { filter, sorting, is_trash: status == "deleted", platform, page }
    }

    /// The value of the filter for the state.
    fn status(&self) -> &'static str {
        match (self.is_trash, self.filter.status) {
            (true, _) => "deleted",
            (false, None) => "all",
            (false, Some(status)) => status.name(),
        }
    }
}

/// `GET /suggestions-management`: `q`, `status` (`open`, which it is at first, `close`, `all`,
/// `deleted`), `reason`, `platform`, `sort`, `dir`, `page` choose.
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let asked = Asked::of(&query, &editor);
    let (filter, is_trash, page) = (asked.filter.clone(), asked.is_trash, asked.page);
    let address = frame.address.clone();
    let (rows, total, open, pager) = cms
        .db
        .run(move |connection| {
            let mut load = |offset| {
                if is_trash {
                    deleted_suggestion::list(connection, &filter.lang, PER_PAGE, offset)
                } else {
                    suggestion_inbox::list(connection, &filter, PER_PAGE, offset)
                }
            };
            let mut rows = load((page - 1) * PER_PAGE)?;
            if rows.is_empty() && page > 1 {
                rows = load(0)?;
            }
            let total = rows.first().map_or(0, |row| row.total);
            let open = suggestion_inbox::count_open(connection, &filter.lang)?;
            Ok((rows, total, open, Pager::new(total, PER_PAGE, page, &address)))
        })
        .await?;
    let link = |column| asked.sorting.link(&frame.address, column, true);
    let export = match frame.address.split_once('?') {
        Some((_, query)) => format!("{PAGE}/export?{query}"),
        None => format!("{PAGE}/export"),
    };
    let page = ListPage {
        rows: rows.into_iter().map(|row| View::of(&frame, row)).collect(),
        total,
        open,
        is_filtered: !asked.filter.search.is_empty()
            || !asked.filter.reason.is_empty()
            || asked.filter.by_app.is_some(),
        status: asked.status(),
        reasons: reasons(&frame),
        received: link("received"),
        by_status: link("status"),
        is_trash: asked.is_trash,
        query: asked.filter.search,
        reason: asked.filter.reason,
        platform: asked.platform,
        sorting: asked.sorting,
        export,
        pager,
        frame,
    };
    pages::html(&page)
}

fn reasons(frame: &Frame) -> Vec<(String, String)> {
    let named = |reason: &'static str| {
        let name = text(reason).map_or_else(|| reason.to_owned(), |key| frame.t(key).into_owned());
        (reason.to_owned(), name)
    };
    let mut reasons: Vec<_> = REASONS.into_iter().map(named).collect();
    reasons.push((OTHER_REASONS.to_owned(), frame.t("messages-reason-unknown").into_owned()));
    reasons
}
