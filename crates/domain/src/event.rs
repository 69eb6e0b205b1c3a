//! Analytics events as phones send them: which are kept, which are dropped, and why.
//!
//! A phone sends its whole queue every minute until it gets a 2xx. One event that cannot be
//! stored must therefore never fail the batch, or that phone's queue would never drain.

mod copies;

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::json::{self, Fields};
use crate::person::parse_id;

pub use copies::without_copies;

/// Longest event that is kept, in bytes of its JSON text.
pub const LONGEST: usize = 16 * 1024;

/// Longest type that is kept, in bytes; the app's own have some twenty. The statistics list
/// types, and an index over them holds no longer ones.
pub const LONGEST_TYPE: usize = 255;

/// Types that are dropped without a word: the first five as the original did,
/// `ADJUST_PREDICTION` because it is cycle data that nothing reads.
const NOT_KEPT: [&str; 6] = [
    "USER_SET_FUTURE_PREDICTION_STATE_ACTIVE",
    "SCREEN_VIEWED",
    "CATEGORY_VIEWED",
    "SUBCATEGORY_VIEWED",
    "DAILY_CARD_USED",
    "ADJUST_PREDICTION",
];

/// Types whose payloads the statistics take apart in SQL.
const READ_BY_STATISTICS: [&str; 2] = ["ANSWER_SURVEY", "ANSWER_QUIZ"];

/// An event that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// The id the phone gave it; storing the same id again does nothing.
    pub id: Uuid,
    /// The id as the phone wrote it.
    pub id_as_sent: String,
    /// What happened.
    pub kind: String,
    /// JSON text of an object or array.
    pub payload: &'a str,
    /// JSON text of an object or array.
    pub metadata: &'a str,
}

/// Why an event was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drop {
    /// Its type is one of those that are never kept.
    NotKept,
    /// Longer than [`LONGEST`], or of a type longer than [`LONGEST_TYPE`].
    TooLong,
    /// Nested deeper than any honest event.
    TooDeep,
    /// Not an object with an id, a type, a payload and metadata.
    Malformed,
    /// Holds text that would make a statistics query fail.
    Unstorable,
}

impl Drop {
    /// A word for metrics.
    pub fn reason(self) -> &'static str {
        match self {
            Drop::NotKept => "not_kept",
            Drop::TooLong => "too_long",
            Drop::TooDeep => "too_deep",
            Drop::Malformed => "malformed",
            Drop::Unstorable => "unstorable",
        }
    }
}

/// A batch, sorted out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Batch<'a> {
    /// What can be stored, in the order sent; a repeated id is kept once, the first time.
    pub events: Vec<Event<'a>>,
    /// What cannot.
    pub dropped: Vec<Drop>,
}

/// The body is not a JSON object with an array `events`: no app sends that.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("send an object with an array named events")]
pub struct NotABatch;

/// Sorts out the JSON text of a request. `cut_off` says that the text ends where a limit was
/// reached: the events that arrived whole are then kept.
///
/// # Errors
///
/// [`NotABatch`].
pub fn parse_batch(text: &str, cut_off: bool) -> Result<Batch<'_>, NotABatch> {
    let mut elements = None;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let outcome =
        deserializer.deserialize_map(Members(&mut elements)).and_then(|()| deserializer.end());
    match outcome {
        Ok(()) => {}
        Err(error) if cut_off && error.is_eof() => {}
        Err(_) => return Err(NotABatch),
    }
    let mut batch = Batch::default();
    let mut seen = std::collections::HashSet::new();
    for element in elements.ok_or(NotABatch)? {
        match parse(element) {
            Ok(event) => {
                if seen.insert(event.id) {
                    batch.events.push(event);
                }
            }
            Err(reason) => batch.dropped.push(reason),
        }
    }
    Ok(batch)
}

fn parse(text: &str) -> Result<Event<'_>, Drop> {
    if text.len() > LONGEST {
        return Err(Drop::TooLong);
    }
    if !json::depth_ok(text) {
        return Err(Drop::TooDeep);
    }
    let fields = Fields::parse_shallow(text).map_err(|_| Drop::Malformed)?;
    let kind = fields.get("type").and_then(json::scalar_text).ok_or(Drop::Malformed)?;
    if kind.is_empty() || kind.starts_with(['{', '[']) || kind.contains('\0') {
        return Err(Drop::Malformed);
    }
    if kind.len() > LONGEST_TYPE {
        return Err(Drop::TooLong);
    }
    if NOT_KEPT.contains(&kind.as_str()) {
        return Err(Drop::NotKept);
    }
    // `localId` wins over `id`, as it did in the original, which spread the event over it.
    let id_as_sent = fields
        .get("localId")
        .or_else(|| fields.get("id"))
        .and_then(json::string)
        .ok_or(Drop::Malformed)?;
    let id = parse_id(&id_as_sent).ok_or(Drop::Malformed)?;
    let payload = structure(&fields, "payload")?;
    let metadata = structure(&fields, "metadata")?;
    if READ_BY_STATISTICS.contains(&kind.as_str())
        && (json::has_unstorable_text(payload) || json::has_unstorable_text(metadata))
    {
        return Err(Drop::Unstorable);
    }
    Ok(Event { id, id_as_sent, kind, payload, metadata })
}

fn structure<'a>(fields: &Fields<'a>, name: &str) -> Result<&'a str, Drop> {
    fields.get(name).filter(|raw| raw.starts_with(['{', '['])).ok_or(Drop::Malformed)
}

/// Visits the members of the body, looking for `events`. The elements go to a place outside,
/// so that they are still there when the text breaks off.
struct Members<'place, 'text>(&'place mut Option<Vec<&'text str>>);

