//! Every historical state ends as the same schema, with the same rows.

use std::collections::BTreeMap;

use db::migrate::{self, Found};
use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use testkit::Database;
use testkit::history::{self, State};

use crate::database::{SCHEMA, in_state, text, texts};
use crate::shape;

#[test]
fn every_state_ends_as_a_new_database_with_the_same_rows() {
    let new = Database::empty();
    let mut connection = new.connection();
    let report = migrate::run(&mut connection, SCHEMA).unwrap();
    assert_eq!(report.found, Found::Empty);
    assert_eq!(report.duplicate_names, Some(0));
    assert_eq!(report.indexes_postponed, Vec::<String>::new());
    let new_columns = shape::columns(&mut connection);
    let new_objects = shape::objects(&mut connection);

    for state in State::ALL {
        let old = Database::empty();
        let mut connection = in_state(&old, state);
        let old_columns = shape::columns(&mut connection);
        let old_rows = shape::digests(&mut connection, &old_columns);

        let report = migrate::run(&mut connection, SCHEMA).unwrap();
        assert_eq!(report.found, Found::Original { state: visible_changes(state) }, "{state:?}");
        assert_eq!(report.duplicate_names, Some(history::DUPLICATE_NAMES));

        let mut expected = new_columns.clone();
        expected.extend(kept_differences(state));
        assert_eq!(shape::columns(&mut connection), expected, "{state:?}");
        assert_eq!(shape::objects(&mut connection), new_objects, "{state:?}");
        assert_eq!(shape::digests(&mut connection, &old_columns), old_rows, "{state:?}");

        new_columns_are_filled_well(&mut connection, state, &old_columns);
        a_second_run_changes_nothing(&mut connection, state);
        the_next_rows_get_defaults_and_free_numbers(&mut connection, state);
    }
}

fn a_second_run_changes_nothing(connection: &mut PgConnection, state: State) {
    let columns = shape::columns(connection);
    let rows = shape::digests(connection, &columns);
    let again = migrate::run(connection, SCHEMA).unwrap();
    assert_eq!(again.found, Found::Ours);
    assert_eq!(again.applied, Vec::<String>::new());
    assert_eq!(again.indexes_built, Vec::<String>::new());
    assert_eq!(again.duplicate_names, None);
    assert_eq!(shape::columns(connection), columns, "{state:?}");
    assert_eq!(shape::digests(connection, &columns), rows, "{state:?}");
}

fn new_columns_are_filled_well(
    connection: &mut PgConnection,
    state: State,
    old: &BTreeMap<String, String>,
) {
    let mut holds = |condition: &str| {
        assert_eq!(
            text(connection, &format!("SELECT {condition}")),
            "true",
            "{state:?}: {condition}"
        );
    };
    for table in ["article", "quiz", "survey", "did_you_know"] {
        holds(&format!(
            r#"NOT EXISTS (SELECT FROM {table} WHERE "ageRestrictionLevel" IS NULL OR "contentFilter" IS NULL)"#
        ));
    }
    for table in ["category", "subcategory", "article", "help_center"] {
        if !old.contains_key(&format!("{table}.sortingKey")) {
            holds(&format!(
                r#"(SELECT array_agg("sortingKey" ORDER BY ctid) = array_agg(n ORDER BY n)
                      FROM (SELECT *, ctid, row_number() OVER ()::integer AS n FROM {table}) AS numbered)"#
            ));
        }
    }
    if !old.contains_key("help_center.isActive") {
        holds(r#"(SELECT bool_and("isActive") FROM help_center)"#);
    }
    if !old.contains_key("oky_user.date_signed_up") {
        holds("(SELECT count(date_signed_up) + count(date_account_saved) = 0 FROM oky_user)");
    }
    if !old.contains_key("oky_user.metadata") {
        holds("(SELECT bool_and(metadata::text = '{}') FROM oky_user)");
    }
    if !old.contains_key("oky_user.avatar") {
        holds("(SELECT count(avatar) = 0 FROM oky_user)");
    }
}

