//! SIGTERM and SIGINT.

use std::io::Write;
use std::time::Duration;

use testkit::Database;

use super::program::{BOTH, program_on, serve};
use crate::services::within;
use crate::wire::Answer;

#[test]
fn a_service_ends_in_order_when_it_is_asked_to() {
    let database = Database::migrated();
    for name in BOTH {
        let mut service = serve(program_on(name, &database).env("SHUTDOWN_NOTICE_SECONDS", "1"));
        // A phone is in the middle of sending.
        let mut phone = service.caller.connect();
        let body = r#"{"dateRec":"2026-01-01"}"#;
        let head = format!(
            "POST /mobile/suggestions HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        phone.write_all(head.as_bytes()).unwrap();
        service.signal("TERM");
        within(Duration::from_secs(2), "readiness goes down first", || {
            service.caller.get("/ready").status == 503
        });
        phone.write_all(body.as_bytes()).unwrap();
        let answer = Answer::read(&mut phone);
        assert_eq!((answer.status, answer.header("connection")), (400, Some("close")));
        assert_eq!(service.end_within(Duration::from_secs(10)), Some(0), "{name}");
    }
}

#[test]
fn a_person_does_not_have_to_wait() {
    let database = Database::migrated();
    let mut service = serve(program_on("cms", &database).env("SHUTDOWN_NOTICE_SECONDS", "60"));
    service.signal("INT");
    assert_eq!(service.end_within(Duration::from_secs(5)), Some(0));
}

#[test]
fn a_port_that_is_taken_ends_the_start() {
    let database = Database::migrated();
    let first = serve(&mut program_on("cms", &database));
    let port = first.caller.address.port().to_string();
    let ended = super::program::run(program_on("cms", &database).env("PORT", port), "");
    assert_eq!(ended.code, Some(1));
    assert!(ended.log.contains("cannot listen on"), "{}", ended.log);
}
