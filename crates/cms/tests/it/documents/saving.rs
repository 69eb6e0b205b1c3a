//! A text is written, looked at once more, and with the phones.

use serde_json::json;

use super::{TEXTS, add, dump, room};
use crate::freshness::SOON;
use crate::services::{self, within};
use crate::surveys::{form, send, with};

#[test]
fn what_is_published_is_soon_on_both_services() {
    let mut room = room();
    let api = services::api(&room.database);
    for (page, path, mobile) in TEXTS {
        let empty = room.editor.get(page);
        assert!(empty.text().contains("Nothing is written yet"), "{page}");
        let edit = room.editor.get(&format!("{page}/edit"));
        let fields =
            with(&form(edit.text()), &[("blocks[0][content]", "A title"), ("action", "add:0")]);
        let edit = send(&mut room.editor, &format!("{page}/arrange"), &fields);
        let fields = with(&form(edit.text()), &[("blocks[1][content]", "one\r\ntwo \"words\"")]);
        // Asked first, with what changes; nothing is stored.
        let fields = with(&fields, &[("then", "publish")]);
        let asked = send(&mut room.editor, &format!("{path}/en/draft"), &fields);
        assert_eq!(asked.status, 200, "{}", asked.text());
        assert!(asked.text().contains("Publish this?"));
        assert_eq!(room.editor.get_json(path).json(), json!([]));
        let confirmed = with(&form(asked.text()), &[("confirmed", "true")]);
        assert_eq!(send(&mut room.editor, &format!("{path}/en/publish"), &confirmed).status, 303);
        let expected = json!([
            {"type": "HEADING", "content": "A title"},
            {"type": "CONTENT", "content": "one\ntwo \"words\""},
        ]);
        for service in [&room.cms, &api] {
            within(SOON, path, || service.get(mobile).json() == expected);
        }
        let shown = room.editor.get(page);
        assert!(shown.text().contains("A title") && shown.text().contains("In the app"));
    }
}

#[test]
fn versions_are_added_and_never_changed_by_saving() {
    let mut room = room();
    let first = add(&mut room.editor, "/about", &dump("One", "first"));
    let second = add(&mut room.editor, "/about", &dump("Two", "second"));
    assert_ne!(first["id"], second["id"]);
    assert_eq!(
        (&second["json_dump"], &second["lang"]),
        (&json!(dump("Two", "second")), &json!("en"))
    );
    let all = room.editor.get_json("/about").json();
    assert_eq!(all, json!([second, first]));
    // The list itself is taken too, as a program would send it.
    let list = json!({"json_dump": [{"type": "HEADING", "content": "Three"}]});
    let third = room.editor.post_json("/about", &list).json();
    assert_eq!(third["json_dump"], json!(r#"[{"type":"HEADING","content":"Three"}]"#));
    assert_eq!(room.database.count("SELECT count(*) FROM about"), 3);
    assert_eq!(
        room.database.count(
            "SELECT count(*) FROM revision WHERE item_table = 'about' AND action = 'create'"
        ),
        3
    );
    for bad in [
        json!({}),
        json!({"json_dump": ""}),
        json!({"json_dump": "[]"}),
        json!({"json_dump": "words"}),
        json!({"json_dump": r#"[{"type":"CONTENT","content":" "}]"#}),
        json!({"json_dump": [{"type": "PICTURE", "content": "x"}]}),
    ] {
        let answer = room.editor.post_json("/about", &bad);
        assert_eq!(answer.status, 400, "{bad}");
        assert!(answer.json()["message"].is_string());
    }
    assert_eq!(room.database.count("SELECT count(*) FROM about"), 3);
}

#[test]
fn two_editors_of_one_text_lose_nothing() {
    let mut room = room();
    let first = add(&mut room.editor, "/about", &dump("Title", "a text before it"));
    add(&mut room.editor, "/about", &dump("Title", "the first text"));
    // A page that was opened before the words of somebody else came.
    let page = room.editor.get(&format!("/about-management/versions/{}", first["id"]));
    let fields = form(page.text());
    let base = fields.iter().find(|(name, _)| name == "base").unwrap().1.clone();
    let mine = form(room.editor.get("/about-management/edit").text());
    let mine = with(&mine, &[("blocks[1][content]", "my own words"), ("base", &base)]);
    add(&mut room.editor, "/about", &dump("Title", "words of somebody else"));
    let conflict = send(&mut room.editor, "/about", &mine);
    assert_eq!(conflict.status, 409);
    assert!(conflict.text().contains("my own words"));
    assert!(conflict.text().contains("words of somebody else"));
    // Between the question and the answer somebody may save too.
    let asked = send(&mut room.editor, "/about", &with(&form(conflict.text()), &[]));
    assert_eq!(asked.status, 200);
    add(&mut room.editor, "/about", &dump("Title", "a third text"));
    let confirmed = with(&form(asked.text()), &[("confirmed", "true")]);
    let conflict = send(&mut room.editor, "/about", &confirmed);
    assert_eq!(conflict.status, 409);
    assert_eq!(room.database.count("SELECT count(*) FROM about"), 4);
    let confirmed = with(&form(conflict.text()), &[("confirmed", "true")]);
    assert_eq!(send(&mut room.editor, "/about", &confirmed).status, 303);
    assert_eq!(room.database.count("SELECT count(*) FROM about"), 5);
    // A program that says what it began with is told as well.
    let stale = json!({"json_dump": dump("a", "b"), "base": "none"});
    assert_eq!(room.editor.post_json("/about", &stale).status, 409);
}

#[test]
fn an_empty_text_or_the_same_one_is_not_published() {
    let mut room = room();
    add(&mut room.editor, "/about", &dump("Title", "text"));
    let edit = room.editor.get("/about-management/edit");
    let same = send(&mut room.editor, "/about", &form(edit.text()));
    assert_eq!(same.status, 303);
    assert!(room.editor.get("/about-management").text().contains("Nothing has changed"));
    let empty =
        with(&form(edit.text()), &[("blocks[0][content]", ""), ("blocks[1][content]", " ")]);
    let refused = send(&mut room.editor, "/about", &empty);
    assert_eq!(refused.status, 400);
    assert!(refused.text().contains("Write something first."));
    assert_eq!(room.database.count("SELECT count(*) FROM about"), 1);
}

#[test]
fn blocks_are_moved_and_removed_without_scripts() {
    let mut room = room();
    let blocks = r#"[{"type":"HEADING","content":"a"},{"type":"CONTENT","content":"b"},{"type":"CONTENT","content":"c"}]"#;
    add(&mut room.editor, "/about", blocks);
    let edit = room.editor.get("/about-management/edit");
    let mut order = |action: &str| -> Vec<String> {
        let fields = with(&form(edit.text()), &[("action", action)]);
        let page = send(&mut room.editor, "/about-management/arrange", &fields);
        let fields = form(page.text());
        let texts = fields.iter().filter(|(name, _)| name.ends_with("[content]"));
        texts.map(|(_, value)| value.clone()).collect()
    };
    assert_eq!(order("up:2"), ["a", "c", "b"]);
    assert_eq!(order("down:0"), ["b", "a", "c"]);
    assert_eq!(order("remove:1"), ["a", "c"]);
    assert_eq!(order("heading:0"), ["a", "", "b", "c"]);
    for odd in ["up:0", "down:2", "remove:9", "up:x", "paint:1", ""] {
        assert_eq!(order(odd), ["a", "b", "c"], "{odd}");
    }
}
