//! A phone whose answer got lost signs up again.

use serde_json::json;
use uuid::Uuid;

use crate::http::Answer;
use crate::phone::signup_body;
use crate::service::Service;

fn id_taken(answer: &Answer) {
    answer.is_error(400, "HttpError", "User with this id already exists");
}

#[test]
fn the_same_signup_again_is_a_success_and_leaves_one_row() {
    let service = Service::start();
    let body = signup_body("test-girl-1");
    let first = service.phone().post("/account/signup", &body).json();
    let again = service.phone().post("/account/signup", &body).json();
    assert_eq!(again["user"], first["user"]);
    assert_eq!(again["store"], json!(null));
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);

    let phone = service.phone().with_token(again["appToken"].as_str().unwrap());
    assert_eq!(phone.post("/account/update-verified-dates", &json!({"metadata": {}})).status, 200);
}

#[test]
fn the_id_may_be_spelled_otherwise_and_the_name_written_with_a_space() {
    let service = Service::start();
    let mut body = signup_body("test-girl-1");
    service.phone().post("/account/signup", &body);
    let shouted = body["preferredId"].as_str().unwrap().to_uppercase();
    body["preferredId"] = json!(shouted);
    body["name"] = json!("test-girl-1 ");
    let again = service.phone().post("/account/signup", &body);
    assert_eq!((again.status, &again.json()["user"]["id"]), (200, &json!(shouted)));
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);
}

#[test]
fn another_password_or_another_name_is_not_the_same_signup() {
    let service = Service::start();
    let body = signup_body("test-girl-1");
    service.phone().post("/account/signup", &body);
    for (field, value) in [("password", "another password"), ("name", "test-girl-2")] {
        let mut other = body.clone();
        other[field] = json!(value);
        id_taken(&service.phone().post("/account/signup", &other));
    }
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);
}

#[test]
fn after_a_week_an_id_is_simply_taken() {
    let service = Service::start();
    let body = signup_body("test-girl-1");
    service.phone().post("/account/signup", &body);
    for (saved, status) in [
        ("now() - interval '6 days 23 hours'", 200),
        ("now() - interval '7 days 1 minute'", 400),
        ("NULL", 400),
        ("'-infinity'", 400),
    ] {
        service.database.execute(&format!("UPDATE oky_user SET date_account_saved = {saved}"));
        assert_eq!(service.phone().post("/account/signup", &body).status, status, "{saved}");
    }
}

#[test]
fn the_id_is_compared_before_the_name() {
    let service = Service::start();
    let one = service.girl("test-girl-1");
    service.girl("test-girl-2");
    let mut body = signup_body("test-girl-2");
    body["preferredId"] = json!(one.id);
    id_taken(&service.phone().post("/account/signup", &body));

    body["preferredId"] = json!(Uuid::new_v4().to_string());
    let answer = service.phone().post("/account/signup", &body);
    answer.is_error(409, "HttpError", "User with this name already exists");
}
