//! What is written stays beside the app until it is published, and none of it is lost.

use serde_json::json;

use super::{fact, room};

#[test]
fn a_new_item_reaches_phones_when_it_is_published() {
    let mut room = room(false);
    let id = fact(&mut room.sita, "First");
    assert_eq!(room.database.count("SELECT count(*) FROM did_you_know"), 0);
    assert_eq!(room.sita.get_json(&format!("/didyouknow/{id}")).status, 404);
    let draft = room.sita.get_json(&format!("/didyouknow/{id}/draft")).json();
    assert_eq!((&draft["version"], &draft["state"]), (&json!(1), &json!("draft")));
    let list = room.maya.get("/didyouknow-management").text().to_owned();
    assert!(list.contains("First") && list.contains("written and not in the app yet"));
    let form = room.maya.get(&format!("/didyouknow-management/{id}/edit")).text().to_owned();
    assert!(form.contains("Not in the app yet") && form.contains("value=\"First\""), "{form}");

    let published = room.sita.post_json(&format!("/didyouknow/{id}/publish"), &json!({}));
    assert_eq!((published.status, &published.json()["live"]), (200, &json!(true)));
    room.phones_show(&["First"]);
    assert_eq!(room.sita.get_json(&format!("/didyouknow/{id}/draft")).status, 404);
    assert_eq!(room.database.count("SELECT count(*) FROM revision WHERE action = 'create'"), 1);
}

#[test]
fn a_live_text_stays_as_it_is_while_its_draft_is_written() {
    let mut room = room(false);
    let id = fact(&mut room.sita, "Old");
    room.sita.post_json(&format!("/didyouknow/{id}/publish"), &json!({}));
    room.phones_show(&["Old"]);
    let draft = format!("/didyouknow/{id}/draft");
    // An unfinished text is kept too.
    let long = "x".repeat(90);
    let saved = room.sita.post_json(&draft, &json!({"title": long}));
    assert_eq!(saved.json()["values"]["content"], "c", "what was not sent stays");
    let refused = room.sita.post_json(&format!("/didyouknow/{id}/publish"), &json!({}));
    assert_eq!(refused.status, 400, "{}", refused.text());
    let page = room.sita.post_form(&draft, &[("title", ""), ("draft", "1"), ("then", "publish")]);
    assert_eq!(page.status, 400);
    assert!(page.text().contains("id=\"errors\""), "{}", page.text());
    assert_eq!(room.facts(), ["Old"]);
    let next = room.sita.get_json(&draft).json();
    assert_eq!((&next["version"], &next["values"]["title"]), (&json!(2), &json!("")), "kept");
    let fields = [("title", "New"), ("draft", "2"), ("then", "publish")];
    assert_eq!(room.sita.post_form(&draft, &fields).status, 303);
    room.phones_show(&["New"]);
    // Each text that was saved can be found in the history and taken back.
    let history = room.sita.get(&format!("/history/did_you_know/{id}")).text().to_owned();
    assert!(history.contains(&long), "{history}");
    let revision = room.database.count("SELECT min(id) AS count FROM draft_revision WHERE version = 1 AND action = 'save' AND \"values\"->>'title' <> 'Old'");
    let back = room
        .sita
        .post_json(&format!("/history/did_you_know/{id}/draft"), &json!({"revision": revision}));
    assert_eq!((back.status, &back.json()["values"]["title"]), (200, &json!(long)));
    assert_eq!(room.facts(), ["New"]);
}

#[test]
fn two_who_write_at_once_are_told() {
    let mut room = room(false);
    let id = fact(&mut room.sita, "First");
    let draft = format!("/didyouknow/{id}/draft");
    let maya = [("title", "Hers"), ("draft", "1"), ("version", "")];
    assert_eq!(room.maya.post_form(&draft, &maya).status, 303);
    let mine = [("title", "Mine"), ("draft", "1"), ("version", "")];
    let conflict = room.sita.post_form(&draft, &mine);
    assert_eq!(conflict.status, 409);
    let page = conflict.text();
    assert!(page.contains("value=\"Mine\"") && page.contains("<del>Hers</del>"), "{page}");
    assert!(page.contains("name=\"draft\" value=\"2\""), "{page}");
    let told = room.sita.post_json(&draft, &json!({"title": "Mine", "draft": 1}));
    assert_eq!(told.status, 409);
    assert_eq!(room.sita.get_json(&draft).json()["values"]["title"], "Hers");
    // Having seen hers, Sita writes over it; hers stays in the history.
    let again = [("title", "Mine"), ("draft", "2"), ("version", "")];
    assert_eq!(room.sita.post_form(&draft, &again).status, 303);
    assert!(room.sita.get(&format!("/history/did_you_know/{id}")).text().contains("Hers"));
    // Publishing takes the version that was seen and no other.
    let old = room.maya.post_json(&format!("/didyouknow/{id}/publish"), &json!({"draft": 2}));
    assert_eq!(old.status, 409, "{}", old.text());
}

