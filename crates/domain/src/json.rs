//! JSON as text: checked, cut into members and stored again without building a tree.
//!
//! A phone's state must come back as the very value that was sent. A tree of Rust values
//! cannot hold a lone surrogate, and numbers would be rewritten on the way; the text can,
//! and checking it costs no memory that a hostile body could inflate.

mod depth;
mod fields;
mod strings;

pub use depth::{MAX_DEPTH, depth_ok};
pub use fields::Fields;
pub use strings::{embedded, has_unstorable_text, scalar_text, string};

use serde_json::value::RawValue;

/// Why a text is not taken as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// Arrays and objects are nested deeper than [`MAX_DEPTH`].
    #[error("the JSON is nested deeper than {MAX_DEPTH} levels")]
    TooDeep,
    /// The text breaks the grammar, or is not the kind of value that is needed here.
    #[error("the JSON is malformed")]
    Malformed,
}

/// Checks that `text` is exactly one JSON value, nested no deeper than [`MAX_DEPTH`].
///
/// Lone surrogate escapes and `\u0000` inside strings are valid JSON and pass; see
/// [`has_unstorable_text`] for the places that cannot hold them. The depth is looked at
/// first, so a text that is both too deep and malformed is [`JsonError::TooDeep`].
pub fn validate(text: &str) -> Result<(), JsonError> {
    if !depth_ok(text) {
        return Err(JsonError::TooDeep);
    }
    serde_json::from_str::<&RawValue>(text).map(|_| ()).map_err(|_| JsonError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_one_value_is_valid() {
        let valid = [
            "null",
            " true ",
            "0",
            "-0",
            "1e400",
            "12345678901234567890",
            "\"\"",
            "[]",
            "{}",
            "\t{\"a\" : [1, 2.5e-3, null]}\n",
            r#""\u0000\ud800""#,
            r#"{"\ud800":"\udc00"}"#,
            "\"\u{7f}\u{2028}\"",
        ];
        for text in valid {
            assert_eq!(validate(text), Ok(()), "{text}");
        }
        let malformed = [
            "",
            " ",
            "nul",
            "NaN",
            "undefined",
            "[object Object]",
            "01",
            "+1",
            ".5",
            "1.",
            "'a'",
            "[1,]",
            "{\"a\":1,}",
            "{}{}",
            "[",
            "\"",
            "\"\t\"",
            r#""\x""#,
            r#""\u12""#,
            "\u{feff}null",
            "// a\nnull",
            "\u{a0}1",
            "1\0",
        ];
        for text in malformed {
            assert_eq!(validate(text), Err(JsonError::Malformed), "{text}");
        }
    }

    #[test]
    fn depth_is_judged_before_grammar() {
        assert_eq!(validate(&"[".repeat(128)), Err(JsonError::TooDeep));
        assert_eq!(validate(&"[".repeat(127)), Err(JsonError::Malformed));
        let deepest = "[".repeat(127) + &"]".repeat(127);
        assert_eq!(validate(&deepest), Ok(()));
    }
}
