//! Going back: our tables go, the original's stay.

use db::migrate::{self, MIGRATIONS};
use diesel_migrations::MigrationHarness;
use testkit::Database;
use testkit::history::State;

use crate::database::{SCHEMA, in_state};
use crate::shape;

#[test]
fn down_and_up_again() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(9));
    let old_columns = shape::columns(&mut connection);
    let old_objects = shape::objects(&mut connection);
    let old_rows = shape::digests(&mut connection, &old_columns);
    migrate::run(&mut connection, SCHEMA).unwrap();
    let columns = shape::columns(&mut connection);
    let objects = shape::objects(&mut connection);

    connection.revert_all_migrations(MIGRATIONS).unwrap();
    let left = shape::columns(&mut connection);
    assert!(old_columns.keys().all(|column| left.contains_key(column)));
    assert_eq!(left.len(), old_columns.len() + 1, "the avatar stays");
    assert_eq!(shape::digests(&mut connection, &old_columns), old_rows);
    let mut objects_left = shape::objects(&mut connection);
    objects_left.retain(|object| !object.ends_with("_idx"));
    assert_eq!(objects_left, old_objects);

    migrate::run(&mut connection, SCHEMA).unwrap();
    assert_eq!(shape::columns(&mut connection), columns);
    assert_eq!(shape::objects(&mut connection), objects);
    assert_eq!(shape::digests(&mut connection, &old_columns), old_rows);
}
