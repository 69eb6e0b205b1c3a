//! Tokens from before a password reset. The app changes a password by a reset and goes on with
//! the token it has, so only what cannot be undone asks for a fresh one.

use serde_json::{Value, json};

use crate::phone::{ANSWER, Girl, PASSWORD, Phone};
use crate::service::Service;
use crate::token;

/// Every protected route but `/account/delete`, with a body it takes.
fn ordinary() -> [(&'static str, Value); 5] {
    [
        ("/account/replace-store", json!({"storeVersion": 3, "appState": "{}"})),
        ("/account/edit-info", json!({"name": "test-girl-1"})),
        (
            "/account/edit-secret-answer",
            json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": ANSWER}),
        ),
        ("/account/update-avatar", json!({"avatar": {}})),
        ("/account/update-verified-dates", json!({"metadata": {}})),
    ]
}

/// Her phone with a token from a minute before she resets her password.
fn after_a_reset(service: &Service, girl: &Girl) -> Phone {
    let stale = service.phone().with_token(&token::signed_at(&girl.id, token::now() - 60));
    assert_eq!(service.phone().reset_password(&girl.name, ANSWER, PASSWORD).status, 200);
    stale
}

fn fresh(service: &Service) -> Phone {
    let session = service.phone().login("test-girl-1", PASSWORD).json();
    service.phone().with_token(session["appToken"].as_str().unwrap())
}

#[test]
fn a_stale_token_does_everything_but_delete() {
    let service = Service::with(&[("USE_AVATAR_CUSTOMIZATION", "true")]);
    let stale = after_a_reset(&service, &service.girl("test-girl-1"));
    for (path, body) in ordinary() {
        assert_eq!(stale.post(path, &body).status, 200, "{path}");
    }
    let message = "Authorization is required for request on POST /account/delete";
    stale.post("/account/delete", &json!({})).is_error(401, "AuthorizationRequiredError", message);
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);
    assert_eq!(fresh(&service).post("/account/delete", &json!({})).status, 200);
}

#[test]
fn in_an_incident_it_does_nothing() {
    let service =
        Service::with(&[("USE_AVATAR_CUSTOMIZATION", "true"), ("TOKEN_REVOCATION", "strict")]);
    let girl = service.girl("test-girl-1");
    let before = service.phone().with_token(&token::signed_at(&girl.id, token::now() - 60));
    assert_eq!(before.post("/account/update-verified-dates", &json!({})).status, 200);
    let stale = after_a_reset(&service, &girl);
    for (path, body) in ordinary() {
        assert_eq!(stale.post(path, &body).status, 401, "{path}");
        assert_eq!(fresh(&service).post(path, &body).status, 200, "{path}");
    }
    assert_eq!(stale.post("/account/delete", &json!({})).status, 401);
}

#[test]
fn a_token_without_a_time_is_older_than_any_reset() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    after_a_reset(&service, &girl);
    let timeless = token::signed(&json!({"id": girl.id, "aud": "app"}), crate::service::SECRET);
    assert_eq!(
        service.phone().with_token(&timeless).post("/account/delete", &json!({})).status,
        401
    );
}
