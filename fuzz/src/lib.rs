//! What the targets share.

use domain::json;

/// Panics unless `text` is one JSON value, as our own reading and `serde_json`'s agree.
pub fn is_json(text: &str, what: &str) {
    assert!(json::validate(text).is_ok(), "{what} is no JSON: {text}");
    assert!(serde_json::from_str::<&serde_json::value::RawValue>(text).is_ok(), "{what}: {text}");
}

/// Panics where a text column of PostgreSQL could not hold `text`.
pub fn is_storable(text: &str, what: &str) {
    assert!(!text.contains('\0'), "{what} holds a NUL");
}

/// The first line, and what follows it.
pub fn first_line(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}
