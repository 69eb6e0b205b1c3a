//! Whatever anybody sends: never a 5xx, never a hang, always the one shape of errors. That
//! errors are no 5xx and that every answer has its security headers is checked wherever a
//! request is sent.

mod addresses;
mod bodies;
mod connections;
mod fields;

use serde_json::{Value, json};

use crate::http::Answer;
use crate::phone::PASSWORD;

/// Every route that reads a body, with one that it takes from `test-girl-1`. The secret answers
/// are wrong, because wrong ones are throttled soon and then cost no time.
fn routes() -> Vec<(&'static str, Value)> {
    let credentials = json!({"name": "test-girl-1", "password": PASSWORD});
    vec![
        ("/account/signup", crate::phone::signup_body("test-girl-1")),
        ("/account/login", credentials.clone()),
        ("/account/export", credentials.clone()),
        ("/account/delete-from-password", credentials),
        (
            "/account/reset-password",
            json!({"name": "test-girl-1", "secretAnswer": "wrong", "password": PASSWORD}),
        ),
        ("/account/replace-store", json!({"storeVersion": 3, "appState": "{}"})),
        (
            "/account/edit-info",
            json!({"name": "test-girl-1", "dateOfBirth": "2010-02-02", "gender": "Female",
            "location": "Urban", "secretQuestion": "favourite_actor", "metadata": {}}),
        ),
        (
            "/account/edit-secret-answer",
            json!({"previousSecretAnswer": "wrong", "nextSecretAnswer": "x"}),
        ),
        (
            "/account/update-avatar",
            json!({"avatar": {"devices": ["a"], "smile": "b", "customAvatarUnlocked": true}}),
        ),
        ("/account/update-verified-dates", json!({"metadata": {"periodDates": []}})),
        ("/analytics/append-events", json!({"events": []})),
        (
            "/menstruation-prediction",
            json!({"cycle_lengths": [28], "period_lengths": [5], "age": 14}),
        ),
        (
            "/mobile/suggestions",
            json!({"name": "test-girl-1", "dateRec": "2026-01-01", "organization": "user",
            "platform": "mobile", "reason": "r", "email": "NA", "status": "open", "content": "c", "lang": "en"}),
        ),
    ]
}

/// Expects a success, or a failure in the one shape: name and message, in this order, and
/// nothing of what is behind the service. The deletion route fails in plain text.
#[track_caller]
fn is_proper(answer: &Answer, what: &str) {
    if answer.status < 400 {
        return;
    }
    if answer.header("content-type") == Some("text/plain; charset=utf-8") {
        return;
    }
    let body = answer.json();
    let body = body.as_object().unwrap();
    assert_eq!(body.keys().collect::<Vec<_>>(), ["message", "name"], "{what}");
    assert!(answer.text().starts_with(r#"{"name":""#), "{what}: {}", answer.text());
    let message = body["message"].as_str().unwrap();
    for leak in [
        "oky_user",
        "SELECT",
        "INSERT",
        "crates/",
        "periodtracker",
        "panicked",
        "$2b$",
        "127.0.0.1",
    ] {
        assert!(!message.contains(leak), "{what}: {message}");
    }
}
