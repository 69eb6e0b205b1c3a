//! `POST /account/edit-info`

use domain::account::name_hash;
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::phone::PASSWORD;
use crate::service::Service;

#[test]
fn the_profile_screen_changes_what_it_sends() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let sent = json!({"name": "test-girl-2", "dateOfBirth": "2011-03-03T00:00:00.000Z", "gender": "Other",
        "location": "Rural"});
    assert_snapshot!(girl.phone.post("/account/edit-info", &sent).redacted(&[(&girl.id, "[id]")]));
    assert_eq!(service.phone().login("test-girl-1", PASSWORD).status, 401);
    assert_eq!(service.phone().login("test-girl-2", PASSWORD).status, 200);
}

#[test]
fn each_field_changes_its_own_column_and_no_other() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let cases = [
        ("dateOfBirth", json!("2011-03-03"), "date_of_birth", json!("2011-03-03T00:00:00")),
        ("dateOfBirth", Value::Null, "date_of_birth", json!("1970-01-01T00:00:00")),
        ("gender", json!("Alien"), "gender", json!("Alien")),
        ("gender", json!(""), "gender", json!("")),
        ("gender", json!(5), "gender", json!("5")),
        ("location", json!("Rural"), "location", json!("Rural")),
        (
            "secretQuestion",
            json!("favourite_teacher"),
            "memorableQuestion",
            json!("favourite_teacher"),
        ),
        (
            "metadata",
            json!({"city": "x", "periodDates": []}),
            "metadata",
            json!({"city": "x", "periodDates": []}),
        ),
        ("metadata", json!([1, null]), "metadata", json!([1, null])),
        ("metadata", json!("a text"), "metadata", json!("a text")),
        ("metadata", Value::Null, "metadata", Value::Null),
        ("country", json!("IN"), "country", json!("NP")),
        ("province", json!("9"), "province", json!("3")),
        ("name", json!(" test-girl-2\u{feff}"), "nameHash", json!(name_hash("test-girl-2"))),
    ];
    let mut name = json!("test-girl-1");
    for (field, sent, column, stored) in cases {
        let mut expected = service.row(&girl.id);
        expected[column] = stored;
        let mut body = json!({"name": name});
        body[field] = sent.clone();
        name = body["name"].clone();
        let answer = girl.phone.post("/account/edit-info", &body);
        assert_eq!(answer.status, 200, "{field} {sent}: {}", answer.text());
        assert_eq!(service.row(&girl.id), expected, "{field} {sent}");
    }
}

#[test]
fn a_taken_name_is_a_conflict_and_changes_nothing() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    service.girl("test-girl-2");
    let before = service.row(&girl.id);
    for name in ["test-girl-2", " test-girl-2 "] {
        let answer =
            girl.phone.post("/account/edit-info", &json!({"name": name, "gender": "Other"}));
        answer.is_error(409, "HttpError", "User with this name already exists");
    }
    assert_eq!(service.row(&girl.id), before);
}

#[test]
fn what_cannot_be_stored_is_a_bad_request_and_changes_nothing() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let before = service.row(&girl.id);
    let name = "test-girl-1";
    let cases = [
        (json!({}), "The user name must be provided"),
        (json!({"name": null}), "The user name must be provided"),
        (json!({"name": 5}), "The user name must be provided"),
        (json!({"name": ""}), "This name is too short"),
        (json!({"name": "ab "}), "This name is too short"),
        (json!({"name": name, "dateOfBirth": ""}), "dateOfBirth is not a date"),
        (json!({"name": name, "dateOfBirth": "soon"}), "dateOfBirth is not a date"),
        (json!({"name": name, "gender": null}), "gender is null"),
        (json!({"name": name, "location": null}), "location is null"),
        (json!({"name": name, "secretQuestion": null}), "secretQuestion is null"),
        (json!({"name": name, "gender": "\0"}), "gender holds a character that cannot be stored"),
    ];
    for (body, message) in cases {
        girl.phone.post("/account/edit-info", &body).is_error(400, "BadRequestError", message);
    }
    assert_eq!(service.row(&girl.id), before);
}
