//! What a stored hash matches.

use serde_json::json;

use crate::phone::{ANSWER, PASSWORD};
use crate::service::Service;
use crate::stored_account::{StoredAccount, hash};

fn opens(service: &Service, password: &str) -> bool {
    let answer = service.phone().login("test-girl-1", password);
    match answer.status {
        200 => true,
        401 => false,
        other => panic!("{other} {}", answer.text()),
    }
}

#[test]
fn two_prefixes_are_known_and_no_other() {
    let service = Service::start();
    service.girl("test-girl-1");
    let right = hash(PASSWORD);
    let cases = [
        (right.clone(), true),
        (right.replacen("$2b$", "$2a$", 1), true),
        (right.replacen("$2b$", "$2y$", 1), false),
        (right.replacen("$2b$", "$2x$", 1), false),
        ("$2b$10$".to_owned(), false),
        (String::new(), false),
        (PASSWORD.to_owned(), false),
        ("$2b$99$abcdefghijklmnopqrstuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu".to_owned(), false),
    ];
    for (stored, expected) in cases {
        service.database.execute(&format!("UPDATE oky_user SET \"passwordHash\" = '{stored}'"));
        assert_eq!(opens(&service, PASSWORD), expected, "{stored}");
    }
}

#[test]
fn a_password_stored_with_spaces_opens_as_written() {
    let service = Service::start();
    StoredAccount::named("test-girl-1").password(" a password ").store(&service);
    assert!(opens(&service, " a password "));
    assert!(!opens(&service, "a password"));
    assert!(!opens(&service, "  a password "));
}

#[test]
fn blanks_alone_can_be_a_password() {
    let service = Service::start();
    service.girl("test-girl-1");
    assert_eq!(service.phone().reset_password("test-girl-1", ANSWER, "   ").status, 200);
    assert!(opens(&service, "   "));
    assert!(!opens(&service, " "));
}

#[test]
fn only_the_first_72_bytes_count() {
    let service = Service::start();
    service.girl("test-girl-1");
    // The last letter has two bytes, of which the second is beyond the limit.
    let long = format!("{}é and more", "p".repeat(71));
    for (set, tried, expected) in [
        ("p".repeat(80), "p".repeat(72), true),
        ("p".repeat(80), "p".repeat(71), false),
        ("p".repeat(72), "p".repeat(100), true),
        (long.clone(), format!("{}é", "p".repeat(71)), true),
        (long, format!("{}e", "p".repeat(71)), false),
    ] {
        assert_eq!(service.phone().reset_password("test-girl-1", ANSWER, &set).status, 200);
        assert_eq!(opens(&service, &tried), expected, "{set} {tried}");
    }
}

#[test]
fn a_nul_is_a_character_like_any_other() {
    let service = Service::start();
    service.girl("test-girl-1");
    let body = json!({"name": "test-girl-1", "secretAnswer": ANSWER, "password": "ab\0cd"});
    assert_eq!(service.phone().post("/account/reset-password", &body).status, 200);
    assert!(opens(&service, "ab\0cd"));
    assert!(!opens(&service, "ab"));
    assert!(!opens(&service, "ab\0ce"));
}

#[test]
fn half_of_a_surrogate_pair_counts_as_the_replacement_character() {
    let service = Service::start();
    service.girl("test-girl-1");
    let reset = format!(
        r#"{{"name":"test-girl-1","secretAnswer":"{ANSWER}","password":"pass\ud800word"}}"#
    );
    assert_eq!(service.phone().post_text("/account/reset-password", &reset).status, 200);
    assert!(opens(&service, "pass\u{fffd}word"));
}
