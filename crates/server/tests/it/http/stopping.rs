//! Between the order to stop and the end, callers are sent elsewhere, politely.

use std::io::Write;

use crate::probe;
use crate::wire::Answer;

#[test]
fn answers_close_their_connections_and_nobody_is_dropped() {
    let service = probe::start(&[]);
    let mut before = service.connect();
    service.context.lifecycle.stop();
    assert_eq!(service.get("/ready").status, 503);
    // The client asks to keep the connection, which was opened before.
    before
        .write_all(b"GET /health HTTP/1.1\r\nHost: test\r\nConnection: keep-alive\r\n\r\n")
        .unwrap();
    let answer = Answer::read(&mut before);
    assert_eq!((answer.status, answer.header("connection")), (200, Some("close")));
}
