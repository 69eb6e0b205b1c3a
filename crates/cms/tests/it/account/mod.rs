//! An editor's own account.

use domain::access::Role;
use testkit::Database;

use crate::editors::{PASSWORD, create, session_of, signed_in, visitor};
use crate::services;

const NEW: &str = "a better password than before";

#[test]
fn an_editor_changes_her_password_and_is_signed_out_elsewhere() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let id = create(&database, "editor-1", Role::ContentManager, "en");
    let (mut here, mut there) = (session_of(&cms, &database, id), session_of(&cms, &database, id));
    for (old, new, key) in [
        (PASSWORD, "short", "at least 12"),
        (PASSWORD, &"long words ".repeat(8), "too long"),
        (PASSWORD, "password12345", "guessed first"),
        (PASSWORD, "editor-1 editor-1", "guessed first"),
        (PASSWORD, PASSWORD, "already have"),
        ("wrong", NEW, "not your present"),
    ] {
        let answer = here.post_form("/account/password", &[("old", old), ("password", new)]);
        assert_eq!(answer.status, 400, "{new}");
        assert!(answer.text().contains(key), "{new}: {}", answer.text());
        assert!(!answer.text().contains(&format!("\"{new}\"")), "it is not sent back");
    }
    assert_eq!(there.get("/account").status, 200, "nothing has changed");
    let answer = here.post_form("/account/password", &[("old", PASSWORD), ("password", NEW)]);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/account")));
    assert!(here.get("/account").text().contains("Your password is changed"));
    assert_eq!(there.get("/account").status, 303);
    for (password, status) in [(PASSWORD, 400), (NEW, 303)] {
        let form = [("username", "editor-1"), ("password", password)];
        assert_eq!(visitor(&cms).post_form("/login", &form).status, status);
    }
}

#[test]
fn an_editor_sees_and_ends_her_sessions() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let id = create(&database, "editor-1", Role::ContentManager, "en");
    let mut all: Vec<_> = (0..3).map(|_| session_of(&cms, &database, id)).collect();
    let stranger = signed_in(&cms, &database, Role::ContentManager, "en");
    let page = all[0].get("/account");
    assert_eq!(page.text().matches("the tests").count(), 3, "{}", page.text());
    assert_eq!(page.text().matches("This browser").count(), 1);
    let foreign = database.text(&format!(
        "SELECT id::text AS text FROM editor_session WHERE editor_id = {}",
        stranger.id
    ));
    assert_eq!(all[0].post_form(&format!("/account/sessions/{foreign}/end"), &[]).status, 404);
    assert_eq!(all[0].post_form("/account/sessions/end-others", &[]).status, 303);
    assert_eq!(all[0].get("/account").status, 200);
    assert_eq!((all[1].get("/account").status, all[2].get("/account").status), (303, 303));
    assert_eq!(stranger.clone().get("/account").status, 200);
}

#[test]
fn editors_work_in_the_languages_they_may() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let lang =
        |id: i32| database.text(&format!("SELECT lang AS text FROM \"user\" WHERE id = {id}"));
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let answer = chief.put_json("/user/change-location/", &serde_json::json!({"lang": "ne"}));
    assert_eq!((answer.status, lang(chief.id)), (200, "ne".to_owned()));
    let back = [("lang", "en"), ("return", "/account")];
    let answer = chief.post_form("/user/change-location/", &back);
    assert_eq!(answer.header("location"), Some("/account"), "{}", answer.text());
    assert_eq!(lang(chief.id), "en", "and she is still signed in");
    for code in ["fr", "", "EN", "ne "] {
        assert_eq!(chief.post_form("/user/change-location/", &[("lang", code)]).status, 400);
    }
    let mut manager = signed_in(&cms, &database, Role::ContentManager, "ne");
    assert_eq!(manager.post_form("/user/change-location/", &[("lang", "en")]).status, 403);
    database.execute(&format!(
        "INSERT INTO editor (user_id, languages) VALUES ({}, '{{en,ne}}')",
        manager.id
    ));
    let mut manager = session_of(&cms, &database, manager.id);
    assert_eq!(manager.post_form("/user/change-location/", &[("lang", "en")]).status, 303);
    assert_eq!(lang(manager.id), "en");
}
