//! `POST /account/replace-store`, and what comes back at login.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::phone::{Girl, PASSWORD};
use crate::service::Service;

const ROUTE: &str = "/account/replace-store";

/// The JSON text behind `"store":` in her next session.
fn store_of(girl: &Girl) -> String {
    let session = girl.phone.login(&girl.name, PASSWORD);
    let (_, store) = session.text().split_once(r#""store":"#).unwrap();
    store.strip_suffix('}').unwrap().to_owned()
}

/// Stores `state` as the app does, and expects the very same text back.
#[track_caller]
fn comes_back(girl: &Girl, state: &str) {
    let body = format!(r#"{{"storeVersion":3,"appState":{}}}"#, json!(state));
    let answer = girl.phone.post_text(ROUTE, &body);
    assert_eq!(answer.status, 200, "{:.200}: {}", state, answer.text());
    let store = store_of(girl);
    assert!(
        store == format!(r#"{{"storeVersion":3,"appState":{state}}}"#),
        "{state:.200} became {store:.200}"
    );
}

#[test]
fn the_answer_says_which_version_is_stored() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let answer = girl
        .phone
        .post(ROUTE, &json!({"storeVersion": 3, "appState": r#"{"app":{"locale":"ne"}}"#}));
    assert_snapshot!(answer.redacted(&[(&girl.id, "[id]")]));
}

#[test]
fn a_real_state_of_fifty_kilobytes_comes_back() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let days: Vec<Value> = (0..700)
        .map(|day| {
            let date =
                format!("{:02}/{:02}/20{:02}", day % 28 + 1, day / 28 % 12 + 1, 20 + day / 336);
            json!({"date": date, "mlGenerated": day % 3 == 0, "userVerified": null})
        })
        .collect();
    let state = json!({
        "app": {"locale": "ne", "theme": "hills", "avatar": "ari", "chosenRegion": "NP"},
        "prediction": {"isActive": true, "history": days, "currentCycle": {"periodLength": 4.5, "cycleLength": 28}},
        "verifiedDates": {"note": "आज पेट दुख्यो \"धेरै\"\n\\ 😀"},
        "helpCenters": {"savedHelpCenterIds": [1, 2, 3]},
    })
    .to_string();
    assert!(state.len() > 40_000, "{}", state.len());
    comes_back(&girl, &state);
}

#[test]
fn whatever_json_it_is_it_comes_back() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let deep = format!("{}{}", "[".repeat(127), "]".repeat(127));
    for state in [
        "null",
        "5",
        "true",
        r#""a text""#,
        "[]",
        r#"{"a":"\u0000","\u0000":1}"#,
        r#"{"a":"\ud800","\udc00":"\ud83d\ud83d\ude00"}"#,
        r#"{"b":1,"a":2,"b":3}"#,
        r#"{"__proto__":{"polluted":true},"constructor":1,"then":null}"#,
        r#"{"big":12345678901234567890,"exact":1.50,"huge":1e400,"tiny":-0.0}"#,
        "{ \"white\" :\t[ 1 ,\n2 ] }",
        r#"{"quote":"\"","slash":"\/\\","raw":"é नेपाली 😀 \u00e9"}"#,
        &deep,
    ] {
        comes_back(&girl, state);
    }
}

#[test]
fn half_of_a_surrogate_pair_outside_the_inner_json_is_kept_too() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for (sent, stored) in [
        (r#""{\"a\":\"\ud800\"}""#, r#"{"a":"\ud800"}"#),
        (r#""{\"a\":\"x\udc00y\"}""#, r#"{"a":"x\udc00y"}"#),
        (r#""{\"\ud83d\":\"\ud83d\ude00\"}""#, r#"{"\ud83d":"😀"}"#),
    ] {
        let answer =
            girl.phone.post_text(ROUTE, &format!(r#"{{"storeVersion":3,"appState":{sent}}}"#));
        assert_eq!(answer.status, 200, "{sent}: {}", answer.text());
        assert_eq!(
            store_of(&girl),
            format!(r#"{{"storeVersion":3,"appState":{stored}}}"#),
            "{sent}"
        );
    }
}

#[test]
fn the_version_comes_back_as_the_same_value() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for version in ["3", "0", "-1", "1.50", "null", r#""3""#, r#"{"a":1}"#] {
        let answer = girl
            .phone
            .post_text(ROUTE, &format!(r#"{{"storeVersion":{version},"appState":"{{}}"}}"#));
        assert_eq!(
            answer.text(),
            format!(r#"{{"userId":"{}","storeVersion":{version}}}"#, girl.id)
        );
        assert_eq!(store_of(&girl), format!(r#"{{"storeVersion":{version},"appState":{{}}}}"#));
    }
    let answer = girl.phone.post(ROUTE, &json!({"appState": "{}"}));
    assert_eq!(answer.json(), json!({"userId": girl.id}));
    assert_eq!(store_of(&girl), r#"{"appState":{}}"#);
}

#[test]
fn a_mebibyte_fits_also_when_every_quote_is_escaped() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let texts = (1024 * 1024 - 2) / 3;
    let state = format!("[{}\"\"]", "\"\",".repeat(texts - 1));
    assert!(state.len() > 1024 * 1024 - 8 && json!(state).to_string().len() > 1_700_000);
    comes_back(&girl, &state);
}

#[test]
fn two_mebibytes_are_the_limit() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let of_length = |length: usize| {
        let frame = r#"{"storeVersion":3,"appState":"[\"\"]"}"#;
        let (before, after) = frame.split_at(frame.find(r#"\"]"#).unwrap());
        format!("{before}{}{after}", "x".repeat(length - frame.len()))
    };
    let limit = 2 * 1024 * 1024;
    assert_eq!(girl.phone.post_text(ROUTE, &of_length(limit)).status, 200);
    for length in [limit + 1, limit + 5_000_000] {
        let answer = girl.phone.post_text(ROUTE, &of_length(length));
        answer.is_error(413, "PayloadTooLargeError", "the body is too large");
    }
}

#[test]
fn what_holds_no_json_is_a_bad_request_and_leaves_the_store_alone() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    comes_back(&girl, r#"{"good":1}"#);
    let no_text = "appState must be a text that holds JSON";
    let too_deep = format!("{}{}", "[".repeat(128), "]".repeat(128));
    let cases = [
        (json!({"storeVersion": 3}), no_text),
        (json!({"storeVersion": 3, "appState": null}), no_text),
        (json!({"storeVersion": 3, "appState": {"app": {}}}), no_text),
        (json!({"storeVersion": 3, "appState": 7}), no_text),
        (json!({"storeVersion": 3, "appState": ""}), "appState is not JSON"),
        (json!({"storeVersion": 3, "appState": "[object Object]"}), "appState is not JSON"),
        (json!({"storeVersion": 3, "appState": "undefined"}), "appState is not JSON"),
        (json!({"storeVersion": 3, "appState": "{} {}"}), "appState is not JSON"),
        (json!({"storeVersion": 3, "appState": "{}\0"}), "appState is not JSON"),
        (json!({"storeVersion": 3, "appState": too_deep}), "appState is nested too deep"),
    ];
    for (body, message) in cases {
        girl.phone.post(ROUTE, &body).is_error(400, "BadRequestError", message);
    }
    let body =
        format!(r#"{{"storeVersion":{}1{},"appState":"{{}}"}}"#, "[".repeat(127), "]".repeat(127));
    girl.phone.post_text(ROUTE, &body).is_error(
        400,
        "BadRequestError",
        "the JSON is nested too deep",
    );
    assert_eq!(store_of(&girl), r#"{"storeVersion":3,"appState":{"good":1}}"#);
}
