//! Databases that cannot be adopted are left as they are.

use db::migrate::{self, MigrateError};
use diesel::connection::SimpleConnection;
use testkit::Database;
use testkit::history::State;

use crate::database::{SCHEMA, in_state};
use crate::shape;

#[test]
fn columns_of_other_types_are_refused_before_any_change() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(4));
    // The views depend on the payload.
    connection
        .batch_execute(
            r#"DROP VIEW answered_quizzes, answered_surveys;
               ALTER TABLE oky_user ALTER id TYPE text;
               ALTER TABLE app_event ALTER payload TYPE jsonb USING '{}';
               ALTER TABLE quiz DROP topic;
               ALTER TABLE article ADD author integer NOT NULL DEFAULT 0;
               ALTER TABLE article ALTER author DROP DEFAULT"#,
        )
        .unwrap();
    let columns = shape::columns(&mut connection);
    let objects = shape::objects(&mut connection);

    let error = migrate::run(&mut connection, SCHEMA).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the database cannot be adopted as it is: \
         column app_event.payload is jsonb but must be json; \
         column article.author is unknown but NOT NULL without a default; \
         column oky_user.id is text but must be uuid; \
         column quiz.topic is missing, it must be character varying"
    );
    assert_eq!(shape::columns(&mut connection), columns);
    assert_eq!(shape::objects(&mut connection), objects);
    assert!(!migrate::pending(&mut connection).unwrap().is_empty());
}

#[test]
fn a_failing_migration_is_named() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(4));
    connection
        .batch_execute(
            "CREATE FUNCTION person_key(id text) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        )
        .unwrap();
    let error = migrate::run(&mut connection, SCHEMA).unwrap_err();
    assert!(
        matches!(&error, MigrateError::Failed { migration, .. } if migration.ends_with("event_people")),
        "{error}"
    );
    // The lock was given back, so the next attempt does not wait.
    connection.batch_execute("DROP FUNCTION person_key").unwrap();
    migrate::run(&mut connection, SCHEMA).unwrap();
}
