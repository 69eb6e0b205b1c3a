//! The pages of releases.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::release::{self, Release, ReleaseItem, ReleaseListed};
use domain::language::Language;
use serde_json::{Value, json};
use server::answer;
use server::clock;
use server::error::Error;
use server::query::Query;
use uuid::Uuid;

use super::time;
use super::work::Obstacle;
use crate::content::NOTHING;
use crate::drafts::Subject;
use crate::pages::{self, Call, Frame, Pager};

const PER_PAGE: i64 = 25;

#[derive(Template)]
#[template(path = "releases/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<RowView>,
    pager: Pager,
}

struct RowView {
    listed: ReleaseListed,
    /// When it is or was published, in words.
    when: String,
}

/// `GET /releases`
pub(super) async fn list(call: Call, query: Query) -> Result<HttpResponse, Error> {
    let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000);
    let rows = call
        .cms
        .db
        .run(move |connection| Ok(release::list(connection, PER_PAGE, (page - 1) * PER_PAGE)?));
    let rows = rows.await?;
    if !call.wants_page() {
        let all: Vec<Value> = rows
            .iter()
            .map(|row| json!({ "id": row.id.to_string(), "name": row.name, "state": row.state, "items": row.items }))
            .collect();
        return Ok(answer::ok(&all));
    }
    let frame = call.frame;
    let pager = Pager::new(rows.first().map_or(0, |row| row.total), PER_PAGE, page, &frame.address);
    let rows = rows
        .into_iter()
        .map(|listed| {
            let at =
                if listed.state == "scheduled" { listed.publish_at } else { listed.published_at };
            let when = at.map(|at| time::in_words(at.0, frame.language)).unwrap_or_default();
            RowView { listed, when }
        })
        .collect();
    pages::html(&ListPage { frame, rows, pager })
}

#[derive(Template)]
#[template(path = "releases/release.html")]
struct ReleasePage {
    frame: Frame,
    release: Release,
    items: Vec<ItemView>,
    obstacles: Vec<ObstacleView>,
    /// When it is or was published, in words.
    when: String,
    earliest: String,
    crumbs: Vec<(String, String)>,
}

struct ItemView {
    listed: ReleaseItem,
    kind: String,
    language: &'static str,
    /// Its form; empty where this editor is working in another language.
    edit: String,
    /// Whether its draft was saved again since it was put in.
    changed: bool,
}

struct ObstacleView {
    heading: String,
    reason: String,
    told: Vec<String>,
}

/// `GET /releases/{id}`
pub(super) async fn one(call: Call, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let id = Uuid::parse_str(&path).map_err(|_| NOTHING)?;
    let found = call.cms.db.run(move |connection| {
        Ok((release::find(connection, id)?, release::items(connection, id)?))
    });
    let (Some(release), items) = found.await? else { return Err(NOTHING) };
    let obstacles: Vec<Obstacle> = release
        .problems
        .as_ref()
        .and_then(|problems| serde_json::from_str(&problems.0).ok())
        .unwrap_or_default();
    if !call.wants_page() {
        return Ok(answer::ok(&as_json(&release, &items, &obstacles)));
    }
    let (frame, lang) = (call.frame, call.editor.language.code());
    let at = if release.state == "scheduled" { release.publish_at } else { release.published_at };
    let items = items
        .into_iter()
        .filter_map(|listed| {
            let subject = Subject::of_table(&listed.item_table)?;
            let edit =
                if listed.lang == lang { subject.form(&listed.item()?) } else { String::new() };
            Some(ItemView {
                language: Language::from_code(&listed.lang).map_or("", Language::own_name),
                kind: subject.many(&frame),
                edit,
                changed: listed.present_version.is_some_and(|now| now != listed.draft_version),
                listed,
            })
        })
        .collect();
    pages::html(&ReleasePage {
        when: at.map(|at| time::in_words(at.0, frame.language)).unwrap_or_default(),
        earliest: time::for_field(clock::now()),
        obstacles: obstacles
            .into_iter()
            .map(|obstacle| ObstacleView {
                heading: obstacle.heading,
                reason: frame.t(&format!("release-obstacle-{}", obstacle.reason)).into_owned(),
                told: obstacle.told,
            })
            .collect(),
        crumbs: vec![("/releases".to_owned(), frame.t("release-many").into_owned())],
        frame,
        release,
        items,
    })
}

fn as_json(release: &Release, items: &[ReleaseItem], obstacles: &[Obstacle]) -> Value {
    let listed = |item: &ReleaseItem| {
        json!({
            "table": item.item_table,
            "id": item.item_id,
            "lang": item.lang,
            "heading": item.heading,
            "draft": item.draft_version,
        })
    };
    json!({
        "id": release.id.to_string(),
        "name": release.name,
        "state": release.state,
        "publishAt": release.publish_at.map(|at| at.0.to_iso()),
        "publishedAt": release.published_at.map(|at| at.0.to_iso()),
        "items": items.iter().map(listed).collect::<Vec<Value>>(),
        "problems": obstacles,
    })
}
