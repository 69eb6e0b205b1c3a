//! Bodies in pieces, several requests on one connection, and senders who never finish.

use std::io::Write;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::http::{Answer, connect, read_to_end};
use crate::phone::signup_body;
use crate::service::Service;

/// The answers to bytes that are sent on one connection.
fn answers(address: SocketAddr, bytes: &[u8]) -> Vec<u16> {
    let mut stream = connect(address);
    stream.write_all(bytes).unwrap();
    let text = String::from_utf8(read_to_end(&mut stream)).unwrap();
    text.split("HTTP/1.1 ").skip(1).map(|answer| answer[..3].parse().unwrap()).collect()
}

#[test]
fn a_body_may_come_in_chunks() {
    let service = Service::start();
    let head = "POST /account/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n\
        Transfer-Encoding: chunked\r\n\r\n";
    let body = r#"{"name":"nobody","password":"x"}"#;
    let (one, two) = body.split_at(10);
    let chunks = format!(
        "{:x};extension=1\r\n{one}\r\n{:X}\r\n{two}\r\n0\r\nTrailer: x\r\n\r\n",
        one.len(),
        two.len()
    );
    assert_eq!(answers(service.address, format!("{head}{chunks}").as_bytes()), [401]);
    for broken in [
        "zz\r\n{}\r\n0\r\n\r\n",
        "-1\r\n{}\r\n0\r\n\r\n",
        "ffffffffffffffffff\r\n{}",
        "2\r\n{}0\r\n\r\n",
    ] {
        let statuses = answers(service.address, format!("{head}{broken}").as_bytes());
        assert!(statuses.iter().all(|status| *status == 400), "{broken}: {statuses:?}");
    }
}

#[test]
fn who_waits_for_a_continue_gets_one() {
    let service = Service::start();
    let body = r#"{"name":"nobody","password":"x"}"#;
    let mut stream = connect(service.address);
    let head = format!(
        "POST /account/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Expect: 100-continue\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut go_on = [0; 25];
    std::io::Read::read_exact(&mut stream, &mut go_on).unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(body.as_bytes()).unwrap();
    assert_eq!(Answer::parse(&read_to_end(&mut stream)).unwrap().status, 401);
}

#[test]
fn requests_may_follow_each_other_without_waiting() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let post = |path: &str, body: &str, more: &str| {
        let head =
            format!("POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: {}\r\n{more}", girl.token);
        format!(
            "{head}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    let bytes = [
        post("/account/update-verified-dates", &json!({"metadata": {}}).to_string(), ""),
        "GET /account/info/test-girl-1 HTTP/1.1\r\nHost: x\r\n\r\n".to_owned(),
        post("/account/login", r#"{"name":"nobody","password":"x"}"#, ""),
        post("/account/login", "{}", "Connection: close\r\n"),
    ];
    assert_eq!(answers(service.address, bytes.concat().as_bytes()), [200, 200, 401, 400]);
}

#[test]
fn two_ideas_of_where_a_body_ends_are_one_too_many() {
    let service = Service::start();
    let head = "POST /account/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    for lengths in [
        "Content-Length: 2\r\nContent-Length: 4\r\n",
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: +2\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: gzip\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
    ] {
        let statuses = answers(
            service.address,
            format!("{head}{lengths}\r\n{{}}GET / HTTP/1.1\r\n\r\n").as_bytes(),
        );
        assert_eq!(statuses, [400], "{lengths:?}");
    }
}

#[test]
fn who_never_finishes_is_told_so_and_let_go() {
    let service =
        Service::with(&[("BODY_IDLE_TIMEOUT_SECONDS", "1"), ("HEADER_TIMEOUT_SECONDS", "1")]);
    let began = Instant::now();
    thread::scope(|scope| {
        for path in ["/account/login", "/analytics/append-events", "/delete-account"] {
            let address = service.address;
            let head =
                format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
            scope.spawn(move || {
                assert_eq!(
                    answers(address, format!("{head}Content-Length: 10\r\n\r\n{{").as_bytes()),
                    [408]
                );
            });
        }
        // Nobody is owed an answer to half a head.
        assert!(answers(service.address, b"GET / HT").iter().all(|status| *status == 408));
    });
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[test]
fn who_hangs_up_disturbs_nobody() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for _ in 0..20 {
        let mut stream = connect(service.address);
        let head = "POST /account/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{";
        stream.write_all(head.as_bytes()).unwrap();
        drop(stream);
        let request = girl
            .phone
            .request("POST", "/account/login")
            .json(r#"{"name":"nobody","password":"x"}"#);
        connect(service.address).write_all(&request.bytes()).unwrap();
    }
    thread::sleep(Duration::from_millis(50));
    girl.session();
}

#[test]
fn no_password_is_hashed_for_who_has_hung_up() {
    let service = Service::start();
    let phone = service.phone();
    let gone = 40;
    for number in 0..gone {
        let body = signup_body(&format!("gone-{number}")).to_string();
        let request = phone.request("POST", "/account/signup").json(body);
        connect(service.address).write_all(&request.bytes()).unwrap();
    }
    // Her hashes wait behind all of theirs.
    service.girl("test-girl-1");
    let stored = service.database.count("SELECT count(*) FROM oky_user") - 1;
    assert!(stored < gone / 2, "{stored} of {gone} are stored");
}
