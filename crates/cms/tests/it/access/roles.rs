//! Every route and every kind of caller.

use cms::access::{Entry, Need};
use domain::access::Role;
use testkit::Database;

use crate::editors::{Visitor, create, session_of, visitor};
use crate::services;
use crate::wire::Answer;

/// What a route is called with, as nobody or as somebody.
fn call(mut caller: Visitor, entry: &Entry, accept: &str) -> Answer {
    let headers = [("Accept", accept), ("Sec-Fetch-Site", "same-origin")];
    caller.request(entry.method.as_str(), &super::path(entry), &headers, b"")
}

fn is_named(answer: &Answer, name: &str) -> bool {
    String::from_utf8_lossy(&answer.body).contains(name)
}

#[test]
fn who_is_not_signed_in_gets_nowhere() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    for entry in cms::routes::table() {
        let route = format!("{} {}", entry.method, entry.path);
        let json = call(visitor(&cms), &entry, "application/json");
        let page = call(visitor(&cms), &entry, "text/html");
        assert!(json.status < 500 && page.status < 500, "{route}");
        let to_sign_in = page.header("location").is_some_and(|to| to.starts_with("/login?next="));
        if entry.need == Need::Public {
            assert!(!is_named(&json, "AuthorizationRequiredError") && !to_sign_in, "{route}");
        } else {
            assert_eq!(json.status, 401, "{route}");
            assert!(is_named(&json, "AuthorizationRequiredError"), "{route}");
            let location = page.header("location").unwrap_or_default();
            assert_eq!(page.status, 303, "{route}");
            assert!(location == "/login" || to_sign_in, "{route}: {location}");
        }
    }
}

#[test]
fn every_role_may_what_its_abilities_say() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    for role in Role::ALL {
        let id = create(&database, role.name(), role, "en");
        // Somebody else who is left when this one is gone.
        create(&database, &format!("another {role}"), role, "en");
        for entry in cms::routes::table() {
            let route = format!("{role}: {} {}", entry.method, entry.path);
            // A new session each, since some routes end it.
            let answer = call(session_of(&cms, &database, id), &entry, "application/json");
            assert!(answer.status < 500, "{route}: {}", answer.status);
            assert!(!is_named(&answer, "AuthorizationRequiredError"), "{route}");
            if let Need::Ability(ability) = entry.need {
                let refused = is_named(&answer, "your role may not do this");
                assert_eq!(refused, !role.may(ability), "{route}: {}", answer.status);
                assert!(!refused || answer.status == 403, "{route}");
            }
        }
    }
}
