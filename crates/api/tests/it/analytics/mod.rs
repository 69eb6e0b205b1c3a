//! `POST /analytics/append-events`

mod answer;
mod dropped;
mod large;
mod repeated;
mod whose;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::http::Answer;
use crate::phone::Phone;
use crate::service::Service;

/// An event with an id of its own.
pub(crate) fn event_of(kind: &str, payload: &Value) -> Value {
    json!({"id": Uuid::new_v4().to_string(), "type": kind, "payload": payload, "metadata": {"deviceId": "d"}})
}

/// Sends events and expects them to be taken: anything but 2xx would make a phone send its
/// whole queue for ever.
#[track_caller]
fn append(phone: &Phone, events: &Value) -> Answer {
    let answer = phone.post("/analytics/append-events", &json!({"events": events}));
    assert_eq!(answer.status, 200, "{:.500}", answer.text());
    answer
}

impl Service {
    /// How many events are stored.
    fn events(&self) -> i64 {
        self.database.count("SELECT count(*) FROM app_event")
    }
}
