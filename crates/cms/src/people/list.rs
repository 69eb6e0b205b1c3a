//! `GET /user-management`

use actix_web::{HttpResponse, web};
use askama::Template;
use db::editor::{self, Filter, Line, Order, PAGE};
use domain::access::Role;
use domain::language::Language;
use domain::moment::Moment;
use server::error::Error;
use server::query::Query;

use super::create::roles;
use crate::access::Editor;
use crate::pages::menu::role_text;
use crate::pages::{self, Frame, Pager};
use crate::state::Cms;

#[derive(Template)]
#[template(path = "people/list.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Row>,
    pager: Pager,
    total: i64,
    query: String,
    columns: Vec<Column>,
    roles: Vec<(&'static str, String)>,
    role: String,
    language: String,
    state: String,
}

/// One editor of the list.
struct Row {
    line: Line,
    role: String,
    languages: String,
    created: String,
}

/// The head of a column.
struct Column {
    text: &'static str,
    link: String,
    order: &'static str,
}

/// Only whom `editor` may manage, and for a superAdmin everybody.
pub(super) fn visible_to(editor: &Editor) -> Filter {
    if editor.role == Role::SuperAdmin {
        return Filter::default();
    }
    let names = |role: Role| role.name().to_owned();
    Filter {
        roles: editor.standing().grantable().into_iter().map(names).collect(),
        within: Some(editor.languages.iter().map(|one| one.code().to_owned()).collect()),
        ..Filter::default()
    }
}

const COLUMNS: [(&str, &str, Order); 4] = [
    ("name", "people-username", Order::Name),
    ("role", "people-role", Order::Role),
    ("created", "people-created", Order::Created),
    ("last", "people-last-sign-in", Order::LastSignIn),
];

/// The page; what is looked for, filtered and sorted by stands in the address.
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let said = |name: &str| query.get(name).unwrap_or_default().trim().to_owned();
    let (text, role, language, state) = (said("q"), said("role"), said("language"), said("state"));
    let mut filter = visible_to(&editor);
    if !text.is_empty() {
        filter.text = Some(text.clone());
    }
    if let Some(role) = Role::from_name(&role)
        && (filter.roles.is_empty() || filter.roles.iter().any(|one| one == role.name()))
    {
        filter.roles = vec![role.name().to_owned()];
    }
    filter.language = Language::from_code(&language).map(|one| one.code().to_owned());
    filter.deactivated = match state.as_str() {
        "all" => None,
        state => Some(state == "deactivated"),
    };
    let sorted = COLUMNS.iter().find(|(name, _, _)| *name == said("sort")).unwrap_or(&COLUMNS[0]);
    let descending = said("order") == "desc";
    let page: i64 = said("page").parse().unwrap_or(1);
    let skip = (page.clamp(1, 1_000_000) - 1) * PAGE;
    let order = sorted.2;
    let lines = cms
        .db
        .run(move |connection| {
            Ok(editor::list(connection, &filter, order, descending, skip, PAGE)?)
        })
        .await?;
    let total = lines.first().map_or(0, |line| line.total);
    let keep = [("q", &text), ("role", &role), ("language", &language), ("state", &state)];
    let columns = COLUMNS.iter().map(|&(name, text, _)| {
        let is_sorted = name == sorted.0;
        let turned = if is_sorted && !descending { "desc" } else { "asc" };
        Column {
            text,
            link: address(&keep, name, turned),
            order: match (is_sorted, descending) {
                (false, _) => "",
                (true, false) => "ascending",
                (true, true) => "descending",
            },
        }
    });
    let page = ListPage {
        columns: columns.collect(),
        pager: Pager::new(total, PAGE, page, &frame.address),
        lines: lines.into_iter().map(|line| row(&frame, line)).collect(),
        total,
        query: text,
        roles: roles(&frame, &editor),
        role,
        language,
        state,
        frame,
    };
    pages::html(&page)
}

fn address(keep: &[(&str, &String)], sort: &str, order: &str) -> String {
    let kept = keep.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<(&str, &str)> = kept
        .map(|(name, value)| (*name, value.as_str()))
        .chain([("sort", sort), ("order", order)])
        .collect();
    format!("/user-management?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
}

fn row(frame: &Frame, line: Line) -> Row {
    let own_name = |code: &String| Language::from_code(code).map(Language::own_name);
    let languages: Vec<&str> = line.languages.iter().filter_map(own_name).collect();
    // Some of the original's rows hold no date: what they hold is shown as it is.
    let created = Moment::parse(&line.date_created);
    Row {
        role: Role::from_name(&line.role)
            .map_or_else(|| line.role.clone(), |role| frame.t(role_text(&role)).into_owned()),
        languages: languages.join(", "),
        created: created.map_or_else(|| line.date_created.clone(), |moment| frame.date(&moment)),
        line,
    }
}
