//! Who has answered which survey.

use diesel::connection::SimpleConnection;
use testkit::Database;
use testkit::history::State;

use crate::database::{SCHEMA, adopted, in_state, texts};

const COMPLETIONS: &str =
    "SELECT right(user_id, 2) || ' ' || right(survey_id, 1) FROM survey_completion ORDER BY 1";

#[test]
fn answers_from_before_are_counted_even_unreadable_ones() {
    let database = Database::empty();
    let mut connection = in_state(&database, State::Steps(0));
    db::migrate::run(&mut connection, SCHEMA).unwrap();
    assert_eq!(texts(&mut connection, COMPLETIONS), ["01 1", "02 1", "03 3", "0a 2"]);
}

#[test]
fn the_trigger_and_the_backfill_agree() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    let backfilled = texts(&mut connection, COMPLETIONS);
    connection
        .batch_execute(
            "DELETE FROM survey_completion;
             CREATE TEMP TABLE copied AS SELECT * FROM app_event;
             DELETE FROM app_event;
             INSERT INTO app_event SELECT * FROM copied;
             INSERT INTO app_event (local_id, type, payload, metadata) VALUES
                 ('20000000-0000-4000-8000-0000000000f1', 'ANSWER_SURVEY', '{\"id\":\"\",\"user_id\":\"\"}', '{}'),
                 ('20000000-0000-4000-8000-0000000000f2', 'ANSWER_SURVEY', '[]', '[]'),
                 ('20000000-0000-4000-8000-0000000000f3', 'ANSWER_SURVEY', '\"text\"', 'null')",
        )
        .unwrap();
    assert_eq!(texts(&mut connection, COMPLETIONS), backfilled);
}
