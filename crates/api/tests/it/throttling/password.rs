//! Wrong passwords.

use serde_json::json;

use super::{BEHIND_A_PROXY, too_many};
use crate::phone::{Girl, PASSWORD, Phone};
use crate::service::Service;

#[track_caller]
fn fails(phone: &Phone, name: &str, times: usize) {
    for _ in 0..times {
        assert_eq!(phone.login(name, "wrong").status, 401);
    }
}

#[test]
fn ten_failures_are_free_then_the_wait_doubles() {
    let service = Service::start();
    service.girl("test-girl-1");
    let phone = service.phone();
    fails(&phone, "test-girl-1", 10);
    // Not even the right one is tried.
    too_many(&phone.login("test-girl-1", PASSWORD), 30);
    service.pass("31 seconds");
    fails(&phone, "test-girl-1", 1);
    too_many(&phone.login("test-girl-1", "wrong"), 60);
    service.pass("61 seconds");
    assert_eq!(phone.login("test-girl-1", PASSWORD).status, 200);
    // Success forgives everything.
    fails(&phone, "test-girl-1", 10);
}

#[test]
fn names_that_do_not_exist_are_treated_alike() {
    let service = Service::start();
    fails(&service.phone(), "nobody", 10);
    too_many(&service.phone().login("nobody", "wrong"), 30);
}

#[test]
fn a_space_around_the_name_is_no_way_around() {
    let service = Service::start();
    service.girl("test-girl-1");
    for number in 0..10 {
        fails(&service.phone(), &format!("test-girl-1{}", " ".repeat(number)), 1);
    }
    too_many(&service.phone().login("  test-girl-1", PASSWORD), 30);
}

#[test]
fn every_route_that_takes_a_password_counts_together() {
    let service = Service::start();
    service.girl("test-girl-1");
    let body = |password: &str| json!({"name": "test-girl-1", "password": password});
    fails(&service.phone(), "test-girl-1", 4);
    for _ in 0..3 {
        assert_eq!(service.phone().post("/account/export", &body("wrong")).status, 401);
        assert_eq!(
            service.phone().post("/account/delete-from-password", &body("wrong")).status,
            401
        );
    }
    too_many(&service.phone().post("/account/export", &body(PASSWORD)), 30);
    let answer = service.phone().post("/account/delete-from-password", &body(PASSWORD));
    assert_eq!((answer.status, answer.text()), (429, "login_failed"));
    assert!(answer.header("retry-after").is_some());
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);
}

#[test]
fn one_girls_failures_are_not_anothers() {
    let service = Service::start();
    service.girl("test-girl-1");
    service.girl("test-girl-2");
    fails(&service.phone(), "test-girl-1", 10);
    assert_eq!(service.phone().login("test-girl-2", PASSWORD).status, 200);
}

#[test]
fn a_hundred_failures_from_everywhere_leave_only_known_networks() {
    let service = Service::with(&[BEHIND_A_PROXY]);
    service.girl("test-girl-1");
    let (home, thief, stranger) = (
        service.phone().behind("192.0.2.1"),
        service.phone().behind("198.51.100.1"),
        service.phone().behind("203.0.113.1"),
    );
    assert_eq!(home.login("test-girl-1", PASSWORD).status, 200);
    fails(&thief, "test-girl-1", 1);
    service.repeat_failures(99);
    too_many(&stranger.login("test-girl-1", PASSWORD), 3600);
    assert_eq!(home.login("test-girl-1", PASSWORD).status, 200);
    service.pass("1 day");
    assert_eq!(stranger.login("test-girl-1", PASSWORD).status, 200);
}

#[test]
fn the_network_of_the_signup_is_known() {
    let service = Service::with(&[BEHIND_A_PROXY]);
    let home = service.phone().behind("192.0.2.1");
    Girl::sign_up(&home, "test-girl-1");
    fails(&service.phone().behind("198.51.100.1"), "test-girl-1", 1);
    service.repeat_failures(99);
    assert_eq!(home.login("test-girl-1", PASSWORD).status, 200);
}

#[test]
fn known_networks_stay_known_under_a_new_name() {
    let service = Service::with(&[BEHIND_A_PROXY]);
    let girl = Girl::sign_up(&service.phone().behind("192.0.2.1"), "test-girl-1");
    assert_eq!(girl.phone.post("/account/edit-info", &json!({"name": "test-girl-2"})).status, 200);
    fails(&service.phone().behind("198.51.100.1"), "test-girl-2", 1);
    service.repeat_failures(99);
    too_many(&service.phone().behind("203.0.113.1").login("test-girl-2", PASSWORD), 3600);
    assert_eq!(girl.phone.login("test-girl-2", PASSWORD).status, 200);
}

#[test]
fn guesses_all_at_once_do_not_get_past_the_limit_by_much() {
    let service = Service::start();
    service.girl("test-girl-1");
    let guesses: Vec<_> = (0..40)
        .map(|_| {
            let phone = service.phone();
            std::thread::spawn(move || phone.login("test-girl-1", "wrong").status)
        })
        .collect();
    let tried = guesses
        .into_iter()
        .map(|guess| guess.join().unwrap())
        .filter(|status| *status == 401)
        .count();
    let at_once = std::thread::available_parallelism().unwrap().get();
    assert!((10..10 + at_once).contains(&tried), "{tried}");
}

#[test]
fn what_is_remembered_tells_neither_name_nor_address() {
    let service = Service::with(&[BEHIND_A_PROXY]);
    fails(&service.phone().behind("192.0.2.1"), "test-girl-1", 1);
    let hash = domain::account::name_hash("test-girl-1");
    let row = service
        .database
        .text("SELECT row_to_json(sign_in_failure)::text AS text FROM sign_in_failure");
    assert!(
        !row.contains("192.0.2.1") && !row.contains(&hash) && !row.contains("test-girl-1"),
        "{row}"
    );
}
