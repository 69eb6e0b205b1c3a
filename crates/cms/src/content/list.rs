//! Lists of rows: searched, filtered, sorted and paged on the server, all of it kept in the
//! address, so that a list can be bookmarked, sent to a colleague and come back to.

use std::borrow::Cow;

use actix_web::{HttpResponse, web};
use askama::Template;
use db::drafting::{self, DraftListed, DraftQuery};
use db::editing::{self, Direction, ListQuery};
use db::presence;
use domain::content::{Choices, Control, Kind, as_text};
use server::error::Error;
use server::query::Query;

use super::choices::ChoiceSet;
use super::show::table;
use super::view::{self, Cell};
use crate::access::Editor;
use crate::address::encoded;
use crate::pages::{self, Frame, Pager};
use crate::state::Cms;

const PER_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "content/list.html")]
struct ListPage {
    frame: Frame,
    kind: &'static Kind,
    lang: &'static str,
    query: String,
    filters: Vec<FilterView>,
    columns: Vec<ColumnView>,
    rows: Vec<RowView>,
    /// Items that are not in the app's tables yet.
    new_drafts: Vec<DraftListed>,
    total: i64,
    pager: Pager,
    /// Whether anything narrows the list down.
    narrowed: bool,
    /// The sorting, for the search form to keep.
    kept: Vec<(&'static str, String)>,
    /// Where the rows can be put in order; empty where that needs a filter first.
    order_address: String,
    new_address: String,
    /// Where links that lead away come back to.
    back: String,
    shows_age: bool,
}

impl ListPage {
    /// A text about the kind.
    fn word(&self, which: &str) -> Cow<'static, str> {
        self.frame.t(&self.kind.text(which))
    }
}

struct FilterView {
    name: &'static str,
    label: String,
    options: Vec<(String, String)>,
    chosen: String,
}

struct ColumnView {
    label: String,
    link: String,
    order: &'static str,
}

struct RowView {
    id: String,
    heading: String,
    emoji: String,
    cells: Vec<Cell>,
    age: String,
    live: Option<bool>,
    has_audio: bool,
    /// State of its draft; empty where there is none.
    draft: String,
    /// Who else has it open.
    present: Vec<String>,
}

/// `GET {page}`
pub(super) async fn show(
    kind: &'static Kind,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let asked = Asked::of(kind, &query);
    let (content, interface) = (editor.language, frame.language);
    let audience = cms.settings.audience.clone();
    let wanted = asked.clone();
    let reader = editor.id;
    let (listed, choices, drafts, present) = cms
        .db
        .run(move |connection| {
            let drafts = drafting::list(
                connection,
                &DraftQuery {
                    lang: content.code(),
                    table: Some(kind.table),
                    limit: i64::MAX,
                    ..DraftQuery::default()
                },
            )?;
            let choices = ChoiceSet::load(connection, kind, content, interface, &audience)?;
            let listed = editing::list(
                connection,
                &wanted.query(kind, content.code(), &kind.searched(), PER_PAGE),
            )?;
            let present = presence::in_table(connection, reader, kind.table, content.code())?;
            Ok((listed, choices, drafts, present))
        })
        .await?;
    let pager = Pager::new(listed.total, PER_PAGE, asked.page, &frame.address);
    let rows = listed
        .rows
        .iter()
        .map(|image| {
            let values = image.values();
            let age = as_text(values.get("ageRestrictionLevel"));
            let id = as_text(values.get("id"));
            RowView {
                draft: drafts
                    .iter()
                    .find(|draft| draft.item_id == id)
                    .map_or_else(String::new, |draft| draft.state.clone()),
                present: present
                    .iter()
                    .filter(|one| one.item_id == id)
                    .map(|one| one.editor_name.clone())
                    .collect(),
                id,
                heading: view::shortened(&as_text(values.get(kind.heading))),
                emoji: as_text(values.get("primary_emoji").or(values.get("emoji"))),
                cells: view::cells(kind, &values, &choices),
                age: if matches!(age.as_str(), "" | "0") {
                    String::new()
                } else {
                    choices.label(Choices::AgeLevels, &age)
                },
                live: kind.live.map(|column| as_text(values.get(column)) == "true"),
                has_audio: values.get("voiceOverKey").is_some_and(|key| !key.is_null()),
            }
        })
        .collect();
    let new_drafts = drafts.into_iter().filter(|draft| draft.is_new).collect();
    let filters = filters(kind, &frame, &choices, &asked);
    let back = encoded(&frame.address);
    pages::html(&ListPage {
        narrowed: asked.is_narrowed(),
        columns: columns(kind, &frame, &asked),
        kept: asked.kept(),
        order_address: order_address(kind, &asked),
        new_address: new_address(kind, &asked, &back),
        query: asked.search.clone(),
        lang: content.code(),
        shows_age: kind.audience && choices.of(Choices::AgeLevels).len() > 1,
        total: listed.total,
        frame,
        kind,
        filters,
        rows,
        new_drafts,
        pager,
        back,
    })
}

