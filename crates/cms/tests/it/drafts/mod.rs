//! Draft, review, publish.

mod checklist;
mod documents;
mod releases;
mod review;
mod surveys;
mod writing;

use domain::access::Role;
use serde_json::{Value, json};
use testkit::Database;

use crate::content::id;
use crate::editors::{self, Visitor};
use crate::service::Service;
use crate::services;

/// Two editors of English, and whether each needs the other to publish.
pub(crate) struct Room {
    pub(crate) database: Database,
    pub(crate) cms: Service,
    pub(crate) sita: Visitor,
    pub(crate) maya: Visitor,
}

pub(crate) fn room(four_eyes: bool) -> Room {
    let database = Database::migrated();
    let setting = [("FOUR_EYES", if four_eyes { "true" } else { "false" })];
    let cms = services::start_cms(&database, &setting);
    services::wait_ready(&cms);
    let sita = editors::signed_in(&cms, &database, Role::ContentManager, "en");
    let maya = editors::signed_in(&cms, &database, Role::ContentManager, "en");
    Room { database, cms, sita, maya }
}

impl Room {
    /// What phones get.
    pub(crate) fn facts(&self) -> Vec<String> {
        let facts = self.cms.get("/mobile/didyouknows/en").json();
        let title = |fact: &Value| fact["title"].as_str().unwrap().to_owned();
        facts.as_array().unwrap().iter().map(title).collect()
    }

    /// Waits until phones get exactly these.
    #[track_caller]
    pub(crate) fn phones_show(&self, titles: &[&str]) {
        services::within(crate::freshness::SOON, &titles.join(", "), || self.facts() == titles);
    }
}

/// Sita's new draft of a fact, by its id.
pub(crate) fn fact(editor: &mut Visitor, title: &str) -> String {
    let answer =
        editor.post_json("/didyouknow/new-draft", &json!({"title": title, "content": "c"}));
    assert_eq!(answer.status, 200, "{}", answer.text());
    id(&answer.json())
}
