//! Messages from the app's contact form.

use serde_json::Value;

/// The reasons that the app, today's and older ones, and the web page offer.
pub const REASONS: [&str; 9] = [
    "report_bug",
    "request_topic",
    "problem_app",
    "suggestion",
    "report_an_issue",
    "need_help",
    "request_for_more_information",
    "request_access_to_source_code",
    "Other",
];

/// What has become of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nobody has dealt with it.
    Open,
    /// It is dealt with.
    Closed,
}

impl Status {
    /// As it is stored: `open` or `close`.
    pub fn name(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Closed => "close",
        }
    }

    /// What a stored text means. The sender writes it, so it can be anything: only `close`
    /// closes.
    pub fn of_stored(text: &str) -> Status {
        if text == Status::Closed.name() { Status::Closed } else { Status::Open }
    }

    /// As the original's page says it: `1` is open, `0` closed.
    pub fn from_digit(text: &str) -> Option<Status> {
        match text {
            "1" => Some(Status::Open),
            "0" => Some(Status::Closed),
            _ => None,
        }
    }
}

/// The reason in a stored `reason`: the text itself, or the member `value` of the object behind
/// the picker that today's app sends and that is stored as its JSON text.
pub fn reason(stored: &str) -> String {
    let Ok(Value::Object(members)) = serde_json::from_str::<Value>(stored) else {
        return stored.trim().to_owned();
    };
    let text = |name: &str| members.get(name).and_then(Value::as_str).map(str::trim);
    let given = text("value").filter(|value| !value.is_empty()).or_else(|| text("label"));
    given.unwrap_or(stored).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Status, reason};

    #[test]
    fn reasons_come_in_two_forms() {
        let cases = [
            ("report_bug", "report_bug"),
            (" Other ", "Other"),
            (r#"{"label":"Report a bug","value":"report_bug"}"#, "report_bug"),
            (r#"{ "value" : "Other" , "label" : "अन्य" }"#, "Other"),
            (r#"{"label":"Only a label"}"#, "Only a label"),
            (r#"{"label":"Only a label","value":""}"#, "Only a label"),
            (r#"{"value":7}"#, r#"{"value":7}"#),
            ("{broken", "{broken"),
            (r#"["a"]"#, r#"["a"]"#),
            ("7", "7"),
            ("", ""),
        ];
        for (stored, expected) in cases {
            assert_eq!(reason(stored), expected, "{stored}");
        }
    }

    #[test]
    fn only_close_closes() {
        for (text, status) in [
            ("open", Status::Open),
            ("close", Status::Closed),
            ("closed", Status::Open),
            ("", Status::Open),
            ("spam", Status::Open),
        ] {
            assert_eq!(Status::of_stored(text), status, "{text}");
        }
        assert_eq!(Status::from_digit("1"), Some(Status::Open));
        assert_eq!(Status::from_digit("0"), Some(Status::Closed));
        assert_eq!(Status::from_digit("true"), None);
    }
}
