use std::fmt;

use serde::de::{Deserializer, Error, Visitor};

/// The characters that JSON allows around a value.
const WHITE_SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The text of the JSON string token `raw`; None if `raw` is anything else.
///
/// A surrogate escape without its partner becomes U+FFFD: neither Rust nor the
/// database can hold one in text, and the original service hashed names that way too.
pub fn string(raw: &str) -> Option<String> {
    decode(raw, |_| REPLACEMENT.to_owned())
}

/// The text of the JSON string token `raw`, when that text is a JSON document itself.
///
/// A surrogate escape without its partner stays an escape of six characters, `\ud800`,
/// so that the inner document keeps it and gives it back.
pub fn embedded(raw: &str) -> Option<String> {
    decode(raw, |unit| format!("\\u{unit:04x}"))
}

/// What a text column of the database holds of the JSON value `raw`.
///
/// The text of a string (as [`string`]), None for `null` (and for a broken string), the
/// JSON text of any other value: the original's database driver turned numbers and
/// booleans into text likewise.
pub fn scalar_text(raw: &str) -> Option<String> {
    match raw.trim_matches(WHITE_SPACE) {
        "null" => None,
        token if token.starts_with('"') => string(token),
        token => Some(token.to_owned()),
    }
}

/// Whether any string or key inside the JSON text `raw` holds U+0000 or a surrogate
/// without its partner, as an escape.
///
/// The `json` type of `PostgreSQL` stores both, but `->>` and `jsonb` raise an error:
/// whatever a query takes apart must not contain them. Escapes that are not even JSON
/// count as well.
pub fn has_unstorable_text(raw: &str) -> bool {
    // Most texts have no such escape at all, and this search is the fastest there is.
    if !raw.contains("\\u") {
        return false;
    }
    // In JSON a backslash stands only inside strings, so strings need not be told apart.
    let mut rest = raw.as_bytes();
    while let Some(at) = rest.iter().position(|&byte| byte == b'\\') {
        rest = &rest[at..];
        // Both bytes of the escape are skipped at once: in `\\u0000` the second
        // backslash opens nothing.
        let escape_length = match unicode_escape(rest) {
            None if rest.get(1) != Some(&b'u') => 2,
            Some(unit) if unit != 0 && !(0xD800..=0xDFFF).contains(&unit) => 6,
            Some(0xD800..=0xDBFF) if is_low_surrogate(&rest[6..]) => 12,
            _ => return true,
        };
        rest = rest.get(escape_length..).unwrap_or_default();
    }
    false
}

fn is_low_surrogate(bytes: &[u8]) -> bool {
    unicode_escape(bytes).is_some_and(|unit| (0xDC00..=0xDFFF).contains(&unit))
}

/// The UTF-16 unit of a `\uXXXX` escape at the start of `bytes`.
fn unicode_escape(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, &byte| {
        let digit = char::from(byte).to_digit(16)?;
        Some(unit << 4 | u16::try_from(digit).ok()?)
    })
}

const REPLACEMENT: &str = "\u{fffd}";

/// The text of the string token `raw`, with `lone(unit)` in place of every surrogate
/// without a partner.
fn decode(raw: &str, lone: impl Fn(u16) -> String) -> Option<String> {
    // A phone's store has a hundred thousand escaped quotes and hardly ever anything else.
    if let Some(text) = short_escapes(raw) {
        return Some(text);
    }
    // Nearly every string is one that Rust can hold.
    if let Ok(text) = serde_json::from_str(raw) {
        return Some(text);
    }
    let token = raw.trim_matches(WHITE_SPACE);
    // `serde_json` does not look for control characters when it reads bytes.
    if token.bytes().any(|byte| byte < b' ') {
        return None;
    }
    let mut deserializer = serde_json::Deserializer::from_str(token);
    let bytes = deserializer.deserialize_byte_buf(BytesVisitor).ok()?;
    deserializer.end().ok()?;
    Some(without_surrogates(&bytes, lone))
}

/// The text of a string token without any `\uXXXX`, in one pass; None of whatever else.
fn short_escapes(raw: &str) -> Option<String> {
    let inside = raw.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = Vec::with_capacity(inside.len());
    let mut bytes = inside.bytes();
    while let Some(byte) = bytes.next() {
        text.push(match byte {
            b'\\' => match bytes.next()? {
                byte @ (b'"' | b'\\' | b'/') => byte,
                b'n' => b'\n',
                b't' => b'\t',
                b'r' => b'\r',
                b'b' => 0x08,
                b'f' => 0x0c,
                _ => return None,
            },
            b'"' | 0x00..b' ' => return None,
            byte => byte,
        });
    }
    String::from_utf8(text).ok()
}

/// Text from what `serde_json` makes of a string with lone surrogates: UTF-8 in which each
/// of them is encoded in three bytes, as if it were a character.
fn without_surrogates(bytes: &[u8], lone: impl Fn(u16) -> String) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        let valid = match std::str::from_utf8(rest) {
            Ok(valid) => valid,
            Err(error) => std::str::from_utf8(&rest[..error.valid_up_to()]).unwrap_or_default(),
        };
        text.push_str(valid);
        rest = &rest[valid.len()..];
        match rest {
            [] => return text,
            [0xED, middle, last, ..] => {
                let unit = 0xD000 | u16::from(middle & 0x3F) << 6 | u16::from(last & 0x3F);
                text.push_str(&lone(unit));
                rest = &rest[3..];
            }
            // Cannot happen: the token was valid UTF-8 and only surrogates were added.
            [_, others @ ..] => {
                text.push_str(REPLACEMENT);
                rest = others;
            }
        }
    }
}

