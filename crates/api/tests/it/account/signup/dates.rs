//! The two dates of a signup, which phones write and the original read in its own ways.

use serde_json::{Value, json};

use crate::phone::signup_body;
use crate::service::Service;

#[test]
fn a_birthday_is_read_as_javascript_reads_dates() {
    let service = Service::start();
    let cases = [
        (json!("2010-02-02"), "2010-02-02T00:00:00.000Z"),
        (json!("2010-02-02T05:45:00+05:45"), "2010-02-02T00:00:00.000Z"),
        (json!("Tue, 02 Feb 2010 00:00:00 GMT"), "2010-02-02T00:00:00.000Z"),
        (json!(1_265_068_800_000_u64), "2010-02-02T00:00:00.000Z"),
        (json!("2010-02-30T00:00:00.000Z"), "2010-03-02T00:00:00.000Z"),
        (Value::Null, "1970-01-01T00:00:00.000Z"),
    ];
    for (number, (sent, expected)) in cases.into_iter().enumerate() {
        let mut body = signup_body(&format!("test-girl-{number}"));
        body["dateOfBirth"] = sent.clone();
        let answer = service.phone().post("/account/signup", &body);
        assert_eq!(answer.status, 200, "{sent}: {}", answer.text());
        assert_eq!(answer.json()["user"]["dateOfBirth"], json!(expected), "{sent}");
        let row = service.row(body["preferredId"].as_str().unwrap());
        assert_eq!(row["date_of_birth"], json!(expected.replace(".000Z", "")), "{sent}");
    }
}

#[test]
fn the_zone_of_the_signing_up_is_dropped_and_the_text_echoed() {
    let service = Service::start();
    let cases = [
        ("2024-03-01T08:00:00.123Z", "2024-03-01T08:00:00.123"),
        ("2024-03-01T08:00:00+05:45", "2024-03-01T08:00:00"),
        ("2024-03-01T08:00:00-08:00", "2024-03-01T08:00:00"),
        ("2024-03-01", "2024-03-01T00:00:00"),
    ];
    for (number, (sent, stored)) in cases.into_iter().enumerate() {
        let mut body = signup_body(&format!("test-girl-{number}"));
        body["dateSignedUp"] = json!(sent);
        let answer = service.phone().post("/account/signup", &body);
        assert_eq!(answer.json()["user"]["dateSignedUp"], json!(sent));
        let row = service.row(body["preferredId"].as_str().unwrap());
        assert_eq!(row["date_signed_up"], json!(stored), "{sent}");
    }
}
