//! Editors and their access.

mod links;
mod rules;

use domain::access::Role;
use serde_json::json;
use testkit::Database;

use crate::editors::{PASSWORD, create, session_of, signed_in, visitor};
use crate::services;

#[test]
fn a_super_admin_makes_changes_and_deactivates_an_editor() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    assert_eq!(chief.get("/user-management/new").status, 200);
    let form = [("username", " writer "), ("type", "contentManager"), ("languages", "ne")];
    let page = chief.post_form("/user", &form);
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("http://test/reset-password/"));
    let id = database.text("SELECT id::text AS text FROM \"user\" WHERE username = 'writer'");
    let row = chief.get_json(&format!("/user/{id}")).json();
    assert_eq!((&row["lang"], &row["type"]), (&json!("ne"), &json!("contentManager")));
    assert!(row.get("password").is_none());
    let again = chief.post_form("/user", &form);
    assert_eq!(again.status, 409);
    assert!(again.text().contains("Another editor has this name"));

    let list = chief.get("/user-management?q=WRIT&sort=role&order=desc");
    assert!(list.text().contains(&format!("/user-management/{id}")), "{}", list.text());
    assert!(chief.get("/user-management?q=nobody").text().contains("No editors here"));
    assert_eq!(chief.get(&format!("/user-management/{id}")).status, 200);

    let both =
        [("username", "author"), ("type", "admin"), ("languages", "en"), ("languages", "ne")];
    let answer = chief.post_form(&format!("/user/{id}"), &both);
    assert_eq!(answer.header("location"), Some("/user-management"), "{}", answer.text());
    let row = chief.get_json(&format!("/user/{id}")).json();
    assert_eq!((&row["languages"], &row["type"]), (&json!(["en", "ne"]), &json!("admin")));
    assert_eq!(row["lang"], "ne", "she works on in the language she was working in");

    let gone = chief.delete(&format!("/user/{id}"));
    assert_eq!(gone.status, 200);
    assert!(gone.json().get("id").is_none() && gone.json()["username"] == "author");
    assert!(!chief.get("/user-management").text().contains("author"));
    assert!(chief.get("/user-management?state=deactivated").text().contains("author"));
    assert_eq!(chief.post_form(&format!("/user/{id}/reactivate"), &[]).status, 303);
    let acts = database.text("SELECT string_agg(act, ' ' ORDER BY id) AS text FROM audit_entry");
    assert_eq!(
        acts,
        "editor-created reset-link-made editor-changed editor-deactivated editor-reactivated"
    );
}

#[test]
fn the_json_of_the_original_works() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let new =
        json!({"username": "writer", "password": PASSWORD, "type": "contentManager", "lang": "ne"});
    let made = chief.post_json("/user", &new).json();
    assert_eq!((&made["lang"], &made["languages"]), (&json!("ne"), &json!(["ne"])));
    assert_eq!(chief.post_json("/user", &new).status, 409);
    // The original's form sends an empty password with every change, and lost it by that.
    let id = made["id"].as_i64().unwrap();
    let change =
        json!({"username": "writer", "password": "", "type": "contentManager", "lang": "en"});
    assert_eq!(chief.put_json(&format!("/user/{id}"), &change).json()["languages"], json!(["en"]));
    let login = [("username", "writer"), ("password", PASSWORD)];
    assert_eq!(visitor(&cms).post_form("/login", &login).status, 303);
    let names: Vec<_> = chief
        .get_json("/user")
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["username"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names.len(), 2);
    for wrong in [
        json!({"username": "", "type": "admin", "lang": "en"}),
        json!({"username": "a", "type": "root", "lang": "en"}),
        json!({"username": "a", "type": "admin", "lang": "fr"}),
        json!({"username": "a".repeat(61), "type": "admin", "lang": "en"}),
        json!({"username": "a", "type": "admin", "lang": "en", "password": "short"}),
        json!({}),
    ] {
        assert_eq!(chief.post_json("/user", &wrong).status, 400, "{wrong}");
    }
}

#[test]
fn a_change_of_rights_ends_sessions() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let id = create(&database, "writer", Role::ContentManager, "en");
    for (change, lives) in [
        (json!({"username": "writer", "type": "contentManager", "lang": "en"}), false),
        (json!({"username": "renamed", "type": "contentManager", "lang": "en"}), true),
        (json!({"username": "renamed", "type": "contentManager", "lang": "ne"}), false),
        (json!({"username": "renamed", "type": "admin", "lang": "ne"}), false),
    ] {
        let mut writer = session_of(&cms, &database, id);
        assert_eq!(chief.put_json(&format!("/user/{id}"), &change).status, 200);
        // The first change says her languages for the first time.
        assert_eq!(writer.get("/account").status == 200, lives, "{change}");
    }
    let mut writer = session_of(&cms, &database, id);
    assert!(chief.get(&format!("/user-management/{id}")).text().contains("the tests"));
    assert_eq!(chief.post_form(&format!("/user/{id}/sessions/end"), &[]).status, 303);
    assert_eq!(writer.get("/account").status, 303);
}
