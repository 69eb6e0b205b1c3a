//! Push notifications, against a server that speaks the messaging service's protocol.

mod drafts;
pub(crate) mod fcm;
mod four_eyes;
mod outcomes;
mod pages;
mod settings;
mod timing;

use std::time::Duration;

use domain::access::Role;
use serde_json::Value;
use testkit::Database;

use crate::editors::{SECRET, Visitor, signed_in};
use crate::service::Service;
use crate::services::{start_cms, wait_ready, within};
use fcm::Fcm;

/// A cms that sends to `fcm`, at any hour and at once.
pub(crate) fn cms(database: &Database, fcm: &Fcm) -> Service {
    cms_with(database, fcm, &[])
}

/// The same with other settings.
fn cms_with(database: &Database, fcm: &Fcm, settings: &[(&str, &str)]) -> Service {
    let variables = fcm.variables();
    let mut more: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    more.push(("PASSPORT_SECRET", SECRET));
    let at_once = [
        ("PUSH_QUIET_HOURS", "off"),
        ("PUSH_UNDO_SECONDS", "0"),
        ("PUSH_STAGGER_SECONDS", "0"),
        ("FCM_TEST_TOPIC", "test-phones"),
    ];
    let is_set = |name: &str| settings.iter().any(|(set, _)| *set == name);
    more.extend(at_once.iter().filter(|(name, _)| !is_set(name)));
    more.extend(settings);
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
