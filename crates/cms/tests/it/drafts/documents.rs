//! About, privacy policy, terms and the banner.

use domain::access::Role;
use serde_json::{Value, json};

use super::{Room, fact, room};
use crate::documents::{TEXTS, add, dump, picture, picture_as_json};
use crate::editors;
use crate::freshness::SOON;
use crate::services::within;
use crate::surveys::{form, send, with};

fn phones(room: &Room, mobile: &str) -> Value {
    room.cms.get(mobile).json()
}

#[test]
fn a_text_is_written_reviewed_and_published_by_a_second_person() {
    let mut room = room(true);
    for (page, path, mobile) in TEXTS {
        let edit = room.sita.get(&format!("{page}/edit"));
        let typed =
            with(&form(edit.text()), &[("blocks[0][content]", "A title"), ("then", "stay")]);
        let saved = send(&mut room.sita, &format!("{path}/en/draft"), &typed);
        assert_eq!(saved.status, 303, "{}", saved.text());
        assert_eq!(phones(&room, mobile), json!([]), "{page}");
        assert!(room.sita.get(page).text().contains(&format!("{page}/edit")));
        assert_eq!(room.sita.post_json(&format!("{path}/en/publish"), &json!({})).status, 409);
        let edit = room.sita.get(&format!("{page}/edit")).text().to_owned();
        assert!(!edit.contains("value=\"publish\""), "{edit}");
        assert_eq!(
            room.sita.post_form(&format!("{path}/en/review"), &[("draft", "1")]).status,
            303
        );
        let queue = room.maya.get("/drafts?state=review").text().to_owned();
        assert!(queue.contains(&format!("{page}/edit?return=/drafts")), "{queue}");
        let note = [("draft", "1"), ("note", "A text below it, please")];
        assert_eq!(room.maya.post_form(&format!("{path}/en/give-back"), &note).status, 303);
        let edit = room.sita.get(&format!("{page}/edit"));
        assert!(edit.text().contains("A text below it, please"));
        let typed = with(
            &form(edit.text()),
            &[("blocks[1][type]", "CONTENT"), ("blocks[1][content]", "words"), ("then", "review")],
        );
        assert_eq!(send(&mut room.sita, &format!("{path}/en/draft"), &typed).status, 303);
        // Maya reads it, and is asked with what changes.
        let edit = room.maya.get(&format!("{page}/edit"));
        let read = with(&form(edit.text()), &[("then", "publish")]);
        let asked = send(&mut room.maya, &format!("{path}/en/draft"), &read);
        assert!(asked.text().contains("Publish this?"), "{}", asked.text());
        let confirmed = with(&form(asked.text()), &[("confirmed", "true")]);
        let published = send(&mut room.maya, &format!("{path}/en/publish"), &confirmed);
        assert_eq!(published.status, 303, "{}", published.text());
        let expected = json!([{"type": "HEADING", "content": "A title"},
            {"type": "CONTENT", "content": "words"}]);
        within(SOON, path, || phones(&room, mobile) == expected);
        // There is no way round it.
        let direct = json!({"json_dump": dump("x", "y")});
        assert_eq!(room.maya.post_json(path, &direct).status, 409);
        let id = room.maya.get_json(path).json()[0]["id"].clone();
        assert_eq!(room.maya.put_json(&format!("{path}/{id}"), &direct).status, 409);
        assert_eq!(room.maya.get_json(path).json().as_array().unwrap().len(), 1);
    }
}

#[test]
fn an_earlier_version_comes_back_as_a_draft_where_two_are_needed() {
    let mut room = room(true);
    for heading in ["One", "Two"] {
        let body = json!({"json_dump": dump(heading, "text")});
        let saved = room.sita.post_json("/about/en/draft", &body);
        assert_eq!(saved.status, 200, "{}", saved.text());
        let published = room.maya.post_json("/about/en/publish", &json!({}));
        assert_eq!(published.status, 200, "{}", published.text());
    }
    let versions = room.sita.get_json("/about").json();
    let first = versions[1]["id"].to_string();
    let back = room.sita.post_form("/about", &[("restore", first.as_str())]);
    assert_eq!(back.status, 303, "{}", back.text());
    let draft = room.sita.get_json("/about/en/draft").json();
    assert_eq!(draft["values"]["json_dump"], json!(dump("One", "text")));
    assert_eq!(room.sita.post_json("/about/en/publish", &json!({})).status, 409);
    assert_eq!(room.maya.post_json("/about/en/publish", &json!({})).status, 200);
    assert_eq!(room.database.count("SELECT count(*) FROM about"), 3);
}

