//! Bodies that are too large, compressed, or break off.

use std::io::Write;
use std::net::Shutdown;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

use crate::probe;
use crate::wire::{Answer, Caller};

const MEGABYTE: usize = 1024 * 1024;

#[test]
fn a_body_beyond_the_limit_is_413() {
    let service = probe::start(&[]);
    let just_fits = format!("{{\"content\":\"{}\"}}", "x".repeat(2 * MEGABYTE - 14));
    assert_eq!(just_fits.len(), 2 * MEGABYTE);
    // The form is incomplete, but it was read.
    assert_eq!(service.post_json("/mobile/suggestions", &just_fits).status, 400);
    let answer = service.post_json("/mobile/suggestions", &format!("{just_fits} "));
    assert_eq!(answer.status, 413);
    assert_eq!(answer.json()["name"], "PayloadTooLargeError");
}

#[test]
fn a_compressed_body_is_inflated_up_to_the_limit() {
    let service = probe::start(&[]);
    let form = br#"{"dateRec":"2026-01-01"}"#;
    let says_what_is_missing = |answer: Answer| {
        assert_eq!(answer.status, 400);
        // The text fields are read in the order of the form, so the date was understood.
        assert_eq!(answer.json()["message"], "organization is missing");
    };
    says_what_is_missing(post(*service, Some("gzip"), &gzip(form)));
    says_what_is_missing(post(*service, Some("GZIP"), &gzip(form)));
    says_what_is_missing(post(*service, Some("x-gzip"), &gzip(form)));
    says_what_is_missing(post(*service, Some("deflate"), &zlib(form)));
    says_what_is_missing(post(*service, Some("identity"), form));

    // 100 MB of blanks in 100 KB.
    let bomb = gzip(&vec![b' '; 100 * MEGABYTE]);
    assert_eq!(post(*service, Some("gzip"), &bomb).status, 413);
    assert_eq!(post(*service, Some("gzip"), form).status, 400, "what is no gzip");
    assert_eq!(post(*service, Some("deflate"), &raw_deflate(form)).status, 400, "what is no zlib");
    for other in ["br", "zstd", "compress", "gzip, gzip", "nonsense"] {
        assert_eq!(post(*service, Some(other), form).status, 415, "{other}");
    }
}

#[test]
fn a_body_that_breaks_off_is_400_and_disturbs_nobody() {
    let service = probe::start(&[]);
    let mut stream = service.connect();
    let head = "POST /mobile/suggestions HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";
    stream.write_all(format!("{head}{{\"name\":").as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    assert_eq!(Answer::read(&mut stream).status, 400);

    let mut gone = service.connect();
    gone.write_all(head.as_bytes()).unwrap();
    drop(gone);
    assert_eq!(service.get("/health").status, 200);
}

#[test]
fn a_chunked_body_is_a_body() {
    let service = probe::start(&[]);
    let answer = service.send(
        b"POST /mobile/suggestions HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Type: application/json\r\n\
          Transfer-Encoding: chunked\r\n\r\n5\r\n{\"dat\r\n9\r\neRec\":\"x\"\r\n1\r\n}\r\n0\r\n\r\n",
    );
    assert_eq!(answer.json()["message"], "organization is missing");
}

fn post(service: Caller, encoding: Option<&str>, body: &[u8]) -> Answer {
    let mut headers = vec![("Content-Type", "application/json")];
    headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding)));
    service.request("POST", "/mobile/suggestions", &headers, body)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn raw_deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
