//! SIGTERM: what was begun is finished.

use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use super::Process;
use crate::http::{Answer, connect, read_to_end};
use crate::phone::{PASSWORD, signup_body};

#[test]
fn requests_in_flight_are_answered_and_the_process_ends_well() {
    let process = Process::start(&[("SHUTDOWN_NOTICE_SECONDS", "2")]);
    let phone = process.phone();
    assert_eq!(phone.post("/account/signup", &signup_body("test-girl-1")).status, 200);

    // One request is half sent, another is being worked on.
    let login = serde_json::json!({"name": "test-girl-1", "password": PASSWORD}).to_string();
    let bytes = phone.request("POST", "/account/login").json(login).bytes();
    let (first, second) = bytes.split_at(bytes.len() - 5);
    let mut half = connect(process.address);
    half.write_all(first).unwrap();
    let mut whole = connect(process.address);
    whole.write_all(&bytes).unwrap();
    thread::sleep(Duration::from_millis(20));

    let began = Instant::now();
    process.terminate();
    thread::sleep(Duration::from_millis(200));
    // The load balancer is told, and whoever comes all the same is served and sent elsewhere.
    let ready = phone.request("GET", "/ready").send();
    assert_eq!((ready.status, ready.header("connection")), (503, Some("close")));
    assert_eq!(phone.login("test-girl-1", PASSWORD).status, 200);
    thread::sleep(Duration::from_millis(2000));
    half.write_all(second).unwrap();
    for mut stream in [half, whole] {
        let answer = Answer::parse(&read_to_end(&mut stream)).unwrap();
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
    let (status, output) = process.end();
    assert_eq!(status.code(), Some(0), "{output}");
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
}
