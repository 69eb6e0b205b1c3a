//! What users of the app have written.

mod handling;
mod templates;

use domain::access::Role;
use serde_json::{Value, json};
use testkit::Database;

use crate::editors::{self, Visitor};
use crate::service::Service;
use crate::services;

/// A cms with some messages and an English content manager.
struct Room {
    database: Database,
    cms: Service,
    editor: Visitor,
}

const MESSAGES: &str = r#"
INSERT INTO suggestion (id, name, "dateRec", organization, platform, reason, email, status, content, lang) VALUES
 ('40000000-0000-4000-8000-000000000001', 'canary-name-1', '2026-11-01T00:00:00.000Z', 'user', 'mobile', '{"label":"Report a bug","value":"report_bug"}', 'NA', 'open', 'The calendar is stuck', 'en'),
 ('40000000-0000-4000-8000-000000000002', 'canary-name-2', '2026-11-03T00:00:00.000Z', 'user', 'mobile', 'Other', 'NA', 'open', '=HYPERLINK("http://evil.example")', 'en'),
 ('40000000-0000-4000-8000-000000000003', '', 'Tue, 24 Nov 2026', 'A school', 'web', 'odd reason', 'a@example.org', 'close', 'A wish <b>with</b> 100% tags', 'en'),
 ('40000000-0000-4000-8000-000000000004', 'canary-name-4', 'no date', '', '', '{"broken', '', 'spam', '', 'en'),
 ('40000000-0000-4000-8000-000000000005', 'canary-name-5', '2026-11-02T00:00:00.000Z', 'user', 'mobile', 'Other', 'NA', 'open', 'नमस्ते', 'ne')"#;

fn id(number: u32) -> String {
    format!("40000000-0000-4000-8000-{number:012}")
}

fn room() -> Room {
    let database = Database::migrated();
    database.execute(MESSAGES);
    let cms = services::cms(&database);
    let editor = editors::signed_in(&cms, &database, Role::ContentManager, "en");
    Room { database, cms, editor }
}

