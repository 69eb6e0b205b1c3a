//! How quizzes are answered.

use domain::access::Role;
use serde_json::Value;
use testkit::Database;

use super::events;
use crate::editors::signed_in;
use crate::services;

fn quiz(database: &Database, number: u8, topic: &str, lang: &str) {
    database.execute(&format!(
        "INSERT INTO quiz (id, topic, question, option1, option2, option3, right_answer, wrong_answer_response, right_answer_response, live, lang)
         VALUES ('40000000-0000-4000-8000-00000000000{number}', '{topic}', 'Question {number}', 'One', 'Two', 'Three', '2', '', '', true, '{lang}')"
    ));
}

/// Answers to quiz `number` that choose `option` (2 is right).
fn answers(database: &Database, number: u8, option: u8, many: u32) {
    let payload = format!(
        r#"{{"id":"40000000-0000-4000-8000-00000000000{number}","answerID":{option},"isCorrect":{}}}"#,
        option == 2
    );
    events(database, "ANSWER_QUIZ", many, &payload, "now()");
}

#[test]
fn answers_are_counted_and_few_are_not_shown() {
    let database = Database::migrated();
    for (number, topic, lang) in
        [(1, "Beta", "en"), (2, "alpha", "en"), (3, "Gamma", "en"), (4, "नेपाली", "ne")]
    {
        quiz(&database, number, topic, lang);
    }
    for (number, option, many) in
        [(1, 1, 21), (1, 2, 32), (1, 3, 11), (2, 2, 95), (2, 1, 3), (3, 1, 9), (4, 2, 50)]
    {
        answers(&database, number, option, many);
    }
    events(&database, "ANSWER_QUIZ", 5, r#"{"id":"\\u0000","answerID":"\\ud800"}"#, "now()");
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");

    let listed = editor.get_json("/quiz-management/results?sort=total&order=descending").json();
    let shown: Vec<String> = listed["quizzes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|quiz| {
            ["topic", "total", "correct", "incorrect", "option1", "option2", "option3"]
                .map(|key| quiz[key].to_string())
                .join(" ")
        })
        .collect();
    assert_eq!(
        shown,
        [
            // Three wrong ones would be what is left of 98, so the right ones are hidden too.
            "\"alpha\" 98 null null null null null",
            "\"Beta\" 64 32 32 21 32 11",
            "\"Gamma\" null null null null null null",
        ]
    );
    let found = editor.get_json("/quiz-management/results?q=BET").json();
    assert_eq!(found["quizzes"].as_array().unwrap().len(), 1);

    let page = editor.get("/quiz-management/results");
    assert_eq!(page.status, 200);
    let at = |text: &str| page.text().find(text).unwrap();
    assert!(at("alpha") < at("Beta") && at("Beta") < at("Gamma"));
    assert!(page.text().contains("/quiz/40000000-0000-4000-8000-000000000001/results"));
    assert!(page.text().contains("aria-sort=\"ascending\"") && !page.text().contains("नेपाली</td>"));

    let one = editor.get("/quiz/40000000-0000-4000-8000-000000000001/results");
    assert!(one.text().contains("Right answer") && one.text().contains("<svg class=\"chart\""));
    let json = editor.get_json("/quiz/40000000-0000-4000-8000-000000000001/results").json();
    assert_eq!(
        (json["total"].clone(), json["option3"].clone()),
        (Value::from(64), Value::from(11))
    );
    for missing in
        ["40000000-0000-4000-8000-000000000004", "40000000-0000-4000-8000-00000000000f", "x"]
    {
        assert_eq!(editor.get_json(&format!("/quiz/{missing}/results")).status, 404, "{missing}");
    }
}

#[test]
fn without_quizzes_the_page_says_what_to_do() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "ne");
    let page = editor.get("/quiz-management/results");
    assert!(
        page.text().contains("अहिलेसम्म प्रश्नोत्तर छैन")
            && page.text().contains("href=\"/quiz-management\"")
    );
    assert_eq!(editor.get("/quiz-management/results?q=%3Cscript%3E&sort=evil&page=-5").status, 200);
}
