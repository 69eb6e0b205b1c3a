//! Whose events they are: the token's, if there is one that counts.

use serde_json::json;
use uuid::Uuid;

use super::{append, event_of};
use crate::phone::{ANSWER, PASSWORD};
use crate::service::{OLD_SECRET, Service};
use crate::token;

/// The user that the only stored event has; the event is gone afterwards.
fn user(service: &Service) -> String {
    let user = service.database.text("SELECT coalesce(user_id, 'nobody') AS text FROM app_event");
    service.database.execute("DELETE FROM app_event");
    user
}

#[test]
fn a_good_token_names_its_girl_and_any_other_nobody() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let event = || json!([event_of("SHARE_APP", &json!({}))]);

    let told = append(&girl.phone, &event()).json();
    assert_eq!(
        (told["userId"].as_str(), user(&service)),
        (Some(girl.id.as_str()), girl.id.clone())
    );

    for bad in [
        "garbage",
        "a.b.c",
        &token::signed(&json!({"id": girl.id, "aud": "app"}), "another secret"),
    ] {
        let told = append(&service.phone().with_token(bad), &event()).json();
        assert_eq!((told.get("userId"), user(&service).as_str()), (None, "nobody"), "{bad}");
    }
}

#[test]
fn nobody_asks_whether_the_account_exists_or_the_token_is_stale() {
    let service = Service::with(&[("TOKEN_REVOCATION", "strict")]);
    let event = || json!([event_of("SHARE_APP", &json!({}))]);
    let unknown = Uuid::new_v4().to_string().to_uppercase();
    append(&service.phone().with_token(&token::of(&unknown)), &event());
    assert_eq!(user(&service), unknown);

    let girl = service.girl("test-girl-1");
    let stale = service.phone().with_token(&token::signed_at(&girl.id, token::now() - 60));
    assert_eq!(service.phone().reset_password("test-girl-1", ANSWER, PASSWORD).status, 200);
    append(&stale, &event());
    assert_eq!(user(&service), girl.id);
}

#[test]
fn a_token_of_a_leaked_secret_counts_only_if_it_is_bound_to_the_account() {
    let service = Service::with(&[
        ("SECONDARY_APPLICATION_SECRET", OLD_SECRET),
        ("SECONDARY_SECRET_TRUST", "bound"),
    ]);
    let girl = service.girl("test-girl-1");
    let forged = token::signed(&json!({"id": girl.id, "aud": "app"}), OLD_SECRET);
    append(&service.phone().with_token(&forged), &json!([event_of("SHARE_APP", &json!({}))]));
    assert_eq!(user(&service), "nobody");
}

#[test]
fn what_the_token_says_is_stored_once_where_that_is_asked_for() {
    let service = Service::with(&[("EVENT_SENDER_COPIES", "drop")]);
    let girl = service.girl("test-girl-1");
    let survey = "00000000-0000-4000-8000-000000000301";
    let answered = json!({"id": survey, "user_id": girl.id, "isCompleted": true});
    let mut event = event_of("ANSWER_SURVEY", &answered);
    event["metadata"] =
        json!({"date": "2026-01-01", "user": girl.id, "deviceId": "number-of-a-phone"});
    append(&girl.phone, &json!([event]));
    let stored = service
        .database
        .text("SELECT concat(user_id, ' ', payload, ' ', metadata) AS text FROM app_event");
    let expected =
        format!(r#"{} {{"id":"{survey}","isCompleted":true}} {{"date":"2026-01-01"}}"#, girl.id);
    assert_eq!(stored, expected);
    // She has answered the survey all the same, and erasing her finds the event.
    let completed = "SELECT count(*) FROM survey_completion";
    assert_eq!(service.database.count(completed), 1);
    let herself = json!({"name": "test-girl-1", "password": PASSWORD});
    assert_eq!(girl.phone.post("/account/delete-from-password", &herself).status, 200);
    assert_eq!(service.database.count("SELECT count(*) FROM app_event"), 0);
    assert_eq!(service.database.count(completed), 0);
}
