//! After a rotation the old secret goes on verifying, with as much trust as a setting says.

use serde_json::json;

use crate::phone::PASSWORD;
use crate::service::{OLD_SECRET, Service};
use crate::stored_account::StoredAccount;
use crate::token;

const ROUTE: &str = "/account/update-verified-dates";

#[test]
fn new_tokens_are_signed_with_the_primary_secret() {
    let before = Service::with(&[("APPLICATION_SECRET", OLD_SECRET)]);
    let account = StoredAccount::named("test-girl-1");
    account.store(&before);
    let old = before.phone().login("test-girl-1", PASSWORD).json()["appToken"]
        .as_str()
        .unwrap()
        .to_owned();

    let after = Service::with(&[("SECONDARY_APPLICATION_SECRET", OLD_SECRET)]);
    account.store(&after);
    let new = after.phone().login("test-girl-1", PASSWORD).json()["appToken"]
        .as_str()
        .unwrap()
        .to_owned();
    for (service, token, status) in
        [(&after, &old, 200), (&after, &new, 200), (&before, &old, 200), (&before, &new, 401)]
    {
        let answer = service.phone().with_token(token).post(ROUTE, &json!({"metadata": {}}));
        assert_eq!(answer.status, status, "{}", answer.text());
    }
}

#[test]
fn an_empty_secondary_secret_verifies_nothing() {
    let service = Service::with(&[("SECONDARY_APPLICATION_SECRET", "")]);
    let girl = service.girl("test-girl-1");
    let forged = token::signed(&json!({"id": girl.id, "aud": "app"}), "");
    assert_eq!(
        service.phone().with_token(&forged).post(ROUTE, &json!({"metadata": {}})).status,
        401
    );
}

#[test]
fn a_leaked_secret_signs_nothing_that_does_not_hold_the_accounts_own_hash() {
    let service = Service::with(&[
        ("SECONDARY_APPLICATION_SECRET", OLD_SECRET),
        ("SECONDARY_SECRET_TRUST", "bound"),
    ]);
    let account = StoredAccount::named("test-girl-1");
    account.store(&service);
    let another = StoredAccount {
        answer_hash: "$2b$10$of another girl".to_owned(),
        ..StoredAccount::named("test-girl-2")
    };
    let short = token::signed(&json!({"id": account.id, "aud": "app"}), OLD_SECRET);
    let old_form = |hash: &str| token::old_form(&account.id, hash, &json!({}), OLD_SECRET);
    let cases = [
        ("forged in the short form", short, 401),
        ("forged without the hash", old_form(""), 401),
        ("forged with a guess", old_form(&another.answer_hash), 401),
        ("her own", old_form(&account.answer_hash), 200),
        ("of the primary secret", token::of(&account.id), 200),
    ];
    for (case, token, status) in cases {
        let phone = service.phone().with_token(&token);
        assert_eq!(phone.post(ROUTE, &json!({"metadata": {}})).status, status, "{case}");
        assert_eq!(
            phone.post("/account/replace-store", &json!({"appState": "{}"})).status,
            status,
            "{case}"
        );
    }
    // Once she has changed her answer, what was bound to the old one is worth nothing.
    service.database.execute("UPDATE oky_user SET \"memorableAnswer\" = 'changed'");
    let phone = service.phone().with_token(&old_form(&account.answer_hash));
    assert_eq!(phone.post(ROUTE, &json!({"metadata": {}})).status, 401);
    // An account that is gone has no hash to be bound to.
    service.database.execute("DELETE FROM oky_user");
    assert_eq!(phone.request("POST", "/account/delete").send().status, 401);
}
