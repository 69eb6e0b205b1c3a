//! Signups that are refused, and leave nothing behind.

use serde_json::{Value, json};

use crate::phone::signup_body;
use crate::service::Service;

#[test]
fn what_cannot_be_an_account_is_a_bad_request() {
    let service = Service::start();
    let none = None;
    let cases: Vec<(&str, Option<Value>, &str)> = vec![
        ("country", Some(Value::Null), "country is not known"),
        ("country", Some(json!("00")), "country is not known"),
        ("preferredId", Some(json!("undefined")), "preferredId is not a UUID"),
        ("preferredId", Some(json!(5)), "preferredId is not a UUID"),
        ("name", none.clone(), "name must be a text"),
        ("name", Some(Value::Null), "name must be a text"),
        ("name", Some(json!(12345)), "name must be a text"),
        ("name", Some(json!({"a": 1})), "name must be a text"),
        ("name", Some(json!("")), "This name is too short"),
        ("name", Some(json!("ab")), "This name is too short"),
        ("name", Some(json!("😀")), "This name is too short"),
        ("name", Some(json!("मा")), "This name is too short"),
        ("name", Some(json!("  a  ")), "This name is too short"),
        ("dateOfBirth", none.clone(), "dateOfBirth is not a date"),
        ("dateOfBirth", Some(json!("")), "dateOfBirth is not a date"),
        ("dateOfBirth", Some(json!("soon")), "dateOfBirth is not a date"),
        ("dateOfBirth", Some(json!({})), "dateOfBirth is not a date"),
        ("dateOfBirth", Some(json!("+275760-09-14T00:00:00.000Z")), "dateOfBirth is not a date"),
        ("gender", none.clone(), "gender is missing"),
        ("gender", Some(Value::Null), "gender is null"),
        ("location", none.clone(), "location is missing"),
        ("location", Some(json!("Ur\0ban")), "location holds a character that cannot be stored"),
        ("province", Some(json!("\0")), "province holds a character that cannot be stored"),
        ("password", none.clone(), "password must be a text"),
        ("password", Some(json!("")), "This password is too short"),
        ("password", Some(json!(123_456)), "password must be a text"),
        ("secretQuestion", none.clone(), "secretQuestion is missing"),
        ("secretQuestion", Some(Value::Null), "secretQuestion is null"),
        ("secretAnswer", none, "secretAnswer must be a text"),
        ("secretAnswer", Some(json!("")), "This secret answer is too short"),
        ("dateSignedUp", Some(json!("")), "dateSignedUp is not a date"),
        ("dateSignedUp", Some(json!("yesterday")), "dateSignedUp is not a date"),
        ("dateSignedUp", Some(json!(1_709_280_000_000_u64)), "dateSignedUp is not a date"),
    ];
    for (field, value, message) in cases {
        let mut body = signup_body("test-girl-1");
        match value {
            Some(value) => body[field] = value,
            None => drop(body.as_object_mut().unwrap().remove(field)),
        }
        let answer = service.phone().post("/account/signup", &body);
        answer.is_error(400, "BadRequestError", message);
    }
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 0);
}

#[test]
fn the_country_is_looked_at_first() {
    let service = Service::start();
    let body = json!({"country": null});
    service.phone().post("/account/signup", &body).is_error(
        400,
        "BadRequestError",
        "country is not known",
    );
}

#[test]
fn a_missing_country_is_stored_as_unknown_and_odd_ones_as_they_are() {
    let service = Service::start();
    for (number, (sent, stored)) in
        [(None, "00"), (Some(""), ""), (Some("0"), "0"), (Some("Alien"), "Alien")]
            .into_iter()
            .enumerate()
    {
        let mut body = signup_body(&format!("test-girl-{number}"));
        match sent {
            Some(country) => body["country"] = json!(country),
            None => drop(body.as_object_mut().unwrap().remove("country")),
        }
        assert_eq!(service.phone().post("/account/signup", &body).status, 200);
        assert_eq!(service.row(body["preferredId"].as_str().unwrap())["country"], json!(stored));
    }
}
