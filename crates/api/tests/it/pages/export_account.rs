//! `/export-account`

use super::{is_page, submit};
use crate::service::Service;

const PATH: &str = "/export-account";

#[test]
fn the_form_is_shown_in_both_languages() {
    let service = Service::start();
    let english = service.phone().get(PATH);
    is_page(&english, 200, "en");
    assert!(
        english.text().contains("Get a copy of my data") && !english.text().contains("checkbox")
    );
    is_page(&service.phone().get("/export-account?lang=ne"), 200, "ne");
}

#[test]
fn name_and_password_give_the_file() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let answer = submit(&service, PATH, "name=+test-girl-1&password=a+password");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"my-data.json\""));
    assert_eq!(answer.json()["account"]["id"], girl.id);
}

#[test]
fn a_wrong_password_keeps_the_name() {
    let service = Service::start();
    service.girl("test-girl-1");
    for (name, shown) in [("test-girl-1", "test-girl-1"), ("nobody", "nobody")] {
        let answer =
            submit(&service, "/export-account?lang=ne", &format!("name={name}&password=wrong"));
        is_page(&answer, 401, "ne");
        assert!(answer.text().contains(&format!("value=\"{shown}\"")));
    }
}

#[test]
fn a_name_cannot_become_markup() {
    let service = Service::start();
    let answer = submit(&service, PATH, "name=%3Cb%3E%22%27%26&password=x");
    is_page(&answer, 401, "en");
    assert!(!answer.text().contains("<b>"), "{}", answer.text());
}
