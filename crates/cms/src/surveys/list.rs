//! The list of surveys.

use actix_web::HttpResponse;
use askama::Template;
use db::content::survey_list::{self, Filter, ListedSurvey, SortedBy};
use db::drafting::{self, DraftListed, DraftQuery};
use db::editing::Direction;
use db::presence;
use domain::survey;
use server::clock;
use server::error::Error;
use server::query::Query;

use super::PLACE;
use crate::address::encoded;
use crate::drafts::Place;
use crate::pages::{self, Call, Frame, Pager, SortLink, Sorting};

const PER_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "surveys/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
    /// Drafts of surveys that are not stored yet.
    new_drafts: Vec<DraftListed>,
    kind: Place,
    lang: &'static str,
    back: String,
    total: i64,
    query: String,
    is_filtered: bool,
    live: String,
    offered: String,
    age: String,
    ages: Vec<(String, String)>,
    filter: String,
    filters: Vec<(String, String)>,
    sort: Sort,
    sorting: Sorting,
    pager: Pager,
}

/// A line of the table.
struct Row {
    id: String,
    /// State of its draft; empty where there is none.
    draft: String,
    /// Who else has it open.
    present: Vec<String>,
    number: String,
    name: String,
    lang: &'static str,
    questions: String,
    created: String,
    until: String,
    is_over: bool,
    responses: String,
    live: bool,
    /// Where the button posts that makes it live or not.
    toggle: String,
    is_old: bool,
    age: String,
    filter: String,
}

/// The heads of the columns that sort.
struct Sort {
    name: SortLink,
    questions: SortLink,
    created: SortLink,
}

/// `GET /survey-management`: `q`, `live`, `offered`, `age`, `filter`, `sort`, `page` choose.
pub(super) async fn show(call: Call, query: Query) -> Result<HttpResponse, Error> {
    let Call { frame, editor, cms, .. } = call;
    let (lang, reader) = (editor.language.code(), editor.id);
    let text = |name: &str| query.get(name).unwrap_or("").trim().to_owned();
    let filter = Filter {
        lang: editor.language.code().to_owned(),
        search: text("q"),
        live: text("live"),
        offered: text("offered"),
        age: text("age"),
        content: text("filter"),
    };
    let sorting = Sorting::of(&query, "created", true);
    let wanted: i64 = text("page").parse().unwrap_or(1);
    let order = order(&sorting);
    let asked = filter.clone();
    let address = frame.address.clone();
    let (rows, pager, drafts, present) = cms
        .db
        .run(move |connection| {
            let offset = (wanted.max(1) - 1).saturating_mul(PER_PAGE);
            let mut rows = survey_list::list(connection, &asked, order, PER_PAGE, offset)?;
            if rows.is_empty() && offset > 0 {
                rows = survey_list::list(connection, &asked, order, PER_PAGE, 0)?;
            }
            let total = rows.first().map_or(0, |row| row.total);
            let table = Some(PLACE.table);
            let drafts = DraftQuery { lang, table, limit: i64::MAX, ..DraftQuery::default() };
            let drafts = drafting::list(connection, &drafts)?;
            let present = presence::in_table(connection, reader, PLACE.table, lang)?;
            Ok((rows, Pager::new(total, PER_PAGE, wanted, &address), drafts, present))
        })
        .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let audience = &cms.settings.audience;
    let ages = audience.age_options(frame.language);
    let filters = audience.filter_options(frame.language);
    let now = clock::now();
    let first = pager.offset(PER_PAGE) + 1;
    let back = encoded(&frame.address);
    let of_survey = |(row, number): (ListedSurvey, i64)| {
        let until = row.date_created.0.and_then(survey::offered_until);
        let id = row.id.to_string();
        let draft = drafts.iter().find(|draft| draft.item_id == id);
        let here = present.iter().filter(|one| one.item_id == id);
        Row {
            draft: draft.map(|draft| draft.state.clone()).unwrap_or_default(),
            present: here.map(|one| one.editor_name.clone()).collect(),
            id,
            number: frame.number(&number),
            name: row.name,
            lang: editor.language.code(),
            questions: frame.number(&row.questions),
            created: super::day(&frame, row.date_created.0).replace(" · ", "\n"),
            until: super::day(&frame, until).replace(" · ", "\n"),
            is_over: until.is_none_or(|until| until < now),
            responses: super::responses(&frame, &cms, row.people),
            live: row.live,
            toggle: format!("/survey/{}/live?to={}&return={back}", row.id, !row.live),
            is_old: row.is_old,
            age: label(&ages, row.age_restriction_level),
            filter: label(&filters, row.content_filter),
        }
    };
    let rows = rows.into_iter().zip(first..).map(of_survey).collect();
    let new_drafts = drafts.into_iter().filter(|draft| draft.is_new).collect();
    let link = |column, descends| sorting.link(&frame.address, column, descends);
    let page = ListPage {
        rows,
        new_drafts,
        kind: PLACE,
        lang,
        back,
        total,
        is_filtered: [&filter.search, &filter.live, &filter.offered, &filter.age, &filter.content]
            .iter()
            .any(|text| !text.is_empty()),
        query: filter.search,
        live: filter.live,
        offered: filter.offered,
        age: filter.age,
        ages,
        filter: filter.content,
        filters,
        sort: Sort {
            name: link("name", false),
            questions: link("questions", true),
            created: link("created", true),
        },
        sorting,
        pager,
        frame,
    };
    pages::html(&page)
}

fn order(sorting: &Sorting) -> (SortedBy, Direction) {
    let by = match sorting.column.as_str() {
        "name" => SortedBy::Name,
        "questions" => SortedBy::Questions,
        _ => SortedBy::Created,
    };
    (by, if sorting.descends { Direction::Descending } else { Direction::Ascending })
}

/// What a level is called; nothing for everybody's.
fn label(options: &[(String, String)], level: i32) -> String {
    if level == 0 {
        return String::new();
    }
    let value = level.to_string();
    let found = options.iter().find(|(known, _)| *known == value);
    found.map_or(value, |(_, label)| label.clone())
}
