//! Wrong values for every member of every body.

use serde_json::{Value, json};

use super::{is_proper, routes};
use crate::service::Service;

/// Members and texts for them; a text is put in as it is.
fn wrong_values() -> Vec<String> {
    let deep = format!("{}{}", "[".repeat(120), "]".repeat(120));
    let too_deep = format!("{}1{}", "[".repeat(400), "]".repeat(400));
    let long = format!("\"{}\"", "x".repeat(300_000));
    let number = "9".repeat(400);
    [
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "-0.0",
        "\"\"",
        "\"  \"",
        r#""\u0000""#,
        r#""a\u0000bc""#,
        r#""\ud800bc""#,
        r#""'; DROP TABLE oky_user; --""#,
        r#""{{7*7}}${7*7}%s%n""#,
        r#""../../etc/passwd""#,
        "[]",
        "{}",
        "[null]",
        r#"{"__proto__":1,"constructor":{"prototype":2}}"#,
        r#""9999-99-99T99:99:99Z""#,
        r#""+999999-01-01T00:00:00Z""#,
        r#""-271821-04-20T00:00:00.000Z""#,
        "8.64e15",
        "-8.64e15",
        "9007199254740993",
        r#""NaN""#,
        r#""infinity""#,
        &deep,
        &too_deep,
        &long,
        &number,
    ]
    .map(str::to_owned)
    .to_vec()
}

#[test]
fn no_value_of_any_member_breaks_anything() {
    let service = Service::with(&[("USE_AVATAR_CUSTOMIZATION", "true")]);
    let girl = service.girl("test-girl-1");
    for (path, body) in routes() {
        for member in body.as_object().unwrap().keys() {
            let mut marked = body.clone();
            marked[member] = json!("?");
            for value in wrong_values() {
                let text = marked.to_string().replace("\"?\"", &value);
                let answer = girl.phone.post_text(path, &text);
                is_proper(&answer, &format!("{path} {member}={value:.60}"));
            }
            let mut without = body.clone();
            without.as_object_mut().unwrap().remove(member);
            is_proper(&girl.phone.post(path, &without), &format!("{path} without {member}"));
        }
    }
    assert_eq!(service.phone().get("/account/info/test-girl-1").status, 200);
}

#[test]
fn no_member_of_an_event_breaks_anything() {
    let service = Service::start();
    let event = crate::analytics::event_of("ANSWER_SURVEY", &json!({"id": "s", "user_id": "u"}));
    let mut events = Vec::new();
    for member in ["id", "type", "payload", "metadata", "localId"] {
        for value in wrong_values() {
            let mut marked: Value = event.clone();
            marked["id"] = json!(uuid::Uuid::new_v4().to_string());
            marked[member] = json!("?");
            events.push(marked.to_string().replace("\"?\"", &value));
        }
        for payload in wrong_values() {
            let mut marked = event.clone();
            marked["id"] = json!(uuid::Uuid::new_v4().to_string());
            marked["payload"]["user_id"] = json!("?");
            events.push(marked.to_string().replace("\"?\"", &payload));
        }
    }
    // One by one, so that no poison hides behind another.
    for event in events {
        let answer = service
            .phone()
            .post_text("/analytics/append-events", &format!("{{\"events\":[{event}]}}"));
        assert_eq!(answer.status, 200, "{event:.200}: {}", answer.text());
    }
}

#[test]
fn an_id_padded_with_a_lot_of_white_space_is_still_an_id() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let padded = format!("{}{}", girl.id, " ".repeat(20_000));
    let phone = service.phone().with_token(&crate::token::of(&padded));
    let event = crate::analytics::event_of("SHARE_APP", &json!({}));
    for (path, body) in [
        ("/account/update-verified-dates", json!({"metadata": {}})),
        ("/analytics/append-events", json!({"events": [event]})),
    ] {
        assert_eq!(phone.post(path, &body).status, 200, "{path}");
    }
}
