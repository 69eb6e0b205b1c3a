//! Who looks after a message, what is noted about it, and that this goes with the message.

use domain::access::Role;
use serde_json::json;

use super::{Room, id, room, shown};
use crate::command_line::program::{program_on, run};
use crate::editors::{self, Visitor};

/// How many rows are kept about messages.
fn kept(room: &Room) -> [i64; 2] {
    ["suggestion_handling", "suggestion_note"]
        .map(|table| room.database.count(&format!("SELECT count(*) FROM {table}")))
}

fn note(editor: &mut Visitor, number: u32, text: &str) -> u16 {
    let path = format!("/suggestions-management/{}/notes", id(number));
    editor.post_json(&path, &json!({ "content": text })).status
}

#[test]
fn a_message_is_new_until_somebody_looks_after_it() {
    let mut room = room();
    let mut other = editors::signed_in(&room.cms, &room.database, Role::ContentManager, "en");
    let nepali = editors::signed_in(&room.cms, &room.database, Role::ContentManager, "ne");
    let assign = format!("/suggestions-management/{}/assign", id(1));
    assert_eq!(shown(&mut room.editor, "status=new"), [2, 1, 4]);
    let given = room.editor.post_json(&assign, &json!({ "editor": other.id }));
    assert_eq!(given.status, 200, "{}", given.text());
    assert!(given.json()["assignee"].as_str().unwrap().starts_with("contentManager-en-"));
    assert_eq!(shown(&mut room.editor, "status=new"), [2, 4]);
    assert_eq!(shown(&mut room.editor, "status=mine"), Vec::<u32>::new());
    assert_eq!(shown(&mut other, "status=mine"), [1]);
    // Only those who work in its language, and only what is there.
    for wrong in [json!({ "editor": nepali.id }), json!({ "editor": "x" }), json!({ "editor": 0 })]
    {
        assert_eq!(room.editor.post_json(&assign, &wrong).status, 400, "{wrong}");
    }
    let elsewhere = format!("/suggestions-management/{}/assign", id(5));
    assert_eq!(room.editor.post_json(&elsewhere, &json!({ "editor": other.id })).status, 404);

    let take = json!({ "ids": [id(2), id(4), id(5)], "action": "take" });
    let taken = room.editor.post_json("/suggestions-management/bulk", &take);
    assert_eq!(taken.json(), json!({ "changed": 2 }));
    assert_eq!(shown(&mut room.editor, "status=mine"), [2, 4]);
    let back = room.editor.post_form(&assign, &[("editor", "")]);
    assert_eq!(back.status, 303);
    assert_eq!(shown(&mut room.editor, "status=new"), [1]);

    // Closed it is no longer among hers, and who closed it is known.
    let close = json!({ "ids": [id(2)], "action": "close" });
    assert_eq!(room.editor.post_json("/suggestions-management/bulk", &close).status, 200);
    assert_eq!(shown(&mut room.editor, "status=mine"), [4]);
    let page = room.editor.get(&format!("/suggestions-management/{}", id(2)));
    assert!(page.text().contains("contentManager-en-0, <time"), "{}", page.text());
    let audit = "SELECT string_agg(detail, ', ' ORDER BY id) AS text FROM audit_entry";
    assert_eq!(
        room.database.text(audit),
        "given to contentManager-en-1, given to contentManager-en-0, given to nobody, close"
    );
}

#[test]
fn messages_are_found_by_day_and_language() {
    let mut room = room();
    let cases: [(&str, &[u32]); 5] = [
        ("status=all&from=2026-11-02", &[2]),
        ("status=all&until=2026-11-02", &[1]),
        ("status=all&from=2026-11-01&until=2026-11-03", &[2, 1]),
        ("status=all&from=yesterday", &[2, 1, 3, 4]),
        // A language that is not hers is not shown.
        ("status=all&lang=ne", &[2, 1, 3, 4]),
    ];
    for (query, expected) in cases {
        assert_eq!(shown(&mut room.editor, query), expected, "{query}");
    }
    let mut everywhere = editors::signed_in(&room.cms, &room.database, Role::SuperAdmin, "en");
    assert_eq!(shown(&mut everywhere, "lang=ne"), [5]);
    assert_eq!(shown(&mut everywhere, "lang=all"), [2, 5, 1, 4]);
    assert_eq!(everywhere.get(&format!("/suggestions-management/{}", id(5))).status, 200);
    let toggled = json!({ "id": id(5), "status": "0" });
    assert_eq!(everywhere.post_json("/toggle-suggestions-status", &toggled).status, 200);
    // The reason reads alike in both of its forms.
    let page = everywhere.get("/suggestions-management?status=all&reason=report_bug");
    assert!(page.text().contains("<td>Something does not work</td>"), "{}", page.text());
    assert!(page.text().contains("Messages are kept until somebody deletes them."));
}

