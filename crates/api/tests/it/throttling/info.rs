//! Asking whether names exist.

use std::io::Write;

use super::BEHIND_A_PROXY;
use crate::http::{connect, read_to_end};
use crate::service::Service;

#[test]
fn six_hundred_questions_a_minute_from_one_network() {
    let service = Service::with(&[BEHIND_A_PROXY]);
    service.girl("test-girl-1");
    let ask =
        "GET /account/info/nobody HTTP/1.1\r\nHost: api.test\r\nX-Forwarded-For: 192.0.2.1\r\n";
    let mut stream = connect(service.address);
    for _ in 0..20 {
        stream.write_all(format!("{ask}\r\n").repeat(30).as_bytes()).unwrap();
    }
    stream.write_all(format!("{ask}Connection: close\r\n\r\n").as_bytes()).unwrap();
    let answers = String::from_utf8(read_to_end(&mut stream)).unwrap();
    assert_eq!(answers.matches("HTTP/1.1 404").count(), 600);
    assert_eq!(answers.matches("HTTP/1.1 429").count(), 1);

    let refused = service.phone().behind("192.0.2.1").get("/account/info/test-girl-1");
    refused.is_error(429, "BadRequestError", "login_failed");
    assert!((1..=60).contains(&refused.header("retry-after").unwrap().parse().unwrap()));
    assert_eq!(service.phone().behind("192.0.2.2").get("/account/info/test-girl-1").status, 200);
}
