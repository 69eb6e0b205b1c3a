//! `/delete-account`

use super::{is_page, submit};
use crate::service::Service;

const PATH: &str = "/delete-account";
const DONE: &str = "Your account is deleted";
const WRONG: &str = "The user name or the password is not right.";

fn accounts(service: &Service) -> i64 {
    service.database.count("SELECT count(*) FROM oky_user")
}

#[test]
fn the_form_is_shown_in_both_languages() {
    let service = Service::start();
    let english = service.phone().get(PATH);
    is_page(&english, 200, "en");
    assert!(
        english.text().contains("Delete my account") && english.text().contains("method=\"post\"")
    );
    let nepali = service.phone().get("/delete-account?lang=ne");
    is_page(&nepali, 200, "ne");
    assert!(nepali.text().contains("मेरो खाता मेटाउनुहोस्"));
    let preferred = service
        .phone()
        .request("GET", PATH)
        .header("Accept-Language", "ne-NP,ne;q=0.9,en;q=0.5")
        .send();
    is_page(&preferred, 200, "ne");
    let css = service.phone().get("/pages.css");
    assert_eq!((css.status, css.header("content-type")), (200, Some("text/css; charset=utf-8")));
}

#[test]
fn name_password_and_a_tick_delete_the_account() {
    let service = Service::start();
    service.girl("test girl & sister");
    let form = "name=test+girl+%26+sister&password=a+password&confirmed=yes";
    let answer = submit(&service, PATH, form);
    is_page(&answer, 200, "en");
    assert!(answer.text().contains(DONE) && !answer.text().contains("<form"));
    assert_eq!(accounts(&service), 0);

    // A second time there is nobody: the page does not claim a success that it is not.
    let again = submit(&service, PATH, form);
    is_page(&again, 401, "en");
    assert!(again.text().contains(WRONG));
}

#[test]
fn a_wrong_password_keeps_the_name_and_deletes_nothing() {
    let service = Service::start();
    service.girl("test-girl-1");
    let answer = submit(
        &service,
        "/delete-account?lang=ne",
        "name=test-girl-1&password=wrong&confirmed=yes",
    );
    is_page(&answer, 401, "ne");
    assert!(
        answer.text().contains("value=\"test-girl-1\"") && answer.text().contains("role=\"alert\"")
    );
    assert!(!answer.text().contains("wrong"), "the password is not shown again");
    assert_eq!(accounts(&service), 1);
}

#[test]
fn without_the_tick_nothing_happens() {
    let service = Service::start();
    service.girl("test-girl-1");
    for form in
        ["name=test-girl-1&password=a+password", "name=test-girl-1&password=a+password&confirmed="]
    {
        let answer = submit(&service, PATH, form);
        is_page(&answer, 400, "en");
        assert!(
            answer.text().contains("Please tick the box first.")
                && answer.text().contains("value=\"test-girl-1\"")
        );
    }
    assert_eq!(accounts(&service), 1);
}

#[test]
fn a_name_cannot_become_markup() {
    let service = Service::start();
    let evil = r#"name=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%3Cimg+src%3Dx+onerror%3D'&password=x&confirmed=yes"#;
    let answer = submit(&service, PATH, evil);
    is_page(&answer, 401, "en");
    assert!(answer.text().contains("value=\"&#34;&#62;&#60;script"), "{}", answer.text());
    assert!(!answer.text().contains("<img"), "{}", answer.text());
    // Too short for a name, and shown again all the same.
    is_page(&submit(&service, PATH, "name=%22%3E&password=x&confirmed=yes"), 400, "en");
}

#[test]
fn odd_forms_are_refused_without_a_fuss() {
    let service = Service::start();
    let long = format!("name={}&password=x", "x".repeat(20_000));
    for (form, status) in [
        ("", 400),
        ("name=ab", 400),
        ("%%%", 400),
        ("name=%ff%fe%fd%fc&password=%00&confirmed=1", 401),
        ("name=a&name=b", 400),
        (&long, 413),
    ] {
        let answer = submit(&service, PATH, form);
        assert_eq!(answer.status, status, "{form:.60}: {}", answer.text());
    }
}

#[test]
fn too_many_wrong_passwords_are_slowed_down_here_too() {
    let service = Service::start();
    service.girl("test-girl-1");
    for _ in 0..10 {
        submit(&service, PATH, "name=test-girl-1&password=wrong&confirmed=yes");
    }
    let answer = submit(&service, PATH, "name=test-girl-1&password=a+password&confirmed=yes");
    is_page(&answer, 429, "en");
    assert!(answer.text().contains("too many wrong tries"));
    assert_eq!(accounts(&service), 1);
}
