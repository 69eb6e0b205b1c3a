//! The banner, if it is newer than the phone's.

use std::time::{Duration, SystemTime};

use crate::mobile::published::published;

/// When the fixed banner changed.
const CHANGED: i64 = 1_709_634_030_123;

#[test]
fn a_phone_gets_the_banner_only_if_it_is_newer() {
    let cms = published();
    let update = format!(
        r#"{{"shouldUpdate":true,"aboutBannerTimestamp":{CHANGED},"aboutBanner":"data:image/png;base64,iVBORw0KGgo="}}"#
    );
    let keep = r#"{"shouldUpdate":false}"#;
    let cases = [
        ("?timestamp=0", true),
        ("?timestamp=1709634030122", true),
        ("?timestamp=1709634030123", false),
        ("?timestamp=1709634030124", false),
        // Not a number: 0.
        ("?timestamp=abc", true),
        ("?timestamp=", true),
        ("?timestamp=undefined", true),
        ("?timestamp=null", true),
        ("?timestamp=NaN", true),
        ("?timestamp[]=1709634030123", true),
        // The integer at the beginning counts.
        ("?timestamp=1709634030122.9", true),
        ("?timestamp=1709634030123.9", false),
        ("?timestamp=1e20", true),
        ("?timestamp=1&timestamp=2", true),
        ("?timestamp=%201709634030123", false),
        ("?timestamp=-1", true),
        ("?timestamp=99999999999999999999999999", false),
        // A phone that says nothing has nothing; the original service died of it.
        ("", true),
        ("?", true),
        ("?other=1", true),
        ("?timestamp=%zz&%ff", true),
    ];
    for (query, newer) in cases {
        let answer = cms.get(&format!("/mobile/about-banner-conditional/en{query}"));
        assert_eq!(answer.status, 200, "{query}");
        assert_eq!(answer.text(), if newer { &update } else { keep }, "{query}");
        assert_eq!(answer.header("content-type"), Some("application/json; charset=utf-8"));
    }
}

#[test]
fn a_language_without_a_banner_has_an_empty_one_of_now() {
    let cms = published();
    for query in ["", "?timestamp=0", "?timestamp=99999999999999"] {
        let body = cms.get(&format!("/mobile/about-banner-conditional/nobody{query}")).json();
        // Not the name it has elsewhere, as it always was.
        let timestamp = body["timestamp"].as_u64().expect("a number");
        let expected =
            serde_json::json!({"shouldUpdate": true, "timestamp": timestamp, "aboutBanner": ""});
        assert_eq!(body, expected, "{query}");
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        assert!(now.abs_diff(Duration::from_millis(timestamp)) < Duration::from_secs(60));
    }
}

#[test]
fn it_depends_on_the_caller_and_is_kept_by_nobody() {
    let cms = published();
    let answer = cms.get("/mobile/about-banner-conditional/en?timestamp=0");
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("etag"), None);
}
