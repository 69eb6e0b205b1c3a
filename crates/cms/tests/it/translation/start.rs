//! The page after signing in.

use serde_json::json;

use super::{desk, key};

#[test]
fn an_editor_is_led_to_what_there_is_to_do() {
    let mut desk = desk();
    let home = desk.nepali.get("/");
    assert_eq!((home.status, home.header("location")), (303, Some("/start")));
    let page = desk.nepali.get("/start").text().to_owned();
    assert!(page.contains("/translation/pairing"), "nothing is paired yet: {page}");
    desk.pair_everything();
    let told = desk.nepali.get_json("/start").json();
    assert_eq!(told["coverage"]["missing"], json!(0), "{told:#}");
    assert_eq!(told["byTable"]["quiz"]["percent"], json!(100));
    // One is outdated, one is missing.
    desk.database.execute(&format!(
        "UPDATE did_you_know SET content = 'Another text' WHERE id = '{}'; \
         UPDATE avatar_messages SET content = 'नमस्ते' WHERE id = '{}'",
        key(5, 1, 1),
        key(7, 2, 1),
    ));
    let fact = json!({"title": "New", "content": "A new fact.", "live": true});
    assert_eq!(desk.english.post_json("/didyouknow", &fact).status, 200);
    let told = desk.nepali.get_json("/start").json();
    let coverage = &told["byTable"]["did_you_know"];
    assert_eq!((&coverage["outdated"], &coverage["missing"]), (&json!(1), &json!(1)));
    assert_eq!(coverage["percent"], json!(84), "11 of 13");
    assert_eq!(told["byTable"]["avatar_messages"]["percent"], json!(100));
    let page = desk.nepali.get("/start").text().to_owned();
    let outdated = format!("/translation/did_you_know/{}", key(5, 1, 1));
    assert!(page.contains(&outdated) && page.contains(">New</a>"), "{page}");
    // For the English editor it is the other way round.
    let told = desk.english.get_json("/start").json();
    assert_eq!(told["byTable"]["avatar_messages"]["outdated"], json!(1));
    assert_eq!(told["byTable"]["did_you_know"]["outdated"], json!(0));
}

#[test]
fn drafts_in_review_wait_for_somebody_else() {
    let mut desk = desk();
    let id = key(7, 2, 3);
    let saved = desk
        .nepali
        .post_json(&format!("/avatar-message/{id}/draft"), &json!({"content": "ठीक छ।"}));
    assert_eq!(saved.status, 200, "{}", saved.text());
    let sent = desk.nepali.post_json(&format!("/avatar-message/{id}/review"), &json!({}));
    assert_eq!(sent.status, 200, "{}", sent.text());
    let form = format!("/avatar-message-management/{id}/edit");
    let own = desk.nepali.get("/start").text().to_owned();
    assert!(own.contains("id=\"mine\"") && own.contains(&form), "{own}");
    assert!(!own.contains("id=\"review\""));
    let mut second = crate::editors::signed_in(
        &desk.cms,
        &desk.database,
        domain::access::Role::ContentManager,
        "ne",
    );
    let waiting = second.get("/start").text().to_owned();
    assert!(waiting.contains("id=\"review\"") && waiting.contains(&form), "{waiting}");
    let note = json!({"note": "छोटो बनाउनुहोस्"});
    assert_eq!(second.post_json(&format!("/avatar-message/{id}/give-back"), &note).status, 200);
    let own = desk.nepali.get("/start").text().to_owned();
    assert!(own.contains("id=\"returned\""), "{own}");
}