/// Which rows the list at `address` has on all its pages, at most `most`.
pub(super) async fn all_found(
    kind: &'static Kind,
    editor: &Editor,
    cms: &Cms,
    address: &str,
    most: i64,
) -> Result<Vec<String>, Error> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let asked = Asked { page: 1, ..Asked::of(kind, &Query::parse(query)) };
    let lang = editor.language.code();
    let listed = cms
        .db
        .run(move |connection| {
            Ok(editing::list(connection, &asked.query(kind, lang, &kind.searched(), most))?)
        })
        .await?;
    Ok(listed.rows.iter().map(|image| as_text(image.values().get("id"))).collect())
}

/// What the address asks for. Names that it may use come from the kind; anything else in it is
/// ignored.
#[derive(Clone)]
struct Asked {
    search: String,
    equal: Vec<(&'static str, String)>,
    sort: Option<&'static str>,
    direction: Direction,
    page: i64,
}

impl Asked {
    fn of(kind: &'static Kind, query: &Query) -> Asked {
        let equal = filter_columns(kind)
            .filter_map(|column| {
                let value = query.get(column)?.trim();
                (!value.is_empty()).then(|| (column, value.to_owned()))
            })
            .collect();
        let sort = query.get("sort").and_then(|name| kind.field(name)).map(|field| field.column);
        Asked {
            search: query.get("q").unwrap_or("").trim().to_owned(),
            equal,
            sort,
            direction: match query.get("dir") {
                Some("desc") => Direction::Descending,
                _ => Direction::Ascending,
            },
            page: query
                .get("page")
                .and_then(|page| page.parse().ok())
                .unwrap_or(1)
                .clamp(1, 100_000),
        }
    }

    /// The page that is asked for, `limit` rows long, of the rows of `lang`.
    fn query<'a>(
        &'a self,
        kind: &Kind,
        lang: &'a str,
        searched: &'a [&'static str],
        limit: i64,
    ) -> ListQuery<'a> {
        ListQuery {
            table: table(kind),
            lang,
            search: &self.search,
            searched,
            equal: &self.equal,
            sort: self.sort,
            direction: self.direction,
            limit,
            offset: (self.page - 1).saturating_mul(limit),
        }
    }

    fn is_narrowed(&self) -> bool {
        !self.search.is_empty() || !self.equal.is_empty()
    }

    fn chosen(&self, column: &str) -> &str {
        self.equal.iter().find(|(name, _)| *name == column).map_or("", |(_, value)| value)
    }

    fn kept(&self) -> Vec<(&'static str, String)> {
        let Some(sort) = self.sort else { return Vec::new() };
        let direction = if self.direction == Direction::Ascending { "asc" } else { "desc" };
        vec![("sort", sort.to_owned()), ("dir", direction.to_owned())]
    }
}

