//! Indexes that are built beside the migrations.

use db::migrate;
use diesel::connection::SimpleConnection;
use testkit::Database;
use testkit::history::State;

use crate::database::{SCHEMA, adopted, in_state, text, texts};

const INVALID: &str = "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid";

#[test]
fn an_invalid_one_is_built_again() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(10));
    // Fails half-way, since the names are not unique, and leaves its remains.
    connection
        .batch_execute(
            r#"CREATE UNIQUE INDEX CONCURRENTLY oky_user_name_hash_idx ON oky_user ("nameHash")"#,
        )
        .unwrap_err();
    assert_eq!(texts(&mut connection, INVALID), ["oky_user_name_hash_idx"]);

    let report = migrate::run(&mut connection, SCHEMA).unwrap();
    assert!(report.indexes_built.iter().any(|name| name == "oky_user_name_hash_idx"));
    assert_eq!(report.indexes_postponed, Vec::<String>::new());
    assert_eq!(texts(&mut connection, INVALID), Vec::<String>::new());
    assert_eq!(
        text(
            &mut connection,
            "SELECT indisunique FROM pg_index WHERE indexrelid = 'oky_user_name_hash_idx'::regclass"
        ),
        "false"
    );
}

#[test]
fn a_valid_one_of_the_same_name_is_left() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(10));
    connection.batch_execute("CREATE INDEX article_lang_idx ON article (lang, live)").unwrap();
    let report = migrate::run(&mut connection, SCHEMA).unwrap();
    assert!(!report.indexes_built.iter().any(|name| name == "article_lang_idx"));
    assert!(
        text(&mut connection, "SELECT pg_get_indexdef('article_lang_idx'::regclass)")
            .contains("live")
    );
}

#[test]
fn one_that_cannot_be_built_waits_for_the_next_start() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(10));
    connection.batch_execute("CREATE TABLE question_survey_idx ()").unwrap();
    let report = migrate::run(&mut connection, SCHEMA).unwrap();
    assert_eq!(report.indexes_postponed.first().unwrap(), "question_survey_idx");
    assert!(!report.indexes_built.contains(&"question_survey_idx".to_string()));

    connection.batch_execute("DROP TABLE question_survey_idx").unwrap();
    let next = migrate::run(&mut connection, SCHEMA).unwrap();
    assert_eq!(next.indexes_built, report.indexes_postponed);
    assert_eq!(next.indexes_postponed, Vec::<String>::new());
}

#[test]
fn look_ups_use_them() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    // Tables this small are read whole unless that is forbidden.
    connection.batch_execute("SET enable_seqscan = off; ANALYZE").unwrap();
    for (query, index) in [
        (r#"SELECT id FROM oky_user WHERE "nameHash" = 'x'"#, "oky_user_name_hash_idx"),
        (
            "SELECT id FROM app_event WHERE type = 'SHARE_APP' AND created_at > now()",
            "app_event_type_created_idx",
        ),
        ("SELECT events_naming('x')", "app_event_user_idx"),
        ("SELECT events_naming('x')", "app_event_named_people_idx"),
        (
            r#"SELECT id FROM question WHERE "surveyId" = '30000000-0000-4000-8000-000000000001'"#,
            "question_survey_idx",
        ),
    ] {
        // A plan shows the inside of a function only where the function can be inlined.
        let query = query.replace("SELECT events_naming('x')", "SELECT * FROM events_naming('x')");
        let plan = diesel::sql_query(format!("EXPLAIN {query}"));
        let plan: Vec<Line> = diesel::RunQueryDsl::load(plan, &mut connection).unwrap();
        assert!(plan.iter().any(|line| line.text.contains(index)), "{query}: {plan:?}");
    }
}

#[derive(Debug, diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text, column_name = "QUERY PLAN")]
    text: String,
}
