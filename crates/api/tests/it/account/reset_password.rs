//! `POST /account/reset-password`

use insta::assert_snapshot;
use serde_json::json;

use crate::phone::{ANSWER, PASSWORD};
use crate::service::Service;

#[test]
fn who_knows_the_answer_sets_a_new_password() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let answer = service.phone().reset_password("test-girl-1", ANSWER, "another password");
    assert_snapshot!(answer.redacted(&[]));
    assert_eq!(service.phone().login("test-girl-1", PASSWORD).status, 401);
    assert_eq!(service.phone().login("test-girl-1", "another password").status, 200);
    let stored = service.row(&girl.id)["passwordHash"].as_str().unwrap().to_owned();
    assert!(stored.starts_with("$2b$10$"), "{stored}");
}

#[test]
fn a_wrong_answer_and_an_unknown_name_look_alike() {
    let service = Service::start();
    service.girl("test-girl-1");
    for (name, answer) in [("test-girl-1", "wrong"), ("test-girl-1", ""), ("nobody", ANSWER)] {
        let answer = service.phone().reset_password(name, answer, "another password");
        answer.is_error(401, "UnauthorizedError", "Wrong secret answer for password");
    }
    assert_eq!(service.phone().login("test-girl-1", PASSWORD).status, 200);
}

#[test]
fn the_name_may_have_a_space_around_it() {
    let service = Service::start();
    service.girl("test-girl-1");
    assert_eq!(
        service.phone().reset_password(" test-girl-1 ", ANSWER, "another password").status,
        200
    );
    assert_eq!(service.phone().login("test-girl-1", "another password").status, 200);
}

#[test]
fn what_cannot_be_a_reset_is_a_bad_request() {
    let service = Service::start();
    let name = "test-girl-1";
    let cases = [
        (json!({}), "name must be a text"),
        (json!({"name": "ab", "secretAnswer": ANSWER, "password": "x"}), "This name is too short"),
        (json!({"name": name, "password": "x"}), "secretAnswer must be a text"),
        (
            json!({"name": name, "secretAnswer": null, "password": "x"}),
            "secretAnswer must be a text",
        ),
        (json!({"name": name, "secretAnswer": ANSWER}), "password must be a text"),
        (
            json!({"name": name, "secretAnswer": ANSWER, "password": ""}),
            "This password is too short",
        ),
        (json!({"name": name, "secretAnswer": ANSWER, "password": 5}), "password must be a text"),
    ];
    for (body, message) in cases {
        service.phone().post("/account/reset-password", &body).is_error(
            400,
            "BadRequestError",
            message,
        );
    }
}

#[test]
fn a_copy_of_the_store_is_kept_and_not_pushed_out_by_a_second_reset() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let store = |text: &str| {
        let body = json!({"storeVersion": 3, "appState": format!(r#"{{"a":"{text}"}}"#)});
        assert_eq!(girl.phone.post("/account/replace-store", &body).status, 200);
    };
    let reset =
        || assert_eq!(service.phone().reset_password("test-girl-1", ANSWER, PASSWORD).status, 200);
    let kept = || service.database.text("SELECT store::text AS text FROM kept_store");
    let good = r#"{"storeVersion":3,"appState":{"a":"good"}}"#;

    store("good");
    reset();
    assert_eq!(kept(), good);
    store("ruined");
    reset();
    assert_eq!(kept(), good);

    service.database.execute("UPDATE kept_store SET kept_at = now() - interval '25 hours'");
    reset();
    assert_eq!(kept(), r#"{"storeVersion":3,"appState":{"a":"ruined"}}"#);
}
