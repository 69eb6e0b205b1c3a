//! Nothing that the database takes may keep the content from being published: one row of that
//! kind would freeze it for everybody.

use testkit::Database;

use crate::services;

const QUESTION: &str = r#"INSERT INTO question (id, question, option1, option2, option3, option4, option5, response,
        next_question, sort_number, "surveyId") VALUES
    (gen_random_uuid(), '', '', '', '', '', '', '', "#;

#[test]
fn everything_that_postgresql_takes_can_be_published() {
    let database = Database::migrated();
    let survey = "30000000-0000-4000-8000-000000000001";
    database.execute(&format!(
        "INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response, live, lang)
         VALUES ('{survey}', '', '', '', '', '', '', '', true, 'en')"
    ));
    let deep = format!("{}{}", "[".repeat(2_000), "]".repeat(2_000));
    let values = [
        r#"{"option1":"\u0000"}"#,
        r#"{"option1":"\ud83d"}"#,
        r#"{"option1":"\udc00\ud800"}"#,
        r#"{"a":1e400,"b":-0,"c":123456789012345678901234567890,"a":2}"#,
        "  {\"a\"\t:\n1}  ",
        "null",
        "\"text\"",
        &deep,
    ];
    for value in values {
        database.execute(&format!("{QUESTION} '{value}', '1', '{survey}')"));
    }
    for sort_number in ["", " ", "NaN", "inf", "-1", "1e3", "०"] {
        database.execute(&format!("{QUESTION} '{{}}', '{sort_number}', '{survey}')"));
    }
    for moment in ["infinity", "-infinity", "4713-01-01 BC", "294276-12-31", "0001-01-01"] {
        database.execute(&format!(
            "INSERT INTO video (id, title, live, lang, date_created) VALUES (gen_random_uuid(), '', true, 'en', '{moment}');
             INSERT INTO about_banner (image, \"timestamp\", lang) VALUES ('', '{moment}', '{moment}')"
        ));
    }
    database.execute("INSERT INTO avatar_messages (id, content, live, lang) VALUES (gen_random_uuid(), repeat('x', 1000000), true, '')");

    let cms = services::cms(&database);
    let surveys = cms.get("/mobile/new-surveys/en");
    assert_eq!(surveys.status, 200);
    // Not parsed here: some of the values are JSON to PostgreSQL alone.
    assert_eq!(surveys.text().matches("\"next_question\":").count(), values.len() + 7);
    assert_eq!(cms.get("/mobile/videos/en").json().as_array().map(Vec::len), Some(5));
    assert_eq!(cms.get("/mobile/about-banner-conditional/infinity?timestamp=0").status, 200);
}
