//! Only what changed since the caller's version.

use crate::freshness::SOON;
use crate::mobile::published::{published, rows};
use crate::service::Service;
use crate::services::{self, within};

/// The names of the sections in the answer, and its version.
fn sections(cms: &Service, query: &str) -> (Vec<String>, String) {
    let content = cms.get(&format!("/mobile/content/en{query}")).json();
    let mut names: Vec<String> = content.as_object().unwrap().keys().cloned().collect();
    names.retain(|name| name != "version" && name != "lang");
    (names, content["version"].as_str().unwrap().to_owned())
}

#[test]
fn a_change_is_all_that_is_sent() {
    let database = rows();
    let cms = services::cms(&database);
    let (all, old) = sections(&cms, "");
    assert_eq!(all.len(), 11);
    assert_eq!(sections(&cms, &format!("?since={old}")), (vec![], old.clone()));

    database.execute("UPDATE quiz SET question = 'Changed?' WHERE lang = 'en'; UPDATE about_banner SET image = 'x' WHERE lang = 'en'");
    let since = format!("?since={old}");
    within(SOON, "both changes are seen", || sections(&cms, &since).0.len() == 2);
    let (changed, new) = sections(&cms, &since);
    assert_eq!(changed, ["about-banner", "quizzes"]);
    assert_ne!(new, old);
    assert!(sections(&cms, &format!("?since={new}")).0.is_empty());

    // A change in another language is none in this one.
    database.execute("UPDATE quiz SET question = 'बदलियो?' WHERE lang = 'ne'");
    within(SOON, "it is seen", || cms.get("/mobile/quizzes/ne").text().contains("बदलियो"));
    assert!(sections(&cms, &format!("?since={new}")).0.is_empty());

    // Any instance understands any version, also one it has never seen.
    let other = services::cms(&database);
    assert_eq!(sections(&other, &since), (changed, new));
}

#[test]
fn the_same_banner_at_another_time_is_a_change() {
    let database = rows();
    let cms = services::cms(&database);
    let since = format!("?since={}", sections(&cms, "").1);
    database.execute("UPDATE about_banner SET timestamp = '2030-01-01' WHERE lang = 'en'");
    within(SOON, "it is seen", || !sections(&cms, &since).0.is_empty());
    let banner = cms.get(&format!("/mobile/content/en{since}")).json()["about-banner"].clone();
    let single = cms.get("/mobile/about-banner-conditional/en?timestamp=0").json();
    assert_eq!(banner["aboutBannerTimestamp"], 1_893_456_000_000_i64);
    assert_eq!(banner["aboutBannerTimestamp"], single["aboutBannerTimestamp"]);

    // And an empty banner is not the same as none.
    let since = format!("?since={}", sections(&cms, "").1);
    database.execute("UPDATE about_banner SET image = '' WHERE lang = 'en'");
    within(SOON, "it is seen", || cms.get("/mobile/about-banner/en").text().is_empty());
    assert_eq!(sections(&cms, &since).0, ["about-banner"]);
}

#[test]
fn what_is_no_version_gets_everything() {
    let cms = published();
    let (all, version) = sections(&cms, "");
    let turned: String = version.chars().rev().collect();
    let long = "1-".repeat(5_000);
    for since in
        ["", "garbage", "1-", "null", "%00", "%F0%9F%8C%B8", "1-%zz", &version[1..], &turned, &long]
    {
        assert_eq!(sections(&cms, &format!("?since={since}")).0, all, "{since:.40}");
    }
    assert_eq!(sections(&cms, &format!("?other=1&since={version}")).0, Vec::<String>::new());
}

#[test]
fn each_subset_has_a_tag_of_its_own() {
    let cms = published();
    let whole = cms.get("/mobile/content/en");
    let version = whole.json()["version"].as_str().unwrap().to_owned();
    let path = format!("/mobile/content/en?since={version}");
    let nothing_new = cms.get(&path);
    let tag = nothing_new.header("etag").expect("a tag");
    assert_ne!(Some(tag), whole.header("etag"));
    assert_eq!(cms.get_with(&path, &[("If-None-Match", tag)]).status, 304);
    assert_eq!(cms.get_with("/mobile/content/en", &[("If-None-Match", tag)]).status, 200);
}
