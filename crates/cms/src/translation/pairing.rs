//! `GET /translation/pairing`: which rows of the two languages probably belong together.

use actix_web::HttpResponse;
use askama::Template;
use db::translation::{self, Unpaired};
use domain::content::kinds;
use domain::translation::pairing::{Candidate, Comparison, Confidence, Proposal, propose};
use domain::translation::{Part, part, plain};
use serde_json::{Value, json};
use server::answer;
use server::error::Error;
use server::query::Query;

use super::start::or_untitled;
use super::{lookup, words};
use crate::content::shortened;
use crate::pages::{self, Call, Frame};

/// The tables in the order in which they are best paired: parents first.
const ORDER: [&str; 10] = [
    "category",
    "subcategory",
    "article",
    "video",
    "quiz",
    "did_you_know",
    "avatar_messages",
    "survey",
    "help_center_attribute",
    "help_center",
];

/// Most proposals on one page: a person looks at each.
const MOST: usize = 100;

#[derive(Template)]
#[template(path = "translation/pairing.html")]
struct PairingPage {
    frame: Frame,
    lang: &'static str,
    source_lang: &'static str,
    source_name: &'static str,
    own_name: &'static str,
    table: &'static str,
    tables: Vec<(&'static str, String)>,
    proposals: Vec<ProposalView>,
    /// How many there are besides.
    more: usize,
    /// Rows of either language that nothing is proposed for: key and heading.
    sources: Vec<(String, String)>,
    own: Vec<(String, String)>,
    /// The tables whose rows must be paired first, since these stand under them.
    first: Option<(&'static str, String)>,
}

struct ProposalView {
    pair: String,
    source: String,
    own: String,
    reasons: Vec<&'static str>,
    confidence: &'static str,
    tone: &'static str,
    chosen: bool,
}

/// `GET /translation/pairing`, with `table`.
pub(super) async fn show(call: Call, query: Query) -> Result<HttpResponse, Error> {
    let wanted = query.get("table").unwrap_or("category");
    let table = ORDER.into_iter().find(|table| *table == wanted).unwrap_or("category");
    let (source, target) = lookup::languages(&call.editor);
    let rows = call.cms.db.run(move |connection| Ok(translation::unpaired(connection, table)?));
    let (sources, own): (Vec<_>, Vec<_>) = rows
        .await?
        .into_iter()
        .filter(|row| [source.code(), target.code()].contains(&row.lang.as_str()))
        .partition(|row| row.lang == source.code());
    let proposals = proposals(table, &sources, &own);
    if !call.wants_page() {
        let told = |found: &Proposal| as_json(found, &sources, &own);
        return Ok(answer::ok(&proposals.iter().map(told).collect::<Vec<Value>>()));
    }
    let frame = call.frame;
    let left = |rows: &[Unpaired], proposed: fn(&Proposal) -> usize| -> Vec<(String, String)> {
        let taken: Vec<usize> = proposals.iter().map(proposed).collect();
        let rows = rows.iter().enumerate().filter(|(at, _)| !taken.contains(at));
        rows.map(|(_, row)| (row.id.clone(), or_untitled(&shortened(&row.heading), &frame)))
            .collect()
    };
    let view = |found: &Proposal| view(found, &sources, &own, &frame);
    let orphans = sources.iter().chain(&own).any(|row| row.parent.is_none());
    pages::html(&PairingPage {
        lang: target.code(),
        source_lang: source.code(),
        source_name: words::language(source),
        own_name: words::language(target),
        table,
        tables: ORDER
            .iter()
            .map(|table| (*table, words::many(&frame, table).into_owned()))
            .collect(),
        first: above(table)
            .filter(|_| orphans)
            .map(|above| (above, words::many(&frame, above).into_owned())),
        sources: left(&sources, |found| found.one),
        own: left(&own, |found| found.other),
        more: proposals.len().saturating_sub(MOST),
        proposals: proposals.iter().take(MOST).map(view).collect(),
        frame,
    })
}

/// The table whose rows the rows of `table` stand under.
fn above(table: &str) -> Option<&'static str> {
    match table {
        "article" => Some("subcategory"),
        "subcategory" => Some("category"),
        _ => None,
    }
}

fn proposals(table: &str, sources: &[Unpaired], own: &[Unpaired]) -> Vec<Proposal> {
    let comparison = Comparison {
        under_parents: above(table).is_some(),
        ordered: kinds::of_table(table).is_none_or(|kind| kind.ordered),
    };
    let candidates = |rows: &[Unpaired]| -> Vec<Candidate> {
        rows.iter().map(|row| candidate(table, row)).collect()
    };
    propose(comparison, &candidates(sources), &candidates(own))
}

/// What the comparison looks at.
fn candidate(table: &str, row: &Unpaired) -> Candidate {
    let mut candidate = Candidate {
        id: row.id.clone(),
        parent: row.parent.clone(),
        place: usize::try_from(row.place).unwrap_or(usize::MAX),
        siblings: usize::try_from(row.siblings).unwrap_or(usize::MAX),
        marks: row.audio.iter().cloned().collect(),
        ..Candidate::default()
    };
    let Some(kind) = kinds::of_table(table) else {
        // A survey: its texts, and how many questions it has.
        let values: Vec<&str> = row.values.iter().flatten().map(String::as_str).collect();
        candidate.text = values.join(" ");
        candidate.traits = row.values.get(2).cloned().flatten().into_iter().collect();
        return candidate;
    };
    for (field, value) in kind.fields.iter().zip(&row.values) {
        let value = value.as_deref().unwrap_or_default();
        match part(kind, field) {
            Part::Text => {
                candidate.text.push_str(value);
                candidate.text.push('\n');
            }
            Part::Fact if field.column != "right_answer" => {
                let mark = plain(value);
                if !mark.is_empty() {
                    candidate.marks.push(mark);
                }
            }
            Part::Shared if field.column.ends_with("emoji") => candidate.emoji = value.to_owned(),
            Part::Fact | Part::Shared => candidate.traits.push(value.to_owned()),
            Part::Link(_) | Part::Own => {}
        }
    }
    candidate
}

fn view(found: &Proposal, sources: &[Unpaired], own: &[Unpaired], frame: &Frame) -> ProposalView {
    let (source, own) = (&sources[found.one], &own[found.other]);
    let (confidence, tone) = words::confidence(found.confidence);
    ProposalView {
        pair: format!("{}:{}", source.id, own.id),
        source: or_untitled(&shortened(&source.heading), frame),
        own: or_untitled(&shortened(&own.heading), frame),
        reasons: found.reasons.iter().map(|reason| words::reason(*reason)).collect(),
        confidence,
        tone,
        chosen: found.confidence == Confidence::Sure,
    }
}

fn as_json(found: &Proposal, sources: &[Unpaired], own: &[Unpaired]) -> Value {
    let side = |row: &Unpaired| json!({ "id": row.id, "lang": row.lang, "heading": row.heading });
    json!({
        "source": side(&sources[found.one]),
        "target": side(&own[found.other]),
        "confidence": found.confidence.name(),
        "reasons": found.reasons.iter().map(|reason| reason.name()).collect::<Vec<_>>(),
    })
}
