//! Many phones, or one impatient phone, at the same moment.

use std::sync::{Arc, Barrier};
use std::thread;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::phone::{Phone, signup_body};
use crate::service::Service;

/// Sends every body at once; the statuses in order.
fn all_at_once(phone: &Phone, path: &'static str, bodies: Vec<Value>) -> Vec<u16> {
    let start = Arc::new(Barrier::new(bodies.len()));
    let callers: Vec<_> = bodies
        .into_iter()
        .map(|body| {
            let (phone, start) = (phone.clone(), Arc::clone(&start));
            thread::spawn(move || {
                start.wait();
                phone.post(path, &body).status
            })
        })
        .collect();
    let mut statuses: Vec<u16> = callers.into_iter().map(|caller| caller.join().unwrap()).collect();
    statuses.sort_unstable();
    statuses
}

#[test]
fn of_fifty_signups_with_one_name_one_succeeds() {
    let service = Service::start();
    let bodies = (0..50).map(|_| signup_body("test-girl-1")).collect();
    let statuses = all_at_once(&service.phone(), "/account/signup", bodies);
    assert_eq!(statuses, [[200].as_slice(), &[409; 49]].concat());
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);
}

#[test]
fn one_phone_that_signs_up_fifty_times_succeeds_every_time() {
    let service = Service::start();
    let bodies = vec![signup_body("test-girl-1"); 50];
    assert_eq!(all_at_once(&service.phone(), "/account/signup", bodies), [200; 50]);
    assert_eq!(service.database.count("SELECT count(*) FROM oky_user"), 1);
}

#[test]
fn of_girls_who_take_one_name_at_once_one_gets_it() {
    let service = Service::start();
    let phones: Vec<Phone> =
        (0..8).map(|number| service.girl(&format!("test-girl-{number}")).phone).collect();
    let edits: Vec<_> = phones
        .into_iter()
        .map(|phone| {
            thread::spawn(move || {
                phone.post("/account/edit-info", &json!({"name": "wanted"})).status
            })
        })
        .collect();
    let mut statuses: Vec<u16> = edits.into_iter().map(|edit| edit.join().unwrap()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409, 409, 409, 409, 409]);
}

#[test]
fn of_stores_sent_at_once_one_whole_one_remains() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let bodies = (0..16)
        .map(|n| json!({"storeVersion": n, "appState": json!({"n": n}).to_string()}))
        .collect();
    assert_eq!(all_at_once(&girl.phone, "/account/replace-store", bodies), [200; 16]);
    let store = girl.session()["store"].clone();
    assert_eq!(store["storeVersion"], store["appState"]["n"]);
}

#[test]
fn deleting_at_once_is_done_once_and_said_to_all() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let events: Vec<Value> = (0..100)
        .map(|_| json!({"id": Uuid::new_v4().to_string(), "type": "SHARE_APP", "payload": {}, "metadata": {}}))
        .collect();
    girl.phone.post("/analytics/append-events", &json!({"events": events}));
    assert_eq!(all_at_once(&girl.phone, "/account/delete", vec![json!({}); 8]), [200; 8]);
    assert_eq!(service.database.count("SELECT count(*) FROM app_event"), 0);
}
