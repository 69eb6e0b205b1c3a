//! What a phone writes into an event about who sent it, though the token says so already.

use std::borrow::Cow;

use uuid::Uuid;

use crate::json::{Fields, string};
use crate::person::parse_id;

/// A number that the phone has made up for itself. Nothing reads it.
const DEVICE: &str = "deviceId";

/// Where ids of accounts are: in payloads, in payloads of older apps, and in metadata.
const PEOPLE: [&str; 3] = ["user_id", "userID", "user"];

/// The JSON text of a payload or of metadata without the phone's own number and without the id
/// of the account that sent it, `None` where no token said which. Another account's id stays: it
/// is all by which that girl's events can be found and deleted. So does a text that holds
/// neither, letter by letter.
pub fn without_copies<'a>(text: &'a str, sender: Option<&Uuid>) -> Cow<'a, str> {
    let Ok(fields) = Fields::parse_shallow(text) else { return Cow::Borrowed(text) };
    let is_copy = |key: &str, value: &str| {
        let names_sender =
            || sender.is_some() && string(value).and_then(|id| parse_id(&id)).as_ref() == sender;
        key == DEVICE || (PEOPLE.contains(&key) && names_sender())
    };
    if !fields.iter().any(|(key, value)| is_copy(key, value)) {
        return Cow::Borrowed(text);
    }
    let kept = fields.iter().zip(fields.tokens());
    let kept: Vec<String> = kept
        .filter(|((key, value), _)| !is_copy(key, value))
        .map(|(_, (token, value))| format!("{token}:{value}"))
        .collect();
    Cow::Owned(format!("{{{}}}", kept.join(",")))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn what_the_token_says_is_not_kept_twice() {
        const ID: &str = "5b6d2c7e-1111-4222-8333-944455566677";
        let sender = parse_id(ID).unwrap();
        let other = "6b6d2c7e-1111-4222-8333-944455566677";
        for (text, expected) in [
            (format!(r#"{{"a":1,"user_id":"{ID}","deviceId":"x"}}"#), r#"{"a":1}"#.to_owned()),
            (format!(r#"{{"user":"{}"}}"#, ID.to_uppercase()), "{}".to_owned()),
            (
                format!(r#"{{"user":"{other}","userID":"{ID}","b":[{{"user":"{ID}"}}]}}"#),
                format!(r#"{{"user":"{other}","b":[{{"user":"{ID}"}}]}}"#),
            ),
            (r#"{ "user_id" : null, "c":"\ud800" }"#.to_owned(), String::new()),
            ("[1]".to_owned(), String::new()),
        ] {
            let expected = if expected.is_empty() { &text } else { &expected };
            assert_eq!(&without_copies(&text, Some(&sender)), expected, "{text}");
        }
        let named = format!(r#"{{"user_id":"{ID}","deviceId":null}}"#);
        assert_eq!(without_copies(&named, None), format!(r#"{{"user_id":"{ID}"}}"#));
    }
}
