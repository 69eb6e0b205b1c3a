//! Batches of events: each stands for itself, and what is kept breaks no query.
#![no_main]

use std::collections::HashSet;

use domain::event::{Batch, Event, LONGEST, LONGEST_TYPE, parse_batch, without_copies};
use domain::json::{self, Fields};
use fuzz::{is_json, is_storable};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use server::body;

fuzz_target!(|data: &[u8]| {
    let text = body::text(data.to_vec());
    if let Ok(batch) = parse_batch(&text, false) {
        is_right(&batch);
        // A limit that cuts nothing off changes nothing.
        assert_eq!(parse_batch(&text, true).as_ref(), Ok(&batch));
        counts(&text, &batch);
        cut_off(&text, &batch);
    } else if let Ok(batch) = parse_batch(&text, true) {
        is_right(&batch);
    }
});

fn is_right(batch: &Batch<'_>) {
    let ids: HashSet<_> = batch.events.iter().map(|event| event.id).collect();
    assert_eq!(ids.len(), batch.events.len(), "an id is there twice");
    for event in &batch.events {
        assert!(!event.kind.is_empty() && event.kind.len() <= LONGEST_TYPE);
        is_storable(&event.kind, "a type");
        let of_statistics = ["ANSWER_SURVEY", "ANSWER_QUIZ"].contains(&event.kind.as_str());
        for text in [event.payload, event.metadata] {
            is_json(text, "an event");
            assert!(text.starts_with(['{', '[']) && text.len() <= LONGEST);
            assert!(!(of_statistics && breaks_queries(text)), "{text}");
            copies(event, text);
        }
    }
}

/// Whether a string in the text is one that PostgreSQL cannot take out of it: read as a tree,
/// which has no place for half a character, it is none or holds a NUL.
fn breaks_queries(text: &str) -> bool {
    fn holds_nul(value: &Value) -> bool {
        match value {
            Value::String(text) => text.contains('\0'),
            Value::Array(values) => values.iter().any(holds_nul),
            Value::Object(members) => {
                members.iter().any(|(key, value)| key.contains('\0') || holds_nul(value))
            }
            _ => false,
        }
    }
    // A number beyond all bounds is no tree either, and does no harm in a text.
    serde_json::from_str::<Value>(text)
        .map_or_else(|_| json::has_unstorable_text(text), |value| holds_nul(&value))
}

/// Without the copies of who sent it an event is the same JSON, less those members.
fn copies(event: &Event<'_>, text: &str) {
    let left = without_copies(text, Some(&event.id));
    is_json(&left, "an event without copies");
    assert_eq!(without_copies(&left, Some(&event.id)), left, "once is enough");
    let (Ok(before), Ok(after)) = (Fields::parse(text), Fields::parse(&left)) else {
        assert_eq!(left, text);
        return;
    };
    assert_eq!(after.get("deviceId"), None);
    for (key, value) in before.iter() {
        let may_go = ["deviceId", "user_id", "userID", "user"].contains(&key);
        assert!(may_go || after.get(key) == Some(value), "{key} is lost");
    }
    assert!(after.iter().all(|(key, value)| before.get(key) == Some(value)));
}

/// No element is lost without being counted.
fn counts(text: &str, batch: &Batch<'_>) {
    let Ok(Value::Object(members)) = serde_json::from_str::<Value>(text) else { return };
    let Some(Value::Array(elements)) = members.get("events") else {
        panic!("a batch without events: {text}");
    };
    assert!(batch.events.len() + batch.dropped.len() <= elements.len());
    assert!(batch.events.len() + batch.dropped.len() > 0 || elements.is_empty());
}

/// Of what arrived whole the same is kept as if all had arrived.
fn cut_off(text: &str, batch: &Batch<'_>) {
    let middle = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    // A repeated name of the member in what is missing would have replaced these.
    if text.matches("events").count() > 1 || text.contains("\\u") {
        return;
    }
    if let Ok(part) = parse_batch(&text[..middle], true) {
        assert!(batch.events.starts_with(&part.events), "{:?}", part.events);
        assert!(batch.dropped.starts_with(&part.dropped));
    }
}
