//! `POST /account/edit-secret-answer`

use insta::assert_snapshot;
use serde_json::json;

use crate::phone::ANSWER;
use crate::service::Service;

#[test]
fn who_knows_the_old_answer_sets_a_new_one() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let body = json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": "another answer"});
    let answer = girl.phone.post("/account/edit-secret-answer", &body);
    assert_snapshot!(answer.redacted(&[(&girl.id, "[id]")]));
    assert_eq!(answer.header("content-type"), Some("application/json; charset=utf-8"));

    let stored = service.row(&girl.id)["memorableAnswer"].as_str().unwrap().to_owned();
    assert!(stored.starts_with("$2b$10$") && bcrypt::verify("another answer", &stored).unwrap());
    assert_eq!(service.phone().reset_password("test-girl-1", ANSWER, "x").status, 401);
    assert_eq!(service.phone().reset_password("test-girl-1", "another answer", "x").status, 200);
}

#[test]
fn a_wrong_old_answer_is_refused_in_the_apps_words() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for wrong in ["wrong", "", "An Answer"] {
        let body = json!({"previousSecretAnswer": wrong, "nextSecretAnswer": "x"});
        let answer = girl.phone.post("/account/edit-secret-answer", &body);
        answer.is_error(400, "BadRequestError", "wrong_previous_secret_answer");
    }
}

#[test]
fn answers_are_texts() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let cases = [
        (json!({}), "previousSecretAnswer must be a text"),
        (
            json!({"previousSecretAnswer": null, "nextSecretAnswer": "x"}),
            "previousSecretAnswer must be a text",
        ),
        (json!({"previousSecretAnswer": ANSWER}), "nextSecretAnswer must be a text"),
        (
            json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": 5}),
            "nextSecretAnswer must be a text",
        ),
    ];
    for (body, message) in cases {
        girl.phone.post("/account/edit-secret-answer", &body).is_error(
            400,
            "BadRequestError",
            message,
        );
    }
}

#[test]
fn the_app_may_set_an_empty_answer() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let body = json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": ""});
    assert_eq!(girl.phone.post("/account/edit-secret-answer", &body).status, 200);
    assert_eq!(service.phone().reset_password("test-girl-1", "", "x").status, 200);
}
