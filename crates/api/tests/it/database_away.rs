//! The database goes away, and comes back.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::phone::{ANSWER, PASSWORD, signup_body};
use crate::service::Service;

#[test]
fn meanwhile_callers_are_asked_to_come_again() {
    let service = Service::with(&[("DATABASE_CHECKOUT_TIMEOUT_MS", "200")]);
    let girl = service.girl("test-girl-1");
    service.database.set_reachable(false);
    let credentials = json!({"name": "test-girl-1", "password": PASSWORD});
    let calls = [
        ("/account/signup", signup_body("test-girl-2")),
        ("/account/login", credentials.clone()),
        ("/account/export", credentials),
        (
            "/account/reset-password",
            json!({"name": "test-girl-1", "secretAnswer": ANSWER, "password": "x"}),
        ),
        ("/account/replace-store", json!({"storeVersion": 3, "appState": "{}"})),
        ("/account/edit-info", json!({"name": "test-girl-1"})),
        (
            "/account/edit-secret-answer",
            json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": "x"}),
        ),
        ("/account/update-verified-dates", json!({"metadata": {}})),
        ("/account/delete", json!({})),
        (
            "/analytics/append-events",
            json!({"events": [crate::analytics::event_of("SHARE_APP", &json!({}))]}),
        ),
    ];
    for (path, body) in calls {
        let answer = girl.phone.post(path, &body);
        answer.is_error(503, "BadRequestError", "login_failed");
        assert!(answer.header("retry-after").is_some(), "{path}");
    }
    let answer = girl.phone.get("/account/info/test-girl-1");
    answer.is_error(503, "BadRequestError", "login_failed");
    let body = json!({"name": "test-girl-1", "password": PASSWORD});
    let answer = girl.phone.post("/account/delete-from-password", &body);
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (503, Some("text/plain; charset=utf-8"))
    );
    assert!(answer.header("retry-after").is_some());

    // What needs no database goes on.
    for (path, status) in [
        ("/health", 200),
        ("/", 200),
        ("/ready", 503),
        ("/mobile/articles/en", 200),
        ("/delete-account", 200),
    ] {
        assert_eq!(service.phone().get(path).status, status, "{path}");
    }
    assert_eq!(service.phone().post("/menstruation-prediction", &json!({})).status, 200);
    // A phone whose queue holds nothing to store is not kept waiting.
    assert_eq!(service.phone().post("/account/login", &json!({"name": "ab"})).status, 400);

    service.database.set_reachable(true);
    let back = Instant::now();
    while service.phone().get("/ready").status != 200 {
        assert!(back.elapsed() < Duration::from_secs(5), "no recovery");
        thread::sleep(Duration::from_millis(50));
    }
    girl.session();
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);
}

#[test]
fn a_lost_connection_costs_nobody_anything() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for _ in 0..5 {
        girl.session();
        service.database.disconnect_everybody();
    }
}
