//! Searching for words that are like those that were written.

use std::collections::BTreeMap;

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Nullable, Text};
use domain::search::{ENOUGH, Likeness, alike, folded_words};

use super::find::{Facet, Filter, Found, MARK_END, MARK_START, PASSES, Results, bound};

/// About how many words of a text are shown.
const SHOWN: usize = 32;

#[derive(QueryableByName)]
struct Candidate {
    #[diesel(sql_type = Text)]
    item_table: String,
    #[diesel(sql_type = Text)]
    item_id: String,
    #[diesel(sql_type = Bool)]
    is_draft: bool,
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = Text)]
    heading: String,
    #[diesel(sql_type = Text)]
    body: String,
    #[diesel(sql_type = Text)]
    folded: String,
    #[diesel(sql_type = Nullable<Bool>)]
    live: Option<bool>,
    #[diesel(sql_type = Bool)]
    lacks_audio: bool,
    #[diesel(sql_type = Bool)]
    too_long: bool,
    #[diesel(sql_type = Bool)]
    has_draft: bool,
}

/// What has words like all of those asked for, best first: misspelled, or written in the other
/// script.
///
/// # Errors
///
/// Diesel's own.
pub fn similar(
    connection: &mut PgConnection,
    filter: &Filter,
    limit: usize,
    offset: usize,
) -> QueryResult<Results> {
    let words = folded_words(&filter.words);
    if words.is_empty() {
        return Ok(Results::default());
    }
    let candidates: Vec<Candidate> = bound!(
        format!(
            "SELECT item_table, item_id, is_draft, lang, heading, body, folded, live, lacks_audio, \
                    too_long, EXISTS (SELECT FROM draft WHERE (draft.item_table, draft.item_id) \
                                      = (entry.item_table, entry.item_id)) AS has_draft \
               FROM search_entry AS entry WHERE {PASSES} ORDER BY heading, item_table, item_id"
        ),
        filter,
        ""
    )
    .load(connection)?;
    let mut likeness = Likeness::to(words.clone());
    let likely: Vec<f32> =
        candidates.iter().map(|candidate| likeness.of(&candidate.folded)).collect();
    drop(likeness);
    let mut fitting: Vec<(f32, Candidate)> =
        likely.into_iter().zip(candidates).filter(|(likely, _)| *likely >= ENOUGH).collect();
    fitting.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    for (_, candidate) in &fitting {
        *counts.entry(candidate.item_table.clone()).or_default() += 1;
    }
    let mut facets: Vec<Facet> =
        counts.into_iter().map(|(item_table, count)| Facet { item_table, count }).collect();
    facets.sort_by_key(|facet| -facet.count);
    let items = fitting
        .into_iter()
        .filter(|(_, found)| filter.table.is_empty() || found.item_table == filter.table)
        .skip(offset)
        .take(limit)
        .map(|(likeness, candidate)| shown(candidate, likeness, &words))
        .collect();
    Ok(Results { items, facets, similar: true })
}

fn shown(candidate: Candidate, likeness: f32, words: &[String]) -> Found {
    let heading = marked(&candidate.heading, words, usize::MAX);
    let excerpt = marked(&candidate.body, words, SHOWN);
    Found {
        heading,
        excerpt,
        item_table: candidate.item_table,
        item_id: candidate.item_id,
        is_draft: candidate.is_draft,
        lang: candidate.lang,
        live: candidate.live,
        lacks_audio: candidate.lacks_audio,
        too_long: candidate.too_long,
        has_draft: candidate.has_draft,
        rank: f64::from(likeness),
    }
}

/// A text with marks around the words that are like one of `words`, cut to about `most` words
/// around the first of them.
fn marked(text: &str, words: &[String], most: usize) -> String {
    let parts: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let is_like = |part: &str| {
        let sounds = folded_words(part);
        sounds.iter().any(|sound| words.iter().any(|word| alike(word, sound) >= ENOUGH))
    };
    let hits: Vec<bool> = parts.iter().map(|part| is_like(part)).collect();
    let first = hits.iter().position(|hit| *hit);
    let start =
        first.map_or(0, |at| if most == usize::MAX { 0 } else { at.saturating_sub(most / 4) });
    let end = start.saturating_add(most).min(parts.len());
    let mut shown = String::new();
    if start > 0 {
        shown.push_str("… ");
    }
    for at in start..end {
        let (word, space) = parts[at].split_at(parts[at].trim_end().len());
        if hits[at] {
            shown.push(MARK_START);
            shown.push_str(word);
            shown.push(MARK_END);
        } else {
            shown.push_str(word);
        }
        shown.push_str(space);
    }
    if end < parts.len() {
        shown.push('…');
    }
    shown
}
