use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::depth::{MAX_DEPTH, depth_ok, no_deeper};
use super::{JsonError, string};

/// The members of one JSON object: each key with the JSON text of its value.
///
/// Values stay the text that was sent. As in JavaScript a repeated key keeps its first
/// position and its last value. Keys are compared after their escapes are resolved; a
/// lone surrogate in a key counts as U+FFFD.
#[derive(Debug, Clone, Default)]
pub struct Fields<'a> {
    members: Vec<Member<'a>>,
    positions: HashMap<Cow<'a, str>, usize>,
    /// Whether a key came again, so that a value was sent that is not among the members.
    repeated: bool,
}

#[derive(Debug, Clone)]
struct Member<'a> {
    key: Cow<'a, str>,
    key_token: &'a str,
    value: &'a str,
}

impl<'a> Fields<'a> {
    /// The members of the object `text`, which is checked for depth as well.
    ///
    /// Anything but an object is [`JsonError::Malformed`].
    pub fn parse(text: &'a str) -> Result<Self, JsonError> {
        match Self::parse_shallow(text) {
            // A phone's store is one long string, which need not be read again for brackets.
            Ok(fields) if fields.is_shallow() => Ok(fields),
            other if depth_ok(text) => other,
            _ => Err(JsonError::TooDeep),
        }
    }

    /// Whether every value that was sent is known to be no deeper than it may be inside an object.
    fn is_shallow(&self) -> bool {
        let is_shallow = |value: &str| value.starts_with('"') || no_deeper(value, MAX_DEPTH - 1);
        !self.repeated && self.members.iter().all(|member| is_shallow(member.value))
    }

    /// As [`Fields::parse`] for a text whose depth has been checked already, such as a
    /// value of another `Fields`.
    pub fn parse_shallow(text: &'a str) -> Result<Self, JsonError> {
        serde_json::from_str(text).map_err(|_| JsonError::Malformed)
    }

    /// No members: what a route sees of an absent body.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The JSON text of the value of `key`; `Some("null")` and `None` (absent) differ.
    pub fn get(&self, key: &str) -> Option<&'a str> {
        self.positions.get(key).map(|&at| self.members[at].value)
    }

    /// Keys (escapes resolved) and JSON texts of their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &'a str)> {
        self.members.iter().map(|member| (member.key.as_ref(), member.value))
    }

    /// As [`Fields::iter`], the keys as JSON text in their quotes: for writing the object
    /// again.
    pub fn tokens(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.members.iter().map(|member| (member.key_token, member.value))
    }

    fn insert(&mut self, key_token: &'a str, value: &'a str) {
        let key = resolved(key_token);
        if let Some(&at) = self.positions.get(&key) {
            self.members[at].value = value;
            self.repeated = true;
            return;
        }
        self.positions.insert(key.clone(), self.members.len());
        self.members.push(Member { key, key_token, value });
    }
}

/// The key without quotes and escapes; nearly all keys are borrowed from the text.
fn resolved(key_token: &str) -> Cow<'_, str> {
    if key_token.contains('\\') {
        return Cow::Owned(string(key_token).unwrap_or_default());
    }
    Cow::Borrowed(key_token.trim_matches('"'))
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Fields::empty();
        while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
            fields.insert(key.get(), value.get());
        }
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn members_keep_their_order_and_their_text() {
        let text = r#" { "b" : 1.50, "a":{"x": [1, 2]} ,"\u0063":"\ud800", "": null } "#;
        let fields = Fields::parse(text).unwrap();
        let members: Vec<_> = fields.iter().collect();
        assert_eq!(
            members,
            [("b", "1.50"), ("a", r#"{"x": [1, 2]}"#), ("c", r#""\ud800""#), ("", "null"),]
        );
        let keys: Vec<_> = fields.tokens().map(|(key, _)| key).collect();
        assert_eq!(keys, [r#""b""#, r#""a""#, r#""\u0063""#, r#""""#]);
        assert_eq!(fields.get("c"), Some(r#""\ud800""#));
        assert_eq!(fields.get(""), Some("null"));
        assert_eq!(fields.get("d"), None);
    }

    #[test]
    fn a_repeated_key_keeps_its_first_place_and_its_last_value() {
        let fields = Fields::parse(r#"{"a":1,"b":2,"\u0061":3,"a":4}"#).unwrap();
        let members: Vec<_> = fields.iter().collect();
        assert_eq!(members, [("a", "4"), ("b", "2")]);
    }

    #[test]
    fn keys_may_hold_quotes_and_lone_surrogates() {
        let fields = Fields::parse(r#"{"\"":1,"a\"":2,"\ud800":3,"__proto__":4}"#).unwrap();
        assert_eq!(fields.get("\""), Some("1"));
        assert_eq!(fields.get("a\""), Some("2"));
        assert_eq!(fields.get("\u{fffd}"), Some("3"));
        assert_eq!(fields.get("__proto__"), Some("4"));
    }

    #[test]
    fn anything_but_one_object_is_malformed() {
        let cases = [
            "",
            " ",
            "null",
            "1",
            "\"x\"",
            "[]",
            "[{}]",
            "{",
            "}",
            "{}{}",
            "{},",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "{1:1}",
            "{null:1}",
            "{\"a\":01}",
            "{\"a\":NaN}",
            "{\"a\":\"\n\"}",
            "{\"a\":[1,]}",
            "\u{feff}{}",
        ];
        for text in cases {
            assert_eq!(Fields::parse(text).err(), Some(JsonError::Malformed), "{text}");
        }
    }

    #[test]
    fn depth_is_checked_only_by_parse() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(127), "]".repeat(127));
        assert_eq!(Fields::parse(&deep).err(), Some(JsonError::TooDeep));
        assert!(Fields::parse_shallow(&deep).is_ok());
        let deepest = format!("{{\"b\":1,\"a\":{}{}}}", "[".repeat(126), "]".repeat(126));
        assert!(Fields::parse(&deepest).is_ok());
        // A value that a later one of the same key takes the place of was sent all the same.
        let replaced = format!("{},\"a\":1}}", &deep[..deep.len() - 1]);
        assert_eq!(Fields::parse(&replaced).err(), Some(JsonError::TooDeep));
        // So was one that is not even JSON.
        assert_eq!(Fields::parse(&"[".repeat(128)).err(), Some(JsonError::TooDeep));
        let text = format!("{{\"a\":\"{}\"}}", "[".repeat(500));
        assert!(Fields::parse(&text).is_ok());
    }

    #[test]
    fn very_deep_text_costs_no_stack() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(500_000), "]".repeat(500_000));
        assert!(Fields::parse_shallow(&deep).is_ok());
    }
}
