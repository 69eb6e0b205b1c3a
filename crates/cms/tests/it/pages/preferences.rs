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
fn in_production_cookies_are_for_this_host_and_https_alone() {
    let database = Database::migrated();
    let production = [("NODE_ENV", "production"), ("ALLOW_INSECURE_DATABASE", "true")];
    let cms = services::start_cms(&database, &production);
    services::wait_ready(&cms);
    let set = |path: &str, body: String| {
        let answer = cms.request("POST", path, &[FORM], body.as_bytes());
        answer.header("set-cookie").unwrap_or_default().to_owned()
    };
    editors::create(&database, "editor-1", Role::ContentManager, "en");
    let form = format!("username=editor-1&password={}", editors::PASSWORD.replace(' ', "+"));
    for (cookie, begins) in [
        (set("/login", form), "__Host-session="),
        (set("/preferences", "theme=dark".to_owned()), "__Host-theme=dark;"),
        (set("/preferences", "language=ne".to_owned()), "__Host-interface=ne;"),
    ] {
        assert!(cookie.starts_with(begins), "{cookie}");
        for attribute in ["; HttpOnly", "; Secure", "; Path=/", "; SameSite="] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    let cookies = [("cookie", "__Host-interface=ne; theme=dark"), ("accept", "text/html")];
    let page = cms.request("GET", "/login", &cookies, b"");
    assert!(page.text().contains("<html lang=\"ne\" data-theme=\"auto\""), "by that name alone");
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