impl<'text> Visitor<'text> for Members<'_, 'text> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object with an array named events")
    }

    fn visit_map<M: MapAccess<'text>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name == "events" {
                let place = self.0.insert(Vec::new());
                map.next_value_seed(Elements(place))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

struct Elements<'place, 'text>(&'place mut Vec<&'text str>);

impl<'text> DeserializeSeed<'text> for Elements<'_, 'text> {
    type Value = ();

    fn deserialize<D: Deserializer<'text>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'text> Visitor<'text> for Elements<'_, 'text> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<S: SeqAccess<'text>>(self, mut sequence: S) -> Result<(), S::Error> {
        while let Some(element) = sequence.next_element::<&'text RawValue>()? {
            self.0.push(element.get());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    const ID: &str = "5b6d2c7e-1111-4222-8333-944455566677";

    fn one(event: &str) -> Result<String, Drop> {
        let text = format!(r#"{{"events":[{event}]}}"#);
        let batch = parse_batch(&text, false).unwrap();
        match (batch.events.first(), batch.dropped.first()) {
            (Some(event), None) => Ok(event.kind.clone()),
            (None, Some(reason)) => Err(*reason),
            _ => panic!("neither kept nor dropped"),
        }
    }

    #[test]
    fn each_event_stands_for_itself() {
        let nul = r"\u0000";
        let half = r"\ud800";
        let long = "x".repeat(LONGEST);
        let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
        let cases: Vec<(String, Result<&str, Drop>)> = vec![
            (
                format!(r#"{{"id":"{ID}","type":"SHARE_APP","payload":{{}},"metadata":{{}}}}"#),
                Ok("SHARE_APP"),
            ),
            (format!(r#"{{"id":"{ID}","type":5,"payload":[],"metadata":[]}}"#), Ok("5")),
            (
                format!(
                    r#"{{"localId":"{ID}","id":"no","type":"A","payload":{{}},"metadata":{{}}}}"#
                ),
                Ok("A"),
            ),
            (
                format!(r#"{{"id":"{ID}","type":"SCREEN_VIEWED","payload":{{}},"metadata":{{}}}}"#),
                Err(Drop::NotKept),
            ),
            (
                format!(
                    r#"{{"id":"{ID}","type":"ADJUST_PREDICTION","payload":{{}},"metadata":{{}}}}"#
                ),
                Err(Drop::NotKept),
            ),
            (
                format!(r#"{{"id":"{ID}","type":{{}},"payload":{{}},"metadata":{{}}}}"#),
                Err(Drop::Malformed),
            ),
            (
                format!(r#"{{"id":"{ID}","type":"","payload":{{}},"metadata":{{}}}}"#),
                Err(Drop::Malformed),
            ),
            (
                format!(r#"{{"id":"{ID}","type":"A","payload":null,"metadata":{{}}}}"#),
                Err(Drop::Malformed),
            ),
            (format!(r#"{{"id":"{ID}","type":"A","payload":{{}}}}"#), Err(Drop::Malformed)),
            (
                r#"{"id":"x","type":"A","payload":{},"metadata":{}}"#.to_owned(),
                Err(Drop::Malformed),
            ),
            ("7".to_owned(), Err(Drop::Malformed)),
            (
                format!(r#"{{"id":"{ID}","type":"A","payload":{{"x":"{long}"}},"metadata":{{}}}}"#),
                Err(Drop::TooLong),
            ),
            (
                format!(r#"{{"id":"{ID}","type":"A","payload":{deep},"metadata":{{}}}}"#),
                Err(Drop::TooDeep),
            ),
            (
                format!(
                    r#"{{"id":"{ID}","type":"ANSWER_QUIZ","payload":{{"a":"{nul}"}},"metadata":{{}}}}"#
                ),
                Err(Drop::Unstorable),
            ),
            (
                format!(
                    r#"{{"id":"{ID}","type":"ANSWER_SURVEY","payload":{{"a":"{half}"}},"metadata":{{}}}}"#
                ),
                Err(Drop::Unstorable),
            ),
            (
                format!(
                    r#"{{"id":"{ID}","type":"SHARE_APP","payload":{{"a":"{nul}"}},"metadata":{{}}}}"#
                ),
                Ok("SHARE_APP"),
            ),
        ];
        for (event, expected) in cases {
            assert_eq!(one(&event), expected.map(str::to_owned), "{:.200}", event);
        }
    }

    #[test]
    fn a_repeated_id_is_kept_once() {
        let event =
            |kind| format!(r#"{{"id":"{ID}","type":"{kind}","payload":{{}},"metadata":{{}}}}"#);
        let text = format!(r#"{{"events":[{},{}]}}"#, event("A"), event("B"));
        let batch = parse_batch(&text, false).unwrap();
        assert_eq!(batch.events.len(), 1);
        assert_eq!(batch.events[0].kind, "A");
    }

    #[test]
    fn what_arrived_whole_of_a_cut_off_batch_is_kept() {
        let event = format!(r#"{{"id":"{ID}","type":"A","payload":{{}},"metadata":{{}}}}"#);
        let text = format!(r#"{{"events":[{event},{{"id":"5b6d2c7e-"#);
        assert_eq!(parse_batch(&text, true).unwrap().events.len(), 1);
        assert_eq!(parse_batch(&text, false), Err(NotABatch));
    }

    #[test]
    fn anything_else_is_no_batch() {
        for text in [
            "",
            "[]",
            "7",
            "null",
            "{}",
            r#"{"events":null}"#,
            r#"{"events":{}}"#,
            r#"{"events":[1,]}"#,
        ] {
            assert_eq!(parse_batch(text, false), Err(NotABatch), "{text}");
        }
    }
}
