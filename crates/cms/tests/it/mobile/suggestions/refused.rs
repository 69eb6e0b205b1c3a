//! What is no message.

use testkit::Database;

use super::{FORM, send, without};
use crate::mobile::published::published;
use crate::services;

const FIELDS: [&str; 8] =
    ["dateRec", "organization", "platform", "reason", "email", "status", "content", "lang"];

/// Each of these ended the original service.
#[test]
fn what_cannot_be_stored_is_400() {
    let cms = published();
    for field in FIELDS {
        let answer = send(&cms, &without(field));
        assert_eq!(answer.status, 400, "{field}");
        let expected = format!(r#"{{"name":"BadRequestError","message":"{field} is missing"}}"#);
        assert_eq!(answer.text(), expected);
    }
    let with = |from: &str, to: &str| FORM.replace(from, to);
    let bad = [
        with(r#""open""#, "null"),
        with("test-girl-1", r"nul \u0000 inside"),
        with("test-girl-1", "nul \0 inside"),
        with("It works", r"\u0000"),
        with("ne\"}", &format!("{}\"}}", "x".repeat(1_001))),
        with("It works", &"x".repeat(10_001)),
        with("It works", r"\x"),
        with("}", ""),
        format!("[{FORM}]"),
        format!("{FORM}{FORM}"),
        "[".repeat(200),
        "null".to_owned(),
        "\"text\"".to_owned(),
        "{}".to_owned(),
        String::new(),
    ];
    for form in bad {
        let answer = send(&cms, &form);
        assert_eq!(answer.status, 400, "{form:.80}");
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    }
}

#[test]
fn only_json_in_utf_8_is_taken() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let post = |content_type: &str| {
        let headers = [("Content-Type", content_type)];
        cms.request("POST", "/mobile/suggestions", &headers, FORM.as_bytes()).status
    };
    let taken = [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=\"UTF-8\"",
    ];
    for content_type in taken {
        assert_eq!(post(content_type), 200, "{content_type}");
    }
    let refused = [
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "",
    ];
    for content_type in refused {
        assert_eq!(post(content_type), 415, "{content_type}");
    }
    assert_eq!(database.count("SELECT count(*) FROM suggestion"), 3);
}
