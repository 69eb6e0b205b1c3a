//! The list, as a panel beside the form and as JSON.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::drafting::{self, Draft};
use db::editing::{self, Image, Item};
use domain::content::Values;
use domain::language::Language;
use serde_json::json;
use server::answer;
use server::error::Error;

use super::check::{self, Check, Finding, addresses};
use super::links::{self, Found};
use crate::content::{ChoiceSet, NOTHING};
use crate::drafts::Subject;
use crate::pages::{self, Call, Frame};
use crate::translation::lookup;

#[derive(Template)]
#[template(path = "checklist/panel.html")]
struct Panel {
    frame: Frame,
    checks: Vec<Check>,
    /// How many links the text has.
    links: usize,
    path: String,
}

/// `GET /checklist/{table}/{id}`: of the draft, where there is one.
pub(super) async fn list(
    call: Call,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (subject, item) = item_of(&path)?;
    let work = match db::translation::is_translated(item.table().name) {
        true => lookup::work(&call.cms, &call.editor, &item).await?,
        false => None,
    };
    let (content, interface) = (call.editor.language, call.frame.language);
    let audience = call.cms.settings.audience.clone();
    let found = call.cms.db.run(move |connection| {
        let Some((row, draft)) = stored(connection, &item, content)? else { return Ok(None) };
        let lists = subject.lists();
        let published =
            ChoiceSet::load_lists(connection, lists.into_iter(), content, interface, &audience)?;
        let written = written(row.as_ref(), draft.as_ref());
        let (values, wrong) =
            subject.judge(connection, content, &audience, &item, &written, row.as_ref())?;
        let answered = subject.changes_answers(connection, &item, row.as_ref(), &values)?;
        Ok(Some((row, draft, published, values, wrong, answered)))
    });
    let (row, draft, choices, values, wrong, answered) = found.await?.ok_or(NOTHING)?;
    let checks = check::all(
        &call.frame,
        &choices,
        &check::Item {
            subject,
            values: &values,
            wrong: wrong.as_ref(),
            answered,
            row: row.as_ref(),
            draft: draft.as_ref(),
            translation: work.map(|work| work.state()),
        },
    );
    let links = addresses(subject, &values).len();
    if !call.wants_page() && !is_fragment(&call) {
        return Ok(answer::ok(&json!({ "checks": checks, "links": links })));
    }
    let path = format!("/checklist/{}/{}", path.0, path.1);
    pages::html(&Panel { frame: call.frame, checks, links, path })
}

#[derive(Template)]
#[template(path = "checklist/links.html")]
struct LinksPanel {
    frame: Frame,
    links: Vec<(String, Found)>,
}

/// `POST /checklist/{table}/{id}/links`: asks each address of the text what is there.
pub(super) async fn links(
    call: Call,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (subject, item) = item_of(&path)?;
    let content = call.editor.language;
    let found = call.cms.db.run(move |connection| Ok(stored(connection, &item, content)?)).await?;
    let (row, draft) = found.ok_or(NOTHING)?;
    let links = links::ask(addresses(subject, &written(row.as_ref(), draft.as_ref()))).await;
    if !call.wants_page() && !is_fragment(&call) {
        let all: Vec<_> = links
            .iter()
            .map(|(address, found)| json!({ "address": address, "found": found }))
            .collect();
        return Ok(answer::ok(&all));
    }
    pages::html(&LinksPanel { frame: call.frame, links })
}

/// Whether a script asks for a piece of a page.
fn is_fragment(call: &Call) -> bool {
    call.request.headers().contains_key("hx-request")
}

fn item_of(path: &(String, String)) -> Result<(Subject, Item), Error> {
    let subject = Subject::of_table(&path.0).ok_or(NOTHING)?;
    Ok((subject, subject.item(&path.1).ok_or(NOTHING)?))
}

fn stored(
    connection: &mut db::Connection,
    item: &Item,
    language: Language,
) -> db::QueryResult<Option<(Option<Image>, Option<Draft>)>> {
    let lang = language.code();
    let row = editing::image(connection, item)?.filter(|row| row.language() == lang);
    let draft = drafting::find(connection, item)?.filter(|draft| draft.lang == lang);
    Ok((row.is_some() || draft.is_some()).then_some((row, draft)))
}

fn written(row: Option<&Image>, draft: Option<&Draft>) -> Values {
    draft.map(Draft::values).or(row.map(Image::values)).unwrap_or_default()
}
