//! A phone sends its queue until it gets an answer: the same events come again and again.

use std::thread;

use serde_json::{Value, json};

use super::{append, event_of};
use crate::service::Service;

#[test]
fn an_id_is_stored_once_the_first_time() {
    let service = Service::start();
    let mut first = event_of("SHARE_APP", &json!({"number": 1}));
    first["id"] = json!("10000000-0000-4000-8000-00000000000a");
    let mut same_batch = first.clone();
    same_batch["payload"] = json!({"number": 2});
    let mut next_batch = first.clone();
    next_batch["payload"] = json!({"number": 3});
    next_batch["id"] = json!("{1000000000004000800000000000000A}");

    append(&service.phone(), &json!([first, same_batch]));
    let told =
        append(&service.phone(), &json!([next_batch, event_of("SHARE_APP", &json!({}))])).json();
    assert_eq!(told["events"].as_array().unwrap().len(), 2);
    assert_eq!(service.events(), 2);
    let payload = "SELECT payload::text AS text FROM app_event WHERE local_id = '10000000-0000-4000-8000-00000000000a'";
    assert_eq!(service.database.text(payload), r#"{"number":1}"#);
}

#[test]
fn one_batch_from_eight_phones_at_once_is_stored_once() {
    let service = Service::start();
    let events: Vec<Value> =
        (0..1000).map(|number| event_of("SHARE_APP", &json!({"number": number}))).collect();
    let mut backwards = events.clone();
    backwards.reverse();
    let phones: Vec<_> = (0..8)
        .map(|number| {
            let phone = service.phone();
            let events = if number % 2 == 0 { json!(events) } else { json!(backwards) };
            thread::spawn(move || append(&phone, &events).json())
        })
        .collect();
    for phone in phones {
        assert_eq!(phone.join().unwrap()["events"].as_array().unwrap().len(), 1000);
    }
    assert_eq!(service.events(), 1000);
}