/// Takes a string as bytes, the only form in which `serde_json` lets lone surrogates pass.
struct BytesVisitor;

impl Visitor<'_> for BytesVisitor {
    type Value = Vec<u8>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_decoded_and_lone_surrogates_are_replaced_or_kept() {
        // token, its text, its text as an embedded document
        let cases = [
            (r#""""#, "", ""),
            (r#""abc""#, "abc", "abc"),
            (" \t\"abc\"\r\n", "abc", "abc"),
            (r#""नेपाली""#, "नेपाली", "नेपाली"),
            (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t", "\"\\/\u{8}\u{c}\n\r\t"),
            (r#""\u0041\u00e9\u0928""#, "Aéन", "Aéन"),
            (r#""\u0000""#, "\0", "\0"),
            (r#""\ud83d\ude00""#, "😀", "😀"),
            (r#""\uD83D\uDE00""#, "😀", "😀"),
            (r#""\\ud800""#, r"\ud800", r"\ud800"),
            (r#""\ud800""#, "\u{fffd}", r"\ud800"),
            (r#""a\uD800b""#, "a\u{fffd}b", r"a\ud800b"),
            (r#""\udfff""#, "\u{fffd}", r"\udfff"),
            (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}", r"\ude00\ud83d"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀", r"\ud83d😀"),
            (r#""\ud83d\ud83d""#, "\u{fffd}\u{fffd}", r"\ud83d\ud83d"),
            (r#""\ud83d\u0041""#, "\u{fffd}A", r"\ud83dA"),
            (r#""\ud83d\n""#, "\u{fffd}\n", "\\ud83d\n"),
            (r#""\ud83dx\ude00""#, "\u{fffd}x\u{fffd}", r"\ud83dx\ude00"),
            // Half of the pair is an escape of the inner document: together they are one.
            (r#""\ud83d\\ude00""#, "\u{fffd}\\ude00", r"\ud83d\ude00"),
            (r#""í\ud800í""#, "í\u{fffd}í", r"í\ud800í"),
            (r#""한\ud800한""#, "한\u{fffd}한", r"한\ud800한"),
        ];
        for (raw, text, document) in cases {
            assert_eq!(string(raw).as_deref(), Some(text), "string({raw})");
            assert_eq!(embedded(raw).as_deref(), Some(document), "embedded({raw})");
        }
    }

    #[test]
    fn what_is_no_string_has_no_text() {
        let cases = [
            "",
            "\"",
            "null",
            "true",
            "1",
            "{}",
            "[]",
            r#"["a"]"#,
            "[97]",
            "abc",
            r#""abc"#,
            r#"abc""#,
            r#""a"b""#,
            r#""a" "b""#,
            r#""a\""#,
            r#""\x""#,
            r#""\u12""#,
            r#""\u12g4""#,
            r#""\ud800\u12""#,
            "\"a\nb\"",
            "\"\u{1}\"",
            "\u{a0}\"a\"",
        ];
        for raw in cases {
            assert_eq!(string(raw), None, "string({raw:?})");
            assert_eq!(embedded(raw), None, "embedded({raw:?})");
        }
    }

    #[test]
    fn a_text_column_holds_the_text_of_scalars() {
        let cases = [
            ("null", None),
            (r#""Urban""#, Some("Urban")),
            (r#""""#, Some("")),
            (r#""null""#, Some("null")),
            (r#""\ud800""#, Some("\u{fffd}")),
            ("5", Some("5")),
            ("1.50", Some("1.50")),
            (" true ", Some("true")),
            (r#"{"a":1}"#, Some(r#"{"a":1}"#)),
            (r#""broken"#, None),
        ];
        for (raw, text) in cases {
            assert_eq!(scalar_text(raw).as_deref(), text, "scalar_text({raw})");
        }
    }

    #[test]
    fn escapes_that_postgresql_refuses_are_found() {
        let cases = [
            (r#""plain""#, false),
            (r#""\u0001\u0041""#, false),
            (r#""\ud83d\ude00""#, false),
            (r#""\uD83D\uDE00\u0041""#, false),
            (r#""\\u0000""#, false),
            (r#""\\\\u0000""#, false),
            (r#""\\ud800""#, false),
            (r#""\n\"\\""#, false),
            (r#""\n\u0041""#, false),
            (r#""\u0000""#, true),
            (r#""\\\u0000""#, true),
            (r#"{"a":{"b":["x","\u0000"]}}"#, true),
            (r#"{"\u0000":1}"#, true),
            (r#"{"\udc00":1}"#, true),
            (r#""\ud800""#, true),
            (r#""\ud800x\udc00""#, true),
            (r#""\ud800\ud800\udc00""#, true),
            (r#""\ud800\u0041""#, true),
            (r#""\udc00\ud800""#, true),
            (r#""\ud83d\ude00\u0000""#, true),
            (r#""\u00"#, true),
            (r#""\u+000""#, true),
            ("\"\\u12\u{e9}\"", true),
            ("\\", false),
        ];
        for (raw, unstorable) in cases {
            assert_eq!(has_unstorable_text(raw), unstorable, "{raw}");
        }
    }
}
