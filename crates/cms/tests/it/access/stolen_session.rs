//! Whoever has copied an editor's cookie has nothing once her session has ended, on any route.

use std::thread;

use domain::access::Role;
use serde_json::json;
use testkit::Database;

use crate::editors::{PASSWORD, Visitor, create, session_of, signed_in, visitor};
use crate::service::Service;
use crate::services;

/// What ends a session. `owner` has it, `chief` manages editors.
type End = fn(owner: &mut Visitor, chief: &mut Visitor);

const ENDS: [(&str, End); 8] = [
    ("she signs out", |owner, _| {
        assert_eq!(owner.post_form("/logout", &[]).status, 303);
    }),
    ("she changes her password", |owner, _| {
        let form = [("old", PASSWORD), ("password", "a better password than before")];
        let mut here = owner.clone();
        assert_eq!(here.post_form("/account/password", &form).status, 303);
    }),
    ("her role is raised", |owner, chief| change(owner, chief, "admin", &["en"])),
    ("she gets a language", |owner, chief| change(owner, chief, "contentManager", &["en", "ne"])),
    ("she loses a language", |owner, chief| change(owner, chief, "contentManager", &["ne"])),
    ("she is deactivated", |owner, chief| {
        assert_eq!(chief.delete(&format!("/user/{}", owner.id)).status, 200);
    }),
    ("a link for a new password is made", |owner, chief| {
        let path = format!("/user/{}/reset-link", owner.id);
        let page = chief.post_form(&path, &[]);
        let link = page.text().split("/reset-password/").nth(1).unwrap();
        let link = link.split(['"', '<', ' ', '\n']).next().unwrap();
        let form = [("password", "another password than before")];
        let path = format!("/reset-password/{link}");
        assert_eq!(owner.clone().post_form(&path, &form).status, 303);
    }),
    ("an admin ends her sessions", |owner, chief| {
        let path = format!("/user/{}/sessions/end", owner.id);
        assert_eq!(chief.post_form(&path, &[]).status, 303);
    }),
];

fn change(owner: &Visitor, chief: &mut Visitor, role: &str, languages: &[&str]) {
    let body =
        json!({"username": format!("editor {}", owner.id), "type": role, "languages": languages});
    let answer = chief.put_json(&format!("/user/{}", owner.id), &body);
    assert_eq!(answer.status, 200, "{}", answer.text());
}

/// An editor of English whose languages have been said, so that only a change of them counts.
fn editor(database: &Database, cms: &Service, name: &str) -> Visitor {
    let id = create(database, name, Role::ContentManager, "en");
    database.execute(&format!("INSERT INTO editor (user_id, languages) VALUES ({id}, '{{en}}')"));
    database.execute(&format!("UPDATE \"user\" SET username = 'editor {id}' WHERE id = {id}"));
    session_of(cms, database, id)
}

/// Calls every route that asks who is calling.
fn opens_nothing(thief: &Visitor, what: &str) {
    for entry in cms::routes::table() {
        if entry.need == cms::access::Need::Public {
            continue;
        }
        let (method, path) = (entry.method.as_str(), super::path(&entry));
        let answer = thief.clone().request(method, &path, &[("Accept", "application/json")], b"");
        assert_eq!(answer.status, 401, "{method} {path} after {what}");
    }
}

#[test]
fn a_copied_cookie_is_dead_on_every_route_once_the_session_has_ended() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    thread::scope(|scope| {
        for (what, end) in ENDS {
            let (database, cms, mut chief) = (&database, &cms, chief.clone());
            scope.spawn(move || {
                let mut owner = editor(database, cms, what);
                let thief = owner.clone();
                assert_eq!(thief.clone().get_json("/account").status, 200, "before: {what}");
                end(&mut owner, &mut chief);
                opens_nothing(&thief, what);
            });
        }
    });
}

#[test]
fn a_cookie_cannot_be_put_together_from_what_the_database_holds() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    signed_in(&cms, &database, Role::SuperAdmin, "en");
    let columns = "SELECT encode(key_hash, 'hex') AS text FROM editor_session";
    let hash = database.text(columns);
    for forged in [hash.clone(), hash.to_uppercase(), format!("session={hash}")] {
        let mut thief = visitor(&cms);
        thief.set_cookie("session", &forged);
        assert_eq!(thief.get_json("/account").status, 401);
    }
}

#[test]
fn to_switch_the_working_language_ends_nothing() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let other = chief.clone();
    assert_eq!(chief.put_json("/user/change-location/", &json!({"lang": "ne"})).status, 200);
    assert_eq!(other.clone().get_json("/account").status, 200);
}
