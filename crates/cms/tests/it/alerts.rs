//! Permanent alerts: written, changed by two at once, deleted, and what phones see of them.

use std::time::Duration;

use domain::access::Role;
use serde_json::json;
use testkit::Database;

use crate::editors::signed_in;
use crate::services::{self, within};

#[test]
fn a_life_of_an_alert() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    assert_eq!(editor.get("/permanent-alert/new").status, 200);

    // The form, with boxes and further versions.
    let saved = editor.post_form(
        "/permanent-alert",
        &[
            ("message", " Please update "),
            ("versions", ""),
            ("versions", "1.1"),
            ("versions", "1.0"),
            ("more", "8.3.0, 1.1"),
            ("isPermanent", ""),
            ("isPermanent", "true"),
            ("live", ""),
            ("live", "true"),
        ],
    );
    assert_eq!(saved.status, 303, "{}", saved.text());
    let alerts = editor.get_json("/notifications-management").json()["alerts"].clone();
    let id = alerts[0]["id"].as_i64().unwrap();
    let stored = json!({
        "id": id,
        "message": "Please update",
        "versions": "1.0, 1.1, 8.3.0",
        "isPermanent": true,
        "live": true,
        "lang": "en",
    });
    assert_eq!(alerts, json!([stored]));
    let path = format!("/permanent-alert/{id}");
    let shows = |version: &str| {
        cms.get(&format!("/mobile/permanent-notification/{version}&en&u")).json()["message"]
            == "Please update"
    };
    within(Duration::from_secs(2), "phones see it", || shows("8.3.0"));
    assert!(!shows("8.4.0"));

    // The switch in the list changes nothing else.
    assert_eq!(editor.post_form(&path, &[("live", "")]).status, 303);
    let hidden = editor.get_json(&path).json();
    assert_eq!((hidden["live"].as_bool(), &hidden["versions"]), (Some(false), &stored["versions"]));
    within(Duration::from_secs(2), "phones do not see it", || !shows("8.3.0"));

    // The original's client sends the whole record.
    let record =
        json!({ "message": "Later", "versions": "10.5", "isPermanent": "false", "live": "true" });
    let changed = editor.put_json(&path, &record).json();
    assert_eq!(
        (changed["message"].as_str(), changed["live"].as_bool()),
        (Some("Later"), Some(true))
    );

    let deleted = editor.post_form(&format!("{path}/delete"), &[]);
    assert_eq!(deleted.status, 303);
    assert!(editor.get("/notifications-management").text().contains("/undo"));
    assert_eq!(editor.get_json(&path).status, 404);
    let actions = "SELECT string_agg(action, ' ' ORDER BY id) AS text FROM revision";
    assert_eq!(database.text(actions), "create update update delete");
}

#[test]
fn two_editors_and_one_alert() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut first = signed_in(&cms, &database, Role::ContentManager, "en");
    let mut second = signed_in(&cms, &database, Role::ContentManager, "en");
    let new = json!({ "message": "One", "versions": ["1.0"], "live": false });
    let id = first.post_json("/permanent-alert", &new).json()["id"].as_i64().unwrap();
    let path = format!("/permanent-alert/{id}");
    let page = first.get(&path);
    let version = page.text().split_once(r#"name="version" value=""#).unwrap().1;
    let version = version.split_once('"').unwrap().0.to_owned();
    assert_eq!(second.put_json(&path, &json!({ "message": "Theirs" })).status, 200);

    let fields = [("message", "Mine"), ("versions", "1.0"), ("version", &version)];
    let conflict = first.post_form(&path, &fields);
    assert_eq!(conflict.status, 409);
    assert!(conflict.text().contains("Theirs") && conflict.text().contains("Mine"));
    assert_eq!(first.get_json(&path).json()["message"], "Theirs");
    let as_json = json!({ "message": "Mine", "version": version });
    assert_eq!(first.put_json(&path, &as_json).status, 409);
    // Saving once more from that page is meant.
    let now = conflict.text().split_once(r#"name="version" value=""#).unwrap().1;
    let now = now.split_once('"').unwrap().0.to_owned();
    let fields = [("message", "Mine"), ("versions", "1.0"), ("version", &*now)];
    assert_eq!(first.post_form(&path, &fields).status, 303);
    assert_eq!(first.get_json(&path).json()["message"], "Mine");
}

#[test]
fn what_is_refused() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let long = "a".repeat(61);
    for (message, versions) in [("", "1.0"), (&*long, "1.0"), ("a", ""), ("a", "1.x"), ("a", "1;2")]
    {
        let json = json!({ "message": message, "versions": versions });
        let refused = editor.post_json("/permanent-alert", &json);
        assert_eq!(
            (refused.status, refused.json()["name"].as_str()),
            (400, Some("BadRequestError"))
        );
        let page =
            editor.post_form("/permanent-alert", &[("message", message), ("more", versions)]);
        assert_eq!(page.status, 400);
        assert!(
            page.text().contains(r#"class="field-error""#)
                && page.text().contains(r#"id="errors""#)
        );
    }
    assert_eq!(database.count("SELECT count(*) FROM permanent_notification"), 0);

    let mut other = signed_in(&cms, &database, Role::Admin, "ne");
    let new = json!({ "message": "One", "versions": "1.0", "live": true });
    let id = editor.post_json("/permanent-alert", &new).json()["id"].as_i64().unwrap();
    let path = format!("/permanent-alert/{id}");
    assert_eq!(other.get(&path).status, 404);
    assert_eq!(other.put_json(&path, &new).status, 404);
    assert_eq!(other.delete(&path).status, 404);
    assert_eq!(editor.get_json("/permanent-alert/x").status, 404);
}