/// The numbers of the messages that a page shows, in order.
fn shown(editor: &mut Visitor, query: &str) -> Vec<u32> {
    let page = editor.get(&format!("/suggestions-management?{query}"));
    assert_eq!(page.status, 200, "{query}");
    let link =
        regex::Regex::new(r#"name="ids" value="40000000-0000-4000-8000-0{11}(\d)""#).unwrap();
    link.captures_iter(page.text()).map(|found| found[1].parse().unwrap()).collect()
}

#[test]
fn the_list_is_searched_filtered_and_sorted_by_its_address() {
    let mut room = room();
    let cases: [(&str, &[u32]); 14] = [
        ("", &[2, 1, 4]),
        ("status=all", &[2, 1, 3, 4]),
        ("status=close", &[3]),
        ("status=all&sort=received&dir=asc", &[3, 4, 1, 2]),
        ("status=all&sort=status&dir=asc", &[3, 2, 1, 4]),
        ("status=all&reason=report_bug", &[1]),
        ("status=all&reason=Other", &[2]),
        ("status=all&reason=%3F", &[3, 4]),
        ("status=all&platform=mobile", &[2, 1]),
        ("status=all&platform=web", &[3, 4]),
        ("status=all&q=calendar", &[1]),
        ("status=all&q=100%25", &[3]),
        ("status=all&q=canary-name-2", &[2]),
        // As links of the original ask.
        ("reason=&order_key=dateRec&order_sequence=DESC", &[2, 1, 3, 4]),
    ];
    for (query, expected) in cases {
        assert_eq!(shown(&mut room.editor, query), expected, "{query}");
    }
    let page = room.editor.get("/suggestions-management?status=all");
    assert!(page.text().contains("Something does not work"), "the reason of the app's object");
    assert!(page.text().contains("odd reason") && page.text().contains("no date"));
    assert!(page.text().contains("&#60;b&#62;with"));
    assert!(page.text().contains("3 messages are open."));
    room.editor.set_cookie("interface", "ne");
    let page = room.editor.get("/suggestions-management?status=all");
    assert!(page.text().contains("केही चलेन"));
}

#[test]
fn one_message_is_shown_in_full() {
    let mut room = room();
    let page = room.editor.get(&format!("/suggestions-management/{}", id(3)));
    assert_eq!(page.status, 200);
    assert!(page.text().contains("mailto:a@example.org") && page.text().contains("A school"));
    assert!(page.text().contains("Without a name"));
    for odd in [id(5), id(9), "x".to_owned()] {
        assert_eq!(room.editor.get(&format!("/suggestions-management/{odd}")).status, 404);
    }
}

#[test]
fn messages_are_closed_and_opened() {
    let mut room = room();
    let toggle = "/toggle-suggestions-status";
    let closed = room.editor.post_json(toggle, &json!({"id": id(1), "status": "0"}));
    assert_eq!((closed.status, &closed.json()["status"]), (200, &json!("close")));
    let opened = room.editor.post_form(toggle, &[("id", &id(1)), ("status", "1")]);
    assert_eq!((opened.status, opened.header("location")), (303, Some("/suggestions-management")));
    for (body, status) in [
        (json!({"id": id(5), "status": "0"}), 404),
        (json!({"id": id(9), "status": "0"}), 404),
        (json!({"id": "x", "status": "0"}), 404),
        (json!({"id": id(1), "status": "closed"}), 400),
        (json!({"status": "1"}), 404),
    ] {
        assert_eq!(room.editor.post_json(toggle, &body).status, status, "{body}");
    }
    let ids = json!({"ids": [id(1), id(2), id(5)], "action": "close"});
    let bulk = room.editor.post_json("/suggestions-management/bulk", &ids);
    assert_eq!(bulk.json(), json!({"changed": 2}), "that of the other language is not touched");
    assert_eq!(room.database.count("SELECT count(*) FROM suggestion WHERE status = 'close'"), 3);
    let audit = "SELECT count(*) FROM audit_entry WHERE act = 'message-handled'";
    assert_eq!(room.database.count(audit), 3);
}

#[test]
fn deleted_messages_come_back_within_thirty_days() {
    let mut room = room();
    let before = room.editor.get_json(&format!("/suggestions/{}", id(1))).json();
    let gone = room.editor.post_form(&format!("/suggestions/{}/delete", id(1)), &[]);
    assert_eq!(gone.status, 303);
    let page = room.editor.get("/suggestions-management");
    let undo =
        regex::Regex::new(r#"action="(/suggestions-management/[0-9a-f-]+/restore)""#).unwrap();
    let undo = undo.captures(page.text()).expect("a button to undo")[1].to_owned();
    let trash = room.editor.get("/suggestions-management?status=deleted");
    assert!(trash.text().contains("The calendar is stuck"));
    let mut nepali = editors::signed_in(&room.cms, &room.database, Role::Admin, "ne");
    assert_eq!(nepali.post_form(&undo, &[]).status, 404);
    assert_eq!(room.editor.post_form(&undo, &[]).status, 303);
    assert_eq!(room.editor.get_json(&format!("/suggestions/{}", id(1))).json(), before);
    // Many at once, back one by one from the list of deleted ones.
    let ids = json!({"ids": [id(1), id(2)], "action": "delete"});
    assert_eq!(
        room.editor.post_json("/suggestions-management/bulk", &ids).json(),
        json!({"changed": 2})
    );
    assert_eq!(
        room.editor.delete(&format!("/suggestions/{}", id(3))).json()["status"],
        json!("close")
    );
    let restored =
        room.editor.post_json(&format!("/suggestions-management/{}/restore", id(2)), &json!({}));
    assert_eq!(restored.json(), json!({"restored": 1}));
    room.database.execute("UPDATE deleted_suggestion SET deleted_at = now() - interval '31 days'");
    let late =
        room.editor.post_json(&format!("/suggestions-management/{}/restore", id(1)), &json!({}));
    assert_eq!(late.status, 404);
    let purged = db::content::deleted_suggestion::purge(&mut room.database.connection()).unwrap();
    assert_eq!(purged, 2);
    assert_eq!(room.database.count("SELECT count(*) FROM revision"), 0, "private, so no revisions");
    for odd in [id(5), id(9), "x".to_owned()] {
        assert_eq!(room.editor.delete(&format!("/suggestions/{odd}")).status, 404, "{odd}");
    }
}

#[test]
fn all_of_a_language_as_json_and_what_is_shown_as_csv() {
    let mut room = room();
    let all = room.editor.get_json("/suggestions").json();
    let ids: Vec<&Value> = all.as_array().unwrap().iter().map(|message| &message["id"]).collect();
    assert_eq!(ids, [&json!(id(2)), &json!(id(1)), &json!(id(3)), &json!(id(4))]);
    assert_eq!(all[1]["reason"], json!(r#"{"label":"Report a bug","value":"report_bug"}"#));
    let csv = room.editor.get("/suggestions-management/export?status=all&reason=Other");
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    let lines: Vec<&str> = csv.text().trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 2, "{}", csv.text());
    assert!(
        lines[1].ends_with(r#""Other","open","'=HYPERLINK(""http://evil.example"")""#),
        "{}",
        lines[1]
    );
    assert_eq!(room.database.count("SELECT count(*) FROM audit_entry WHERE act = 'exported'"), 1);
    // The audit log says who did what, and nothing of what girls wrote.
    let audit = room
        .database
        .text("SELECT coalesce(string_agg(audit_entry::text, ' '), '') AS text FROM audit_entry");
    assert!(!audit.contains("canary-name"), "{audit}");
}

#[test]
fn an_account_takes_its_deleted_messages_with_it() {
    let mut room = room();
    let name = "canary-name-1";
    let girl = "50000000-0000-4000-8000-000000000001";
    room.database.execute(&format!(
        "INSERT INTO oky_user (id, date_of_birth, gender, location, \"nameHash\", \"passwordHash\", \"memorableQuestion\", \"memorableAnswer\") \
         VALUES ('{girl}', '2010-01-01', 'Female', 'Urban', encode(sha256('{name}'), 'hex'), '', '', '')"
    ));
    assert_eq!(room.editor.delete(&format!("/suggestions/{}", id(1))).status, 200);
    let girl = girl.parse().unwrap();
    let mut connection = room.database.connection();
    let kept = db::erasure::export(&mut connection, girl).unwrap().unwrap();
    assert_eq!(kept.messages.len(), 1, "she is told of it");
    let keys =
        db::erasure::ErasureKeys { person: vec![1], name: &|_| vec![2], tries: &|_| Vec::new() };
    assert!(db::erasure::erase(&mut connection, girl, &keys).unwrap());
    assert_eq!(room.database.count("SELECT count(*) FROM deleted_suggestion"), 0);
}
