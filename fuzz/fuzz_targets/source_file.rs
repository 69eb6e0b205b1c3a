//! Source files of the app that are converted back: no computing, no loss.
#![no_main]

use cms::exchange::bundle;
use domain::exchange::literal::{Literal, read};
use fuzz::is_storable;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let outcome = read(text);
    match &outcome {
        Ok((_, value)) => texts(value),
        Err(unreadable) => assert!(unreadable.line <= text.matches('\n').count() + 1),
    }
    if let Ok(value) = serde_json::from_str::<Value>(text)
        && is_plain(&value, 0)
    {
        let read = outcome.map(|(_, literal)| as_json(&literal));
        assert_eq!(read, Ok(value), "JSON is read as JSON");
    }
    written_again(text);
});

fn texts(value: &Literal) {
    match value {
        Literal::Text(text) => is_storable(text, "a text"),
        Literal::List(values) => values.iter().for_each(texts),
        Literal::Object(members) => members.iter().for_each(|(_, value)| texts(value)),
        Literal::Null | Literal::Bool(_) | Literal::Number(_) => {}
    }
}

/// Whether it is JSON that such files may hold: not deep, and without NUL.
fn is_plain(value: &Value, depth: usize) -> bool {
    let has_room = depth <= 60;
    has_room
        && match value {
            Value::String(text) => !text.contains('\0'),
            Value::Array(values) => values.iter().all(|value| is_plain(value, depth + 1)),
            Value::Object(members) => members
                .iter()
                .all(|(name, value)| !name.contains('\0') && is_plain(value, depth + 1)),
            _ => true,
        }
}

fn as_json(value: &Literal) -> Value {
    match value {
        Literal::Null => Value::Null,
        Literal::Bool(value) => Value::Bool(*value),
        Literal::Number(text) => serde_json::from_str(text).unwrap_or(Value::Null),
        Literal::Text(text) => Value::String(text.clone()),
        Literal::List(values) => values.iter().map(as_json).collect(),
        Literal::Object(members) => Value::Object(
            members.iter().map(|(name, value)| (name.clone(), as_json(value))).collect(),
        ),
    }
}

/// What was read and is written is read as the same.
fn written_again(text: &str) {
    let Ok(first) = bundle::read(text) else { return };
    let source = bundle::source(&first.content).expect("what was read can be written");
    let second = bundle::read(&source).expect("what was written can be read");
    let json = bundle::json(&first.content).expect("as JSON too");
    let third = bundle::read(&json).expect("and that can be read");
    let shown = |read: &cms::exchange::workbook::Read| format!("{:?}", read.content);
    assert_eq!(shown(&second), shown(&third), "both forms say the same");
    let source = bundle::source(&second.content).expect("again");
    let fourth = bundle::read(&source).expect("and again");
    assert_eq!(shown(&second), shown(&fourth), "nothing changes any more");
}
