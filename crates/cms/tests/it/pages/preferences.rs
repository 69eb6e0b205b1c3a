//! Language and theme.

use domain::access::Role;
use testkit::Database;

use crate::{editors, services};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[test]
fn a_reader_chooses_language_and_theme() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let chosen =
        cms.request("POST", "/preferences", &[FORM], b"theme=dark&return=%2Flogin%3Fa%3Db");
    assert_eq!((chosen.status, chosen.header("location")), (303, Some("/login?a=b")));
    assert_eq!(
        chosen.header("set-cookie"),
        Some("theme=dark; HttpOnly; SameSite=Lax; Path=/; Max-Age=31536000")
    );
    let chosen = cms.request("POST", "/preferences", &[FORM], b"language=ne&return=/login");
    assert!(chosen.header("set-cookie").unwrap().starts_with("interface=ne; "));

    let cookies = [("cookie", "interface=ne; theme=dark"), ("accept", "text/html")];
    let page = cms.request("GET", "/login", &cookies, b"");
    assert!(page.text().contains("<html lang=\"ne\" data-theme=\"dark\" data-bs-theme=\"dark\">"));
    let page =
        cms.request("GET", "/login", &[("accept", "text/html"), ("cookie", "theme=pink")], b"");
    assert!(page.text().contains("<html lang=\"en\" data-theme=\"auto\" data-bs-theme=\"light\">"));
}

#[test]
fn nonsense_is_refused_and_nobody_is_led_away() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    for body in ["language=xx", "theme=pink", "language=", "theme=Dark"] {
        assert_eq!(cms.request("POST", "/preferences", &[FORM], body.as_bytes()).status, 400);
    }
    for away in ["https://evil.example", "//evil.example", "%2F%5Cevil.example", ""] {
        let body = format!("theme=light&return={away}");
        let answer = cms.request("POST", "/preferences", &[FORM], body.as_bytes());
        assert_eq!((answer.status, answer.header("location")), (303, Some("/")), "{away}");
    }
}

#[test]
fn an_editor_keeps_her_language_in_every_browser() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut here = editors::signed_in(&cms, &database, Role::ContentManager, "en");
    assert_eq!(here.post_form("/preferences", &[("language", "ne")]).status, 303);
    let mut elsewhere = editors::session_of(&cms, &database, here.id);
    assert!(elsewhere.get("/account").text().contains("<html lang=\"ne\""));
    elsewhere.set_cookie("interface", "en");
    let page = elsewhere.get("/account");
    assert!(page.text().contains("<html lang=\"ne\""), "another reader's choice is not hers");
    let colleague = editors::create(&database, "colleague", Role::Admin, "en");
    let mut colleague = editors::session_of(&cms, &database, colleague);
    colleague.set_cookie("interface", "ne");
    assert!(colleague.get("/account").text().contains("<html lang=\"ne\""), "none chosen yet");
}
