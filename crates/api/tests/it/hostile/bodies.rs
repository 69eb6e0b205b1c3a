//! Bodies that are not what they should be.

use std::io::Write;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};

use super::{is_proper, routes};
use crate::service::Service;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn every_route_refuses_them_alike() {
    let service = Service::with(&[("USE_AVATAR_CUSTOMIZATION", "true")]);
    let girl = service.girl("test-girl-1");
    let json = "application/json";
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    let deep_member = format!("{{\"name\":{}{}}}", "{\"a\":".repeat(2_000), "}".repeat(2_000));
    let cases: Vec<(&str, Vec<u8>, u16)> = vec![
        (json, b"null".to_vec(), 400),
        (json, b"7".to_vec(), 400),
        (json, b"\"text\"".to_vec(), 400),
        (json, b"[]".to_vec(), 400),
        (json, b"{".to_vec(), 400),
        (json, b"{}{}".to_vec(), 400),
        (json, b"{'name':1}".to_vec(), 400),
        (json, b"\xff\xfe{\x00}\x00".to_vec(), 400),
        (json, vec![0; 1000], 400),
        (json, deep.into_bytes(), 400),
        (json, deep_member.into_bytes(), 400),
        ("application/json; charset=utf-16", b"{}".to_vec(), 415),
        ("application/json; charset=iso-8859-1", b"{}".to_vec(), 415),
        ("application/vnd.api+json", b"{}".to_vec(), 415),
        ("text/plain", b"{}".to_vec(), 415),
        ("application/x-www-form-urlencoded", b"name=test-girl-1".to_vec(), 415),
        ("multipart/form-data; boundary=x", b"--x--".to_vec(), 415),
        ("application/octet-stream", vec![1, 2, 3], 415),
        ("\"", b"{}".to_vec(), 415),
    ];
    for (path, _) in routes() {
        for (content_type, body, status) in &cases {
            let request = girl.phone.request("POST", path).header("Content-Type", content_type);
            let answer = request.body(body.clone()).send();
            let what = format!(
                "{path} {content_type} {}",
                String::from_utf8_lossy(&body[..body.len().min(40)])
            );
            assert_eq!(answer.status, *status, "{what}: {}", answer.text());
            is_proper(&answer, &what);
        }
        for (encoding, body, status) in [
            ("gzip", gzip(b"{}")[..15].to_vec(), 400),
            ("gzip", b"{}".to_vec(), 400),
            ("gzip", gzip(&gzip(b"{}")), 400),
            ("deflate", b"{}".to_vec(), 400),
            ("br", b"{}".to_vec(), 415),
            ("gzip, gzip", gzip(&gzip(b"{}")), 415),
            ("zstd", b"{}".to_vec(), 415),
        ] {
            let request = girl.phone.request("POST", path).header("Content-Encoding", encoding);
            let answer = request.json(body).send();
            assert_eq!(answer.status, status, "{path} {encoding}: {}", answer.text());
            is_proper(&answer, path);
        }
    }
}

#[test]
fn what_javascript_would_have_read_is_read() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let body = br#"{"metadata":{"a":1}}"#;
    let mut deflated = ZlibEncoder::new(Vec::new(), Compression::fast());
    deflated.write_all(body).unwrap();
    let cases: [(&str, &str, Vec<u8>); 8] = [
        ("application/json", "", body.to_vec()),
        ("application/json; charset=utf-8", "identity", body.to_vec()),
        ("Application/JSON;charset=\"UTF-8\"", "", body.to_vec()),
        ("application/json", "gzip", gzip(body)),
        ("application/json", "GZIP", gzip(body)),
        ("application/json", "deflate", deflated.finish().unwrap()),
        ("application/json", "", [b"\xef\xbb\xbf".as_slice(), body].concat()),
        (
            "application/json",
            "",
            br#"{"metadata":1,"__proto__":{"metadata":2},"metadata":{"a":1}}"#.to_vec(),
        ),
    ];
    for (content_type, encoding, body) in cases {
        let mut request = girl.phone.request("POST", "/account/update-verified-dates");
        if !encoding.is_empty() {
            request = request.header("Content-Encoding", encoding);
        }
        let answer = request.header("Content-Type", content_type).body(body).send();
        let expected = format!(r#"{{"userId":"{}","metadata":{{"a":1}}}}"#, girl.id);
        assert_eq!(
            (answer.status, answer.text()),
            (200, expected.as_str()),
            "{content_type} {encoding}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_become_the_replacement_character() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let body = [br#"{"metadata":{"a":""#.as_slice(), b"\xc3\x28\xff", br#""}}"#].concat();
    let request = girl.phone.request("POST", "/account/update-verified-dates");
    assert_eq!(request.json(body).send().json()["metadata"]["a"], "\u{fffd}(\u{fffd}");
}

#[test]
fn a_bomb_is_too_large() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let bomb = gzip(&vec![b' '; 100 << 20]);
    for path in ["/account/replace-store", "/account/login"] {
        let request = girl.phone.request("POST", path).header("Content-Encoding", "gzip");
        let answer = request.json(bomb.clone()).send();
        answer.is_error(413, "PayloadTooLargeError", "the body is too large");
    }
}
