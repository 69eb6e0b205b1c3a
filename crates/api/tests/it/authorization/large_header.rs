//! Tokens of the older form carry all metadata, and grow with every recorded day. The app takes
//! a 431 for the order to log the girl out, so none must ever be sent.

use serde_json::{Value, json};

use crate::http::exchange;
use crate::phone::{Girl, Phone};
use crate::service::{SECRET, Service};
use crate::token;

/// Her phone, with a token that makes a header block of about `bytes`.
fn with_header_block_of(girl: &Girl, phone: &Phone, bytes: usize) -> Phone {
    // Three quarters of the token's length are JSON.
    let day = json!({"date": "01/02/2024", "mlGenerated": false, "userVerified": null});
    let days: Vec<&Value> =
        std::iter::repeat_n(&day, (bytes - 500) * 3 / 4 / (day.to_string().len() + 1)).collect();
    phone.with_token(&token::old_form(&girl.id, "$2b$10$x", &json!({"periodDates": days}), SECRET))
}

#[test]
fn header_blocks_up_to_128_kilobytes_are_accepted() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for bytes in [20_000, 64_000, 100_000, 120_000, 129_000] {
        let phone = with_header_block_of(&girl, &service.phone(), bytes);
        let answer =
            phone.post("/account/update-verified-dates", &json!({"metadata": {"bytes": bytes}}));
        assert_eq!(answer.status, 200, "{bytes}: {}", answer.text());
        // With a body that follows in one piece.
        let state = json!("x".repeat(1024 * 1024)).to_string();
        let answer =
            phone.post("/account/replace-store", &json!({"storeVersion": 3, "appState": state}));
        assert_eq!(answer.status, 200, "{bytes}: {}", answer.text());
    }
}

#[test]
fn beyond_that_the_status_is_not_the_one_that_logs_girls_out() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for bytes in [140_000, 200_000, 1_000_000] {
        let phone = with_header_block_of(&girl, &service.phone(), bytes);
        let request = phone.request("POST", "/account/update-verified-dates").json("{}");
        let answer = exchange(service.address, &request.bytes());
        assert_eq!(answer.status, 400, "{bytes}");
    }
}

#[test]
fn nor_is_it_for_very_many_headers() {
    let service = Service::start();
    let request = (0..500).fold(service.phone().request("GET", "/"), |request, number| {
        request.header(&format!("X-Header-{number}"), "x")
    });
    assert_eq!(exchange(service.address, &request.bytes()).status, 400);
}
