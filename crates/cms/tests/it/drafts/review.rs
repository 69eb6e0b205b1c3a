//! A second pair of eyes.

use domain::access::Role;
use serde_json::json;

use super::{fact, room};
use crate::editors;

#[test]
fn nobody_publishes_alone_what_she_wrote() {
    let mut room = room(true);
    let id = fact(&mut room.sita, "Mine");
    let path = format!("/didyouknow/{id}");
    assert_eq!(room.sita.post_json(&format!("{path}/publish"), &json!({})).status, 409);
    assert_eq!(room.sita.post_form(&format!("{path}/review"), &[("draft", "1")]).status, 303);
    assert_eq!(room.sita.post_json(&format!("{path}/publish"), &json!({})).status, 409);
    let page = room.sita.get(&format!("/didyouknow-management/{id}/edit")).text().to_owned();
    assert!(page.contains("In review") && !page.contains("value=\"publish\""), "{page}");

    // Maya asks for a change; Sita reads that and makes it.
    let queue = room.maya.get("/drafts?state=review").text().to_owned();
    assert!(queue.contains("Mine"), "{queue}");
    let note = [("draft", "1"), ("note", "Shorter, please")];
    assert_eq!(room.maya.post_form(&format!("{path}/give-back"), &note).status, 303);
    let page = room.sita.get(&format!("/didyouknow-management/{id}/edit")).text().to_owned();
    assert!(page.contains("Shorter, please"), "{page}");
    let better = [("title", "M"), ("content", "c"), ("draft", "1"), ("then", "review")];
    assert_eq!(room.sita.post_form(&format!("{path}/draft"), &better).status, 303);

    // What Maya changes while she reviews is hers, and Sita's turn to publish.
    let changed = [("title", "Mm"), ("draft", "2"), ("then", "publish")];
    let answer = room.maya.post_form(&format!("{path}/draft"), &changed);
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(room.facts(), Vec::<String>::new());
    let published = room.sita.post_json(&format!("{path}/publish"), &json!({"draft": 3}));
    assert_eq!(published.status, 200, "{}", published.text());
    room.phones_show(&["Mm"]);

    // There is no way round it.
    let direct = json!({"title": "x", "content": "y", "live": true});
    assert_eq!(room.maya.post_json("/didyouknow", &direct).status, 409);
    assert_eq!(room.maya.put_json(&path, &direct).status, 409);
    let hide = room.maya.post_json(&format!("{path}/live?to=false&confirmed=true"), &json!({}));
    assert_eq!(hide.status, 200, "hiding is always allowed");
    assert_eq!(room.maya.post_json(&format!("{path}/live?to=true"), &json!({})).status, 200);
    room.phones_show(&["Mm"]);
}

#[test]
fn an_unchanged_form_of_a_reviewer_publishes_what_she_has_read() {
    let mut room = room(true);
    let id = fact(&mut room.sita, "Mine");
    let path = format!("/didyouknow/{id}");
    room.sita.post_form(&format!("{path}/review"), &[("draft", "1")]);
    let fields = [("title", "Mine"), ("content", "c"), ("draft", "1"), ("then", "publish")];
    let answer = room.maya.post_form(&format!("{path}/draft"), &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
    room.phones_show(&["Mine"]);
}

#[test]
fn drafts_of_another_language_are_not_there() {
    let mut room = room(false);
    let id = fact(&mut room.sita, "Hidden");
    let mut gita = editors::signed_in(&room.cms, &room.database, Role::ContentManager, "ne");
    let path = format!("/didyouknow/{id}");
    assert_eq!(gita.get_json(&format!("{path}/draft")).status, 404);
    for step in ["draft", "review", "give-back", "discard", "publish"] {
        let answer = gita.post_json(&format!("{path}/{step}"), &json!({"title": "x"}));
        assert_eq!(answer.status, 404, "{step}: {}", answer.text());
    }
    assert_eq!(gita.get(&format!("/didyouknow-management/{id}/edit")).status, 404);
    assert_eq!(gita.get(&format!("/history/did_you_know/{id}")).status, 404);
    assert!(!gita.get("/drafts").text().contains("Hidden"));
    assert_eq!(room.sita.get_json(&format!("{path}/draft")).json()["version"], 1);
}

#[test]
fn setting_back_is_a_draft_where_a_second_person_has_to_agree() {
    let mut room = room(true);
    let id = fact(&mut room.sita, "First");
    assert_eq!(room.maya.post_json(&format!("/didyouknow/{id}/publish"), &json!({})).status, 200);
    room.sita.post_json(&format!("/didyouknow/{id}/draft"), &json!({"title": "Second"}));
    assert_eq!(room.maya.post_json(&format!("/didyouknow/{id}/publish"), &json!({})).status, 200);
    let history = room.sita.get_json(&format!("/history/did_you_know/{id}")).json();
    let oldest = history.as_array().unwrap().last().unwrap()["id"].clone();
    let path = format!("/history/did_you_know/{id}/restore");
    let back = room.sita.post_json(&path, &json!({"revision": oldest}));
    assert_eq!(back.status, 200, "{}", back.text());
    assert_eq!(back.json()["values"]["title"], "First");
    room.phones_show(&["Second"]);
    assert_eq!(room.sita.post_json(&format!("/didyouknow/{id}/publish"), &json!({})).status, 409);
    assert_eq!(room.maya.post_json(&format!("/didyouknow/{id}/publish"), &json!({})).status, 200);
    room.phones_show(&["First"]);
}
