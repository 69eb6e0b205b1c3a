//! Who uses the app: the page, and its figures as files.

use actix_web::http::StatusCode;
use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::audit::{self, Act, Entry};
use db::statistics::{self as counts, AsOf};
use domain::calendar::Day;
use domain::moment::Moment;
use domain::places;
use domain::statistics::{AgeGroup, Figures, Filter, Gender, Location, Series, Span};
use server::error::Error;
use server::{answer, clock};

use super::export::{FileFormat, Sheet, file};
use super::filter::UserQuery;
use super::panel::{Line, Panel, grouped};
use super::{print_link, users_json, words};
use crate::access::Editor;
use crate::pages::{self, Frame, wants_page};
use crate::state::Cms;

/// What may be shown about the users of a filter.
pub(super) struct Found {
    pub(super) figures: Figures,
    pub(super) shares: Series,
    pub(super) downloads: Series,
    pub(super) as_of: Option<AsOf>,
}

#[derive(Template)]
#[template(path = "statistics/users.html")]
struct UsersPage {
    frame: Frame,
    form: UserQuery,
    /// The parameters of the address.
    address: String,
    print_link: String,
    /// What is wrong with the dates, or nothing.
    error: String,
    genders: Vec<(String, String)>,
    locations: Vec<(String, String)>,
    countries: Vec<(String, String)>,
    print: bool,
    is_filtered: bool,
    total: String,
    as_of: String,
    chosen: Vec<(String, String)>,
    rules: String,
    panels: Vec<Panel>,
}

/// `GET /analytics-management`: the figures, as a page or as JSON.
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    cms: web::Data<Cms>,
    query: Query<UserQuery>,
) -> Result<HttpResponse, Error> {
    let query = query.into_inner();
    let (filter, wrong) = query.filter()?;
    let found = find(&cms, &filter).await?;
    if !wants_page(&request) {
        if wrong.is_some() {
            return Err(Error::bad(
                "dateFrom and dateTo must be days such as 2026-01-31, in order",
            ));
        }
        return Ok(answer::ok(&users_json::of(&frame, &query, &found, &cms.settings.statistics)));
    }
    let status = if wrong.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let error = wrong.map(|wrong| frame.t(wrong.0).into_owned()).unwrap_or_default();
    let named = |code: &str, name: String| (code.to_owned(), name);
    let page = UsersPage {
        genders: std::iter::once(named("", frame.t("statistics-all").into_owned()))
            .chain(
                Gender::ALL[..3]
                    .iter()
                    .map(|gender| named(gender.name(), words::gender(&frame, *gender))),
            )
            .collect(),
        locations: std::iter::once(named("", frame.t("statistics-all").into_owned()))
            .chain(
                Location::ALL[..2]
                    .iter()
                    .map(|location| named(location.name(), words::location(&frame, *location))),
            )
            .collect(),
        countries: std::iter::once(named("", frame.t("statistics-all").into_owned()))
            .chain(
                places::countries()
                    .iter()
                    .map(|country| named(country.code, country.name(frame.language).to_owned())),
            )
            .collect(),
        print: !query.print.is_empty(),
        is_filtered: !filter.is_empty(),
        total: found
            .figures
            .total
            .map_or_else(|| words::hidden(&frame), |total| grouped(total, frame.language)),
        as_of: as_of(&frame, found.as_of.as_ref()),
        chosen: chosen(&frame, &filter),
        rules: words::rules(&frame, &cms.settings.statistics),
        panels: panels(&frame, &found),
        address: query.address(),
        print_link: print_link("/analytics-management", &query.address()),
        error,
        form: query,
        frame,
    };
    pages::html_with(status, &page)
}

/// `GET /analytics-management/export.csv` and `.xlsx`: what the page shows, as a file.
pub(super) async fn export(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    format: web::Path<String>,
    query: Query<UserQuery>,
) -> Result<HttpResponse, Error> {
    let format = FileFormat::from_name(&format)?;
    let (filter, wrong) = query.filter()?;
    if wrong.is_some() {
        return Err(Error::bad("dateFrom and dateTo must be days such as 2026-01-31, in order"));
    }
    let found = find(&cms, &filter).await?;
    let (hidden, total) = (words::hidden(&frame), frame.t("statistics-total"));
    let sheets: Vec<Sheet> = panels(&frame, &found)
        .iter()
        .filter(|panel| !panel.lines.is_empty())
        .map(|panel| Sheet::of_panel(panel, &hidden, &total))
        .collect();
    recorded(&cms, &editor, "statistics of users", query.address()).await?;
    let today = Day::in_nepal(clock::now()).to_iso();
    file(format, &format!("user-analytics-{today}"), &sheets)
}

/// Records that somebody has downloaded figures.
pub(super) async fn recorded(
    cms: &Cms,
    editor: &Editor,
    item: &'static str,
    detail: String,
) -> Result<(), Error> {
    let author = editor.author();
    cms.db
        .run(move |connection| {
            let entry = Entry { author: &author, act: Act::Exported, item, detail: &detail };
            Ok(audit::record(connection, &entry)?)
        })
        .await?;
    Ok(())
}

