//! An instance that starts while the database is away.

use std::fs;

use testkit::Database;

use super::{SOON, is_soon_shown, publish, shows};
use crate::mobile::published::rows;
use crate::services::{self, within};

#[test]
fn it_serves_the_snapshot_that_was_kept() {
    let database = rows();
    let folder = tempfile::tempdir().unwrap();
    // The folder is made where it is missing.
    let folder = folder.path().join("of/both services");
    let kept = [("SNAPSHOT_DIR", folder.to_str().unwrap())];
    let paths = [
        "articles/en",
        "content/ne",
        "about-banner-conditional/en",
        "permanent-notification/1.0.1&en&u",
    ];
    let before = {
        let cms = services::start_cms(&database, &kept);
        services::wait_ready(&cms);
        paths.map(|path| cms.get(&format!("/mobile/{path}")).body)
    };

    database.set_reachable(false);
    // The other service reads the same file.
    let instances = [services::start_cms(&database, &kept), services::start_api(&database, &kept)];
    for instance in &instances {
        // Also the very first caller is served.
        for (path, before) in paths.iter().zip(&before) {
            assert_eq!(instance.get(&format!("/mobile/{path}")).body, *before, "{path}");
        }
        let compressed = || {
            let request = instance.get_with("/mobile/articles/en", &[("Accept-Encoding", "gzip")]);
            request.header("content-encoding") == Some("gzip")
        };
        within(SOON, "it is compressed as well", compressed);
        assert_eq!(instance.get("/ready").status, 503);
    }

    database.set_reachable(true);
    for instance in &instances {
        services::wait_ready(instance);
    }
    publish(&database, "after the fault");
    for instance in &instances {
        is_soon_shown(instance, "after the fault");
    }
    let names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["content.json"], "nothing half-written is left");
}

#[test]
fn a_kept_snapshot_that_cannot_be_read_is_none() {
    let database = Database::migrated();
    publish(&database, "from the database");
    let folder = tempfile::tempdir().unwrap();
    for garbage in ["", "{", "{}", "[]", r#"{"sections":{"no-such-section":{}}}"#] {
        fs::write(folder.path().join("content.json"), garbage).unwrap();
        let cms =
            services::start_cms(&database, &[("SNAPSHOT_DIR", folder.path().to_str().unwrap())]);
        services::wait_ready(&cms);
        assert!(shows(&cms, "from the database"), "{garbage}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_done_without() {
    let database = Database::migrated();
    let file = tempfile::NamedTempFile::new().unwrap();
    let cms = services::start_cms(&database, &[("SNAPSHOT_DIR", file.path().to_str().unwrap())]);
    services::wait_ready(&cms);
    publish(&database, "served all the same");
    is_soon_shown(&cms, "served all the same");
}

#[test]
fn without_database_and_snapshot_callers_are_asked_to_come_again() {
    let database = Database::migrated();
    database.set_reachable(false);
    let cms = services::start_cms(&database, &[]);
    for path in [
        "articles/en",
        "content/en",
        "new-surveys/en",
        "about-banner-conditional/en",
        "permanent-notification/1&en&u",
    ] {
        let answer = cms.get(&format!("/mobile/{path}"));
        assert_eq!(answer.status, 503, "{path}");
        let wait: u64 =
            answer.header("retry-after").expect("a time to come again").parse().unwrap();
        assert!((1..=60).contains(&wait));
        assert_eq!(answer.header("cache-control"), Some("no-store"), "no cache may keep this");
    }
    assert_eq!((cms.get("/health").status, cms.get("/ready").status), (200, 503));
    database.set_reachable(true);
    services::wait_ready(&cms);
    assert_eq!(cms.get("/mobile/articles/en").text(), "[]");
}
