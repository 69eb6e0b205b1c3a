//! Sessions: whose they are, and when they end.

use domain::access::Role;
use testkit::Database;

use crate::editors::{PASSWORD, Visitor, create, signed_in, visitor};
use crate::services;

/// Whether somebody is signed in: then the sign-in page leads on.
fn is_in(visitor: &Visitor) -> bool {
    visitor.clone().get("/login").status == 303
}

#[test]
fn the_database_holds_no_key() {
    let database = Database::migrated();
    create(&database, "editor-1", Role::ContentManager, "en");
    let cms = services::cms(&database);
    let mut editor = visitor(&cms);
    editor.post_form("/login", &[("username", "editor-1"), ("password", PASSWORD)]);
    let row = database.text("SELECT row_to_json(s)::text AS text FROM editor_session AS s");
    assert!(
        !row.contains(editor.cookie("session").unwrap()) && !row.contains("127.0.0.1"),
        "{row}"
    );
    assert_eq!(database.count("SELECT count(*) FROM editor_session WHERE octet_length(key_hash) = 32 AND octet_length(address_key) = 32"), 1);
}

#[test]
fn signing_in_gives_a_new_key() {
    let database = Database::migrated();
    create(&database, "editor-1", Role::ContentManager, "en");
    let cms = services::cms(&database);
    let mut planted = signed_in(&cms, &database, Role::ContentManager, "en");
    let before = planted.clone();
    let form = [("username", "editor-1"), ("password", PASSWORD)];
    assert_eq!(planted.post_form("/login", &form).status, 303);
    assert_ne!(planted.cookie("session"), before.cookie("session"));
    assert!(is_in(&planted) && !is_in(&before), "who has planted the old key is not in");
}

#[test]
fn sessions_end_in_time() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    for (change, lives) in [
        ("last_seen_at = now() - interval '29 minutes'", true),
        ("last_seen_at = now() - interval '31 minutes'", false),
        ("created_at = now() - interval '11 hours 59 minutes'", true),
        ("created_at = now() - interval '12 hours 1 minute'", false),
    ] {
        let editor = signed_in(&cms, &database, Role::Admin, "en");
        assert!(is_in(&editor));
        database.execute(&format!("UPDATE editor_session SET {change}"));
        assert_eq!(is_in(&editor), lives, "{change}");
        database.execute("DELETE FROM editor_session");
    }
}

#[test]
fn a_call_is_a_sign_of_life() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let editor = signed_in(&cms, &database, Role::Admin, "en");
    database.execute("UPDATE editor_session SET last_seen_at = now() - interval '20 minutes'");
    assert!(is_in(&editor));
    let seen =
        "SELECT count(*) FROM editor_session WHERE last_seen_at > now() - interval '1 minute'";
    assert_eq!(database.count(seen), 1);
}

#[test]
fn sessions_end_with_password_and_rights() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    for (change, lives) in [
        ("UPDATE \"user\" SET lang = 'ne'", true),
        ("UPDATE \"user\" SET username = 'renamed'", true),
        ("UPDATE \"user\" SET password = 'x'", false),
        ("UPDATE \"user\" SET type = 'contentManager'", false),
        ("DELETE FROM \"user\"", false),
        ("INSERT INTO editor (user_id, languages) SELECT id, '{en}' FROM \"user\"", false),
        ("INSERT INTO editor (user_id, deactivated_at) SELECT id, now() FROM \"user\"", false),
    ] {
        let editor = signed_in(&cms, &database, Role::Admin, "en");
        database.execute(change);
        assert_eq!(is_in(&editor), lives, "{change}");
        database.execute("DELETE FROM editor; DELETE FROM \"user\"; DELETE FROM editor_session");
    }
}

#[test]
fn a_forged_cookie_opens_nothing() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let editor = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let cookie = editor.cookie("session").unwrap().to_owned();
    let changed = if cookie.ends_with('A') { "B" } else { "A" };
    for forged in ["", "x", &"0".repeat(64), &format!("{}{changed}", &cookie[1..])] {
        let mut other = visitor(&cms);
        other.set_cookie("session", forged);
        assert!(!is_in(&other), "{forged}");
    }
}

#[test]
fn without_the_database_nobody_knows_who_is_calling() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::SuperAdmin, "en");
    database.set_reachable(false);
    let page = editor.get("/login");
    assert_eq!(page.status, 200, "{}", page.text());
    let answer = editor.post_form("/login", &[("username", "editor-1"), ("password", "x")]);
    assert_eq!(answer.status, 503);
    database.set_reachable(true);
    services::within(std::time::Duration::from_secs(10), "she is in again", || is_in(&editor));
}

#[test]
fn two_browsers_at_once_raise_one_hash_and_both_are_in() {
    let database = Database::migrated();
    create(&database, "editor-1", Role::ContentManager, "en");
    let instances = [services::cms(&database), services::cms(&database)];
    let form = [("username", "editor-1"), ("password", PASSWORD)];
    let both: Vec<Visitor> = std::thread::scope(|scope| {
        let sign_in = |cms| {
            scope.spawn(move || {
                let mut browser = visitor(cms);
                assert_eq!(browser.post_form("/login", &form).status, 303);
                browser
            })
        };
        let started: Vec<_> = instances.iter().map(sign_in).collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(both.iter().all(is_in), "neither session hangs on a hash that is not there");
}

#[test]
fn a_part_of_a_page_leads_to_the_sign_in_page_when_the_session_has_ended() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let part = |headers: &[(&str, &str)]| {
        let mut headers = headers.to_vec();
        headers.push(("Accept", "*/*"));
        visitor(&cms).request("GET", "/jobs/1/progress", &headers, b"")
    };
    let asked =
        part(&[("HX-Request", "true"), ("HX-Current-URL", "https://cms.example/jobs/1?a=b")]);
    assert_eq!(
        (asked.status, asked.header("hx-redirect")),
        (401, Some("/login?next=%2Fjobs%2F1%3Fa%3Db"))
    );
    let odd = part(&[("HX-Request", "true"), ("HX-Current-URL", "nonsense of a page")]);
    assert_eq!(odd.header("hx-redirect"), Some("/login"));
    assert_eq!(part(&[]).header("hx-redirect"), None, "a program is just refused");
}
