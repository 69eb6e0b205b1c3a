//! Who may send, and how much.

use testkit::Database;

use super::FORM;
use crate::mobile::published::published;
use crate::services;

#[test]
fn any_page_may_send_it() {
    let cms = published();
    let headers = [
        ("Origin", "https://anywhere.test"),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "content-type"),
    ];
    for path in ["/mobile/suggestions", "/mobile/suggestions/"] {
        let preflight = cms.request("OPTIONS", path, &headers, b"");
        assert_eq!(preflight.status, 204, "{path}");
        assert_eq!(preflight.header("access-control-allow-origin"), Some("*"), "{path}");
        let methods = preflight.header("access-control-allow-methods");
        assert_eq!(methods, Some("GET,HEAD,PUT,PATCH,POST,DELETE"));
        assert_eq!(preflight.header("access-control-allow-headers"), Some("content-type"));
        let sent = cms.post_json(path, FORM);
        assert_eq!(sent.status, 200, "{path}");
        assert_eq!(sent.header("access-control-allow-origin"), Some("*"), "{path}");
    }
    assert_eq!(cms.get("/mobile/suggestions").status, 404);
}

#[test]
fn a_class_may_write_in_one_minute_and_nobody_more_than_that() {
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("TRUSTED_PROXY_HOPS", "1")]);
    services::wait_ready(&cms);
    let send = |address: &str| {
        let headers = [("Content-Type", "application/json"), ("X-Forwarded-For", address)];
        cms.request("POST", "/mobile/suggestions", &headers, FORM.as_bytes())
    };
    for _ in 0..60 {
        assert_eq!(send("192.0.2.1").status, 200);
    }
    let answer = send("192.0.2.1");
    assert_eq!(answer.status, 429);
    let wait: u64 = answer.header("retry-after").expect("a time to come again").parse().unwrap();
    assert!((1..=60).contains(&wait));
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    // What the caller writes into the header itself proves nothing.
    assert_eq!(send("192.0.2.9, 192.0.2.1").status, 429);
    assert_eq!(send("192.0.2.2").status, 200);
    assert_eq!(database.count("SELECT count(*) FROM suggestion"), 61);
}
