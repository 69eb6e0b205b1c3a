//! `POST /account/delete-from-password`

use insta::assert_snapshot;
use serde_json::json;

use crate::http::Answer;
use crate::phone::PASSWORD;
use crate::service::Service;

const ROUTE: &str = "/account/delete-from-password";

/// The deletion page in the field takes any JSON for success.
#[track_caller]
fn refused(answer: &Answer, status: u16, message: &str) {
    assert_eq!((answer.status, answer.text()), (status, message));
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert!(serde_json::from_slice::<serde_json::Value>(&answer.body).is_err());
}

#[test]
fn a_girl_deletes_her_account_by_name_and_password() {
    let service = Service::start();
    service.girl("test-girl-1");
    let body = json!({"name": " test-girl-1 ", "password": PASSWORD});
    assert_snapshot!(service.phone().post(ROUTE, &body).redacted(&[]));
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 0);

    // Again, and for somebody who never was.
    assert_eq!(service.phone().post(ROUTE, &body).json(), json!({"name": " test-girl-1 "}));
    let nobody = json!({"name": "nobody", "password": ""});
    assert_eq!(service.phone().post(ROUTE, &nobody).json(), json!({"name": "nobody"}));
}

#[test]
fn a_wrong_password_is_said_in_plain_text() {
    let service = Service::start();
    service.girl("test-girl-1");
    for wrong in ["wrong", ""] {
        let answer =
            service.phone().post(ROUTE, &json!({"name": "test-girl-1", "password": wrong}));
        refused(&answer, 401, "Wrong password for deletion");
    }
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);
}

#[test]
fn so_is_everything_else_that_goes_wrong() {
    let service = Service::start();
    let cases = [
        (json!({}), "name must be a text"),
        (json!({"name": "test-girl-1"}), "password must be a text"),
        (json!({"name": "ab", "password": PASSWORD}), "This name is too short"),
        (json!([]), "the body is not a JSON object"),
    ];
    for (body, message) in cases {
        refused(&service.phone().post(ROUTE, &body), 400, message);
    }
}
