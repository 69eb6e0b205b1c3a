//! `POST /account/signup`: success, and the row it leaves.

use insta::assert_snapshot;
use serde_json::json;

use crate::phone::signup_body;
use crate::service::Service;

#[test]
fn a_girl_signs_up_and_gets_a_token_and_herself() {
    let service = Service::start();
    let body = signup_body("test-girl-1");
    let answer = service.phone().post("/account/signup", &body);
    let session = answer.json();
    let redacted =
        [(session["appToken"].as_str().unwrap(), "[token]"), (body["preferredId"].as_str().unwrap(), "[id]")];
    assert_snapshot!(answer.redacted(&redacted));
}
