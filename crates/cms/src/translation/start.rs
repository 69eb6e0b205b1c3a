//! `/start`: what there is to do in the language that an editor works in.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use askama::Template;
use db::drafting::{self, DraftListed, DraftQuery};
use db::translation::{self, OwnRow, TABLES, Work, WorkQuery};
use domain::access::Ability;
use domain::translation::State;
use serde_json::{Value, json};
use server::answer;
use server::error::Error;

use super::list::{RowView, as_json};
use super::{lookup, words};
use crate::access::Editor;
use crate::pages::{self, Call, Frame};

/// Its address: where editors begin.
pub(crate) const PATH: &str = "/start";

/// Lines of each part; the rest is a click away.
const LINES: usize = 5;

/// Most drafts that are looked at.
const DRAFTS: i64 = 200;

#[derive(Template)]
#[template(path = "translation/start.html")]
struct StartPage {
    frame: Frame,
    lang: &'static str,
    source_lang: &'static str,
    /// Key of the name of the language that is worked in.
    own_name: &'static str,
    coverage: Coverage,
    kinds: Vec<KindView>,
    parts: Vec<PartView>,
    /// Drafts that wait for this editor: to be looked through, or to be worked over.
    review: Vec<DraftView>,
    returned: Vec<DraftView>,
    mine: Vec<DraftView>,
    review_count: usize,
    hidden: Vec<HiddenView>,
    hidden_count: usize,
    /// Rows that have no partner although there are such rows in both languages.
    unpaired: usize,
}

/// How much of what the app shows in the other language it also shows in this one.
#[derive(Clone, Copy, Debug, Default)]
struct Coverage {
    done: usize,
    outdated: usize,
    missing: usize,
    in_progress: usize,
}

impl Coverage {
    fn count(&mut self, state: State) {
        match state {
            State::Done => self.done += 1,
            State::Outdated => self.outdated += 1,
            State::Missing => self.missing += 1,
            State::InProgress => self.in_progress += 1,
        }
    }

    fn all(&self) -> usize {
        self.done + self.outdated + self.missing + self.in_progress
    }

    /// In per cent, rounded down: 100 means that nothing is left.
    fn percent(&self) -> usize {
        (self.done * 100).checked_div(self.all()).unwrap_or(100)
    }

    fn of(&self, state: State) -> usize {
        match state {
            State::Done => self.done,
            State::Outdated => self.outdated,
            State::Missing => self.missing,
            State::InProgress => self.in_progress,
        }
    }

    /// Key of a sentence that says how far it is.
    fn sentence(&self) -> &'static str {
        match self.percent() {
            100 => "translation-covered-all",
            90.. => "translation-covered-nearly",
            50.. => "translation-covered-most",
            1.. => "translation-covered-some",
            _ => "translation-covered-none",
        }
    }
}

struct KindView {
    table: &'static str,
    name: String,
    coverage: Coverage,
}

/// The first of the rows in one state.
struct PartView {
    state: State,
    title: &'static str,
    hint: &'static str,
    count: usize,
    rows: Vec<RowView>,
}

struct DraftView {
    kind: String,
    heading: String,
    edit: String,
    listed: DraftListed,
}

struct HiddenView {
    kind: String,
    heading: String,
    edit: String,
}

