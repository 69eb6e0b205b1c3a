//! `POST /account/export`

use insta::assert_snapshot;
use serde_json::json;

use crate::analytics::event_of;
use crate::phone::{ANSWER, PASSWORD};
use crate::service::Service;

const ROUTE: &str = "/account/export";

#[test]
fn a_girl_gets_everything_that_is_kept_and_no_hash() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let store =
        |text: &str| json!({"storeVersion": 3, "appState": format!(r#"{{"note":"{text}"}}"#)});
    girl.phone.post("/account/replace-store", &store("before the reset"));
    service.phone().reset_password("test-girl-1", ANSWER, PASSWORD);
    girl.phone.post("/account/replace-store", &store("after the reset"));
    let survey = event_of(
        "ANSWER_SURVEY",
        &json!({"id": "20000000-0000-4000-8000-000000000001", "user_id": girl.id}),
    );
    girl.phone.post("/analytics/append-events", &json!({"events": [survey]}));
    // Sent by a sister, about her.
    let quiz = event_of("ANSWER_QUIZ", &json!({"id": "q", "userID": girl.id.to_uppercase()}));
    let sister = service.girl("test-girl-2");
    sister.phone.post("/analytics/append-events", &json!({"events": [quiz]}));
    let message = json!({"name": "test-girl-1", "dateRec": "2026-01-01T00:00:00.000Z", "organization": "user",
        "platform": "mobile", "reason": "thanks", "email": "NA", "status": "open", "content": "a message", "lang": "en"});
    assert_eq!(service.phone().post("/mobile/suggestions", &message).status, 200);

    let answer =
        service.phone().post(ROUTE, &json!({"name": " test-girl-1 ", "password": PASSWORD}));
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"my-data.json\""));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let file = answer.json();
    let part =
        |pointer: &str| file.pointer(pointer).and_then(|value| value.as_str()).unwrap().to_owned();
    assert_snapshot!(answer.redacted(&[
        (&girl.id, "[id]"),
        (&girl.id.to_uppercase(), "[ID]"),
        (&part("/exportedAt"), "[time]"),
        (&part("/account/dateAccountSaved"), "[time]"),
        (&part("/events/0/createdAt"), "[time]"),
        (&part("/events/1/createdAt"), "[time]"),
        (&part("/events/0/localId"), "[event 1]"),
        (&part("/events/1/localId"), "[event 2]"),
    ]));
    assert!(!answer.text().contains("$2b$"));
    assert!(!answer.text().contains(&domain::account::name_hash("test-girl-1")));
}

#[test]
fn a_new_account_has_little_to_show() {
    let service = Service::start();
    service.girl("test-girl-1");
    let file =
        service.phone().post(ROUTE, &json!({"name": "test-girl-1", "password": PASSWORD})).json();
    for empty in ["events", "answeredSurveys", "messages"] {
        assert_eq!(file[empty], json!([]), "{empty}");
    }
    assert_eq!((&file["store"], &file["keptStore"]), (&json!(null), &json!(null)));
}

#[test]
fn a_token_opens_nothing() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for body in [json!({}), json!({"name": "test-girl-1"})] {
        assert_eq!(girl.phone.post(ROUTE, &body).status, 400, "{body}");
    }
    for (name, password) in [("test-girl-1", "wrong"), ("test-girl-1", ""), ("nobody", PASSWORD)] {
        let answer = girl.phone.post(ROUTE, &json!({"name": name, "password": password}));
        answer.is_error(401, "UnauthorizedError", "password_incorrect");
    }
    assert_eq!(girl.phone.get(ROUTE).status, 404);
}