#[test]
fn what_others_publish_meanwhile_is_not_written_over() {
    let mut room = room(false);
    add(&mut room.sita, "/about", &dump("Title", "the first text"));
    let mine = form(room.sita.get("/about-management/edit").text());
    let mine = with(&mine, &[("blocks[1][content]", "my own words"), ("then", "stay")]);
    room.database.execute(
        r#"INSERT INTO about (json_dump, "timestamp", lang)
           VALUES ('[{"type":"CONTENT","content":"elsewhere"}]', now(), 'en')"#,
    );
    let conflict = send(&mut room.sita, "/about/en/draft", &mine);
    assert_eq!(conflict.status, 409, "{}", conflict.text());
    assert!(conflict.text().contains("my own words") && conflict.text().contains("elsewhere"));
    let over = with(&form(conflict.text()), &[("then", "stay")]);
    assert_eq!(send(&mut room.sita, "/about/en/draft", &over).status, 303);
    // A version that is added after a draft was begun keeps it from being published.
    add(&mut room.maya, "/about", &dump("Title", "newer"));
    let behind = room.sita.post_json("/about/en/publish", &json!({}));
    assert_eq!(behind.status, 409, "{}", behind.text());
    let edit = room.sita.get("/about-management/edit");
    assert!(edit.text().contains("id=\"behind\"") && edit.text().contains("newer"));
    let seen = with(&form(edit.text()), &[("then", "stay")]);
    assert_eq!(send(&mut room.sita, "/about/en/draft", &seen).status, 303);
    assert_eq!(room.sita.post_json("/about/en/publish", &json!({})).status, 200);
    within(SOON, "mine", || phones(&room, "/mobile/about/en").to_string().contains("my own words"));
    // An empty one would bring the app's own text back.
    room.sita.post_json("/about/en/draft", &json!({"json_dump": "[]"}));
    assert_eq!(room.sita.post_json("/about/en/publish", &json!({})).status, 400);
    let page = room.sita.post_form("/about/en/publish", &[]);
    assert_eq!(page.status, 400);
    assert!(page.text().contains("Write something first."), "{}", page.text());
}

#[test]
fn a_text_is_released_with_a_fact_and_taken_back() {
    let mut room = room(false);
    add(&mut room.sita, "/privacy-policy", &dump("Old", "text"));
    room.sita.post_json("/privacy-policy/en/draft", &json!({"json_dump": dump("New", "text")}));
    let fact = fact(&mut room.sita, "Fact");
    let release = room.sita.post_json("/releases", &json!({"name": "Together"}));
    let release = release.json()["id"].as_str().unwrap().to_owned();
    for item in ["privacy_policy/en".to_owned(), format!("did_you_know/{fact}")] {
        let path = format!("/releases/add/{item}");
        let added = room.sita.post_json(&path, &json!({"release": release}));
        assert_eq!(added.status, 200, "{}", added.text());
    }
    assert!(room.sita.get(&format!("/releases/{release}")).text().contains("Privacy policy"));
    let shows = |room: &Room, heading: &str| {
        phones(room, "/mobile/privacy-policy/en")[0]["content"] == json!(heading)
    };
    let published = room.sita.post_json(&format!("/releases/{release}/publish"), &json!({}));
    assert_eq!(published.status, 200, "{}", published.text());
    within(SOON, "new", || shows(&room, "New"));
    // Somebody goes on from there: that must not be lost.
    let newer = add(&mut room.maya, "/privacy-policy", &dump("Newest", "text"));
    let refused = room.sita.post_json(&format!("/releases/{release}/roll-back"), &json!({}));
    assert_eq!(refused.status, 409, "{}", refused.text());
    let gone = room.maya.request(
        "DELETE",
        &format!("/privacy-policy/{}", newer["id"]),
        &[("Accept", "application/json"), ("Sec-Fetch-Site", "same-origin")],
        b"",
    );
    assert_eq!(gone.status, 200, "{}", gone.text());
    let back = room.sita.post_json(&format!("/releases/{release}/roll-back"), &json!({}));
    assert_eq!(back.status, 200, "{}", back.text());
    within(SOON, "old", || shows(&room, "Old"));
    let draft = room.sita.get_json("/privacy-policy/en/draft").json();
    assert_eq!(draft["values"]["json_dump"], json!(dump("New", "text")));
}