#[test]
fn a_draft_notices_what_is_published_meanwhile() {
    let mut room = room(false);
    let id = fact(&mut room.sita, "One");
    let path = format!("/didyouknow/{id}");
    room.sita.post_json(&format!("{path}/publish"), &json!({}));
    room.sita.post_json(&format!("{path}/draft"), &json!({"title": "Two"}));
    // Somebody with SQL, or the original, changes the row.
    room.database.execute("UPDATE did_you_know SET content = 'other'");
    let refused = room.sita.post_json(&format!("{path}/publish"), &json!({}));
    assert_eq!(refused.status, 409, "{}", refused.text());
    let form = room.sita.get(&format!("/didyouknow-management/{id}/edit")).text().to_owned();
    assert!(form.contains("id=\"behind\"") && form.contains("<ins>other</ins>"), "{form}");
    let version = room.sita.get_json(&path).json();
    assert_eq!(version["title"], "One");
    let row = form.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let fields = [("title", "Two"), ("content", "other"), ("draft", "1"), ("version", row)];
    let fields = [&fields[..], &[("then", "publish")]].concat();
    let published = room.sita.post_form(&format!("{path}/draft"), &fields);
    assert_eq!(published.status, 303, "{}", published.text());
    let row = room.sita.get_json(&path).json();
    assert_eq!((&row["title"], &row["content"]), (&json!("Two"), &json!("other")));
}

#[test]
fn a_draft_can_be_thrown_away_and_found_again() {
    let mut room = room(false);
    let id = fact(&mut room.sita, "Precious");
    let discarded = room.sita.post_form(&format!("/didyouknow/{id}/discard"), &[("draft", "1")]);
    assert_eq!(discarded.header("location"), Some(format!("/history/did_you_know/{id}").as_str()));
    let history = room.sita.get(&format!("/history/did_you_know/{id}")).text().to_owned();
    assert!(history.contains("Precious") && history.contains("Thrown away"), "{history}");
    let revision = room.database.count("SELECT max(id) AS count FROM draft_revision").to_string();
    let path = format!("/history/did_you_know/{id}/draft");
    assert_eq!(room.sita.post_form(&path, &[("revision", &revision)]).status, 303);
    let draft = room.sita.get_json(&format!("/didyouknow/{id}/draft")).json();
    assert_eq!(draft["values"]["title"], "Precious");
    assert_eq!(room.sita.post_json(&format!("/didyouknow/{id}/publish"), &json!({})).status, 200);
}

#[test]
fn articles_of_a_category_that_is_a_draft_can_be_written_but_not_published_first() {
    let mut room = room(false);
    let begin = |room: &mut super::Room, path: &str, body: serde_json::Value| {
        let answer = room.sita.post_json(&format!("{path}/new-draft"), &body);
        assert_eq!(answer.status, 200, "{}", answer.text());
        crate::content::id(&answer.json())
    };
    let category = json!({"title": "Body", "primary_emoji": "🌱", "primary_emoji_name": "growing"});
    let category = begin(&mut room, "/categories", category);
    let below = json!({"title": "Changes", "parent_category": category});
    let subcategory = begin(&mut room, "/subcategories", below);
    let text = json!({"article_heading": "A", "article_text": "t", "subcategory": subcategory});
    let article = begin(&mut room, "/articles", text);
    let draft = room.sita.get_json(&format!("/articles/{article}/draft")).json();
    assert_eq!(draft["values"]["category"], json!(category), "it follows from the subcategory");
    let publish = |room: &mut super::Room, path: &str| {
        room.sita.post_json(&format!("{path}/publish"), &json!({})).status
    };
    assert_eq!(publish(&mut room, &format!("/articles/{article}")), 400);
    assert_eq!(publish(&mut room, &format!("/categories/{category}")), 200);
    assert_eq!(publish(&mut room, &format!("/subcategories/{subcategory}")), 200);
    assert_eq!(publish(&mut room, &format!("/articles/{article}")), 200);
}

#[test]
fn every_kind_can_be_begun_as_a_draft() {
    let mut room = room(false);
    for kind in domain::content::kinds::KINDS {
        let answer = room.sita.post_json(&format!("{}/new-draft", kind.path), &json!({}));
        assert_eq!(answer.status, 200, "{}: {}", kind.name, answer.text());
        let id = crate::content::id(&answer.json());
        let edit = room.sita.get(&format!("{}/{id}/edit", kind.page));
        assert_eq!(edit.status, 200, "{}: {}", kind.name, edit.text());
        let refused = room.sita.post_json(&format!("{}/{id}/publish", kind.path), &json!({}));
        assert_eq!(refused.status, 400, "{}: {}", kind.name, refused.text());
        assert_eq!(room.sita.get(kind.page).status, 200);
    }
    assert_eq!(room.sita.get_json("/drafts").json().as_array().unwrap().len(), 9);
}

#[test]
fn a_piece_of_a_page_leaves_messages_for_the_next_whole_one() {
    let mut room = room(false);
    let id = fact(&mut room.sita, "First");
    let path = format!("/didyouknow/{id}");
    assert_eq!(room.sita.post_form(&format!("{path}/publish"), &[]).status, 303);
    let panel = format!("/checklist/did_you_know/{id}");
    let piece = room.sita.request("GET", &panel, &[("hx-request", "true")], b"");
    assert_eq!(piece.status, 200, "{}", piece.text());
    let page = room.sita.get(&format!("/didyouknow-management/{id}/edit"));
    assert!(page.text().contains("Published: First"), "{}", page.text());
}
