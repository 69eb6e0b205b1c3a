//! The list of messages.

use actix_web::HttpResponse;
use askama::Template;
use db::content::deleted_suggestion;
use db::content::suggestion_inbox::{self, Filter, Handling, OTHER_REASONS, Order};
use domain::calendar::Day;
use domain::user_message::{REASONS, Status};
use server::error::Error;
use server::query::Query;

use super::PAGE;
use super::read::{View, text};
use super::show::codes;
use crate::access::Editor;
use crate::pages::{self, Call, Frame, Pager, SortLink, Sorting};

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
    from: String,
    until: String,
    /// The languages to choose from, where there are several, and the chosen one.
    languages: Vec<(&'static str, String)>,
    lang: String,
    kept_days: Option<i32>,
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
        let day = |name: &str| Day::from_iso(&text(name)).map_or_else(String::new, Day::to_iso);
        let filter = Filter {
            languages: languages(editor, &text("lang")),
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
            handling: match status.as_str() {
                "new" => Handling::New,
                "mine" => Handling::By(editor.id),
                _ => Handling::Any,
            },
            from: day("from"),
            until: day("until"),
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
        match (self.is_trash, self.filter.handling, self.filter.status) {
            (true, _, _) => "deleted",
            (_, Handling::New, _) => "new",
            (_, Handling::By(_), _) => "mine",
            (_, _, None) => "all",
            (_, _, Some(status)) => status.name(),
        }
    }
}

/// The languages of a list: the one she works in, another of hers, or `all` of them.
fn languages(editor: &Editor, asked: &str) -> Vec<&'static str> {
    let hers = codes(editor);
    match asked {
        "all" => hers,
        asked => match hers.into_iter().find(|lang| *lang == asked) {
            Some(lang) => vec![lang],
            None => vec![editor.language.code()],
        },
    }
}

/// `GET /suggestions-management`: `q`, `status` (`open`, which it is at first, `new`, `mine`,
/// `close`, `all`, `deleted`), `reason`, `platform`, `lang`, `from`, `until`, `sort`, `dir`, `page`
/// choose.
pub(super) async fn show(call: Call, query: Query) -> Result<HttpResponse, Error> {
    let asked = Asked::of(&query, &call.editor);
    let frame = call.frame;
    let (filter, is_trash, page) = (asked.filter.clone(), asked.is_trash, asked.page);
    let address = frame.address.clone();
    let (rows, total, open, pager) = call
        .cms
        .db
        .run(move |connection| {
            let mut load = |offset| {
                if is_trash {
                    deleted_suggestion::list(connection, &filter.languages, PER_PAGE, offset)
                } else {
                    suggestion_inbox::list(connection, &filter, PER_PAGE, offset)
                }
            };
            let mut rows = load((page - 1) * PER_PAGE)?;
            if rows.is_empty() && page > 1 {
                rows = load(0)?;
            }
            let total = rows.first().map_or(0, |row| row.total);
            let open = suggestion_inbox::count_open(connection, &filter.languages)?;
            Ok((rows, total, open, Pager::new(total, PER_PAGE, page, &address)))
        })
        .await?;
    let link = |column| asked.sorting.link(&frame.address, column, true);
    let export = match frame.address.split_once('?') {
        Some((_, query)) => format!("{PAGE}/export?{query}"),
        None => format!("{PAGE}/export"),
    };
    let kept_days = call.cms.settings.retention.message_days;
    let page = ListPage {
        rows: rows.into_iter().map(|row| View::of(&frame, kept_days, row)).collect(),
        languages: choices(&frame, &call.editor),
        lang: match asked.filter.languages.as_slice() {
            [one] if *one != call.editor.language.code() => (*one).to_owned(),
            [_] => String::new(),
            _ => "all".to_owned(),
        },
        kept_days,
        total,
        open,
        is_filtered: !asked.filter.search.is_empty()
            || !asked.filter.reason.is_empty()
            || asked.filter.by_app.is_some()
            || asked.filter.handling != Handling::Any
            || !(asked.filter.from.is_empty() && asked.filter.until.is_empty()),
        status: asked.status(),
        reasons: reasons(&frame),
        received: link("received"),
        by_status: link("status"),
        is_trash: asked.is_trash,
        query: asked.filter.search,
        reason: asked.filter.reason,
        platform: asked.platform,
        from: asked.filter.from,
        until: asked.filter.until,
        sorting: asked.sorting,
        export,
        pager,
        frame,
    };
    pages::html(&page)
}

/// The languages to choose from; none where there is but one.
fn choices(frame: &Frame, editor: &Editor) -> Vec<(&'static str, String)> {
    if editor.languages.len() < 2 {
        return Vec::new();
    }
    let others = editor.languages.iter().filter(|language| **language != editor.language);
    let mut choices = vec![("", editor.language.own_name().to_owned())];
    choices.extend(others.map(|language| (language.code(), language.own_name().to_owned())));
    choices.push(("all", frame.t("messages-all-languages").into_owned()));
    choices
}

fn reasons(frame: &Frame) -> Vec<(String, String)> {
    let named = |reason: &'static str| {
        let name = text(reason).map_or_else(|| reason.to_owned(), |key| frame.t(key).into_owned());
        (reason.to_owned(), name)
    };
    let mut reasons = vec![(String::new(), frame.t("messages-all-reasons").into_owned())];
    reasons.extend(REASONS.into_iter().map(named));
    reasons.push((OTHER_REASONS.to_owned(), frame.t("messages-reason-unknown").into_owned()));
    reasons
}
