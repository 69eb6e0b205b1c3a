//! What becomes of a message.

use testkit::Database;

use super::{FORM, send, without};
use crate::services;

fn stored(database: &Database, column: &str) -> String {
    database.text(&format!("SELECT \"{column}\" AS text FROM suggestion"))
}

#[test]
fn a_message_is_stored_as_it_was_written() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let answer = send(&cms, FORM);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["id"], database.text("SELECT id::text AS text FROM suggestion"));
    assert_eq!(stored(&database, "name"), "test-girl-1");
    assert_eq!(stored(&database, "dateRec"), "2026-01-01T00:00:00.000Z");
    assert_eq!(stored(&database, "reason"), r#"{"key":"1","value":"problem"}"#);
    assert_eq!(stored(&database, "content"), "It works – mostly 🌸\nथाहा छैन");
}

#[test]
fn who_is_not_signed_in_has_no_name() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    for form in [without("name"), FORM.replace(r#""test-girl-1""#, "null")] {
        assert_eq!(send(&cms, &form).status, 200, "{form}");
    }
    assert_eq!(database.count("SELECT count(*) FROM suggestion WHERE name = ''"), 2);
}

#[test]
fn the_id_is_ours_and_numbers_are_text() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let id = "20000000-0000-4000-8000-000000000001";
    let form = FORM.replacen('{', &format!(r#"{{"id":"{id}","unknown":[1,{{"a":2}}],"#), 1);
    assert_eq!(send(&cms, &form.replace(r#""NA""#, "42")).status, 200);
    assert_ne!(database.text("SELECT id::text AS text FROM suggestion"), id);
    assert_eq!(stored(&database, "email"), "42");
}

/// Half a character cannot be stored.
#[test]
fn a_lone_surrogate_is_replaced() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    assert_eq!(send(&cms, &FORM.replace("It works", r"\ud83d")).status, 200);
    assert!(stored(&database, "content").starts_with("\u{fffd} – mostly"));
}

#[test]
fn while_the_database_is_away_it_is_503() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    database.set_reachable(false);
    let answer = send(&cms, FORM);
    assert_eq!(answer.status, 503);
    assert!(answer.header("retry-after").is_some());
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    database.set_reachable(true);
    services::wait_ready(&cms);
    assert_eq!(send(&cms, FORM).status, 200);
    assert_eq!(database.count("SELECT count(*) FROM suggestion"), 1);
}
