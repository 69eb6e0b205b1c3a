//! Whoever writes whichever table, every instance of both services notices.

use testkit::Database;

use super::SOON;
use crate::mobile::published::rows;
use crate::services::{self, within};

/// Per table a statement that writes the text `changed`, and a route that shows it. The
/// table's name is put before the text, since some routes show several tables.
const CHANGES: [(&str, &str, &str); 17] = [
    ("category", "UPDATE category SET title = 'changed'", "articles/en"),
    ("subcategory", "UPDATE subcategory SET title = 'changed'", "articles/en"),
    ("article", "UPDATE article SET article_heading = 'changed'", "articles/en"),
    ("quiz", "UPDATE quiz SET question = 'changed'", "quizzes/en"),
    ("did_you_know", "UPDATE did_you_know SET content = 'changed'", "didyouknows/en"),
    ("survey", "UPDATE survey SET response = 'changed'", "surveys/en"),
    ("question", "UPDATE question SET response = 'changed'", "new-surveys/now"),
    ("avatar_messages", "UPDATE avatar_messages SET content = 'changed'", "avatar-messages/en"),
    ("video", "UPDATE video SET title = 'changed'", "videos/en"),
    ("help_center", "UPDATE help_center SET title = 'changed'", "help-center/en"),
    (
        "help_center_attribute",
        "UPDATE help_center_attribute SET name = 'changed'",
        "help-center-attribute/en",
    ),
    (
        "privacy_policy",
        "INSERT INTO privacy_policy (json_dump, timestamp, lang) VALUES ('changed', now(), 'en')",
        "privacy-policy/en",
    ),
    (
        "terms_and_conditions",
        "INSERT INTO terms_and_conditions (json_dump, timestamp, lang) VALUES ('changed', now(), 'en')",
        "terms-and-conditions/en",
    ),
    (
        "about",
        "INSERT INTO about (json_dump, timestamp, lang) VALUES ('changed', now(), 'en')",
        "about/en",
    ),
    ("about_banner", "UPDATE about_banner SET image = 'changed'", "about-banner/en"),
    ("notification", "UPDATE notification SET title = 'changed'", "notification/en"),
    (
        "permanent_notification",
        "UPDATE permanent_notification SET message = 'changed'",
        "permanent-notification/1.0.1&en&u",
    ),
];

const A_SURVEY_OF_TODAY: &str = r#"
    INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response, live, lang)
    VALUES ('30000000-0000-4000-8000-00000000000f', '', '', '', '', '', '', '', true, 'now');
    INSERT INTO question (id, question, option1, option2, option3, option4, option5, response, next_question, sort_number, "surveyId")
    VALUES (gen_random_uuid(), '', '', '', '', '', '', '', '{}', '1', '30000000-0000-4000-8000-00000000000f');
    SELECT setval(sequence::regclass, 1000)
      FROM unnest(ARRAY['privacy_policy_id_seq', 'terms_and_conditions_id_seq', 'about_id_seq']) AS sequence"#;

#[test]
fn a_write_to_any_table_is_soon_on_every_instance() {
    let database = rows();
    database.execute(A_SURVEY_OF_TODAY);
    let original = Role::of_the_original_service(&database);
    let instances = [
        services::cms(&database),
        services::api(&database),
        services::cms(&database),
        services::api(&database),
    ];
    for (table, statement, path) in CHANGES {
        let (path, text) = (format!("/mobile/{path}"), format!("{table} changed"));
        for instance in &instances {
            assert!(!instance.get(&path).text().contains(&text), "{text} before it was written");
        }
        original.execute(&database, &statement.replace("changed", &text));
        for instance in &instances {
            within(SOON, &text, || instance.get(&path).text().contains(&text));
        }
    }
}

#[test]
fn deleting_and_truncating_are_changes_too() {
    let database = rows();
    let cms = services::cms(&database);
    database.execute("DELETE FROM video WHERE lang = 'en'");
    within(SOON, "deleted", || cms.get("/mobile/videos/en").text() == "[]");
    database.execute("TRUNCATE quiz");
    within(SOON, "truncated", || cms.get("/mobile/quizzes/en").text() == "[]");
    database.execute("BEGIN; DELETE FROM article; ROLLBACK");
    database.execute("DELETE FROM about WHERE lang = 'en'");
    within(SOON, "deleted", || cms.get("/mobile/about/en").text() == "[]");
    assert_ne!(cms.get("/mobile/articles/en").text(), "[]", "what was rolled back did not happen");
}

/// A role with rights on the content tables and nothing else, as the original service may have.
/// Roles belong to the whole server, so it is removed in the end.
struct Role<'a> {
    name: String,
    database: &'a Database,
}

impl<'a> Role<'a> {
    fn of_the_original_service(database: &'a Database) -> Role<'a> {
        let name = format!("test_original_{}", std::process::id());
        let tables = CHANGES.map(|(table, ..)| table).join(", ");
        database.execute(&format!(
            "CREATE ROLE {name};
             GRANT USAGE ON SCHEMA {schema} TO {name};
             GRANT SELECT, INSERT, UPDATE, DELETE ON {tables} TO {name};
             GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {name}",
            schema = testkit::database::SCHEMA
        ));
        Role { name, database }
    }

    fn execute(&self, database: &Database, statement: &str) {
        database.execute(&format!("SET ROLE {}; {statement}", self.name));
    }
}

impl Drop for Role<'_> {
    fn drop(&mut self) {
        self.database.execute(&format!("DROP OWNED BY {name}; DROP ROLE {name}", name = self.name));
    }
}
