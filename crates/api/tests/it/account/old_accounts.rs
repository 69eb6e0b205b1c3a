//! Rows that only the original could write: names and passwords with spaces around them, and
//! several accounts of one name.

use serde_json::json;

use crate::phone::{ANSWER, PASSWORD};
use crate::service::Service;
use crate::stored_account::StoredAccount;

#[test]
fn of_several_accounts_with_one_name_the_password_tells() {
    let service = Service::start();
    let accounts: Vec<StoredAccount> = (0..3)
        .map(|number| StoredAccount::named("test-girl-1").password(&format!("password {number}")))
        .collect();
    for account in &accounts {
        account.store(&service);
    }
    for (number, account) in accounts.iter().enumerate() {
        let answer = service.phone().login("test-girl-1", &format!("password {number}"));
        assert_eq!((answer.status, &answer.json()["user"]["id"]), (200, &json!(account.id)));
    }
    assert_eq!(service.phone().login("test-girl-1", "password 3").status, 401);
}

#[test]
fn whoever_shares_a_name_may_keep_it_and_delete_only_herself() {
    let service = Service::start();
    let one = service.girl("test-girl-1");
    StoredAccount::named("test-girl-1").password("another password").store(&service);

    let edit = json!({"name": "test-girl-1", "gender": "Other"});
    assert_eq!(one.phone.post("/account/edit-info", &edit).status, 200);

    let deletion = json!({"name": "test-girl-1", "password": "another password"});
    assert_eq!(service.phone().post("/account/delete-from-password", &deletion).status, 200);
    assert_eq!(service.row(&one.id)["gender"], "Other");
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);
}

#[test]
fn a_name_stored_with_a_space_works_as_stored_and_everywhere() {
    let service = Service::start();
    let account = StoredAccount::named("test-girl-1 ");
    account.store(&service);
    let phone = service.phone();
    assert_eq!(phone.login("test-girl-1 ", PASSWORD).status, 200);
    assert_eq!(phone.get("/account/info/test-girl-1%20").status, 200);
    assert_eq!(phone.reset_password("test-girl-1 ", ANSWER, PASSWORD).status, 200);
    let body = json!({"name": "test-girl-1 ", "password": PASSWORD});
    assert_eq!(phone.post("/account/export", &body).status, 200);
    assert_eq!(phone.post("/account/delete-from-password", &body).status, 200);
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 0);
}

#[test]
fn a_name_stored_with_a_space_beside_the_trimmed_one() {
    let service = Service::start();
    let with_space = StoredAccount::named("test-girl-1 ");
    with_space.store(&service);
    let without = StoredAccount::named("test-girl-1").password("another password");
    without.store(&service);
    for (name, password, expected) in [
        ("test-girl-1 ", PASSWORD, &with_space),
        ("test-girl-1 ", "another password", &without),
        ("test-girl-1", "another password", &without),
    ] {
        let answer = service.phone().login(name, password);
        assert_eq!(
            (answer.status, &answer.json()["user"]["id"]),
            (200, &json!(expected.id)),
            "{name:?}"
        );
    }
    assert_eq!(service.phone().login("test-girl-1", PASSWORD).status, 401);
}

#[test]
fn a_profile_edit_takes_the_space_away() {
    let service = Service::start();
    let girl = service.girl("test-girl-1 ");
    assert_eq!(girl.phone.post("/account/edit-info", &json!({"name": "test-girl-1 "})).status, 200);
    assert_eq!(service.phone().login("test-girl-1", PASSWORD).status, 200);
}
