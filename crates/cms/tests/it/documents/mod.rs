//! About, privacy policy, terms and the banner.

pub(crate) mod banner;
mod saving;
mod versions;

use domain::access::Role;
use serde_json::{Value, json};
use testkit::Database;

use crate::editors::{self, Visitor};
use crate::service::Service;
use crate::services;

/// A cms and an English content manager.
pub(super) struct Room {
    pub(super) database: Database,
    pub(super) cms: Service,
    pub(super) editor: Visitor,
}

pub(super) fn room() -> Room {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let editor = editors::signed_in(&cms, &database, Role::ContentManager, "en");
    Room { database, cms, editor }
}

pub(crate) use banner::{as_json as picture_as_json, picture};

/// The three texts: page, path, and what phones call it.
pub(crate) const TEXTS: [(&str, &str, &str); 3] = [
    ("/about-management", "/about", "/mobile/about/en"),
    ("/privacy-policy-management", "/privacy-policy", "/mobile/privacy-policy/en"),
    (
        "/terms-and-conditions-management",
        "/terms-and-conditions",
        "/mobile/terms-and-conditions/en",
    ),
];

/// A text of one heading and one paragraph, as the original stores it.
pub(crate) fn dump(heading: &str, content: &str) -> String {
    format!(
        r#"[{{"type":"HEADING","content":"{heading}"}},{{"type":"CONTENT","content":"{content}"}}]"#
    )
}

/// Adds a version as a program; what is answered.
#[track_caller]
pub(crate) fn add(editor: &mut Visitor, path: &str, dump: &str) -> Value {
    let answer = editor.post_json(path, &json!({"json_dump": dump, "timestamp": "ignored"}));
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}
