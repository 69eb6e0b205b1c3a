//! A queue that has grown for months must drain as well.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use super::{append, event_of};
use crate::http::Answer;
use crate::phone::Phone;
use crate::service::Service;

const LIMIT: usize = 8 * 1024 * 1024;

/// Storing tens of thousands of events takes an unoptimised service seconds.
const PATIENT: (&str, &str) = ("DATABASE_CALL_DEADLINE_MS", "60000");

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn send_gzip(phone: &Phone, bytes: Vec<u8>) -> Answer {
    phone
        .request("POST", "/analytics/append-events")
        .header("Content-Encoding", "gzip")
        .json(bytes)
        .send()
}

/// A batch of at least `bytes` bytes.
fn batch_of(bytes: usize) -> String {
    let count = bytes / event_of("SET_LOCALE", &json!({"locale": "ne"})).to_string().len() + 1;
    let events: Vec<Value> =
        (0..count).map(|_| event_of("SET_LOCALE", &json!({"locale": "ne"}))).collect();
    json!({"events": events}).to_string()
}

#[test]
fn eleven_thousand_events_are_one_batch() {
    let service = Service::start();
    let events: Vec<Value> =
        (0..11_000).map(|_| json!(event_of("SHARE_APP", &json!({})))).collect();
    append(&service.phone(), &json!(events));
    assert_eq!(service.events(), 11_000);
}

#[test]
fn a_compressed_batch_is_inflated() {
    let service = Service::start();
    let batch = batch_of(100_000);
    assert_eq!(send_gzip(&service.phone(), gzip(batch.as_bytes())).status, 200);
    assert!(service.events() > 500);
}

#[test]
fn of_a_queue_beyond_the_limit_what_fits_is_stored() {
    let service = Service::with(&[PATIENT]);
    let batch = batch_of(LIMIT + 1_000_000);
    let answer = service.phone().post_text("/analytics/append-events", &batch);
    assert_eq!(answer.status, 200, "{:.300}", answer.text());
    let stored = usize::try_from(service.events()).unwrap();
    let one = event_of("SET_LOCALE", &json!({"locale": "ne"})).to_string().len() + 1;
    assert!(stored.abs_diff(LIMIT / one) < 10, "{stored}");
    assert!(
        service
            .context
            .metrics
            .text()
            .contains(r#"events_dropped_total{reason="beyond_limit",service="api"} 1"#)
    );
}

#[test]
fn a_compressed_queue_beyond_the_limit_is_cut_off_too() {
    let service = Service::with(&[PATIENT]);
    let batch = batch_of(LIMIT + 1_000_000);
    let answer = send_gzip(&service.phone(), gzip(batch.as_bytes()));
    assert_eq!(answer.status, 200, "{:.300}", answer.text());
    assert!(service.events() > 10_000);
}

#[test]
fn a_bomb_is_no_batch() {
    let service = Service::start();
    let bomb = gzip(&vec![b'a'; 200 << 20]);
    let answer = send_gzip(&service.phone(), bomb);
    answer.is_error(400, "BadRequestError", "send an object with an array named events");
}

#[test]
fn what_cannot_be_inflated_is_a_bad_request() {
    let service = Service::start();
    let whole = gzip(batch_of(10_000).as_bytes());
    for bytes in [whole[..whole.len() / 2].to_vec(), b"no gzip at all".to_vec()] {
        send_gzip(&service.phone(), bytes).is_error(
            400,
            "BadRequestError",
            "the compressed body cannot be read",
        );
    }
}
