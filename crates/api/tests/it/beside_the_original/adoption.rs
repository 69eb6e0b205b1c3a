//! We come to a database on which the original is at work, and it works on.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use diesel::connection::SimpleConnection;
use serde_json::json;
use testkit::database::SCHEMA;
use testkit::history::{self, State};
use testkit::{Database, Original};

use super::{NEWEST, signs_up};
use crate::phone::PASSWORD;
use crate::service::Service;

/// What it writes again and again: an event, a store, a text. None may ever fail.
fn writes(original: &Original<'_>, id: &str, stop: &AtomicBool, written: &AtomicU64) {
    let mut session = original.connection();
    while !stop.load(Ordering::Relaxed) {
        session
            .batch_execute(&format!(
                r#"INSERT INTO "{SCHEMA}"."app_event"("local_id", "type", "payload", "metadata", "user_id")
                   VALUES (gen_random_uuid(), 'SHARE_APP', '{{}}', '{{}}', '{id}');
                   UPDATE "{SCHEMA}"."oky_user" SET "store" = '{{"storeVersion":1,"appState":{{}}}}' WHERE "id" IN ('{id}');
                   UPDATE "{SCHEMA}"."article" SET "article_text" = 'written meanwhile'"#
            ))
            .unwrap();
        written.fetch_add(1, Ordering::Relaxed);
    }
}

fn wait_for(written: &AtomicU64, more: u64) {
    let goal = written.load(Ordering::Relaxed) + more;
    let began = std::time::Instant::now();
    while written.load(Ordering::Relaxed) < goal {
        assert!(began.elapsed().as_secs() < 30, "the original is held up");
        thread::sleep(std::time::Duration::from_millis(5));
    }
}

#[test]
fn the_original_writes_on_while_we_migrate_and_serve() {
    for (state, columns) in [
        (State::Steps(10), &NEWEST[..]),
        (State::AllInOne, &NEWEST[..3]),
        (State::Nepal, &NEWEST[..3]),
    ] {
        let database = Database::empty();
        history::build(&mut database.connection(), SCHEMA, state).unwrap();
        let events = database.count("SELECT count(*) FROM app_event");
        let (stop, written) = (AtomicBool::new(false), AtomicU64::new(0));
        let original = Original::on(&database);
        let ids: Vec<String> = (0..2)
            .map(|number| signs_up(&original, &format!("new-girl-{number}"), columns))
            .collect();
        let served = thread::scope(|scope| {
            let writers: Vec<_> = ids
                .iter()
                .map(|id| scope.spawn(|| writes(&original, id, &stop, &written)))
                .collect();
            wait_for(&written, 10);
            let service = Service::on(database.shared(), &[]);
            wait_for(&written, 10);
            let session = service.phone().login("new-girl-0", PASSWORD);
            let phone = service.phone().with_token(session.json()["appToken"].as_str().unwrap());
            let body = json!({"metadata": {"state": format!("{state:?}")}});
            let changed = phone.post("/account/update-verified-dates", &body);
            stop.store(true, Ordering::Relaxed);
            for writer in writers {
                writer.join().unwrap();
            }
            (session.status, changed.status)
        });
        assert_eq!(served, (200, 200), "{state:?}");
        let stored = database.count("SELECT count(*) FROM app_event") - events;
        assert_eq!(stored.unsigned_abs(), written.load(Ordering::Relaxed), "{state:?}");
        // Each is counted, whether it was stored before, during or after our migrations.
        let shares = db::statistics::shares(&mut database.connection(), None, None).unwrap();
        let counted: u64 = shares.iter().map(|(_, events)| events).sum();
        let all = database.count("SELECT count(*) FROM app_event WHERE type = 'SHARE_APP'");
        assert_eq!(counted, all.unsigned_abs(), "{state:?}");
    }
}
