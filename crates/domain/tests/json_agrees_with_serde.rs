//! Our reading of JSON as text against the reading of it as a tree by `serde_json`.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::json::{
    Fields, MAX_DEPTH, depth_ok, embedded, has_unstorable_text, scalar_text, string, validate,
};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Any JSON value that `serde_json` can hold, with strings that need escapes.
fn any_value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        // Quarters: serde_json reads a long fraction only to the last but one bit.
        any::<i32>().prop_map(|quarters| Value::from(f64::from(quarters) / 4.0)),
        any::<String>().prop_map(Value::from),
        "[\"\\\\\u{0}\n/u0-9नe\u{301}😀]{0,8}".prop_map(Value::from),
    ];
    scalar.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Value::from(Map::from_iter(members))),
        ]
    })
}

/// Text that is often nearly JSON.
fn json_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud800", "\\udc00", "\\u0000",
            "\"a\"", "null", "true", "-", "0", "1e5", " ", "\n",
        ])
        .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Whether a string or key inside `value` holds U+0000; lone surrogates cannot occur.
fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(members) => {
            members.iter().any(|(key, member)| key.contains('\0') || holds_nul(member))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn never_panics(text: &str) {
    let _ = validate(text);
    let _ = depth_ok(text);
    let _ = string(text);
    let _ = embedded(text);
    let _ = scalar_text(text);
    let _ = has_unstorable_text(text);
    if let Ok(fields) = Fields::parse(text) {
        for (key, value) in fields.iter() {
            assert!(fields.get(key) == Some(value));
            let _ = scalar_text(value);
        }
    }
}

proptest! {
    #[test]
    fn what_serde_writes_is_valid(value in any_value()) {
        let compact = value.to_string();
        prop_assert_eq!(validate(&compact), Ok(()));
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        prop_assert_eq!(validate(&pretty), Ok(()));
        prop_assert_eq!(has_unstorable_text(&compact), holds_nul(&value));
    }

    #[test]
    fn fields_agree_with_the_map(value in any_value()) {
        let text = serde_json::to_string_pretty(&value).unwrap();
        let Ok(fields) = Fields::parse(&text) else {
            prop_assert!(!value.is_object());
            return Ok(());
        };
        let map = value.as_object().unwrap();
        prop_assert_eq!(fields.iter().count(), map.len());
        for (key, member) in map {
            let raw = fields.get(key).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Value>(raw).unwrap(), member);
        }
        let written: Vec<_> = fields.tokens().map(|(key, raw)| format!("{key}:{raw}")).collect();
        let again: Value = serde_json::from_str(&format!("{{{}}}", written.join(","))).unwrap();
        prop_assert_eq!(again, value);
    }

    #[test]
    fn strings_agree(text in any::<String>()) {
        let raw = Value::from(text.clone()).to_string();
        prop_assert_eq!(string(&raw), Some(text.clone()));
        prop_assert_eq!(embedded(&raw), Some(text.clone()));
        prop_assert_eq!(scalar_text(&raw), Some(text));
    }

    #[test]
    fn strings_of_escaped_units_are_decoded_as_javascript_does(
        units in prop::collection::vec(prop_oneof![
            any::<u16>(), 0xD7FE_u16..0xE002, Just(0xD800), Just(0xDC00),
        ], 0..8),
    ) {
        let raw: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
        let raw = format!("\"{raw}\"");
        prop_assert_eq!(string(&raw), Some(String::from_utf16_lossy(&units)));
        let lone_or_nul = char::decode_utf16(units.iter().copied())
            .any(|decoded| !matches!(decoded, Ok(c) if c != '\0'));
        prop_assert_eq!(has_unstorable_text(&raw), lone_or_nul);
        let expected: String = char::decode_utf16(units)
            .map(|decoded| match decoded {
                Ok(c) => c.to_string(),
                Err(lone) => format!("\\u{:04x}", lone.unpaired_surrogate()),
            })
            .collect();
        prop_assert_eq!(embedded(&raw), Some(expected));
    }

    #[test]
    fn whatever_serde_takes_is_valid_and_agrees(text in json_like()) {
        never_panics(&text);
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            prop_assert_eq!(validate(&text), Ok(()));
            prop_assert_eq!(string(&text), value.as_str().map(str::to_owned));
            prop_assert_eq!(Fields::parse(&text).is_ok(), value.is_object());
        }
        if validate(&text).is_err() {
            prop_assert!(serde_json::from_str::<Value>(&text).is_err());
            prop_assert_eq!(string(&text), None);
        }
    }

    #[test]
    fn nothing_panics_on_any_text(text in any::<String>()) {
        never_panics(&text);
    }

    #[test]
    fn nothing_panics_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        never_panics(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn depth_is_the_nesting(depth in 1_usize..300) {
        let text = "[".repeat(depth) + &"]".repeat(depth);
        prop_assert_eq!(depth_ok(&text), depth <= MAX_DEPTH);
        prop_assert_eq!(validate(&text).is_ok(), depth <= MAX_DEPTH);
        prop_assert_eq!(serde_json::from_str::<Value>(&text).is_ok(), depth <= MAX_DEPTH);
    }
}
