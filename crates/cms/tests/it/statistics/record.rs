//! Recording events, and who may see statistics at all.

use domain::access::Role;
use serde_json::json;
use testkit::Database;

use crate::editors::{signed_in, visitor};
use crate::services;

#[test]
fn direct_downloads_are_recorded_and_counted() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let event =
        json!({"type": "DIRECT_DOWNLOAD", "payload": {"store": "apk", "n": 1}, "metadata": null});
    for _ in 0..12 {
        let answer = editor.post_json("/analytics/events", &event);
        assert_eq!((answer.status, answer.json()["type"].clone()), (200, json!("DIRECT_DOWNLOAD")));
    }
    let stored = "SELECT DISTINCT payload::text || metadata::text AS text FROM analytics";
    let stored = database.text(stored);
    assert!(stored.contains("\"n\":1") && stored.ends_with("{}"), "{stored}");
    let downloads = editor.get_json("/analytics-management").json()["directDownloads"].clone();
    assert_eq!(
        (downloads["total"].clone(), downloads["points"][0]["count"].clone()),
        (json!(10), json!(10))
    );

    for wrong in [
        json!({}),
        json!({"type": ""}),
        json!({"type": 5}),
        json!({"type": "x".repeat(256)}),
        json!({"type": "A\u{0}"}),
        json!({"type": "A", "payload": "text"}),
        json!({"type": "A", "payload": [1]}),
        json!({"type": "A", "metadata": {"a": "\u{0}"}}),
    ] {
        assert_eq!(editor.post_json("/analytics/events", &wrong).status, 400, "{wrong}");
    }
    assert_eq!(database.count("SELECT count(*) FROM analytics"), 12);
}

#[test]
fn strangers_see_nothing() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut stranger = visitor(&cms);
    for path in [
        "/analytics-management",
        "/analytics-management/export.csv",
        "/quiz-management/results",
        "/quiz-management/results/export.xlsx",
        "/quiz/40000000-0000-4000-8000-000000000001/results",
        "/survey-management/40000000-0000-4000-8000-000000000001/results",
        "/answered-surveys",
    ] {
        assert_eq!(stranger.get_json(path).status, 401, "{path}");
        assert_eq!(stranger.get(path).status, 303, "{path}");
    }
    assert_eq!(stranger.post_json("/analytics/events", &json!({"type": "A"})).status, 401);
    assert_eq!(database.count("SELECT count(*) FROM analytics"), 0);
}
