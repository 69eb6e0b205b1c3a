//! Callers that take their time. A phone on a bad line gets long enough; nobody gets for ever.

use std::io::{Read, Write};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::probe;
use crate::wire::Answer;

const HEAD: &str = "POST /mobile/suggestions HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";

#[test]
fn headers_that_do_not_come_end_the_connection() {
    let service = probe::start(&[("HEADER_TIMEOUT_SECONDS", "1")]);
    let start = Instant::now();
    let mut stream = service.connect();
    stream.write_all(b"GET /health HTTP/1.1\r\nHost: te").unwrap();
    assert_eq!(Answer::read(&mut stream).status, 408);
    assert_about_a_second(start);

    let start = Instant::now();
    // Closed, with or without a word.
    let _ = service.connect().read_to_end(&mut Vec::new());
    assert_about_a_second(start);
}

#[test]
fn a_body_that_stops_is_408() {
    let service = probe::start(&[("BODY_IDLE_TIMEOUT_SECONDS", "1")]);
    let start = Instant::now();
    let mut stream = service.connect();
    stream.write_all(format!("{HEAD}{{\"name\":").as_bytes()).unwrap();
    let answer = Answer::read(&mut stream);
    assert_eq!(answer.status, 408);
    assert_eq!(answer.json()["name"], "RequestTimeoutError");
    assert_about_a_second(start);
}

#[test]
fn a_body_that_drips_is_408_in_the_end() {
    let service =
        probe::start(&[("BODY_IDLE_TIMEOUT_SECONDS", "1"), ("BODY_TIMEOUT_SECONDS", "2")]);
    let start = Instant::now();
    let mut stream = service.connect();
    stream.write_all(HEAD.as_bytes()).unwrap();
    while start.elapsed() < Duration::from_secs(4) && stream.write_all(b" ").is_ok() {
        sleep(Duration::from_millis(200));
    }
    assert_eq!(Answer::read(&mut stream).status, 408);
}

/// What is left of a body must not be taken for the next request.
#[test]
fn after_a_408_the_connection_is_over() {
    let service = probe::start(&[("BODY_IDLE_TIMEOUT_SECONDS", "1")]);
    let mut stream = service.connect();
    stream.write_all(HEAD.as_bytes()).unwrap();
    sleep(Duration::from_millis(1500));
    let _ = stream.write_all(b"GET /health HTTP/1.1\r\nHost: smuggled\r\n\r\n");
    let answer = Answer::read(&mut stream);
    assert_eq!(answer.status, 408);
    assert!(!answer.text().contains("HTTP/1.1"), "{}", answer.text());
}

#[test]
fn an_idle_connection_is_kept_for_a_while() {
    let service = probe::start(&[("KEEP_ALIVE_SECONDS", "1")]);
    let start = Instant::now();
    let mut stream = service.connect();
    stream.write_all(b"GET /health HTTP/1.1\r\nHost: test\r\n\r\n").unwrap();
    assert_eq!(Answer::read(&mut stream).status, 200);
    assert_about_a_second(start);
}

/// The server's clock ticks twice a second, so it may be early by half of one.
fn assert_about_a_second(start: Instant) {
    let took = start.elapsed();
    assert!(took > Duration::from_millis(400) && took < Duration::from_secs(5), "{took:?}");
}