#[test]
fn notes_are_for_editors_and_go_with_the_message() {
    let mut room = room();
    for (number, text, status) in [
        (1, "Asked the clinic", 200),
        (2, "Second", 200),
        (3, "Third", 200),
        (1, " ", 400),
        (1, &*"a".repeat(2_001), 400),
        (5, "x", 404),
        (9, "x", 404),
    ] {
        assert_eq!(note(&mut room.editor, number, text), status, "{number}: {text}");
    }
    assert_eq!(kept(&room), [0, 3]);
    assert_eq!(shown(&mut room.editor, "status=new"), [4], "one with a note is not new");
    let page = room.editor.get(&format!("/suggestions-management/{}", id(1)));
    assert!(page.text().contains("Asked the clinic"));
    // Hers she deletes, those of others only admins do; nobody in another language.
    let key =
        room.database.text("SELECT id::text AS text FROM suggestion_note WHERE content = 'Second'");
    let delete = format!("/suggestions-management/{}/notes/{key}/delete", id(2));
    let mut other = editors::signed_in(&room.cms, &room.database, Role::ContentManager, "en");
    assert!(!other.get(&format!("/suggestions-management/{}", id(2))).text().contains(&delete));
    assert_eq!(other.post_json(&delete, &json!({})).status, 404);
    let mut nepali = editors::signed_in(&room.cms, &room.database, Role::Admin, "ne");
    assert_eq!(nepali.post_json(&delete, &json!({})).status, 404);
    let mut admin = editors::signed_in(&room.cms, &room.database, Role::Admin, "en");
    assert_eq!(admin.post_json(&delete, &json!({})).status, 200);
    assert_eq!(kept(&room), [0, 2]);

    // Deleted and brought back, a message has its notes; deleted for good, they are gone.
    assert_eq!(room.editor.delete(&format!("/suggestions/{}", id(1))).status, 200);
    assert_eq!(note(&mut room.editor, 1, "too late"), 404);
    let restore = format!("/suggestions-management/{}/restore", id(1));
    assert_eq!(room.editor.post_json(&restore, &json!({})).status, 200);
    assert!(
        room.editor.get(&format!("/suggestions-management/{}", id(1))).text().contains("clinic")
    );
    assert_eq!(room.editor.delete(&format!("/suggestions/{}", id(1))).status, 200);
    room.database.execute("UPDATE deleted_suggestion SET deleted_at = now() - interval '31 days'");
    let connection = &mut room.database.connection();
    db::content::deleted_suggestion::purge(connection).unwrap();
    assert_eq!(kept(&room), [0, 1]);
    // The original deletes without knowing of them: the daily round takes them.
    room.database.execute("DELETE FROM suggestion");
    db::retention::see_messages(connection).unwrap();
    assert_eq!(kept(&room), [0, 0]);
}

#[test]
fn an_account_takes_the_notes_about_its_messages_with_it() {
    let mut room = room();
    let girl = "50000000-0000-4000-8000-000000000001";
    room.database.execute(&format!(
        "INSERT INTO oky_user (id, date_of_birth, gender, location, \"nameHash\", \"passwordHash\", \"memorableQuestion\", \"memorableAnswer\") \
         VALUES ('{girl}', '2010-01-01', 'Female', 'Urban', encode(sha256('canary-name-1'), 'hex'), '', '', '')"
    ));
    let her_id = room.editor.id;
    for number in [1, 2] {
        assert_eq!(note(&mut room.editor, number, "noted"), 200);
        let assign = format!("/suggestions-management/{}/assign", id(number));
        assert_eq!(room.editor.post_json(&assign, &json!({ "editor": her_id })).status, 200);
    }
    assert_eq!(kept(&room), [2, 2]);
    let keys =
        db::erasure::ErasureKeys { person: vec![1], name: &|_| vec![2], tries: &|_| Vec::new() };
    let girl = girl.parse().unwrap();
    assert!(db::erasure::erase(&mut room.database.connection(), girl, &keys).unwrap());
    assert_eq!(kept(&room), [1, 1], "those about another girl's message stay");
}

#[test]
fn what_a_setting_deletes_takes_its_notes_with_it_and_is_announced() {
    let mut room = room();
    assert_eq!(note(&mut room.editor, 1, "noted"), 200);
    room.database.execute(
        "INSERT INTO suggestion_seen (id, seen_at)
         SELECT id, now() - interval '31 days' FROM suggestion WHERE name = 'canary-name-1'",
    );
    let mut command = program_on("cms", &room.database);
    command.env("MESSAGE_RETENTION_DAYS", "30").args(["retention", "run"]);
    assert_eq!(run(&mut command, "").code, Some(0));
    assert_eq!(kept(&room), [0, 0]);
    assert_eq!(shown(&mut room.editor, ""), [2, 4]);

    let settings = [("MESSAGE_RETENTION_DAYS", "180"), ("PASSPORT_SECRET", editors::SECRET)];
    let cms = crate::services::start_cms(&room.database, &settings);
    crate::services::wait_ready(&cms);
    let mut editor = editors::signed_in(&cms, &room.database, Role::ContentManager, "en");
    assert!(editor.get("/suggestions-management").text().contains("kept for 180 days"));
    let page = editor.get(&format!("/suggestions-management/{}", id(2)));
    assert!(page.text().contains("until <time"), "{}", page.text());
}