fn the_next_rows_get_defaults_and_free_numbers(connection: &mut PgConnection, state: State) {
    connection
        .batch_execute(
            r#"INSERT INTO oky_user (id, date_of_birth, gender, location, "nameHash", "passwordHash", "memorableQuestion", "memorableAnswer")
               VALUES ('10000000-0000-4000-8000-0000000000ff', '2010-01-01', '', '', '', '', '', '');
               INSERT INTO app_event (local_id, type, payload, metadata)
               VALUES ('20000000-0000-4000-8000-0000000000ff', 'SET_THEME', '{}', '{}');
               INSERT INTO analytics (type, payload, metadata) VALUES ('t', '{}', '{}');
               INSERT INTO help_center (title, caption, "contactOne", "contactTwo", address, website, lang)
               VALUES ('new', '', '', '', '', '', 'en');
               INSERT INTO help_center_attribute (name, emoji, lang) VALUES ('', '', 'en');
               INSERT INTO notification (title, content, date_sent, status, lang) VALUES ('', '', '', '', 'en');
               INSERT INTO permanent_notification (message, "isPermanent", live, lang, versions) VALUES ('', true, true, 'en', '');
               INSERT INTO privacy_policy (json_dump, "timestamp", lang) VALUES ('', now(), 'en');
               INSERT INTO terms_and_conditions (json_dump, "timestamp", lang) VALUES ('', now(), 'en');
               INSERT INTO about (json_dump, "timestamp", lang) VALUES ('', now(), 'en');
               INSERT INTO about_banner (image, "timestamp", lang) VALUES ('', now(), 'en');
               INSERT INTO "user" (username, password, lang, type) VALUES ('new', '', 'en', '');
               INSERT INTO video (id, title, live, lang) VALUES ('b0000000-0000-4000-8000-0000000000ff', 'new', true, 'en');
               INSERT INTO quiz VALUES ('40000000-0000-4000-8000-0000000000ff', '', '', '', '', '', '', '', '', false, true, now(), 'en');"#,
        )
        .unwrap();
    for condition in [
        r#"NOT "isActive" FROM help_center WHERE title = 'new'"#,
        r#""sortingKey" = max FROM help_center, (SELECT max("sortingKey") FROM help_center) AS m WHERE title = 'new'"#,
        r#""sortingKey" = max FROM video, (SELECT max("sortingKey") FROM video) AS m WHERE title = 'new'"#,
        r#"date_signed_up IS NULL AND date_account_saved IS NOT NULL AND metadata::text = '{}' FROM oky_user WHERE "nameHash" = ''"#,
        r#"date_created = 'now()' FROM "user" WHERE username = 'new'"#,
        r#""ageRestrictionLevel" = 0 AND "contentFilter" = 0 FROM quiz WHERE id = '40000000-0000-4000-8000-0000000000ff'"#,
    ] {
        assert_eq!(
            text(connection, &format!("SELECT {condition}")),
            "true",
            "{state:?}: {condition}"
        );
    }
    if matches!(state, State::Steps(1 | 2)) {
        connection
            .batch_execute("INSERT INTO video (id, title, live, parent_category, lang) VALUES ('b0000000-0000-4000-8000-0000000000fe', '', true, 'c', 'en')")
            .unwrap();
    }
}

#[test]
fn the_views_answer() {
    for state in [State::Steps(0), State::AllInOne] {
        let database = Database::empty();
        let mut connection = in_state(&database, state);
        migrate::run(&mut connection, SCHEMA).unwrap();
        // The events that no JSON function can read fail these views, as they always have.
        connection.batch_execute("DELETE FROM app_event WHERE id > 500").unwrap();
        assert_eq!(
            texts(&mut connection, "SELECT iscorrect || answerid || answer FROM answered_quizzes"),
            ["true2b"]
        );
        assert_eq!(
            text(
                &mut connection,
                "SELECT count(questions) || ' of ' || count(id) FROM answered_surveys"
            ),
            "1 of 4"
        );
    }
}

#[test]
fn an_older_view_is_left_alone() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(4));
    connection
        .batch_execute(
            "DROP VIEW answered_surveys;
             CREATE VIEW answered_surveys AS SELECT payload ->> 'userID' AS user_id FROM app_event WHERE type = 'ANSWER_SURVEY'",
        )
        .unwrap();
    migrate::run(&mut connection, SCHEMA).unwrap();
    assert!(
        text(&mut connection, "SELECT pg_get_viewdef('answered_surveys'::regclass)")
            .contains("'userID'")
    );
}

#[test]
fn newer_migrations_do_not_disturb() {
    let database = Database::empty();
    let mut connection = database.connection();
    migrate::run(&mut connection, SCHEMA).unwrap();
    connection
        .batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000000')")
        .unwrap();
    let report = migrate::run(&mut connection, SCHEMA).unwrap();
    assert_eq!(report.found, Found::Ours);
    assert_eq!(report.applied, Vec::<String>::new());
}

#[test]
fn pending_only_reads() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(3));
    let before = shape::columns(&mut connection);
    let pending = migrate::pending(&mut connection).unwrap();
    assert_eq!(pending.first().unwrap(), "2026-11-23-000001_original_tables");
    assert_eq!(shape::columns(&mut connection), before);
    assert_eq!(
        texts(&mut connection, "SELECT relname FROM pg_class WHERE relname LIKE '%diesel%'"),
        Vec::<String>::new()
    );

    let report = migrate::run(&mut connection, SCHEMA).unwrap();
    assert_eq!(report.applied, pending);
    assert_eq!(migrate::pending(&mut connection).unwrap(), Vec::<String>::new());
}

/// How many of the original's changes can be seen in this state.
fn visible_changes(state: State) -> u8 {
    match state {
        State::Steps(count) => count,
        State::AllInOne | State::Nepal => 9,
    }
}

/// The differences from a new database that adopting keeps on purpose.
fn kept_differences(state: State) -> Vec<(String, String)> {
    match state {
        State::Steps(1 | 2) => {
            vec![("video.parent_category".to_string(), "text, default none, nullable".to_string())]
        }
        State::AllInOne => ["article", "quiz", "survey", "did_you_know"]
            .into_iter()
            .flat_map(|table| {
                ["ageRestrictionLevel", "contentFilter"].map(|column| format!("{table}.{column}"))
            })
            .map(|column| (column, "integer, default 0, nullable".to_string()))
            .collect(),
        State::Steps(_) | State::Nepal => Vec::new(),
    }
}
