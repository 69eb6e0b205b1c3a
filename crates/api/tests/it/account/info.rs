//! `GET /account/info/:name`

use insta::assert_snapshot;

use crate::service::Service;
use crate::stored_account::StoredAccount;

#[test]
fn a_taken_name_is_found_under_a_stand_in_for_its_id() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let answer = service.phone().get("/account/info/test-girl-1");
    let shown = answer.json()["id"].as_str().unwrap().to_owned();
    assert_snapshot!(answer.redacted(&[(&shown, "[stand-in]")]));
    assert_ne!(shown, girl.id);

    // The same for ever, for every way of writing the name, and another for another name.
    assert_eq!(service.phone().get("/account/info/%20test-girl-1%20").json()["id"], shown);
    service.girl("test-girl-2");
    assert_ne!(service.phone().get("/account/info/test-girl-2").json()["id"], shown);
}

#[test]
fn a_setting_restores_the_real_question() {
    let service = Service::with(&[("SHOW_SECRET_QUESTION", "true")]);
    service.girl("test-girl-1");
    service.database.execute("UPDATE oky_user SET \"memorableQuestion\" = 'favourite_teacher'");
    let answer = service.phone().get("/account/info/test-girl-1");
    assert_eq!(answer.json()["secretQuestion"], "favourite_teacher");
}

#[test]
fn names_are_decoded_once_and_tried_as_sent_and_trimmed() {
    let service = Service::start();
    for name in ["test-girl-1", "test+girl", "test/girl", "test%20girl", "परीक्षण", "Straße"]
    {
        service.girl(name);
    }
    StoredAccount::named("untrimmed ").store(&service);
    let cases = [
        ("test-girl-1", 200),
        ("test-girl-1/", 200),
        ("test-girl-1?lang=ne", 200),
        ("%74est-girl-1", 200),
        ("%20test-girl-1%EF%BB%BF", 200),
        ("test+girl", 200),
        ("test%2Fgirl", 200),
        ("test%2fgirl", 200),
        ("test%2520girl", 200),
        ("%E0%A4%AA%E0%A4%B0%E0%A5%80%E0%A4%95%E0%A5%8D%E0%A4%B7%E0%A4%A3", 200),
        ("Stra%C3%9Fe", 200),
        ("untrimmed%20", 200),
        ("untrimmed", 404),
        ("test%20girl", 404),
        ("test/girl", 404),
        ("Test-Girl-1", 404),
        ("nobody", 404),
        ("ab", 404),
        ("%F0%9F%98%80", 404),
        ("test-girl-1%00", 404),
        ("", 404),
        ("%E0%A4%A", 400),
        ("%", 400),
        ("%ff%fe%fd", 400),
    ];
    for (path, status) in cases {
        let answer = service.phone().get(&format!("/account/info/{path}"));
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
    }
}

#[test]
fn who_is_not_there_is_not_found() {
    let service = Service::start();
    for path in ["/account/info/nobody", "/account/info/ab", "/account/info/nobody%00"] {
        service.phone().get(path).is_error(404, "NotFoundError", "User not found");
    }
}
