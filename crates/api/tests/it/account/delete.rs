//! `POST /account/delete`

use insta::assert_snapshot;
use serde_json::json;

use crate::phone::PASSWORD;
use crate::service::Service;

#[test]
fn a_girl_deletes_her_account_by_her_token() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let answer = girl.phone.request("POST", "/account/delete").send();
    assert_snapshot!(answer.redacted(&[(&girl.id, "[id]")]));
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 0);
    assert_eq!(service.phone().login("test-girl-1", PASSWORD).status, 401);

    // What she wanted is so.
    assert_eq!(girl.phone.request("POST", "/account/delete").send().status, 200);
}

#[test]
fn the_body_is_not_looked_at() {
    let service = Service::start();
    for (number, body) in
        ["{}", "null", "no JSON at all", r#"{"id":"of somebody else"}"#].iter().enumerate()
    {
        let girl = service.girl(&format!("test-girl-{number}"));
        let answer = girl.phone.post_text("/account/delete", body);
        assert_eq!(answer.json(), json!({"userId": girl.id}), "{body}");
    }
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 0);
}
