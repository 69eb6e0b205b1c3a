//! Guessing is slowed down, and locks nobody out who has been here before.

use domain::access::Role;
use testkit::Database;

use crate::editors::{PASSWORD, create, visitor};
use crate::service::Service;
use crate::services;

fn attempt(cms: &Service, username: &str, password: &str, from: &str) -> u16 {
    let headers = [
        ("Accept", "text/html"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("X-Forwarded-For", from),
    ];
    let form = serde_urlencoded::to_string([("username", username), ("password", password)]);
    visitor(cms).request("POST", "/login", &headers, form.unwrap().as_bytes()).status
}

/// As if somebody had failed `times` times from one network or many.
fn failed(database: &Database, times: u32, same_network: bool) {
    let address = if same_network { "address_key" } else { "sha256(n::text::bytea)" };
    database.execute(&format!(
        "INSERT INTO sign_in_failure (account_key, address_key, purpose) \
         SELECT account_key, {address}, 1 FROM (SELECT * FROM sign_in_failure LIMIT 1) AS one, \
         generate_series(1, {times}) AS n"
    ));
}

#[test]
fn one_network_waits_after_ten_failures() {
    let database = Database::migrated();
    create(&database, "editor-1", Role::Admin, "en");
    let cms = services::start_cms(&database, &[("TRUSTED_PROXY_HOPS", "1")]);
    services::wait_ready(&cms);
    for name in ["editor-1", "nobody-of-this-name"] {
        assert_eq!(attempt(&cms, name, "wrong", "192.0.2.1"), 400);
        failed(&database, 9, true);
        assert_eq!(attempt(&cms, name, PASSWORD, "192.0.2.1"), 429, "the same for {name}");
        database.execute("DELETE FROM sign_in_failure");
    }
    assert_eq!(attempt(&cms, "editor-1", PASSWORD, "192.0.2.1"), 303);
    assert_eq!(
        database.count("SELECT count(*) FROM audit_entry WHERE act = 'sign-in-failed' AND editor_name IN ('editor-1', '')"),
        2,
        "the name of nobody is not recorded"
    );
}

#[test]
fn a_storm_of_guesses_does_not_lock_out_who_was_here_before() {
    let database = Database::migrated();
    create(&database, "editor-1", Role::Admin, "en");
    let cms = services::start_cms(&database, &[("TRUSTED_PROXY_HOPS", "1")]);
    services::wait_ready(&cms);
    assert_eq!(attempt(&cms, "editor-1", PASSWORD, "192.0.2.7"), 303);
    assert_eq!(attempt(&cms, "editor-1", "wrong", "198.51.100.1"), 400);
    failed(&database, 100, false);
    assert_eq!(attempt(&cms, "editor-1", PASSWORD, "198.51.100.2"), 429, "a new network waits");
    assert_eq!(attempt(&cms, "editor-1", PASSWORD, "192.0.2.7"), 303, "a known one does not");
}

#[test]
fn a_password_that_everybody_knows_locks_its_account() {
    let database = Database::migrated();
    let hash = bcrypt::hash("admin", 4).unwrap();
    database.execute(&format!(
        "INSERT INTO \"user\" (username, password, lang, type, date_created) \
         VALUES ('somebody', '{hash}', 'en', 'superAdmin', '2020-01-01T00:00:00.000Z')"
    ));
    let cms = services::cms(&database);
    assert_eq!(attempt(&cms, "somebody", "admin", ""), 400);
    assert_eq!(database.text("SELECT password AS text FROM \"user\""), "(no password)");
    assert_eq!(database.text("SELECT kept_password AS text FROM editor"), hash);
    assert_eq!(database.text("SELECT act AS text FROM audit_entry"), "editor-locked");
    assert_eq!(attempt(&cms, "somebody", "(no password)", ""), 400);
}
