//! Wrong answers to the secret question, which is drawn from few and so easier to guess.

use serde_json::json;

use super::{BEHIND_A_PROXY, too_many};
use crate::phone::{ANSWER, PASSWORD, Phone};
use crate::service::Service;

#[track_caller]
fn fails(phone: &Phone, times: usize) {
    for _ in 0..times {
        assert_eq!(phone.reset_password("test-girl-1", "wrong", PASSWORD).status, 401);
    }
}

fn reset(phone: &Phone) -> crate::http::Answer {
    phone.reset_password("test-girl-1", ANSWER, PASSWORD)
}

#[test]
fn five_an_hour_ten_a_day_thirty_a_month() {
    let service = Service::start();
    service.girl("test-girl-1");
    let phone = service.phone();
    fails(&phone, 5);
    too_many(&reset(&phone), 3600);
    service.pass("61 minutes");
    fails(&phone, 5);
    service.pass("61 minutes");
    too_many(&reset(&phone), 86_400);
    service.pass("1 day");
    service.repeat_failures(2);
    service.pass("1 day");
    too_many(&reset(&phone), 86_400);
    service.pass("30 days");
    assert_eq!(reset(&phone).status, 200);
}

#[test]
fn all_addresses_count_together_but_a_known_one_is_not_locked_out() {
    let service = Service::with(&[BEHIND_A_PROXY]);
    let girl = service.girl("test-girl-1");
    let home = girl.phone.behind("192.0.2.1");
    assert_eq!(home.login("test-girl-1", PASSWORD).status, 200);
    for number in 0..5 {
        fails(&service.phone().behind(&format!("198.51.100.{number}")), 1);
    }
    too_many(&reset(&service.phone().behind("203.0.113.1")), 3600);
    let edit = json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": ANSWER});
    too_many(&girl.phone.behind("203.0.113.1").post("/account/edit-secret-answer", &edit), 3600);
    assert_eq!(home.post("/account/edit-secret-answer", &edit).status, 200);
    assert_eq!(reset(&home).status, 200);
}

#[test]
fn only_failures_count() {
    let service = Service::start();
    service.girl("test-girl-1");
    for _ in 0..7 {
        assert_eq!(reset(&service.phone()).status, 200);
    }
}

#[test]
fn answers_and_passwords_are_counted_apart() {
    let service = Service::start();
    service.girl("test-girl-1");
    fails(&service.phone(), 5);
    assert_eq!(service.phone().login("test-girl-1", PASSWORD).status, 200);
    assert_eq!(reset(&service.phone()).status, 200);
}

#[test]
fn names_that_do_not_exist_are_treated_alike() {
    let service = Service::start();
    fails(&service.phone(), 5);
    too_many(&reset(&service.phone()), 3600);
}
