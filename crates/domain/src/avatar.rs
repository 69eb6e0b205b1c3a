//! The figure that a girl dresses in the app, and what is stored of it.
//!
//! An avatar is a JSON object; the app reads the stored one back at login. Its keys are
//! the app's business and are stored as they were sent, but three of them always get a
//! value that every version of the app can draw.

use serde_json::value::RawValue;

use crate::json::{Fields, JsonError, string};
use crate::text::trim_js;

/// The key that says whether the girl may dress a figure of her own.
const UNLOCKED: &str = "customAvatarUnlocked";

/// The JSON text to store for an avatar update, given the JSON text of the request's
/// `avatar` field.
///
/// Of an object: its members in their order, as they were sent, with
/// - `devices` cut down to its strings that are not blank, or `null` if none is left,
/// - `customAvatarUnlocked` `false` unless it is a boolean,
/// - `smile` `"smile"` if it is `null`,
///
/// and these three appended in this order where they are absent. `null`, which the caller
/// stores as NULL, and the other values that JavaScript takes for false (`false`, `0`,
/// `""`) come back as they are. Anything else is [`JsonError::Malformed`], as broken JSON
/// is.
pub fn normalise(raw: &str) -> Result<String, JsonError> {
    let fields = match Fields::parse(raw) {
        Err(JsonError::Malformed) if is_falsy(raw) => return Ok(raw.trim().to_owned()),
        parsed => parsed?,
    };
    Ok(with_defaults(
        &fields,
        [("devices", devices), (UNLOCKED, unlocked_if_boolean), ("smile", smile)],
    ))
}

/// The JSON text to store for the avatar of a new account, given the JSON text of the
/// signup's `avatar` field, if there is one.
///
/// Of an object: its members as they were sent, with `customAvatarUnlocked` `false` where
/// it is absent or a value that JavaScript takes for false. Anything else counts as `{}`:
/// no signup fails over an avatar.
pub fn at_signup(raw: Option<&str>) -> String {
    let fields = raw.and_then(|raw| Fields::parse(raw).ok());
    with_defaults(&fields.unwrap_or_default(), [(UNLOCKED, unlocked_if_truthy)])
}

/// From the JSON text of a member's value, if it is there, to the text to store.
type Rule = fn(Option<&str>) -> String;

/// The object of `fields` with each rule applied to its member, or that member appended.
fn with_defaults<const N: usize>(fields: &Fields<'_>, rules: [(&str, Rule); N]) -> String {
    let present = fields.iter().zip(fields.tokens());
    let mut members: Vec<String> = present
        .map(|((key, value), (token, _))| match rules.iter().find(|(ruled, _)| *ruled == key) {
            Some((_, rule)) => format!("{token}:{}", rule(Some(value))),
            None => format!("{token}:{value}"),
        })
        .collect();
    let absent = rules.iter().filter(|(key, _)| fields.get(key).is_none());
    members.extend(absent.map(|(key, rule)| format!("\"{key}\":{}", rule(None))));
    format!("{{{}}}", members.join(","))
}

fn devices(value: Option<&str>) -> String {
    let items: Vec<&RawValue> =
        value.and_then(|raw| serde_json::from_str(raw).ok()).unwrap_or_default();
    let kept: Vec<&str> =
        items.into_iter().map(RawValue::get).filter(|item| is_filled(item)).collect();
    if kept.is_empty() {
        return "null".to_owned();
    }
    format!("[{}]", kept.join(","))
}

/// Whether `raw` is a string with more than white space in it.
fn is_filled(raw: &str) -> bool {
    string(raw).is_some_and(|text| !trim_js(&text).is_empty())
}

fn unlocked_if_boolean(value: Option<&str>) -> String {
    (value == Some("true")).to_string()
}

fn unlocked_if_truthy(value: Option<&str>) -> String {
    value.filter(|raw| !is_falsy(raw)).unwrap_or("false").to_owned()
}

