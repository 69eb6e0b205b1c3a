//! Many instances starting at once, and others at work meanwhile.

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use db::migrate::{self, MIGRATIONS, Report};
use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::pg::Pg;
use testkit::history::State;

use crate::database::{Database, SCHEMA, text};

#[test]
fn sixteen_instances_apply_each_migration_once() {
    for state in [None, Some(State::AllInOne)] {
        let database = Database::new();
        if let Some(state) = state {
            database.in_state(state);
        }
        let reports: Vec<Report> = thread::scope(|scope| {
            let instances: Vec<_> = (0..16)
                .map(|_| scope.spawn(|| migrate::run(&mut database.connect(), SCHEMA).unwrap()))
                .collect();
            instances.into_iter().map(|instance| instance.join().unwrap()).collect()
        });

        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for name in reports.iter().flat_map(|report| report.applied.iter().chain(&report.indexes_built)) {
            *times.entry(name).or_default() += 1;
        }
        assert!(times.values().all(|times| *times == 1), "{times:?}");
        let migrations = MigrationSource::<Pg>::migrations(&MIGRATIONS).unwrap().len();
        assert!(times.len() > migrations, "{times:?}");
    }
}

#[test]
fn a_table_in_use_is_waited_for() {
    let database = Database::new();
    let mut connection = database.in_state(State::Steps(5));
    let mut reader = database.in_use("article");
    thread::scope(|scope| {
        scope.spawn(|| {
            // Longer than the lock time-out, so that one attempt fails.
            thread::sleep(Duration::from_millis(2300));
            reader.batch_execute("COMMIT").unwrap();
        });
        let report = migrate::run(&mut connection, SCHEMA).unwrap();
        assert_eq!(report.indexes_postponed, Vec::<String>::new());
    });
    assert_eq!(text(&mut connection, r#"SELECT sum("contentFilter") FROM article"#), "0");
}
