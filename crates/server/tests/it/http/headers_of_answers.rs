//! What every answer carries, whatever it is.

use std::collections::HashSet;

use crate::probe;

const EVERYWHERE: [(&str, &str); 5] = [
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cross-origin-resource-policy", "same-origin"),
];

const CASES: [(&str, &str, u16); 11] = [
    ("GET", "/health", 200),
    ("HEAD", "/health", 200),
    ("GET", "/version", 200),
    ("GET", "/ready", 503),
    ("GET", "/mobile/articles/en", 503),
    ("GET", "/mobile/articles/%zz", 400),
    ("POST", "/mobile/suggestions", 400),
    ("GET", "/nowhere", 404),
    ("GET", "/", 404),
    ("OPTIONS", "/nowhere", 204),
    ("GET", "/panic", 500),
];

#[test]
fn every_answer_is_guarded_and_named() {
    let service = probe::start(&[]);
    let mut ids = HashSet::new();
    for (method, path, status) in CASES {
        let answer = service.request(method, path, &[], b"");
        assert_eq!(answer.status, status, "{method} {path}");
        for (name, value) in EVERYWHERE {
            assert_eq!(answer.header(name), Some(value), "{method} {path}");
        }
        assert_eq!(
            answer.header("content-security-policy"),
            Some("default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'")
        );
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{method} {path}");
        assert_eq!(answer.header("server"), None);
        assert_eq!(answer.header("x-powered-by"), None);
        assert_eq!(answer.header("set-cookie"), None);
        assert!(answer.header("date").is_some());
        let id =
            answer.header("x-request-id").unwrap_or_else(|| panic!("{method} {path} has no id"));
        assert!(ids.insert(id.to_owned()), "{id} names two requests");
    }
}

#[test]
fn errors_are_one_shape_of_json() {
    let service = probe::start(&[]);
    for (method, path, status) in
        CASES.into_iter().filter(|(_, path, status)| *status >= 400 && *path != "/ready")
    {
        let answer = service.request(method, path, &[], b"");
        assert_eq!(
            answer.header("content-type"),
            Some("application/json; charset=utf-8"),
            "{path}"
        );
        let body = answer.json();
        let keys: Vec<_> = body.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["message", "name"], "{method} {path}");
        assert_eq!(answer.header("retry-after").is_some(), status == 503, "{method} {path}");
    }
}

#[test]
fn a_callers_own_request_id_is_not_taken_over() {
    let service = probe::start(&[]);
    let answer = service.get_with("/health", &[("X-Request-Id", "spoofed")]);
    assert_ne!(answer.header("x-request-id"), Some("spoofed"));
}

#[test]
fn only_the_deletion_page_may_call_from_a_browser() {
    let page = [("DELETE_ACCOUNT_URL", "https://Delete.example.org/account?x=1")];
    let service = probe::start(&page);
    let origin = |path: &str, origin: &str| {
        service
            .get_with(path, &[("Origin", origin)])
            .header("access-control-allow-origin")
            .map(str::to_owned)
    };
    assert_eq!(
        origin("/health", "https://delete.example.org").as_deref(),
        Some("https://delete.example.org")
    );
    for other in [
        "https://example.org",
        "http://delete.example.org",
        "https://delete.example.org.evil.test",
        "null",
    ] {
        assert_eq!(origin("/health", other), None, "{other}");
    }
    assert_eq!(origin("/mobile/suggestions", "https://anywhere.test").as_deref(), Some("*"));

    let preflight = service.request(
        "OPTIONS",
        "/account/delete",
        &[
            ("Origin", "https://delete.example.org"),
            ("Access-Control-Request-Headers", "content-type"),
        ],
        b"",
    );
    assert_eq!(preflight.status, 204);
    assert_eq!(preflight.header("access-control-allow-origin"), Some("https://delete.example.org"));
    assert_eq!(preflight.header("access-control-allow-headers"), Some("content-type"));
    assert!(preflight.header("vary").is_some_and(|names| names.contains("Origin")));
}

#[test]
fn development_opens_everything_to_every_page() {
    let service = probe::start(&[("NODE_ENV", "development")]);
    let answer = service.get_with("/nowhere", &[("Origin", "http://localhost:8080")]);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    // The library's own reading of the setting must not matter.
    let service = probe::start(&[("NODE_ENV", "Development")]);
    let answer = service.get_with("/nowhere", &[("Origin", "http://localhost:8080")]);
    assert_eq!(answer.header("access-control-allow-origin"), None);
}
