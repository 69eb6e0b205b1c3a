//! Nothing about a girl is ever written to the log or counted in the metrics.

use serde_json::json;

use super::Process;
use crate::analytics::event_of;
use crate::http::{Request, exchange};
use crate::phone::Girl;
use crate::token;

/// What she and her phone send. Every text of hers holds the word `canary`.
fn a_story(process: &Process) -> Vec<String> {
    let phone = process.phone().behind("203.0.113.77");
    let girl = Girl::sign_up(&phone, "canary-name");
    let note = json!({"note": "canary-store"}).to_string();
    girl.phone.post("/account/replace-store", &json!({"storeVersion": 3, "appState": note}));
    girl.phone
        .post("/account/replace-store", &json!({"storeVersion": 3, "appState": "canary no JSON"}));
    girl.phone
        .post("/account/edit-info", &json!({"name": "canary-name", "location": "canary-place"}));
    girl.phone.post("/account/edit-info", &json!({"name": "canary-name", "gender": "canary\0"}));
    girl.phone
        .post("/account/update-verified-dates", &json!({"metadata": {"a": "canary-metadata"}}));
    let answers =
        json!({"previousSecretAnswer": "canary-answer", "nextSecretAnswer": "canary-next"});
    girl.phone.post("/account/edit-secret-answer", &answers);
    let poison = json!({"id": "canary-id", "type": "canary-type", "payload": {}, "metadata": {}});
    let events = json!([event_of("ANSWER_QUIZ", &json!({"a": "canary-event"})), poison]);
    girl.phone.post("/analytics/append-events", &json!({"events": events}));

    for path in [
        "canary-name",
        "canary-nobody",
        "canary%00",
        "canary%ff",
        "c%C3%A1nary/canary?canary=canary",
    ] {
        phone.get(&format!("/account/info/{path}"));
    }
    for password in ["canary-password", "canary-wrong"] {
        for path in ["/account/login", "/account/export", "/account/delete-from-password"] {
            phone.post(path, &json!({"name": "canary-other", "password": password}));
        }
    }
    phone.reset_password("canary-name", "canary-answer", "canary-password");
    phone.post("/mobile/suggestions", &json!({"name": "canary-name", "dateRec": "canary", "organization": "canary",
        "platform": "canary", "reason": "canary", "email": "canary", "status": "canary", "content": "canary", "lang": "en"}));
    phone.get("/mobile/new-surveys/en?userID=canary");
    let form = phone
        .request("POST", "/delete-account")
        .header("Content-Type", "application/x-www-form-urlencoded");
    form.body("name=canary-name&password=canary-wrong&confirmed=canary").send();

    // What no app sends.
    phone.post_text("/account/login", "{canary");
    phone.post_text("/account/login", r#"{"canary":"canary","name":7}"#);
    phone.get("/canary/canary?canary");
    phone.request("CANARY", "/canary").send();
    phone.request("GET", "/").header("Canary", "canary").header("User-Agent", "canary").send();
    phone.with_token("canary.canary.canary").post("/account/delete", &json!({}));
    let raw = |text: &str| exchange(process.address, text.as_bytes());
    raw("GET /account/info/canaryé HTTP/1.1\r\nHost: canary\r\n\r\n");
    raw("GET / HTTP/1.1\r\nCanary canary\r\n\r\n");

    // A database that refuses, in the middle of a query and between two.
    process
        .database
        .execute("ALTER TABLE oky_user ADD CONSTRAINT c CHECK (location <> 'canary-refused')");
    refused(&girl, &json!({"name": "canary-name", "location": "canary-refused"}));
    process.database.disconnect_everybody();
    girl.phone
        .post("/account/update-verified-dates", &json!({"metadata": {"a": "canary-metadata"}}));

    vec![
        girl.id.clone(),
        girl.token,
        domain::account::name_hash("canary-name"),
        token::of(&girl.id),
    ]
}

/// An answer that no caller gets otherwise: 500, whose cause goes to the log.
fn refused(girl: &Girl, body: &serde_json::Value) {
    let request: Request = girl.phone.request("POST", "/account/edit-info").json(body.to_string());
    let answer = request.send_whatever_comes();
    assert_eq!(answer.status, 500);
    assert!(!answer.text().contains("canary"), "{}", answer.text());
}

#[test]
fn the_log_and_the_metrics_hold_nothing_of_hers() {
    for format in ["text", "json"] {
        let settings = [
            ("RUST_LOG", "debug"),
            ("LOG_FORMAT", format),
            ("TRUSTED_PROXY_HOPS", "1"),
            ("METRICS_EMF_SECONDS", "1"),
            ("SHUTDOWN_NOTICE_SECONDS", "0"),
            ("DATABASE_LOGGING", "true"),
        ];
        let process = Process::start(&settings);
        let mut traces = a_story(&process);
        let metrics = exchange(
            process.metrics,
            b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        );
        assert!(metrics.text().contains("http_requests_total"));
        std::thread::sleep(std::time::Duration::from_millis(1100));
        process.terminate();
        let (status, output) = process.end();
        assert!(status.success());
        assert!(
            output.contains("/account/info/{name}") && output.contains("CloudWatchMetrics"),
            "{output}"
        );

        traces
            .extend(["canary", "203.0.113.77", "$2b$10$", "the primary secret"].map(str::to_owned));
        for (place, text) in [("log", &output), ("metrics", &metrics.text().to_owned())] {
            for trace in &traces {
                let found = text
                    .to_lowercase()
                    .lines()
                    .find(|line| line.contains(&trace.to_lowercase()))
                    .map(str::to_owned);
                assert_eq!(found, None, "{trace} in the {place}");
            }
        }
    }
}