async fn find(cms: &Cms, filter: &Filter) -> Result<Found, Error> {
    let rules = cms.settings.statistics;
    let asked = filter.clone();
    let (people, shares, downloads) = cms
        .db
        .read(move |connection| {
            Ok(counts::reading(connection, |connection| {
                Ok((
                    counts::people(connection, &asked)?,
                    counts::shares(connection, asked.from, asked.to)?,
                    counts::direct_downloads(connection, asked.from, asked.to)?,
                ))
            })?)
        })
        .await?;
    let today = Day::in_nepal(clock::now());
    let to = filter.to.map(|to| to.min(today));
    Ok(Found {
        figures: Figures::of(&people.groups, filter, &rules),
        shares: Series::of(&shares, filter.from, to, &rules),
        downloads: Series::of(&downloads, filter.from, to, &rules),
        as_of: people.as_of,
    })
}

/// Every figure of the page.
fn panels(frame: &Frame, found: &Found) -> Vec<Panel> {
    let language = frame.language;
    let hidden = words::hidden(frame);
    let figures = &found.figures;
    let users = frame.t("statistics-users");
    let shown =
        |all: usize, count: &dyn Fn(usize) -> Option<u64>, name: &dyn Fn(usize) -> String| {
            // The line "not known" is there only when somebody is in it.
            (0..all)
                .filter(|at| *at + 1 < all || count(*at).is_some())
                .map(|at| Line { label: name(at), count: count(at), marked: false })
                .collect::<Vec<_>>()
        };
    let genders = shown(Gender::ALL.len(), &|at| figures.genders.cells[at], &|at| {
        words::gender(frame, Gender::ALL[at])
    });
    let locations = shown(Location::ALL.len(), &|at| figures.locations.cells[at], &|at| {
        words::location(frame, Location::ALL[at])
    });
    let ages = shown(AgeGroup::ALL.len(), &|at| figures.ages.cells[at], &|at| {
        words::age(frame, AgeGroup::ALL[at])
    });
    let countries = figures
        .countries
        .iter()
        .map(|named| Line {
            label: words::country(frame, &named.code),
            count: named.users,
            marked: false,
        })
        .collect();
    let mut panels = vec![
        Panel::of_lines("genders", genders, figures.total)
            .called(&frame.t("statistics-genders"), &frame.t("statistics-gender"), &users)
            .with_bars(language, &hidden),
        Panel::of_lines("locations", locations, figures.total)
            .called(&frame.t("statistics-locations"), &frame.t("statistics-location"), &users)
            .with_bars(language, &hidden),
        Panel::of_lines("ages", ages, figures.total)
            .called(&frame.t("statistics-ages"), &frame.t("statistics-age"), &users)
            .with_note(frame.t("statistics-ages-note"))
            .with_bars(language, &hidden),
        Panel::of_lines("countries", countries, figures.total)
            .called(&frame.t("statistics-countries"), &frame.t("statistics-country"), &users)
            .with_bars(language, &hidden),
    ];
    panels.extend(provinces(frame, figures, &users, &hidden));
    let activities = [
        (
            "shares",
            &found.shares,
            frame.t("statistics-shares"),
            frame.t("statistics-shares-counted"),
        ),
        (
            "downloads",
            &found.downloads,
            frame.t("statistics-downloads"),
            frame.t("statistics-downloads-counted"),
        ),
    ];
    for (id, series, title, counted) in activities {
        let subject = match series.span {
            Span::Day => frame.t("statistics-day"),
            Span::Month => frame.t("statistics-month"),
        };
        panels.push(
            Panel::of_series(id, series, language)
                .called(&title, &subject, &counted)
                .with_note(frame.t("statistics-activity-note"))
                .with_line(language, &hidden),
        );
    }
    panels
}

/// The provinces of Nepal, and those of other countries that have any.
fn provinces(frame: &Frame, figures: &Figures, users: &str, hidden: &str) -> Vec<Panel> {
    figures
        .provinces
        .iter()
        .filter(|country| country.provinces.len() > 1)
        .map(|country| {
            let lines = country
                .provinces
                .iter()
                .map(|named| Line {
                    label: words::province(frame, &country.country, &named.code),
                    count: named.users,
                    marked: false,
                })
                .collect();
            let total = figures.countries.iter().find(|named| named.code == country.country);
            let name = words::country(frame, &country.country);
            Panel::of_lines(
                &format!("provinces-{}", country.country),
                lines,
                total.and_then(|named| named.users),
            )
            .called(
                &frame.with("statistics-provinces", "country", &name),
                &frame.t("statistics-province"),
                users,
            )
            .with_bars(frame.language, hidden)
        })
        .collect()
}

/// The conditions in words, for paper.
fn chosen(frame: &Frame, filter: &Filter) -> Vec<(String, String)> {
    let mut chosen = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            chosen.push((frame.t(key).into_owned(), value));
        }
    };
    add("statistics-gender", filter.gender.map(|gender| words::gender(frame, gender)));
    add("statistics-location", filter.location.map(|location| words::location(frame, location)));
    add("statistics-date-from", filter.from.map(|day| day.show(frame.language)));
    add("statistics-date-to", filter.to.map(|day| day.show(frame.language)));
    add("statistics-country", filter.country.as_ref().map(|code| words::country(frame, code)));
    chosen
}

/// From when the counts are.
fn as_of(frame: &Frame, as_of: Option<&AsOf>) -> String {
    let counted: Option<Moment> = as_of.and_then(|known| known.counted_at);
    match (as_of, counted) {
        (Some(known), Some(_)) => {
            frame.with("statistics-as-of", "day", &known.day.show(frame.language)).into_owned()
        }
        _ => frame.t("statistics-not-counted-yet").into_owned(),
    }
}
