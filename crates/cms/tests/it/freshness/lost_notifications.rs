//! Announcements that nobody hears.

use std::thread::sleep;
use std::time::Duration;

use testkit::Database;

use super::{insert, is_soon_shown, publish, shows};
use crate::services::{self, within};

/// A write whose announcement is lost: the triggers do not fire, and only the log is written.
fn publish_unheard(database: &Database, text: &str) {
    database.execute(&format!(
        "SET session_replication_role = replica; {}; INSERT INTO content_change (kind) VALUES ('avatar_messages')",
        insert(text)
    ));
}

#[test]
fn the_poll_finds_what_was_not_heard() {
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("CONTENT_POLL_SECONDS", "1")]);
    services::wait_ready(&cms);
    publish_unheard(&database, "not heard");
    is_soon_shown(&cms, "not heard");
    // And hears again what is announced.
    publish(&database, "heard");
    is_soon_shown(&cms, "heard");
}

#[test]
fn without_the_poll_it_stays_unseen() {
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("CONTENT_POLL_SECONDS", "3600")]);
    services::wait_ready(&cms);
    publish_unheard(&database, "not heard");
    sleep(Duration::from_millis(700));
    assert!(
        !shows(&cms, "not heard"),
        "the announcement was not lost, so the test above proves nothing"
    );
    publish(&database, "heard");
    is_soon_shown(&cms, "heard");
    assert!(shows(&cms, "not heard"));
}

#[test]
fn a_listener_that_lost_its_connection_listens_again() {
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("CONTENT_POLL_SECONDS", "3600")]);
    services::wait_ready(&cms);
    for text in ["after the first crash", "after the second crash"] {
        database.disconnect_everybody();
        // At once, so most likely while nobody listens.
        publish(&database, text);
        within(Duration::from_secs(3), text, || shows(&cms, text));
    }
    publish(&database, "afterwards");
    is_soon_shown(&cms, "afterwards");
}
