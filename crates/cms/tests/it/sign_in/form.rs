//! The sign-in page.

use domain::access::Role;
use testkit::Database;

use crate::editors::{PASSWORD, create, signed_in, visitor};
use crate::services;

#[test]
fn an_editor_signs_in_and_out() {
    let database = Database::migrated();
    create(&database, "editor-1", Role::ContentManager, "en");
    let cms = services::cms(&database);
    let mut editor = visitor(&cms);
    let page = editor.get("/login");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("name=\"password\"") && page.header("set-cookie").is_none());

    let form = [("username", "editor-1"), ("password", PASSWORD)];
    let answer = editor.post_form("/login", &form);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/start")));
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    assert!(!cookie.contains("Max-Age"), "it ends with the browser: {cookie}");
    assert_eq!(editor.get("/login").header("location"), Some("/start"));
    let hash = database.text("SELECT password AS text FROM \"user\"");
    assert!(hash.starts_with("$2b$12$"), "an old hash is raised: {hash}");
    assert_eq!(
        database.count(
            "SELECT count(*) FROM editor WHERE last_sign_in_at > now() - interval '1 minute'"
        ),
        1
    );

    let before = editor.clone();
    assert_eq!(editor.post_form("/logout", &[]).header("location"), Some("/login"));
    assert_eq!(editor.cookie("session"), None);
    assert_eq!(before.clone().get("/login").status, 200, "the key opens nothing any more");
    assert_eq!(database.count("SELECT count(*) FROM editor_session"), 0);
}

#[test]
fn who_is_wrong_sees_the_form_again() {
    let database = Database::migrated();
    create(&database, "editor-1", Role::Admin, "ne");
    let cms = services::cms(&database);
    let wrong = [
        ("editor-1", "another"),
        ("editor-1", ""),
        ("Editor-1", PASSWORD),
        ("", PASSWORD),
        ("<b>", "x"),
    ];
    let mut sentences = Vec::new();
    for (username, password) in wrong {
        let form = [("username", username), ("password", password)];
        let answer = visitor(&cms).post_form("/login", &form);
        assert_eq!((answer.status, answer.header("set-cookie")), (400, None), "{username}");
        assert!(
            answer
                .text()
                .contains(&format!("value=\"{}\"", username.replace("<b>", "&#60;b&#62;"))),
            "{}",
            answer.text()
        );
        assert!(!answer.text().contains(PASSWORD));
        let sentence = answer.text().split("role=\"alert\"").nth(1).unwrap();
        sentences.push(sentence.split('<').next().unwrap().to_owned());
    }
    sentences.dedup();
    assert_eq!(sentences.len(), 1, "one sentence for everything: {sentences:?}");
    let json = visitor(&cms)
        .post_json("/login", &serde_json::json!({"username": "editor-1", "password": "x"}));
    assert_eq!(json.status, 401);
}

#[test]
fn signing_in_leads_to_the_page_that_was_asked_for_and_nowhere_else() {
    let database = Database::migrated();
    create(&database, "editor-1", Role::ContentManager, "en");
    let cms = services::cms(&database);
    for (next, leads_to) in [
        ("/quiz-management?page=2", "/quiz-management?page=2"),
        ("//evil.example", "/start"),
        ("/\\evil.example", "/start"),
        ("https://evil.example", "/start"),
        ("/a\r\nX: y", "/start"),
        ("", "/start"),
    ] {
        let form = [("username", "editor-1"), ("password", PASSWORD), ("next", next)];
        let answer = visitor(&cms).post_form("/login", &form);
        assert_eq!((answer.status, answer.header("location")), (303, Some(leads_to)), "{next}");
    }
}

#[test]
fn other_methods_lead_nowhere() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::Admin, "en");
    assert!(editor.id > 0);
    assert_eq!(editor.get_json("/logout").status, 404);
    assert_eq!(editor.put_json("/login", &serde_json::json!({})).status, 404);
    assert_eq!(editor.delete("/login").status, 404);
}
