//! What a phone gets for signing up.

use insta::assert_snapshot;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::http::Answer;
use crate::phone::signup_body;
use crate::service::Service;
use crate::token;

fn redacted(answer: &Answer) -> String {
    let session = answer.json();
    let part =
        |value: &Value| value.as_str().unwrap_or_else(|| panic!("{}", answer.text())).to_owned();
    answer.redacted(&[
        (&part(&session["appToken"]), "[token]"),
        (&part(&session["user"]["id"]), "[id]"),
    ])
}

#[test]
fn a_girl_signs_up_and_gets_a_token_and_herself() {
    let service = Service::start();
    let body = signup_body("test-girl-1");
    let answer = service.phone().post("/account/signup", &body);
    assert_snapshot!(redacted(&answer));
    let session = answer.json();
    assert_eq!(session["user"]["id"], body["preferredId"]);

    let expected = |iat: u64| {
        token::claims_part(&format!(r#"{{"id":{},"iat":{iat},"aud":"app"}}"#, body["preferredId"]))
    };
    let claims = session["appToken"].as_str().unwrap().split('.').nth(1).unwrap();
    assert!(
        (token::now() - 20..=token::now()).any(|second| claims == expected(second)),
        "{claims}"
    );
}

#[test]
fn what_is_not_sent_gets_a_default() {
    let service = Service::start();
    let mut body = signup_body("test-girl-1");
    for absent in ["preferredId", "country", "province", "dateSignedUp", "metadata", "avatar"] {
        body.as_object_mut().unwrap().remove(absent);
    }
    assert_snapshot!(redacted(&service.phone().post("/account/signup", &body)));
}

#[test]
fn nulls_stay_null_where_a_column_can_hold_them() {
    let service = Service::start();
    let mut body = signup_body("test-girl-1");
    for null in ["preferredId", "province", "dateSignedUp", "metadata", "avatar"] {
        body[null] = Value::Null;
    }
    assert_snapshot!(redacted(&service.phone().post("/account/signup", &body)));
}

#[test]
fn numbers_become_text_and_an_avatar_is_kept() {
    let service = Service::start();
    let mut body = signup_body("test-girl-1");
    body["country"] = json!(524);
    body["province"] = json!(3);
    body["gender"] = json!("");
    body["secretQuestion"] = json!("");
    body["metadata"] = json!([1, "two"]);
    body["avatar"] = json!({"body": "small", "customAvatarUnlocked": true});
    body["unknown"] = json!({"is": "ignored"});
    assert_snapshot!(redacted(&service.phone().post("/account/signup", &body)));
}

#[test]
fn an_id_is_echoed_as_spelled_and_stored_in_the_usual_form() {
    let service = Service::start();
    let spellings: [fn(Uuid) -> String; 4] = [
        |id| id.to_string().to_uppercase(),
        |id| id.simple().to_string(),
        |id| id.braced().to_string(),
        |id| id.braced().to_string().to_uppercase(),
    ];
    for (number, spell) in spellings.iter().enumerate() {
        let id = Uuid::new_v4();
        let sent = spell(id);
        let mut body = signup_body(&format!("test-girl-{number}"));
        body["preferredId"] = json!(sent);
        let session = service.phone().post("/account/signup", &body).json();
        assert_eq!(session["user"]["id"], json!(sent));
        assert_eq!(service.row(&id.to_string())["id"], json!(id.to_string()), "{sent}");

        // The token repeats the spelling too, and opens the account.
        let phone = service.phone().with_token(session["appToken"].as_str().unwrap());
        let answer = phone.post("/account/update-verified-dates", &json!({"metadata": {}}));
        assert_eq!(answer.json()["userId"], json!(sent));
    }
}
