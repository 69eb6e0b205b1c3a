//! Which names are the same, and what is stored of one.

use domain::account::name_hash;
use serde_json::json;

use crate::phone::{PASSWORD, signup_body};
use crate::service::Service;
use crate::stored_account::StoredAccount;

#[test]
fn a_taken_name_is_refused_also_with_spaces_around_it() {
    let service = Service::start();
    service.girl("test-girl-1");
    // Stored by the original, which did not trim.
    StoredAccount::named("test-girl-2 ").store(&service);
    for name in ["test-girl-1", " test-girl-1", "test-girl-1 \u{feff}\u{a0}\n", "test-girl-2 "] {
        let answer = service.phone().post("/account/signup", &signup_body(name));
        answer.is_error(409, "HttpError", "User with this name already exists");
    }
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 2);
}

#[test]
fn names_differ_by_case_and_by_the_way_a_letter_is_composed() {
    let service = Service::start();
    for name in ["test-girl-é", "test-girl-e\u{301}", "Test-girl-é"] {
        assert_eq!(
            service.phone().post("/account/signup", &signup_body(name)).status,
            200,
            "{name}"
        );
    }
    assert_eq!(service.database.count("SELECT count(DISTINCT \"nameHash\") FROM oky_user"), 3);
}

#[test]
fn the_trimmed_name_is_stored() {
    let service = Service::start();
    let body = signup_body("\u{feff} test girl \u{3000}");
    assert_eq!(service.phone().post("/account/signup", &body).status, 200);
    assert_eq!(
        service.row(body["preferredId"].as_str().unwrap())["nameHash"],
        json!(name_hash("test girl"))
    );
}

#[test]
fn length_counts_utf16_units_as_phones_do() {
    let service = Service::start();
    for name in ["😀😀", "abc", "नेप"] {
        assert_eq!(
            service.phone().post("/account/signup", &signup_body(name)).status,
            200,
            "{name}"
        );
    }
}

#[test]
fn half_of_a_surrogate_pair_counts_as_the_replacement_character() {
    let service = Service::start();
    let body = signup_body("test-girl-?").to_string().replace("test-girl-?", r"test-girl-\ud83d");
    assert_eq!(service.phone().post_text("/account/signup", &body).status, 200);
    let hash = service.database.text("SELECT \"nameHash\" AS text FROM oky_user");
    assert_eq!(hash, name_hash("test-girl-\u{fffd}"));

    let login = format!(r#"{{"name":"test-girl-\ude00","password":"{PASSWORD}"}}"#);
    assert_eq!(service.phone().post_text("/account/login", &login).status, 200);
}
