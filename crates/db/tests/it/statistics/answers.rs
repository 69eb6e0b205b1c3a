//! A survey counts people, not events.

use db::statistics::{self, Choice};
use diesel::pg::PgConnection;
use domain::statistics::{AgeGroup, Gender, Location};
use testkit::Database;
use uuid::Uuid;

use super::sql;
use crate::database::{SCHEMA, texts};

const SURVEY: &str = "30000000-0000-4000-8000-0000000000aa";
const QUESTION: &str = "50000000-0000-4000-8000-0000000000aa";
const OPEN: &str = "50000000-0000-4000-8000-0000000000bb";

fn answer(connection: &mut PgConnection, person: &str, option: &str, text: &str) {
    sql(
        connection,
        &format!(
            r#"INSERT INTO app_event (local_id, type, payload, metadata, created_at) VALUES (gen_random_uuid(), 'ANSWER_SURVEY',
               '{{"id":"{SURVEY}","user_id":"{person}","isSurveyAnswered":true,"questions":[
                  {{"questionId":"{QUESTION}","answerID":{option}}}, {{"questionId":"{QUESTION}","answerID":3}},
                  {{"questionId":"{OPEN}","answerID":"","response":"{text}"}}]}}', '{{}}', '2026-06-01')"#
        ),
    );
}

#[test]
fn the_first_answer_of_a_person_counts_with_what_she_was_then() {
    let database = Database::empty();
    let mut connection = database.connection();
    db::migrate::run(&mut connection, SCHEMA).unwrap();
    let connection = &mut connection;
    let girl = "10000000-0000-4000-8000-0000000000aa";
    sql(
        connection,
        &format!(
            r#"INSERT INTO oky_user (id, date_of_birth, gender, location, "nameHash", "passwordHash", "memorableQuestion", "memorableAnswer")
               VALUES ('{girl}', '2012-06-01', 'Female', 'Rural', '', '', '', '')"#
        ),
    );
    answer(connection, girl, "1", "  because \u{917} ");
    answer(connection, &girl.to_uppercase(), "2", "again");
    answer(connection, "a guest", "0", "=1+1");
    answer(connection, "", "0", "nobody");
    sql(connection, "UPDATE oky_user SET gender = 'Male', location = 'Urban'");

    let survey: Uuid = SURVEY.parse().unwrap();
    let mut found: Vec<_> = statistics::answers(connection, survey)
        .unwrap()
        .into_iter()
        .filter(|answer| answer.question.to_string() == QUESTION)
        .map(|answer| (answer.choice, answer.gender, answer.location, answer.age, answer.people))
        .collect();
    found.sort_by_key(|answer| answer.1.name());
    assert_eq!(
        found,
        [
            (Choice::Option(0), Gender::Unknown, Location::Unknown, AgeGroup::Unknown, 1),
            (Choice::Option(1), Gender::Female, Location::Rural, AgeGroup::From14, 1),
        ]
    );
    let outcomes = "SELECT outcome || ' ' || sum(events) FROM event_count_fresh WHERE question = '' GROUP BY outcome ORDER BY 1";
    assert_eq!(texts(connection, outcomes), ["anonymous 1", "answered 2", "repeated 1"]);

    let open: Uuid = OPEN.parse().unwrap();
    let written = statistics::written_answers(connection, survey, 10).unwrap();
    assert_eq!(written, [(open, "=1+1".to_owned()), (open, "because \u{917}".to_owned())]);
    sql(connection, "DELETE FROM app_event");
    assert_eq!(statistics::written_answers(connection, survey, 10).unwrap(), []);
}
