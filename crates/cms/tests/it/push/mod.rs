//! Push notifications, against a server that speaks the messaging service's protocol.

mod fcm;
mod outcomes;
mod pages;
mod settings;

use std::time::Duration;

use domain::access::Role;
use serde_json::Value;
use testkit::Database;

use crate::editors::{SECRET, Visitor, signed_in};
use crate::service::Service;
use crate::services::{start_cms, wait_ready, within};
use fcm::Fcm;

/// A cms that sends to `fcm`.
fn cms(database: &Database, fcm: &Fcm) -> Service {
    let variables = fcm.variables();
    let mut more: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    more.push(("PASSPORT_SECRET", SECRET));
    let cms = start_cms(database, &more);
    wait_ready(&cms);
    cms
}

fn editor(cms: &Service, database: &Database) -> Visitor {
    signed_in(cms, database, Role::ContentManager, "en")
}

/// Waits until a notification is no longer under way, and gives its JSON.
fn settled(editor: &mut Visitor, id: i64) -> Value {
    let mut json = Value::Null;
    within(Duration::from_secs(20), "the notification settles", || {
        json = editor.get_json(&format!("/notification/{id}")).json();
        !matches!(json["status"].as_str(), Some("waiting" | "sending"))
    });
    json
}