/// `GET /start`
pub(super) async fn show(call: Call) -> Result<HttpResponse, Error> {
    if !call.editor.may(Ability::WriteContent) {
        return Ok(pages::see_other("/account"));
    }
    let (source, target) = lookup::languages(&call.editor);
    let (from, into) = (source.code(), target.code());
    let found = call.cms.db.run(move |connection| {
        let query = WorkQuery { target: into, source: from, table: None, id: None };
        let drafts = DraftQuery { lang: into, table: None, state: None, limit: DRAFTS, offset: 0 };
        Ok((
            translation::work(connection, &query)?,
            drafting::list(connection, &drafts)?,
            translation::loose(connection, into)?,
        ))
    });
    let (work, drafts, loose) = found.await?;
    let (coverage, by_table) = coverage(&work);
    if !call.wants_page() {
        return Ok(answer::ok(&told(coverage, &by_table, &work, &drafts)));
    }
    let frame = call.frame;
    let kinds = TABLES
        .into_iter()
        .filter_map(|table| {
            let coverage = *by_table.get(table)?;
            Some(KindView { table, name: words::many(&frame, table).into_owned(), coverage })
        })
        .collect();
    let parts = [
        (State::Outdated, "translation-outdated", "translation-outdated-hint"),
        (State::Missing, "translation-missing", "translation-missing-hint"),
        (State::InProgress, "translation-in-progress", "translation-in-progress-hint"),
    ]
    .into_iter()
    .filter(|(state, ..)| coverage.of(*state) > 0)
    .map(|(state, title, hint)| {
        let rows = work.iter().filter(|row| row.source_live && row.state() == state);
        PartView {
            state,
            title,
            hint,
            count: coverage.of(state),
            rows: rows.take(LINES).map(|row| RowView::of(row, &frame)).collect(),
        }
    })
    .collect();
    let [review, returned, mine] = sorted(drafts, &call.editor, &frame);
    let hidden: Vec<&OwnRow> = loose.iter().filter(|row| !row.live).collect();
    pages::html(&StartPage {
        lang: into,
        source_lang: from,
        own_name: words::language(target),
        coverage,
        kinds,
        parts,
        review_count: review.len(),
        review,
        returned,
        mine,
        hidden_count: hidden.len(),
        hidden: hidden.into_iter().take(2 * LINES).map(|row| hidden_view(row, &frame)).collect(),
        unpaired: unpaired(&work, &loose),
        frame,
    })
}

fn coverage(work: &[Work]) -> (Coverage, BTreeMap<&str, Coverage>) {
    let mut all = Coverage::default();
    let mut by_table: BTreeMap<&str, Coverage> = BTreeMap::new();
    for row in work.iter().filter(|row| row.source_live) {
        let state = row.state();
        all.count(state);
        by_table.entry(row.item_table.as_str()).or_default().count(state);
    }
    (all, by_table)
}

/// How many rows the assistant could still pair: in each table as many as the language with
/// fewer loose rows has.
fn unpaired(work: &[Work], loose: &[OwnRow]) -> usize {
    let of = |table: &str| {
        let sources = work.iter().filter(|row| row.item_table == table && row.pair.is_none());
        let own = loose.iter().filter(|row| row.item_table == table && !row.paired);
        sources.count().min(own.count())
    };
    TABLES.into_iter().map(of).sum()
}

/// Drafts that wait for `editor`'s eyes, those that came back to her, and the others of hers.
fn sorted(drafts: Vec<DraftListed>, editor: &Editor, frame: &Frame) -> [Vec<DraftView>; 3] {
    let mut parts = [Vec::new(), Vec::new(), Vec::new()];
    for listed in drafts {
        let is_hers = listed.editor_id == Some(editor.id);
        let at = match (listed.state.as_str(), is_hers) {
            ("review", false) => 0,
            ("review", true) => 2,
            (_, true) if listed.returned => 1,
            (_, true) => 2,
            _ => continue,
        };
        parts[at].push(DraftView {
            kind: frame.t(&format!("table-{}", listed.item_table)).into_owned(),
            heading: words::heading(frame, &listed.item_table, &listed.heading),
            edit: words::form(&listed.item_table, &listed.item_id),
            listed,
        });
    }
    parts
}

fn hidden_view(row: &OwnRow, frame: &Frame) -> HiddenView {
    HiddenView {
        kind: frame.t(&format!("table-{}", row.item_table)).into_owned(),
        heading: words::heading(frame, &row.item_table, &row.heading),
        edit: words::form(&row.item_table, &row.item_id),
    }
}

pub(super) fn or_untitled(heading: &str, frame: &Frame) -> String {
    if heading.trim().is_empty() {
        return frame.t("translation-untitled").into_owned();
    }
    heading.to_owned()
}

fn told(
    coverage: Coverage,
    by_table: &BTreeMap<&str, Coverage>,
    work: &[Work],
    drafts: &[DraftListed],
) -> Value {
    let of = |coverage: &Coverage| {
        json!({
            "percent": coverage.percent(),
            "done": coverage.done,
            "outdated": coverage.outdated,
            "missing": coverage.missing,
            "inProgress": coverage.in_progress,
        })
    };
    let open = work.iter().filter(|row| row.source_live && row.state() != State::Done);
    json!({
        "coverage": of(&coverage),
        "byTable": by_table.iter().map(|(table, coverage)| ((*table).to_owned(), of(coverage)))
            .collect::<serde_json::Map<String, Value>>(),
        "open": open.map(as_json).collect::<Vec<Value>>(),
        "inReview": drafts.iter().filter(|draft| draft.state == "review").count(),
    })
}
