//! The phone beside a form.

use domain::access::Role;
use testkit::Database;

use crate::editors::{Visitor, signed_in};
use crate::service::Service;
use crate::services;

const ARTICLE: &str = "a0000000-0000-4000-8000-0000000000a1";
const CATEGORY: &str = "c0000000-0000-4000-8000-0000000000c1";
const SUBCATEGORY: &str = "50000000-0000-4000-8000-000000000051";

fn start() -> (Database, Service, Visitor) {
    let database = Database::migrated();
    database.execute(&format!(
        r#"INSERT INTO category (id, title, primary_emoji, primary_emoji_name, lang)
             VALUES ('{CATEGORY}', 'Body', '💧', 'drop', 'en');
           INSERT INTO subcategory (id, title, parent_category, lang)
             VALUES ('{SUBCATEGORY}', 'Changes', '{CATEGORY}', 'en');
           INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang)
             VALUES ('{ARTICLE}', '{CATEGORY}', '{SUBCATEGORY}', 'First <b>period</b>',
                     'Read link::https://x.org/a. and image::pads.png', true, 'en');
           INSERT INTO quiz (id, topic, question, option1, option2, option3, right_answer,
                             wrong_answer_response, right_answer_response, live, lang)
             VALUES ('a0000000-0000-4000-8000-0000000000b1', 't', 'How long?', 'One day', 'Five days',
                     'A month', '2', 'No, about five', 'Yes, about five', true, 'en');
           INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response,
                               live, lang)
             VALUES ('a0000000-0000-4000-8000-0000000000d1', '', '', '', '', '', '', '', true, 'en');
           INSERT INTO question (id, question, option1, option2, option3, option4, option5, response,
                                 is_multiple, next_question, sort_number, "surveyId")
             VALUES ('a0000000-0000-4000-8000-0000000000d2', 'Do you like it?', 'Yes', 'No', '', '', '',
                     '', true, '{{"option1":"3","option2":""}}', '0', 'a0000000-0000-4000-8000-0000000000d1'),
                    ('a0000000-0000-4000-8000-0000000000d3', 'What is bad?', '', '', '', '', '',
                     '', false, '{{}}', '1', 'a0000000-0000-4000-8000-0000000000d1'),
                    ('a0000000-0000-4000-8000-0000000000d4', 'What is good?', 'All', '', '', '', '',
                     '', true, '{{}}', '2', 'a0000000-0000-4000-8000-0000000000d1');
           INSERT INTO about (json_dump, "timestamp", lang)
             VALUES ('[{{"type":"HEADING","content":"Who we are"}}]', now(), 'en')"#
    ));
    let cms = services::cms(&database);
    let editor = signed_in(&cms, &database, Role::ContentManager, "en");
    (database, cms, editor)
}

#[test]
fn what_is_stored_is_shown_as_the_app_shows_it() {
    let (database, cms, mut editor) = start();
    let page = editor.get(&format!("/preview/article/{ARTICLE}"));
    assert_eq!(page.status, 200);
    let text = page.text();
    for part in [
        "First &#60;b&#62;period",
        "💧",
        "Changes",
        r#"<span class="phone-link">https://x.org/a.</span>"#,
        r#"<span class="phone-picture-address">pads.png</span>"#,
        // The full stop sticks to the address.
        "<mark>.</mark>",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("First <b>"));
    // A draft goes before the row.
    database.execute(&format!(
        r#"INSERT INTO draft (id, item_table, item_id, lang, "values", editor_name)
           VALUES (gen_random_uuid(), 'article', '{ARTICLE}', 'en',
                   '{{"article_heading":"Drafted","article_text":"x"}}', 'e')"#
    ));
    let text = editor.get(&format!("/preview/article/{ARTICLE}")).text().to_owned();
    assert!(text.contains("Drafted") && !text.contains("phone-link"), "{text}");
    // Another language's item is none, and so is what the app does not show.
    let mut other = signed_in(&cms, &database, Role::ContentManager, "ne");
    for path in [format!("/preview/article/{ARTICLE}"), "/preview/user/1".to_owned()] {
        assert_eq!(other.get(&path).status, 404, "{path}");
    }
    assert_eq!(editor.get("/preview/article/none").status, 404);
    assert_eq!(editor.get("/preview/about/1").status, 200);
    assert!(editor.get("/preview/about/1").text().contains("Who we are"));
}

#[test]
fn what_is_typed_is_shown_before_it_is_saved() {
    let (database, _cms, mut editor) = start();
    let typed = [("article_heading", "Typed"), ("article_text", "अ link::https://x.org। ब")];
    let page = editor.post_form(&format!("/preview/article/{ARTICLE}"), &typed);
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("Typed") && text.contains("<mark>।</mark>"), "{text}");
    // A new item, of which nothing is stored, and the panel alone for a script.
    let headers = [
        ("Accept", "text/html"),
        ("HX-Request", "true"),
        ("Sec-Fetch-Site", "same-origin"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ];
    let panel =
        editor.request("POST", "/preview/avatar_messages/new", &headers, b"content=Hello+there");
    assert_eq!(panel.status, 200);
    let text = panel.text();
    assert!(text.contains("Hello there") && !text.contains("<html"), "{text}");
    assert_eq!(database.count("SELECT count(*) FROM avatar_messages"), 0);
    for (table, field, words) in [
        ("category", "title", "Mind"),
        ("subcategory", "title", "Mood"),
        ("video", "title", "Film"),
        ("did_you_know", "content", "A fact"),
        ("help_center", "caption", "They help"),
        ("help_center_attribute", "name", "Clinic"),
        ("notification", "content", "Good morning"),
        ("permanent_notification", "message", "Please update"),
        ("privacy_policy", "blocks[0][content]", "We keep little"),
    ] {
        let form = [(field, words), ("blocks[0][type]", "CONTENT")];
        let page = editor.post_form(&format!("/preview/{table}/new"), &form);
        assert_eq!(page.status, 200, "{table}");
        assert!(page.text().contains(words), "{table}");
    }
}

#[test]
fn a_quiz_is_answered_and_a_survey_gone_through() {
    let (_database, _cms, mut editor) = start();
    let quiz = editor.get("/preview/quiz/a0000000-0000-4000-8000-0000000000b1").text().to_owned();
    assert_eq!(quiz.matches(r#"data-right="true""#).count(), 1);
    assert!(quiz.contains("Yes, about five") && quiz.contains("No, about five"));
    let survey = "/preview/survey/a0000000-0000-4000-8000-0000000000d1";
    for (answers, shown) in [
        ("", "Do you like it?"),
        ("0", "What is good?"),
        ("1", "What is bad?"),
        ("1.0", "What is good?"),
        ("1.0.0", "Thank you!"),
        ("4", "Do you like it?"),
        ("x.-1", "Do you like it?"),
    ] {
        let page = editor.get(&format!("{survey}?preview-answers={answers}"));
        let text = page.text();
        assert!(page.status == 200 && text.contains(shown), "{answers}: {text}");
    }
    let typed = [
        ("questions[0][question]", "New one?"),
        ("questions[0][option1]", "End"),
        ("questions[0][next_question][option1]", "end"),
        ("questions[1][question]", "Never asked"),
        ("questions[1][option1]", "x"),
        ("preview-answers", "0"),
    ];
    assert!(editor.post_form(survey, &typed).text().contains("Thank you!"));
    assert_eq!(editor.post_form(survey, &[("questions[0][id]", "x")]).status, 400);
}
