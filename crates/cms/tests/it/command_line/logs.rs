//! What is logged: enough to find a request, nothing of its caller.

use std::time::Duration;

use serde_json::Value;
use testkit::Database;

use super::program::{BOTH, program_on, serve};
use crate::services::within;

#[test]
fn json_lines_name_requests_by_pattern_status_and_id() {
    let database = Database::migrated();
    for name in BOTH {
        let service = serve(
            program_on(name, &database)
                .envs([("LOG_FORMAT", "json"), ("RUST_LOG", "info,http=debug")]),
        );
        let answer = service.caller.get("/mobile/articles/canary?canary=1");
        service
            .caller
            .get_with("/canary", &[("Authorization", "Bearer canary"), ("Cookie", "canary")]);
        service.caller.request("CANARY", "/canary", &[], b"");
        service.caller.post_json("/mobile/suggestions", r#"{"name":"canary"}"#);
        let id = answer.header("x-request-id").unwrap();

        let answered = || {
            service
                .log()
                .iter()
                .filter(|line| line.contains("\"answered\"") && !line.contains("/ready"))
                .count()
        };
        within(Duration::from_secs(5), "four requests are logged", || answered() >= 4);
        let lines: Vec<Value> = service
            .log()
            .iter()
            .map(|line| {
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
            })
            .collect();
        for line in &lines {
            for key in ["time", "level", "service", "target", "message"] {
                assert!(line[key].is_string(), "{key}: {line}");
            }
            assert_eq!(line["service"], name);
        }
        let line =
            lines.iter().find(|line| line["request_id"] == id).expect("the answer's id in the log");
        assert_eq!(
            (&line["route"], &line["status"], &line["method"]),
            (&"/mobile/articles/{lang}".into(), &200.into(), &"GET".into())
        );
        assert!(line["micros"].is_number());
        assert!(lines.iter().any(|line| line["route"] == "(none)"
            && line["status"] == 404
            && line["method"] == "OTHER"));
        assert!(!service.log().concat().to_lowercase().contains("canary"), "{:#?}", service.log());
    }
}

#[test]
fn text_lines_hold_the_same() {
    let database = Database::migrated();
    let service = serve(&mut program_on("cms", &database));
    let id = service.caller.get("/canary").header("x-request-id").unwrap().to_owned();
    let mut found = None;
    within(Duration::from_secs(5), "the request is logged", || {
        found = service.log().into_iter().find(|line| line.contains(&id));
        found.is_some()
    });
    let line = found.unwrap();
    assert!(
        line.contains(" INFO  http answered ") && line.contains("route=(none) status=404"),
        "{line}"
    );
    assert!(!line.contains("canary"), "{line}");
    let probes = service
        .log()
        .into_iter()
        .filter(|line| line.contains("/ready") && line.contains("status=200"));
    assert_eq!(probes.count(), 0, "a probe that succeeds is not worth a line");
}
