//! A database that is not ours yet.

use std::thread::sleep;
use std::time::Duration;

use testkit::Database;

use super::{is_soon_shown, publish};
use crate::services;

#[test]
fn an_empty_database_is_migrated_at_the_first_start() {
    let database = Database::empty();
    let (cms, api) = (services::start_cms(&database, &[]), services::start_api(&database, &[]));
    services::wait_ready(&cms);
    services::wait_ready(&api);
    publish(&database, "hello");
    is_soon_shown(&cms, "hello");
    is_soon_shown(&api, "hello");
}

#[test]
fn who_may_not_migrate_waits_until_somebody_has() {
    let database = Database::empty();
    let cms = services::start_cms(&database, &[("DATABASE_MIGRATE", "false")]);
    sleep(Duration::from_millis(500));
    assert_eq!((cms.get("/health").status, cms.get("/ready").status), (200, 503));
    assert_eq!(cms.get("/mobile/articles/en").status, 503);
    assert_eq!(
        database.count("SELECT count(*) FROM pg_namespace WHERE nspname = 'periodtracker'"),
        0
    );

    db::migrate::run(&mut database.connection(), testkit::database::SCHEMA).unwrap();
    services::wait_ready(&cms);
    assert_eq!(cms.get("/mobile/articles/en").text(), "[]");
}

#[test]
fn an_instance_waits_for_a_database_that_is_not_there_yet() {
    let database = Database::empty();
    database.set_reachable(false);
    let cms = services::start_cms(&database, &[]);
    sleep(Duration::from_millis(300));
    assert_eq!(cms.get("/ready").status, 503);
    database.set_reachable(true);
    services::wait_ready(&cms);
}
