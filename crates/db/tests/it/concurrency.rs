//! Many instances starting at once, and others at work meanwhile.

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use db::migrate::{self, MIGRATIONS, Report};
use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::pg::Pg;
use testkit::Database;
use testkit::history::State;

use crate::database::{SCHEMA, in_state, second, text};

#[test]
fn sixteen_instances_apply_each_migration_once() {
    for state in [None, Some(State::AllInOne)] {
        let database = Database::empty();
        if let Some(state) = state {
            in_state(&database, state);
        }
        let reports: Vec<Report> = thread::scope(|scope| {
            let instances: Vec<_> = (0..16)
                .map(|_| scope.spawn(|| migrate::run(&mut database.connection(), SCHEMA).unwrap()))
                .collect();
            instances.into_iter().map(|instance| instance.join().unwrap()).collect()
        });

        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for name in
            reports.iter().flat_map(|report| report.applied.iter().chain(&report.indexes_built))
        {
            *times.entry(name).or_default() += 1;
        }
        assert!(times.values().all(|times| *times == 1), "{times:?}");
        let migrations = MigrationSource::<Pg>::migrations(&MIGRATIONS).unwrap().len();
        assert!(times.len() > migrations, "{times:?}");
    }
}

#[test]
fn a_table_in_use_is_waited_for() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(5));
    let mut reader = second(&database, &mut connection);
    reader.batch_execute("BEGIN; SELECT FROM article").unwrap();
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
