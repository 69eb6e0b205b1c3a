//! What was answered to surveys.

use domain::access::Role;
use serde_json::{Value, json};
use testkit::Database;

use super::Accounts;
use crate::editors::signed_in;
use crate::services;

const SURVEY: &str = "30000000-0000-4000-8000-0000000000a1";
const CHOICE: &str = "50000000-0000-4000-8000-0000000000a1";
const OPEN: &str = "50000000-0000-4000-8000-0000000000a2";

fn results() -> String {
    format!("/survey-management/{SURVEY}/results")
}

fn written() -> String {
    format!("/survey-management/{SURVEY}/written")
}

fn survey(database: &Database) {
    database.execute(&format!(
        r#"INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response, live, lang)
           VALUES ('{SURVEY}', '', '', '', '', '', '', '', true, 'en');
           INSERT INTO question (id, question, option1, option2, option3, option4, option5, response, is_multiple, next_question, sort_number, "surveyId") VALUES
             ('{OPEN}', 'Why?', '', '', '', '', '', '', false, '{{}}', '1', '{SURVEY}'),
             ('{CHOICE}', 'Do you?', 'Yes', '', 'No', '', '', '', true, '{{}}', '0', '{SURVEY}')"#
    ));
}

/// Everybody with an account answers: women yes, others no, each with a text of her own.
fn everybody_answers(database: &Database) {
    database.execute(&format!(
        r#"INSERT INTO app_event (local_id, type, payload, metadata, user_id)
           SELECT gen_random_uuid(), 'ANSWER_SURVEY', json_build_object('id', '{SURVEY}', 'user_id', id, 'isSurveyAnswered', true,
                  'questions', json_build_array(
                      json_build_object('questionId', '{CHOICE}', 'answerID', CASE gender WHEN 'Female' THEN 0 ELSE 1 END),
                      json_build_object('questionId', '{OPEN}', 'answerID', '', 'response', '=wrote ' || left(id::text, 4)))), '{{}}', id::text
             FROM oky_user"#
    ));
}

#[test]
fn answers_are_figures_and_never_rows_about_a_person() {
    let database = Database::migrated();
    survey(&database);
    Accounts::alike(34).insert(&database);
    Accounts { gender: "Male", location: "Urban", ..Accounts::alike(22) }.insert(&database);
    everybody_answers(&database);
    // Once more by everybody: nobody counts twice.
    everybody_answers(&database);
    let cms = services::cms(&database);
    let mut admin = signed_in(&cms, &database, Role::Admin, "en");
    let mut manager = signed_in(&cms, &database, Role::ContentManager, "en");

    let all = admin.get_json("/answered-surveys").json();
    assert_eq!(all["answeredSurveys"][0]["responses"], 55);
    assert_eq!(
        all["answeredSurveys"][0]["questions"][0],
        json!({"id": CHOICE, "question": "Do you?", "isMultiple": true, "people": 55, "answers": [
            {"option": "Yes", "people": 30}, {"option": "No", "people": 20}, {"option": null, "people": null}]})
    );
    let women = admin.get_json("/answered-surveys?gender=Female&start_age=12&end_age=13").json();
    assert_eq!(women["answeredSurveys"][0]["responses"], 30);
    assert_eq!(women["answeredSurveys"][0]["questions"][0]["answers"][1]["people"], Value::Null);
    let text = all.to_string();
    for personal in ["user_id", "date_of_birth", "gender", "location", "wrote"] {
        assert!(!text.contains(personal), "{personal}");
    }
    let page = admin.get(&results());
    assert_eq!(page.status, 200);
    let at = |text: &str| page.text().find(text).unwrap();
    assert!(at("1. Do you?") < at("2. Why?") && page.text().contains(&written()));
    assert_eq!(admin.get(&written()).text().matches("=wrote").count(), 56);
    let page = manager.get(&results());
    assert!(
        !page.text().contains("=wrote")
            && page.text().contains("Written answers are for administrators")
    );
    assert_eq!(manager.get(&written()).status, 403);
    assert_eq!(manager.get(&format!("{}/export.csv", written())).status, 403);

    let csv = admin.get(&format!("{}/export.csv", results()));
    assert!(
        csv.text().contains("Yes,30\r\nNo,20\r\n") && !csv.text().contains("wrote"),
        "{}",
        csv.text()
    );
    let csv = manager.get(&format!("{}/export.csv?location=Urban", results()));
    assert!(csv.text().contains("Yes,Too few\r\nNo,20\r\n") && !csv.text().contains("wrote"));
    assert_eq!(manager.get(&format!("{}/export.xlsx", results())).status, 200);

    let mut other = signed_in(&cms, &database, Role::Admin, "ne");
    assert_eq!(other.get_json(&results()).status, 404);
    assert_eq!(other.get_json("/answered-surveys").json()["answeredSurveys"], json!([]));
    for wrong in ["gender=x", "age=13", "start_age=3"] {
        assert_eq!(admin.get_json(&format!("{}?{wrong}", results())).status, 400, "{wrong}");
    }
}

#[test]
fn nine_answers_are_too_few_also_to_be_read() {
    let database = Database::migrated();
    survey(&database);
    Accounts::alike(9).insert(&database);
    everybody_answers(&database);
    let cms = services::cms(&database);
    let mut admin = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let page = admin.get(&results());
    assert!(page.text().contains("Too few") && !page.text().contains(&written()));
    assert!(!admin.get(&written()).text().contains("=wrote"));
    assert_eq!(admin.get_json(&format!("{}/export.csv", written())).status, 404);
    Accounts { born: "now() - interval '40 years'", ..Accounts::alike(1) }.insert(&database);
    everybody_answers(&database);
    assert_eq!(admin.get(&written()).text().matches("=wrote").count(), 10);
    let csv = admin.get(&format!("{}/export.csv", written()));
    assert!(csv.text().contains("'=wrote "), "{}", csv.text());
}

#[test]
fn after_an_account_is_deleted_its_answer_is_anonymous() {
    let database = Database::migrated();
    survey(&database);
    Accounts::alike(20).insert(&database);
    everybody_answers(&database);
    let id = database.text("SELECT min(id::text) AS text FROM oky_user");
    let keys = db::erasure::ErasureKeys {
        person: b"person".to_vec(),
        name: &|_| b"name".to_vec(),
        tries: &|_| Vec::new(),
    };
    db::erasure::erase(&mut database.connection(), id.parse().unwrap(), &keys).unwrap();
    let cms = services::cms(&database);
    let mut admin = signed_in(&cms, &database, Role::Admin, "en");
    let answer = admin.get_json(&results()).json();
    assert_eq!(answer["responses"], 20);
    assert_eq!(admin.get_json("/analytics-management").json()["users"], 15);
    assert_eq!(admin.get(&written()).text().matches("=wrote").count(), 19);
    for table in
        ["event_count", "event_count_fresh", "event_count_gone", "user_count", "survey_completion"]
    {
        let query = format!(
            "SELECT count(*) FROM {table} AS kept WHERE strpos(replace(kept::text, '-', ''), '{}') > 0",
            id.replace('-', "")
        );
        assert_eq!(database.count(&query), 0, "{table}");
    }
}
