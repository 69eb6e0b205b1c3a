//! Links that set a password once.

use domain::access::Role;
use regex::Regex;
use testkit::Database;

use crate::editors::{PASSWORD, Visitor, create, session_of, signed_in, visitor};
use crate::services;

const NEW: &str = "a password of her own";

fn link(chief: &mut Visitor, id: i32) -> String {
    let page = chief.post_form(&format!("/user/{id}/reset-link"), &[]);
    assert_eq!(page.status, 200, "{}", page.text());
    let found = Regex::new("http://test(/reset-password/[A-Za-z0-9_-]{43})").unwrap();
    found.captures(page.text()).expect("a link")[1].to_owned()
}

#[test]
fn an_editor_chooses_a_password_by_a_link() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let id = create(&database, "writer", Role::ContentManager, "en");
    let mut before = session_of(&cms, &database, id);
    let (old, path) = (link(&mut chief, id), link(&mut chief, id));
    let mut writer = visitor(&cms);
    assert_eq!(writer.get(&old).status, 404, "a new link ends the old one");
    for _ in 0..2 {
        let page = writer.get(&path);
        assert!(page.status == 200 && page.text().contains("For writer."), "{}", page.text());
    }
    let weak = writer.post_form(&path, &[("password", "writer writer writer")]);
    assert_eq!(weak.status, 400);
    assert!(weak.text().contains("guessed first"));
    let answer = writer.post_form(&path, &[("password", NEW)]);
    assert_eq!(answer.header("location"), Some("/login"), "{}", answer.text());
    assert!(writer.get("/login").text().contains("Your password is set"));
    assert_eq!(writer.post_form(&path, &[("password", NEW)]).status, 404, "it worked once");
    assert_eq!(before.get("/account").status, 303, "her sessions have ended");
    for (password, status) in [(PASSWORD, 400), (NEW, 303)] {
        let form = [("username", "writer"), ("password", password)];
        assert_eq!(visitor(&cms).post_form("/login", &form).status, status);
    }
}

#[test]
fn links_end() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let id = create(&database, "writer", Role::ContentManager, "en");
    let path = link(&mut chief, id);
    let stored = database.text("SELECT encode(reset_token_hash, 'escape') AS text FROM editor WHERE reset_token_hash IS NOT NULL");
    assert!(!path.contains(&stored) && !stored.contains(&path[16..]));
    database.execute("UPDATE editor SET reset_expires_at = now() - interval '1 second'");
    assert_eq!(visitor(&cms).get(&path).status, 404);
    assert_eq!(visitor(&cms).post_form(&path, &[("password", NEW)]).status, 404);
    let path = link(&mut chief, id);
    chief.delete(&format!("/user/{id}"));
    assert_eq!(visitor(&cms).get(&path).status, 404, "she is deactivated");
    assert_eq!(visitor(&cms).get("/reset-password/x").status, 404);
}
