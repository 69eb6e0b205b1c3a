//! The requests that phones send.

use std::fmt::Write;

use loadkit::http::{get, post};
use uuid::Uuid;

/// The password of every account here.
const PASSWORD: &str = "a password";

/// The bytes of a POST of JSON.
pub(crate) fn posted(path: &str, token: Option<&str>, body: &str) -> Vec<u8> {
    let mut request = Vec::new();
    post(&mut request, path, token, body.as_bytes());
    request
}

/// The bytes of a GET from an address of its own for each caller, so that what is counted per
/// address is counted as it would be in a country.
pub(crate) fn got(path: &str, caller: usize) -> Vec<u8> {
    let address = format!("X-Forwarded-For: 10.{}.{}.7", caller / 250 % 250, caller % 250);
    get(path, &[&address])
}

pub(crate) fn signup(id: Uuid, name: &str) -> Vec<u8> {
    let body = format!(
        r#"{{"preferredId":"{id}","name":"{name}","dateOfBirth":"2010-02-02T00:00:00.000Z","gender":"Female","location":"Urban","country":"NP","province":"3","password":"{PASSWORD}","secretQuestion":"favourite_actor","secretAnswer":"an answer","dateSignedUp":"2024-03-01T08:00:00.123Z","metadata":{{}}}}"#
    );
    posted("/account/signup", None, &body)
}

pub(crate) fn login(name: &str) -> Vec<u8> {
    let body = format!(r#"{{"name":"{name}","password":"{PASSWORD}"}}"#);
    posted("/account/login", None, &body)
}

/// A phone's state: a different text for each account and version.
fn app_state(id: Uuid, version: u32) -> String {
    let mut state = format!(r#"{{"owner":"{id}","version":{version},"history":["#);
    for day in 0..40 {
        // Writing to a text cannot fail.
        let _ = write!(
            state,
            r#"{{"date":"{:02}/03/2024","userVerified":true}},"#,
            (day + version) % 28 + 1
        );
    }
    state.push_str("null]}");
    state
}

/// What the database holds of a store: the column `store` of `oky_user`, as text.
pub(crate) fn stored_state(id: Uuid, version: u32) -> String {
    format!(r#"{{"storeVersion":{version},"appState":{}}}"#, app_state(id, version))
}

pub(crate) fn store(id: Uuid, version: u32, token: &str) -> Vec<u8> {
    let state = serde_json::Value::String(app_state(id, version));
    let body = format!(r#"{{"storeVersion":{version},"appState":{state}}}"#);
    posted("/account/replace-store", Some(token), &body)
}

/// A phone's queue of events with these ids.
pub(crate) fn events(ids: &[Uuid], token: Option<&str>) -> Vec<u8> {
    let event = |id: &Uuid| {
        format!(
            r#"{{"id":"{id}","type":"SHARE_APP","payload":{{"screen":"Home"}},"metadata":{{"date":"2026-01-01T08:00:00.000Z","user":null}}}}"#
        )
    };
    let all: Vec<String> = ids.iter().map(event).collect();
    posted("/analytics/append-events", token, &format!(r#"{{"events":[{}]}}"#, all.join(",")))
}
