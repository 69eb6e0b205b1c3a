//! What an editor saves is soon on every phone, and a database that is away is not noticed.

mod database_away;
mod every_table;
mod kept_snapshot;
mod lost_notifications;
mod not_migrated;
mod replica;

use std::time::Duration;

use testkit::Database;

use crate::service::Service;
use crate::services::within;

/// From a commit until every instance answers with it.
pub(crate) const SOON: Duration = Duration::from_secs(5);

/// Stores an avatar message, the simplest content there is.
fn publish(database: &Database, text: &str) {
    database.execute(&insert(text));
}

fn insert(text: &str) -> String {
    format!(
        "INSERT INTO avatar_messages (id, content, live, lang) VALUES (gen_random_uuid(), '{text}', true, 'en')"
    )
}

fn shows(service: &Service, text: &str) -> bool {
    let answer = service.get("/mobile/avatar-messages/en");
    assert_eq!(answer.status, 200);
    answer.text().contains(text)
}

#[track_caller]
fn is_soon_shown(service: &Service, text: &str) {
    within(SOON, text, || shows(service, text));
}
