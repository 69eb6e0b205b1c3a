//! Events that are not stored, and never keep the others from being stored.

use serde_json::{Value, json};

use super::{append, event_of};
use crate::service::Service;

#[test]
fn six_types_are_dropped_without_a_word() {
    let service = Service::start();
    let types = [
        "USER_SET_FUTURE_PREDICTION_STATE_ACTIVE",
        "SCREEN_VIEWED",
        "CATEGORY_VIEWED",
        "SUBCATEGORY_VIEWED",
        "DAILY_CARD_USED",
        "ADJUST_PREDICTION",
        "SET_THEME",
        "SET_LOCALE",
    ];
    let events: Vec<Value> = types.iter().map(|kind| event_of(kind, &json!({}))).collect();
    let told = append(&service.phone(), &json!(events)).json();
    assert_eq!(told["events"].as_array().unwrap().len(), 2);
    assert_eq!(service.events(), 2);
    assert!(
        service
            .context
            .metrics
            .text()
            .contains(r#"events_dropped_total{reason="not_kept",service="api"} 6"#)
    );
}

#[test]
fn one_poisonous_event_does_not_keep_the_others_out() {
    let service = Service::start();
    let good = || event_of("SHARE_APP", &json!({"good": true})).to_string();
    let with = |field: &str, value: &str| {
        let mut event = event_of("SHARE_APP", &json!({}));
        event[field] = json!("?");
        event.to_string().replace("\"?\"", value)
    };
    let without = |field: &str| {
        let mut event = event_of("SHARE_APP", &json!({}));
        event.as_object_mut().unwrap().remove(field);
        event.to_string()
    };
    let deep = format!("{}{}", "[".repeat(128), "]".repeat(128));
    let noise: String =
        (0_u64..700).map(|n| format!("{:016x}", n.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect();
    let poisonous = [
        with("id", "\"undefined\""),
        with("id", "null"),
        with("id", "5"),
        without("id"),
        without("type"),
        with("type", "null"),
        with("type", "\"\""),
        with("type", r#"{"an":"object"}"#),
        with("type", r#""A\u0000B""#),
        with("type", &format!("\"{noise}\"")),
        without("payload"),
        with("payload", "null"),
        with("payload", r#""{}""#),
        with("metadata", "7"),
        without("metadata"),
        with("payload", &format!(r#"{{"a":"{}"}}"#, "x".repeat(16 * 1024))),
        with("payload", &deep),
        event_of("ANSWER_QUIZ", &json!({"answer": "a\0b"})).to_string(),
        event_of("ANSWER_SURVEY", &json!({"answer": "?"})).to_string().replace('?', r"\ud800"),
        "null".to_owned(),
        "7".to_owned(),
        "[]".to_owned(),
        "\"text\"".to_owned(),
    ];
    for (number, bad) in poisonous.iter().enumerate() {
        let batch = format!(r#"{{"events":[{},{bad},{}]}}"#, good(), good());
        let answer = service.phone().post_text("/analytics/append-events", &batch);
        assert_eq!(answer.status, 200, "{bad:.300}: {:.300}", answer.text());
        assert_eq!(service.events(), 2 * (i64::try_from(number).unwrap() + 1), "{bad:.300}");
    }
}

#[test]
fn an_event_of_sixteen_kilobytes_is_kept() {
    let service = Service::start();
    let mut event = event_of("SHARE_APP", &json!({"a": ""}));
    event["payload"]["a"] = json!("x".repeat(16 * 1024 - event.to_string().len()));
    assert_eq!(event.to_string().len(), 16 * 1024);
    append(&service.phone(), &json!([event]));
    assert_eq!(service.events(), 1);
}

#[test]
fn odd_text_is_stored_where_no_statistics_look() {
    let service = Service::start();
    let event = event_of("SHARE_APP", &json!({"a": "x\0y", "user_id": "\0"}));
    append(&service.phone(), &json!([event]));
    assert_eq!(service.events(), 1);
}
