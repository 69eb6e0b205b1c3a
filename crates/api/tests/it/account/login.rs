//! `POST /account/login`

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::http::Answer;
use crate::phone::PASSWORD;
use crate::service::Service;

fn redacted(answer: &Answer, id: &str) -> String {
    let token = answer.json()["appToken"].as_str().unwrap().to_owned();
    answer.redacted(&[(&token, "[token]"), (id, "[id]")])
}

#[test]
fn a_girl_logs_in_and_gets_herself_and_her_store() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let store =
        json!({"storeVersion": 3, "appState": r#"{"app":{"locale":"ne"},"prediction":{}}"#});
    assert_eq!(girl.phone.post("/account/replace-store", &store).status, 200);
    assert_snapshot!(redacted(&service.phone().login("test-girl-1", PASSWORD), &girl.id));
}

#[test]
fn a_row_from_the_early_days_has_nulls() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    service.database.execute(
        "UPDATE oky_user SET country = NULL, province = NULL, date_signed_up = NULL, metadata = NULL, avatar = NULL",
    );
    assert_snapshot!(redacted(&service.phone().login("test-girl-1", PASSWORD), &girl.id));
}

#[test]
fn dates_that_javascript_cannot_hold_read_as_null() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for date in ["infinity", "-infinity", "294275-01-01"] {
        service.database.execute(&format!(
            "UPDATE oky_user SET date_signed_up = '{date}', date_of_birth = '{date}'"
        ));
        let user = girl.session()["user"].clone();
        assert_eq!(
            (&user["dateSignedUp"], &user["dateOfBirth"]),
            (&Value::Null, &Value::Null),
            "{date}"
        );
    }
}

#[test]
fn nobody_learns_whether_it_was_the_name_or_the_password() {
    let service = Service::start();
    service.girl("test-girl-1");
    for (name, password) in [
        ("nobody", PASSWORD),
        ("Test-Girl-1", PASSWORD),
        ("test-girl-1", "wrong"),
        ("test-girl-1", ""),
        ("test-girl-1", "A Password"),
        ("nobody", ""),
    ] {
        service.phone().login(name, password).is_error(
            401,
            "UnauthorizedError",
            "password_incorrect",
        );
    }
}

#[test]
fn name_and_password_are_trimmed_as_javascript_trims() {
    let service = Service::start();
    service.girl("test-girl-1");
    for space in [" ", "\t\n", "\u{feff}", "\u{a0}", "\u{3000}"] {
        let answer = service
            .phone()
            .login(&format!("{space}test-girl-1{space}"), &format!("{space}{PASSWORD}{space}"));
        assert_eq!(answer.status, 200, "{space:?}");
    }
    // No white space to JavaScript.
    assert_eq!(service.phone().login("test-girl-1\u{85}", PASSWORD).status, 401);
}

#[test]
fn what_is_no_name_and_password_is_a_bad_request() {
    let service = Service::start();
    let cases = [
        (json!({"name": "test-girl-1"}), "password must be a text"),
        (json!({"password": PASSWORD}), "name must be a text"),
        (json!({"name": null, "password": PASSWORD}), "name must be a text"),
        (json!({"name": "test-girl-1", "password": 5}), "password must be a text"),
        (json!({"name": ["test-girl-1"], "password": PASSWORD}), "name must be a text"),
        (json!({"name": "ab", "password": PASSWORD}), "This name is too short"),
        (json!([]), "the body is not a JSON object"),
        (json!(null), "the body is not a JSON object"),
        (json!("x"), "the body is not a JSON object"),
    ];
    for (body, message) in cases {
        service.phone().post("/account/login", &body).is_error(400, "BadRequestError", message);
    }
    service.phone().request("POST", "/account/login").send().is_error(
        400,
        "BadRequestError",
        "name must be a text",
    );
}

#[test]
fn logging_in_changes_nothing() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let before = service.row(&girl.id);
    girl.session();
    assert_eq!(service.row(&girl.id), before);
}

#[test]
fn a_higher_cost_is_taken_over_at_the_next_login() {
    let service = Service::with(&[("BCRYPT_COST", "11")]);
    let girl = service.girl("test-girl-1");
    girl.session();
    let began = std::time::Instant::now();
    let hash = || service.row(&girl.id)["passwordHash"].as_str().unwrap().to_owned();
    while !hash().starts_with("$2b$11$") {
        assert!(began.elapsed().as_secs() < 20, "the hash stays {}", hash());
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    girl.session();
}