fn smile(value: Option<&str>) -> String {
    value.filter(|raw| *raw != "null").unwrap_or(r#""smile""#).to_owned()
}

/// Whether JavaScript takes the JSON value `raw` for false: `null`, `false`, `""` and
/// every spelling of zero.
fn is_falsy(raw: &str) -> bool {
    match raw.trim() {
        "null" | "false" | "\"\"" => true,
        token => serde_json::from_str(token).is_ok_and(|number: f64| number == 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn updates_keep_what_is_sent_and_fill_in_the_rest() {
        let cases = [
            ("{}", r#"{"devices":null,"customAvatarUnlocked":false,"smile":"smile"}"#),
            (
                r#"{ "body" : "small", "hair": "01" }"#,
                r#"{"body":"small","hair":"01","devices":null,"customAvatarUnlocked":false,"smile":"smile"}"#,
            ),
            (
                r#"{"smile":"laugh","customAvatarUnlocked":true,"devices":["glasses"]}"#,
                r#"{"smile":"laugh","customAvatarUnlocked":true,"devices":["glasses"]}"#,
            ),
            (
                r#"{"smile":null,"x":{"y": 1.50},"customAvatarUnlocked":"yes"}"#,
                r#"{"smile":"smile","x":{"y": 1.50},"customAvatarUnlocked":false,"devices":null}"#,
            ),
            (
                r#"{"smile":"","customAvatarUnlocked":null,"devices":[]}"#,
                r#"{"smile":"","customAvatarUnlocked":false,"devices":null}"#,
            ),
            (
                r#"{"smile":7,"customAvatarUnlocked":1,"devices":"glasses"}"#,
                r#"{"smile":7,"customAvatarUnlocked":false,"devices":null}"#,
            ),
            (
                r#"{"customAvatarUnlocked":false,"devices":[" hat ", "", " \t", "\u00a0", null, 5, ["a"], "\u0068at", "\ud800"]}"#,
                r#"{"customAvatarUnlocked":false,"devices":[" hat ","\u0068at","\ud800"],"smile":"smile"}"#,
            ),
            (
                r#"{"devices":["",{}]}"#,
                r#"{"devices":null,"customAvatarUnlocked":false,"smile":"smile"}"#,
            ),
            (
                r#"{"\u0073mile":null,"smile":"grin"}"#,
                r#"{"\u0073mile":"grin","devices":null,"customAvatarUnlocked":false}"#,
            ),
            (
                r#"{"a\"b":1,"नाम":"x","\ud800":2}"#,
                r#"{"a\"b":1,"नाम":"x","\ud800":2,"devices":null,"customAvatarUnlocked":false,"smile":"smile"}"#,
            ),
            ("null", "null"),
            (" null ", "null"),
            ("false", "false"),
            ("0", "0"),
            ("-0.0", "-0.0"),
            (r#""""#, r#""""#),
        ];
        for (raw, stored) in cases {
            assert_eq!(normalise(raw).as_deref(), Ok(stored), "{raw}");
        }
    }

    #[test]
    fn updates_with_anything_else_are_malformed() {
        for raw in ["", "[]", "[{}]", r#""x""#, "true", "1", "1e400", "{", "nul", "{}{}"] {
            assert_eq!(normalise(raw), Err(JsonError::Malformed), "{raw}");
        }
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(127), "]".repeat(127));
        assert_eq!(normalise(&deep), Err(JsonError::TooDeep));
    }

    #[test]
    fn signups_always_have_an_avatar() {
        let cases = [
            (None, r#"{"customAvatarUnlocked":false}"#),
            (Some("null"), r#"{"customAvatarUnlocked":false}"#),
            (Some("5"), r#"{"customAvatarUnlocked":false}"#),
            (Some("true"), r#"{"customAvatarUnlocked":false}"#),
            (Some(r#""x""#), r#"{"customAvatarUnlocked":false}"#),
            (Some("[1]"), r#"{"customAvatarUnlocked":false}"#),
            (Some("{}"), r#"{"customAvatarUnlocked":false}"#),
            (
                Some(r#"{"body":"large","devices":[""]}"#),
                r#"{"body":"large","devices":[""],"customAvatarUnlocked":false}"#,
            ),
            (
                Some(r#"{"customAvatarUnlocked":true,"b":1}"#),
                r#"{"customAvatarUnlocked":true,"b":1}"#,
            ),
            (Some(r#"{"customAvatarUnlocked":"yes"}"#), r#"{"customAvatarUnlocked":"yes"}"#),
            (Some(r#"{"customAvatarUnlocked":[]}"#), r#"{"customAvatarUnlocked":[]}"#),
            (Some(r#"{"customAvatarUnlocked":""}"#), r#"{"customAvatarUnlocked":false}"#),
            (Some(r#"{"customAvatarUnlocked":0}"#), r#"{"customAvatarUnlocked":false}"#),
            (Some(r#"{"customAvatarUnlocked":null}"#), r#"{"customAvatarUnlocked":false}"#),
        ];
        for (raw, stored) in cases {
            assert_eq!(at_signup(raw), stored, "{raw:?}");
        }
    }
}