/// The columns that a list can be narrowed down by.
fn filter_columns(kind: &'static Kind) -> impl Iterator<Item = &'static str> {
    kind.fields
        .iter()
        .filter(|field| {
            Some(field.column) == kind.live
                || matches!(
                    field.choices(),
                    Some(
                        Choices::Categories
                            | Choices::Subcategories
                            | Choices::AgeLevels
                            | Choices::ContentFilters
                    )
                )
        })
        .map(|field| field.column)
}

fn filters(
    kind: &'static Kind,
    frame: &Frame,
    choices: &ChoiceSet,
    asked: &Asked,
) -> Vec<FilterView> {
    filter_columns(kind)
        .filter_map(|column| {
            let field = kind.field(column)?;
            let mut options = vec![(String::new(), frame.t("content-all").into_owned())];
            match field.choices() {
                None => {
                    options.push(("true".to_owned(), frame.t("live").into_owned()));
                    options.push(("false".to_owned(), frame.t("not-live").into_owned()));
                }
                Some(list) => {
                    let category = asked.chosen("category");
                    let listed = choices.of(list).iter().filter(|choice| {
                        list != Choices::Subcategories
                            || category.is_empty()
                            || choice.parent.as_deref() == Some(category)
                    });
                    options
                        .extend(listed.map(|choice| (choice.value.clone(), choice.label.clone())));
                    if options.len() <= 2
                        && matches!(list, Choices::AgeLevels | Choices::ContentFilters)
                    {
                        return None;
                    }
                }
            }
            Some(FilterView {
                name: column,
                label: frame.t(&view::label_key(kind, column)).into_owned(),
                options,
                chosen: asked.chosen(column).to_owned(),
            })
        })
        .collect()
}

/// The heads of the columns, heading first. A click sorts, another one the other way round, a
/// third goes back to the app's order.
fn columns(kind: &'static Kind, frame: &Frame, asked: &Asked) -> Vec<ColumnView> {
    let heading = kind.listed().filter(|field| field.column == kind.heading);
    let others = kind.listed().filter(|field| field.column != kind.heading);
    heading
        .chain(others)
        .map(|field| {
            let sorted = asked.sort == Some(field.column);
            let (order, next) = match (sorted, asked.direction) {
                (false, _) => ("", Some("asc")),
                (true, Direction::Ascending) => ("ascending", Some("desc")),
                (true, Direction::Descending) => ("descending", None),
            };
            let mut parts: Vec<String> = asked
                .equal
                .iter()
                .map(|(name, value)| format!("{name}={}", encoded(value)))
                .collect();
            if !asked.search.is_empty() {
                parts.push(format!("q={}", encoded(&asked.search)));
            }
            if let Some(direction) = next {
                parts.push(format!("sort={}&dir={direction}", field.column));
            }
            let link = if parts.is_empty() {
                kind.page.to_owned()
            } else {
                format!("{}?{}", kind.page, parts.join("&"))
            };
            let is_list = matches!(field.control, Control::Several(_));
            ColumnView {
                label: frame.t(&view::label_key(kind, field.column)).into_owned(),
                link: if is_list { String::new() } else { link },
                order,
            }
        })
        .collect()
}

fn order_address(kind: &Kind, asked: &Asked) -> String {
    match (kind.ordered, kind.parent) {
        (false, _) => String::new(),
        (true, None) => format!("{}/order", kind.page),
        (true, Some(parent)) => match asked.chosen(parent) {
            "" => String::new(),
            chosen => format!("{}/order?{parent}={}", kind.page, encoded(chosen)),
        },
    }
}

fn new_address(kind: &Kind, asked: &Asked, back: &str) -> String {
    let chosen = kind.parent.map_or("", |parent| asked.chosen(parent));
    match kind.parent {
        Some(parent) if !chosen.is_empty() => {
            format!("{}/new?{parent}={}&return={back}", kind.page, encoded(chosen))
        }
        _ => format!("{}/new?return={back}", kind.page),
    }
}
