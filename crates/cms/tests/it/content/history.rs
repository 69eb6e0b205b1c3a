//! What was, and the way back.

use serde_json::json;

use super::{desk, id};

#[test]
fn every_change_can_be_seen_word_by_word_and_set_back() {
    let mut desk = desk();
    let article = id(&desk.article("First words"));
    let address = format!("/articles/{article}");
    desk.editor.put_json(&address, &json!({"article_heading": "Second words"}));
    desk.database.execute("UPDATE article SET article_heading = 'Third words'");
    desk.editor.put_json(&address, &json!({"article_heading": "Fourth words"}));

    let history = format!("/history/article/{article}");
    let page = desk.editor.get(&history).text().to_owned();
    for part in [
        "<del>Third</del><ins>Fourth</ins> words",
        "<del>First</del><ins>Second</ins> words",
        "Changed outside the cms",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let revisions = desk.editor.get_json(&history).json();
    let actions: Vec<_> =
        revisions.as_array().unwrap().iter().map(|r| r["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["update", "outside", "update", "create"]);

    let first = revisions[3]["id"].to_string();
    let restored = desk.editor.post_form(&format!("{history}/restore"), &[("revision", &first)]);
    assert_eq!(restored.status, 303);
    assert_eq!(desk.database.text("SELECT article_heading AS text FROM article"), "First words");
    let stale = [("revision", first.as_str()), ("version", "an old one")];
    assert!(desk.editor.post_form(&format!("{history}/restore"), &stale).status == 303);
    assert!(desk.editor.get(&history).text().contains("Somebody has changed this meanwhile"));
    for odd in ["x", "0", ""] {
        assert_eq!(
            desk.editor.post_form(&format!("{history}/restore"), &[("revision", odd)]).status,
            404
        );
    }
}
