//! An article gets its audio, another, and none.

use domain::access::Role;
use serde_json::json;
use tempfile::TempDir;
use testkit::Database;

use super::recordings::{M4A, MP3, OGG};
use super::{UPLOAD, article, key, send, upload};
use crate::editors::{self, signed_in};
use crate::service::Service;
use crate::services;

const REMOVE: &str = "/api/voice-over/article/remove";

fn cms(database: &Database) -> (TempDir, Service) {
    let folder = tempfile::tempdir().unwrap();
    let cms = services::start_cms(database, &[("STORAGE_DIR", folder.path().to_str().unwrap())]);
    services::wait_ready(&cms);
    (folder, cms)
}

fn files(folder: &TempDir) -> usize {
    std::fs::read_dir(folder.path()).map_or(0, Iterator::count)
}

#[test]
fn a_program_uploads_replaces_and_removes() {
    let database = Database::migrated();
    let (folder, cms) = cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "ne");
    let id = article(&database, "ne", "पहिलो महिनावारी");

    let first = upload(&mut editor, &id, "one.mp3", MP3);
    assert_eq!(first.status, 200, "{}", first.text());
    let (first, row) = (key(&database, &id), first.json());
    assert_eq!(row["voiceOverKey"], first.as_str());
    assert_eq!((row["id"].as_str(), row["live"].as_bool()), (Some(id.as_str()), Some(true)));
    assert_eq!(row["article_heading"], "पहिलो महिनावारी");

    // The old file stays, to be brought back with the old row, until nobody can do that.
    assert_eq!(upload(&mut editor, &id, "two.m4a", M4A).status, 200);
    let second = key(&database, &id);
    assert_ne!(first, second);
    assert_eq!(files(&folder), 2);
    assert_eq!(database.text("SELECT string_agg(key, ' ') AS text FROM discarded_file"), first);
    assert_eq!(
        database
            .count("SELECT count(*) FROM discarded_file WHERE after > now() + interval '30 days'"),
        1
    );

    let shown = editor.get_json(&format!("/api/voice-over/article?id={id}")).json();
    assert_eq!(shown["voiceOverKey"], second.as_str());

    let removed = editor.post_json(REMOVE, &json!({ "id": id }));
    assert_eq!((removed.status, &removed.json()["voiceOverKey"]), (200, &json!(null)));
    assert_eq!(database.count("SELECT count(*) FROM discarded_file"), 2);
    // Once more changes nothing.
    assert_eq!(editor.post_json(REMOVE, &json!({ "id": id })).status, 200);
    assert_eq!(database.count("SELECT count(*) FROM revision WHERE item_table = 'article'"), 3);
}

#[test]
fn a_browser_is_led_back_and_told() {
    let database = Database::migrated();
    let (_folder, cms) = cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "First <b>period</b>");
    let page = format!("/articles/{id}/voice-over");

    let shown = editor.get(&page);
    assert_eq!(shown.status, 200);
    assert!(shown.text().contains("This article has no audio yet."), "{}", shown.text());
    assert!(shown.text().contains("First &#60;b&#62;") && !shown.text().contains("<audio"));

    let sent = send(&mut editor, "text/html", &[("id", &id)], "one.ogg", OGG);
    assert_eq!((sent.status, sent.header("location")), (303, Some(page.as_str())));
    let shown = editor.get(&page);
    let address = format!("src=\"/files/{}\"", key(&database, &id));
    assert!(shown.text().contains(&address) && shown.text().contains("The audio is stored."));
    let policy = shown.header("content-security-policy").unwrap();
    assert!(policy.contains("media-src 'self';"), "{policy}");

    // Back to where the panel stood, but never to somebody else's page.
    for (given, expected) in [
        ("/encyclopedia?q=a", "/encyclopedia?q=a"),
        ("//example.org", page.as_str()),
        ("https://example.org", page.as_str()),
    ] {
        let fields = [("id", id.as_str()), ("return", given)];
        let sent = send(&mut editor, "text/html", &fields, "one.ogg", OGG);
        assert_eq!((sent.status, sent.header("location")), (303, Some(expected)));
    }

    let wrong = send(&mut editor, "text/html", &[("id", &id)], "one.mp3", b"no recording");
    assert_eq!(wrong.status, 400);
    assert!(wrong.text().contains("This is not a recording that phones can play."));
    let empty = send(&mut editor, "text/html", &[("id", &id)], "", b"");
    assert!(empty.status == 400 && empty.text().contains("Choose a file first."));

    let removed = editor.post_form(REMOVE, &[("id", &id), ("return", &page)]);
    assert_eq!((removed.status, removed.header("location")), (303, Some(page.as_str())));
    assert_eq!(key(&database, &id), "");
}

