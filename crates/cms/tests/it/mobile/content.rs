//! Everything the app refreshes in one answer.

use serde_json::{Value, json};

use crate::mobile::published::published;

/// In the order in which the app refreshes.
const SECTIONS: [&str; 11] = [
    "articles",
    "videos",
    "quizzes",
    "didyouknows",
    "help-center",
    "help-center-attribute",
    "avatar-messages",
    "privacy-policy",
    "terms-and-conditions",
    "about",
    "about-banner",
];

#[test]
fn it_holds_what_the_single_routes_answer() {
    let cms = published();
    for lang in ["en", "ne", "empty", "nobody"] {
        let answer = cms.get(&format!("/mobile/content/{lang}"));
        assert_eq!(answer.header("content-type"), Some("application/json; charset=utf-8"));
        let content = answer.json();
        assert_eq!(content["lang"], lang);
        for section in SECTIONS.iter().filter(|section| **section != "about-banner") {
            let single = cms.get(&format!("/mobile/{section}/{lang}"));
            // A legal text that is no JSON goes as a string.
            let expected =
                serde_json::from_slice(&single.body).unwrap_or_else(|_| json!(single.text()));
            assert_eq!(content[section], expected, "{section} {lang}");
        }
    }
}

#[test]
fn its_members_come_in_the_order_of_the_apps_refresh() {
    let cms = published();
    let text = cms.get("/mobile/content/en").text().to_owned();
    let mut at = 0;
    for key in ["version", "lang"].into_iter().chain(SECTIONS) {
        let found = text[at..]
            .find(&format!("\"{key}\":"))
            .unwrap_or_else(|| panic!("{key} is missing or early"));
        at += found;
    }
}

/// Not only the same value: the very bytes, so that what phones parse was tested once.
#[test]
fn sections_are_the_single_routes_bytes() {
    let cms = published();
    let text = cms.get("/mobile/content/en").text().to_owned();
    for section in SECTIONS.iter().filter(|section| **section != "about-banner") {
        let single = cms.get(&format!("/mobile/{section}/en"));
        assert!(text.contains(&format!("\"{section}\":{}", single.text())), "{section}");
    }
}

#[test]
fn the_banner_comes_with_its_time_or_is_null() {
    let cms = published();
    let banner =
        |lang: &str| cms.get(&format!("/mobile/content/{lang}")).json()["about-banner"].clone();
    assert_eq!(
        banner("en"),
        json!({"aboutBannerTimestamp": 1_709_634_030_123_i64, "aboutBanner": "data:image/png;base64,iVBORw0KGgo="})
    );
    assert_eq!(
        banner("empty"),
        json!({"aboutBannerTimestamp": 1_709_634_030_000_i64, "aboutBanner": ""})
    );
    assert_eq!(banner("nobody"), Value::Null);
}

#[test]
fn a_language_without_rows_has_every_section_empty() {
    let cms = published();
    let content = cms.get("/mobile/content/%22odd%5C").json();
    assert_eq!(content["lang"], "\"odd\\");
    for section in SECTIONS {
        let expected = if section == "about-banner" { Value::Null } else { json!([]) };
        assert_eq!(content[section], expected, "{section}");
    }
}
