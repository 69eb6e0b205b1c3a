//! What makes PostgreSQL write an error into its log, with her data in the statement.

use std::thread;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use serde_json::json;
use testkit::server_log::ServerLog;

use super::super::Process;
use super::story::Story;
use crate::http::{CANARY, Request};

/// A call that fails, and says nothing about it.
fn fails(story: &Story, request: Request, status: u16) {
    let answer = request.send_whatever_comes();
    assert_eq!(answer.status, status, "{}", answer.text());
    assert!(!answer.text().contains(&story.marked(CANARY)), "{}", answer.text());
}

/// She changes where she lives, and the database fails in the middle of it.
fn moving_fails(story: &Story, location: &str, status: u16) {
    let body = json!({"name": "canary-name", "location": location}).to_string();
    fails(story, story.girl.phone.request("POST", "/account/edit-info").json(body), status);
}

/// Makes the database fail at one of her places.
fn prepare(process: &Process, story: &Story, statements: &str) {
    process.database.execute(&story.marked(statements));
}

/// A database that takes too long.
pub(super) fn statement_timeout(process: &Process, story: &Story) {
    let slow = "CREATE FUNCTION sleep() RETURNS trigger LANGUAGE plpgsql
            AS 'BEGIN PERFORM pg_sleep(9); RETURN NEW; END';
        CREATE TRIGGER sleep BEFORE UPDATE ON oky_user FOR EACH ROW
            WHEN (NEW.location = 'canary-slow') EXECUTE FUNCTION sleep()";
    prepare(process, story, slow);
    moving_fails(story, "canary-slow", 503);
}

/// Somebody else who has her row and does not let it go.
pub(super) fn lock_timeout(process: &Process, story: &Story) {
    let mut other = process.database.connection();
    other.batch_execute("BEGIN; SELECT FROM oky_user FOR UPDATE").unwrap();
    moving_fails(story, "canary-locked", 503);
    other.batch_execute("ROLLBACK").unwrap();
}

/// Somebody else who wants her row, and has what the service wants next. PostgreSQL looks once,
/// after a while, whether it is a deadlock: on a busy machine that may be too early.
pub(super) fn deadlock(process: &Process, story: &Story, log: &ServerLog<'_>) {
    let crossing = "CREATE FUNCTION meet() RETURNS trigger LANGUAGE plpgsql
            AS 'BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END';
        CREATE TRIGGER meet AFTER UPDATE ON oky_user FOR EACH ROW
            WHEN (NEW.location = 'canary-crossed') EXECUTE FUNCTION meet()";
    prepare(process, story, crossing);
    let waits = "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database \
         WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted";
    let mut other = process.database.connection();
    other.batch_execute("SET deadlock_timeout = '10s'").unwrap();
    for _ in 0..5 {
        other.batch_execute("BEGIN; SELECT pg_advisory_xact_lock(4711)").unwrap();
        thread::scope(|scope| {
            let service = scope.spawn(|| moving_fails(story, "canary-crossed", 503));
            while process.database.count(waits) == 0 && !service.is_finished() {
                thread::sleep(Duration::from_millis(5));
            }
            other.batch_execute("UPDATE oky_user SET country = country; ROLLBACK").unwrap();
        });
        if log.text().contains("deadlock detected") {
            return;
        }
    }
    panic!("no deadlock");
}

/// Rows that constraints refuse: PostgreSQL would show the whole of them.
pub(super) fn refused_row(process: &Process, story: &Story) {
    let refusing =
        "ALTER TABLE oky_user ADD CONSTRAINT place_is_refused CHECK (location <> 'canary-refused');
        UPDATE app_event SET user_id = 'x' WHERE user_id IS NULL;
        ALTER TABLE app_event ALTER user_id SET NOT NULL";
    prepare(process, story, refusing);
    moving_fails(story, "canary-refused", 500);
    let event = crate::analytics::event_of("ANSWER_QUIZ", &json!({"a": "canary-refused"}));
    let body = json!({"events": [event]}).to_string();
    fails(story, story.guest.request("POST", "/analytics/append-events").json(body), 500);
}

/// A database that hangs up between two queries.
pub(super) fn lost_connections(process: &Process, story: &Story) {
    process.database.disconnect_everybody();
    let body = json!({"metadata": {"a": "canary-metadata"}});
    story.girl.phone.post("/account/update-verified-dates", &body);
}
