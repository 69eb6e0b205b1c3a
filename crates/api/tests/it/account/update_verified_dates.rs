//! `POST /account/update-verified-dates`

use insta::assert_snapshot;
use serde_json::json;

use crate::service::Service;

const ROUTE: &str = "/account/update-verified-dates";

#[test]
fn the_metadata_is_replaced_whole() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let sent = r#"{"metadata":{"periodDates":[{"date":"01/02/2024","mlGenerated":false,"userVerified":null}],"religion":"none"}}"#;
    assert_snapshot!(girl.phone.post_text(ROUTE, sent).redacted(&[(&girl.id, "[id]")]));
    let stored = service.row(&girl.id)["metadata"].clone();
    assert_eq!(stored, serde_json::from_str::<serde_json::Value>(sent).unwrap()["metadata"]);
    assert_eq!(girl.session()["user"]["metadata"], stored);
}

#[test]
fn any_json_is_kept_as_it_was_written() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for metadata in [
        "[]",
        "\"{}\"",
        "7",
        "false",
        r#"{"a" : 1.50,"b":"\u0000\ud800","a":2}"#,
        r#"{"__proto__":{"x":1}}"#,
    ] {
        let answer = girl.phone.post_text(ROUTE, &format!(r#"{{"metadata":{metadata}}}"#));
        assert_eq!(answer.text(), format!(r#"{{"userId":"{}","metadata":{metadata}}}"#, girl.id));
        assert_eq!(service.database.text("SELECT metadata::text AS text FROM oky_user"), metadata);
    }
}

#[test]
fn absent_leaves_it_and_null_takes_it_away() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let before = service.row(&girl.id);
    assert_eq!(girl.phone.post(ROUTE, &json!({})).json(), json!({"userId": girl.id}));
    assert_eq!(service.row(&girl.id), before);

    let answer = girl.phone.post(ROUTE, &json!({"metadata": null}));
    assert_eq!(answer.json(), json!({"userId": girl.id, "metadata": null}));
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user WHERE metadata IS NULL"), 1);
}