#[test]
fn the_text_of_another_language_is_not_there() {
    let mut room = room(false);
    let mut gita = editors::signed_in(&room.cms, &room.database, Role::ContentManager, "ne");
    let body = json!({"json_dump": dump("Hidden", "text")});
    assert_eq!(room.sita.post_json("/about/en/draft", &body).status, 200);
    for step in ["draft", "review", "give-back", "discard", "publish"] {
        let answer = gita.post_json(&format!("/about/en/{step}"), &body);
        assert_eq!(answer.status, 404, "{step}: {}", answer.text());
    }
    assert_eq!(gita.get_json("/about/en/draft").status, 404);
    assert!(!gita.get("/about-management/edit").text().contains("Hidden"));
    // Nor is a version a thing to write a draft of.
    let version = add(&mut room.sita, "/about", &dump("A", "b"))["id"].to_string();
    assert_eq!(room.sita.post_json(&format!("/about/{version}/draft"), &body).status, 404);
    // Who has a text open before there is one is seen all the same.
    let page = [("page", "p1")];
    assert_eq!(room.sita.post_form("/presence/terms_and_conditions/en", &page).status, 200);
    let seen = room.maya.get_json("/presence/terms_and_conditions/en").json();
    assert_eq!(seen.as_array().unwrap().len(), 1, "{seen}");
    assert_eq!(gita.post_form("/presence/terms_and_conditions/en", &page).status, 404);
}

#[test]
fn a_banner_waits_for_a_second_person() {
    let mut room = room(true);
    let direct = picture_as_json(&picture(40, 20, 1));
    assert_eq!(room.sita.post_json("/about-banner-management", &direct).status, 409);
    let mut kept = direct.clone();
    kept["then"] = json!("draft");
    let saved = room.sita.post_json("/about-banner-management", &kept);
    assert_eq!(saved.status, 200, "{}", saved.text());
    assert_eq!(room.database.count("SELECT count(*) FROM about_banner"), 0);
    let page = room.sita.get("/about-management").text().to_owned();
    assert!(page.contains("id=\"banner-draft\""), "{page}");
    assert!(room.maya.get("/drafts").text().contains("/about-management?return=/drafts#banner"));
    assert_eq!(room.sita.post_json("/about-banner-management/en/publish", &json!({})).status, 409);
    let published = room.maya.post_json("/about-banner-management/en/publish", &json!({}));
    assert_eq!(published.status, 200, "{}", published.text());
    let conditional = "/mobile/about-banner-conditional/en?timestamp=0";
    let shown = published.json()["image"].clone();
    within(SOON, "the banner", || room.cms.get(conditional).json()["aboutBanner"] == shown);
    assert_eq!(room.database.count("SELECT count(*) FROM draft"), 0);

    // Nor is it set back to an earlier one without a second person.
    let mut next = picture_as_json(&picture(40, 20, 2));
    next["then"] = json!("draft");
    assert_eq!(room.sita.post_json("/about-banner-management", &next).status, 200);
    let published = room.maya.post_json("/about-banner-management/en/publish", &json!({}));
    assert_eq!(published.status, 200, "{}", published.text());
    let history = format!("/history/about_banner/{}", published.json()["id"]);
    let revisions = room.sita.get_json(&history).json();
    let first = revisions.as_array().unwrap().last().unwrap()["id"].clone();
    let back = room.sita.post_json(&format!("{history}/restore"), &json!({"revision": first}));
    assert_eq!(back.status, 200, "{}", back.text());
    assert_eq!(back.json()["values"]["image"], shown);
    assert_eq!(room.sita.post_json("/about-banner-management/en/publish", &json!({})).status, 409);
    let published = room.maya.post_json("/about-banner-management/en/publish", &json!({}));
    assert_eq!(published.status, 200, "{}", published.text());
    within(SOON, "the first again", || room.cms.get(conditional).json()["aboutBanner"] == shown);
}
