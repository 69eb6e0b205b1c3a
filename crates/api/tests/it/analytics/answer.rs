//! What is stored of an event, and what its sender is told.

use insta::assert_snapshot;
use serde_json::json;

use super::{append, event_of};
use crate::service::Service;

const BATCH: &str = r#"{"events":[
    {"id":"10000000-0000-4000-8000-00000000000A","type":"SHARE_APP","payload":{"b": 1.50,"a":"\u0000\ud800"},"metadata":{"date":"2026-01-01T00:00:00.000Z","user":null,"deviceId":"d"}},
    {"id":"10000000-0000-4000-8000-000000000002","type":"SCREEN_VIEWED","payload":{},"metadata":{}},
    {"localId":"10000000000040008000000000000003","id":"ignored","type":5,"payload":[],"metadata":[],"more":"is ignored"}
]}"#;

#[test]
fn a_signed_in_phone_is_told_what_is_stored() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let answer = girl.phone.post_text("/analytics/append-events", BATCH);
    assert_snapshot!(answer.redacted(&[(&girl.id, "[id]")]));
}

#[test]
fn a_guest_is_told_the_same_without_a_user() {
    let service = Service::start();
    assert_snapshot!(service.phone().post_text("/analytics/append-events", BATCH).redacted(&[]));
}

#[test]
fn every_column_is_as_sent() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    girl.phone.post_text("/analytics/append-events", BATCH);
    let rows = service.database.text(
        "SELECT string_agg(concat_ws(' | ', local_id, type, payload, metadata, user_id), E'\\n' ORDER BY local_id) AS text
           FROM app_event",
    );
    assert_snapshot!(rows.replace(&girl.id, "[id]"));
    let recent = "SELECT count(*) FROM app_event WHERE created_at BETWEEN now() - interval '1 minute' AND now()";
    assert_eq!(service.database.count(recent), 2);
}

#[test]
fn nothing_to_store_is_a_success() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    assert_eq!(append(&service.phone(), &json!([])).text(), r#"{"events":[]}"#);
    assert_eq!(
        append(&girl.phone, &json!([])).text(),
        format!(r#"{{"userId":"{}","events":[]}}"#, girl.id)
    );
    let unwanted =
        [event_of("SCREEN_VIEWED", &json!({})), event_of("ADJUST_PREDICTION", &json!({}))];
    assert_eq!(append(&service.phone(), &json!(unwanted)).text(), r#"{"events":[]}"#);
}

#[test]
fn what_is_no_batch_is_a_bad_request() {
    let service = Service::start();
    for body in [
        "",
        "{}",
        "[]",
        "null",
        "7",
        "{",
        r#"{"events":null}"#,
        r#"{"events":{}}"#,
        r#"{"events":[{}]"#,
    ] {
        let answer = service.phone().post_text("/analytics/append-events", body);
        answer.is_error(400, "BadRequestError", "send an object with an array named events");
    }
}

#[test]
fn answers_to_surveys_are_remembered_for_who_is_asked_next() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let survey = "20000000-0000-4000-8000-000000000001";
    append(
        &girl.phone,
        &json!([event_of("ANSWER_SURVEY", &json!({"id": survey, "user_id": girl.id}))]),
    );
    let key = girl.id.replace('-', "");
    let rows = format!(
        "SELECT count(*) FROM survey_completion WHERE user_id = '{key}' AND survey_id = '{}'",
        survey.replace('-', "")
    );
    assert_eq!(service.database.count(&rows), 1);
}