/// The panel stands beside the article's form, which must know that the row has changed, unless
/// somebody else has changed it as well.
#[test]
fn a_panel_is_replaced_in_place() {
    let database = Database::migrated();
    let (_folder, cms) = cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    let version = || {
        let item = db::editing::Item::new("article", &id).unwrap();
        db::editing::image(&mut database.connection(), &item).unwrap().unwrap().version
    };
    let (boundary, before) = (super::BOUNDARY, version());
    let content_type = format!("multipart/form-data; boundary=\"{boundary}\"");
    let headers = [("HX-Request", "true"), ("Accept", "*/*"), ("Content-Type", &content_type)];
    let mut send = |version: &str, content: &[u8]| {
        let body = super::form(&[("id", &id), ("version", version)], "a.mp3", content);
        editor.request("POST", UPLOAD, &headers, &body)
    };
    let answer = send(&before, MP3);
    assert_eq!(answer.status, 200);
    assert!(answer.text().starts_with("\n<section") || answer.text().starts_with("<section"));
    let expected = format!(r#"id="version" name="version" value="{}""#, version());
    assert!(answer.text().contains(&expected), "{}", answer.text());

    let answer = send(&before, MP3);
    assert_eq!(answer.status, 200);
    assert!(!answer.text().contains("id=\"version\""));

    let answer = send(&before, b"no recording");
    assert!(answer.status == 200 && answer.text().contains("role=\"alert\""));
}

#[test]
fn only_editors_of_the_language_may() {
    let database = Database::migrated();
    let (folder, cms) = cms(&database);
    let id = article(&database, "ne", "A");
    let mut other = signed_in(&cms, &database, Role::Admin, "en");
    assert_eq!(upload(&mut other, &id, "a.mp3", MP3).status, 404);
    assert_eq!(other.post_json(REMOVE, &json!({ "id": id })).status, 404);
    assert_eq!(other.get_json(&format!("/api/voice-over/article?id={id}")).status, 404);
    assert_eq!(other.get(&format!("/articles/{id}/voice-over")).status, 404);
    for odd in ["", "x", "00000000-0000-4000-8000-000000000000"] {
        assert_eq!(upload(&mut other, odd, "a.mp3", MP3).status, 404, "{odd:?}");
        assert_eq!(other.post_json(REMOVE, &json!({ "id": odd })).status, 404);
    }
    let mut stranger = editors::visitor(&cms);
    assert_eq!(upload(&mut stranger, &id, "a.mp3", MP3).status, 401);
    assert_eq!(files(&folder), 0);
    assert_eq!(key(&database, &id), "");
}

#[test]
fn two_uploads_at_once_leave_one_whole() {
    let database = Database::migrated();
    let (folder, cms) = cms(&database);
    let editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    std::thread::scope(|scope| {
        for content in [MP3, OGG, MP3, OGG] {
            let (mut editor, id) = (editor.clone(), id.clone());
            scope.spawn(move || {
                assert_eq!(upload(&mut editor, &id, "same name.mp3", content).status, 200);
            });
        }
    });
    let kept = key(&database, &id);
    let content = std::fs::read(folder.path().join(&kept)).unwrap();
    assert_eq!(content, if kept.ends_with("mp3") { MP3 } else { OGG });
    assert_eq!(files(&folder), 4);
    assert_eq!(database.count("SELECT count(*) FROM discarded_file"), 3);
}
