//! A mistake of ours costs one request, not the service.

use crate::probe;
use crate::wire::Answer;
use std::io::Write;

#[test]
fn a_panic_is_a_500_and_the_next_request_works() {
    let service = probe::start(&[]);
    // More often than there are threads, so that a lost thread would show.
    for _ in 0..10 {
        let answer = service.get("/panic");
        assert_eq!(answer.status, 500);
        assert_eq!(
            answer.text(),
            r#"{"name":"InternalServerError","message":"something went wrong on our side"}"#
        );
    }
    assert_eq!(service.get("/health").status, 200);
}

#[test]
fn the_connection_survives_too() {
    let service = probe::start(&[]);
    let mut stream = service.connect();
    stream
        .write_all(
            b"GET /panic HTTP/1.1\r\nHost: test\r\n\r\nGET /health HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n",
        )
        .unwrap();
    let both = Answer::read(&mut stream);
    assert_eq!(both.status, 500);
    let rest = both.text().split_once("HTTP/1.1 ").expect("a second answer").1;
    assert!(rest.starts_with("200 OK"), "{rest}");
}
