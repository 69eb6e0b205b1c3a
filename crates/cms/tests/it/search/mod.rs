//! Search over all content.

use domain::access::Role;
use serde_json::{Value, json};
use testkit::Database;

use crate::editors::{Visitor, signed_in};
use crate::service::Service;
use crate::services;

fn start() -> (Database, Service, Visitor) {
    let database = Database::migrated();
    database.execute(
        r#"INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang,
                                "voiceOverKey")
             VALUES ('a0000000-0000-4000-8000-000000000001', '', '', 'What is menstruation?',
                     'Girls are menstruating. <b>It</b> is healthy.', true, 'en', 'key'),
                    ('a0000000-0000-4000-8000-000000000002', '', '', 'Pads',
                     'About menstruation cups and pads', false, 'en', NULL),
                    ('a0000000-0000-4000-8000-000000000003', '', '', 'महिनावारी के हो?',
                     'महिनावारीमा रगत बग्छ।', true, 'ne', NULL);
           INSERT INTO quiz (id, topic, question, option1, option2, option3, right_answer,
                             wrong_answer_response, right_answer_response, live, lang)
             VALUES ('b0000000-0000-4000-8000-000000000001', 't', 'Is menstruation an illness?', 'Yes',
                     'No', repeat('x', 81), '2', 'w', 'r', true, 'en');
           INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response,
                               live, lang)
             VALUES ('d0000000-0000-4000-8000-000000000001', '', '', '', '', '', '', '', false, 'en');
           INSERT INTO question (id, question, option1, option2, option3, option4, option5, response,
                                 is_multiple, next_question, sort_number, "surveyId")
             VALUES ('d0000000-0000-4000-8000-000000000002', 'Which toilets?', 'Clean', 'Dirty', '', '',
                     '', '', true, '{"option1":"\ud800"}', '0', 'd0000000-0000-4000-8000-000000000001');
           INSERT INTO about (json_dump, "timestamp", lang)
             VALUES ('[{"type":"HEADING","content":"Old menstruation"}]', now(), 'en'),
                    ('[{"type":"CONTENT","content":"Made in Kathmandu"}]', now(), 'en')"#,
    );
    let cms = services::cms(&database);
    let editor = signed_in(&cms, &database, Role::SuperAdmin, "en");
    (database, cms, editor)
}

/// What is found: kind and heading.
fn found(editor: &mut Visitor, query: &str) -> Vec<String> {
    let answer = editor.get_json(&format!("/search?{query}"));
    assert_eq!(answer.status, 200, "{query}: {}", answer.text());
    let results = answer.json()["results"].as_array().unwrap().clone();
    results
        .iter()
        .map(|hit| {
            format!("{} {}", hit["table"].as_str().unwrap(), hit["heading"].as_str().unwrap())
        })
        .collect()
}

#[test]
fn words_are_found_in_both_languages_best_first() {
    let (_database, _cms, mut editor) = start();
    let all = found(&mut editor, "q=menstruation");
    assert_eq!(all.len(), 3, "{all:?}");
    // In the heading counts more than in the text.
    assert_eq!(all[2], "article Pads");
    for (query, expected) in [
        // Another form of the word, its beginning, all words, a phrase, one that must not be.
        ("q=menstruated&kind=quiz", vec!["quiz Is menstruation an illness?"]),
        ("q=kathm", vec!["about Made in Kathmandu"]),
        ("q=menstruation+cups", vec!["article Pads"]),
        ("q=%22menstruation+cups%22", vec!["article Pads"]),
        ("q=menstruation+-cups+-illness", vec!["article What is menstruation?"]),
        ("q=dirty", vec!["survey Which toilets?"]),
        // Nepali, whatever its ending; only where its language is asked for.
        (
            "q=%E0%A4%AE%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A4%BE%E0%A4%B5%E0%A4%BE%E0%A4%B0%E0%A5%80",
            vec!["article महिनावारी के हो?"],
        ),
        ("q=%E0%A4%B0%E0%A4%97%E0%A4%A4&lang=en", vec![]),
        // Misspelled, and in Latin letters.
        ("q=menstuation&kind=quiz", vec!["quiz Is menstruation an illness?"]),
        ("q=mahinawari", vec!["article महिनावारी के हो?"]),
        ("q=zebra", vec![]),
        ("q=%21%3F", vec![]),
        ("q=%00%27%5C%3A*", vec![]),
        // The old version of a text is none.
        ("q=old", vec![]),
    ] {
        assert_eq!(found(&mut editor, query), expected, "{query}");
    }
    let page = editor.get("/search?q=menstruating");
    let text = page.text();
    assert_eq!(page.status, 200);
    assert!(text.contains("<mark>menstruating</mark>"), "{text}");
    assert!(!text.contains("<b>It"), "{text}");
    // A word that is like it is marked too, and said to be.
    let text = editor.get("/search?q=menstuation").text().to_owned();
    assert!(text.contains("similar") && text.contains("<mark>menstruation</mark>"), "{text}");
    assert!(editor.get("/search").text().contains("What are you looking for?"));
}

#[test]
fn filters_narrow_what_is_found() {
    let (database, cms, mut editor) = start();
    database.execute(
        r#"INSERT INTO draft (id, item_table, item_id, lang, "values", editor_name)
           VALUES (gen_random_uuid(), 'article', 'a0000000-0000-4000-8000-000000000001', 'en',
                   '{"article_heading":"What is a flow?","article_text":"rewritten"}', 'e')"#,
    );
    for (query, expected) in [
        ("no-audio=1&lang=en", vec!["article Pads", "article What is a flow?"]),
        ("not-live=1&kind=article", vec!["article Pads", "article What is a flow?"]),
        ("too-long=1", vec!["quiz Is menstruation an illness?"]),
        ("draft=1", vec!["article What is a flow?", "article What is menstruation?"]),
        ("q=rewritten", vec!["article What is a flow?"]),
        ("lang=ne", vec!["article महिनावारी के हो?"]),
    ] {
        let mut all = found(&mut editor, query);
        all.sort();
        assert_eq!(all, expected, "{query}");
    }
    // A translation that was made from what its source once said.
    database.execute(
        "INSERT INTO translation (item_table, item_id, lang, pair, linked_by, source_hash, done_at,
                                  done_by)
           VALUES ('article', 'a0000000-0000-4000-8000-000000000001', 'en', gen_random_uuid(), 'e',
                   NULL, NULL, NULL);
         INSERT INTO translation (item_table, item_id, lang, pair, linked_by, source_hash, done_at,
                                  done_by)
         SELECT 'article', 'a0000000-0000-4000-8000-000000000003', 'ne', pair, 'e', 'then', now(), 'e'
           FROM translation WHERE item_table = 'article'",
    );
    assert_eq!(found(&mut editor, "outdated=1"), ["article महिनावारी के हो?"]);
    // Somebody of one language sees that one; a filter cannot ask for the other.
    let mut nepali = signed_in(&cms, &database, Role::ContentManager, "ne");
    assert_eq!(found(&mut nepali, "q=menstruation&lang=en"), Vec::<String>::new());
    assert_eq!(found(&mut nepali, "lang=en&kind=article"), ["article महिनावारी के हो?"]);
}

#[test]
fn what_has_changed_by_whatever_hand_is_found() {
    let (database, _cms, mut editor) = start();
    assert_eq!(found(&mut editor, "q=moon"), Vec::<String>::new());
    database.execute(
        "UPDATE article SET article_text = 'the moon' WHERE article_heading = 'Pads';
         DELETE FROM quiz",
    );
    assert_eq!(found(&mut editor, "q=moon"), ["article Pads"]);
    assert_eq!(found(&mut editor, "q=illness"), Vec::<String>::new());
    assert_eq!(database.count("SELECT count(*) FROM search_entry WHERE item_table = 'quiz'"), 0);
    // A server without a configuration for Nepali once made the entries.
    database.execute(
        "UPDATE search_entry SET digest = replace(digest, 'nepali', 'simple'), words = ''",
    );
    let query =
        "q=%E0%A4%AE%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A4%BE%E0%A4%B5%E0%A4%BE%E0%A4%B0%E0%A5%80";
    assert_eq!(found(&mut editor, query).len(), 1);
}

#[test]
fn pages_and_kinds_keep_the_search() {
    let (database, _cms, mut editor) = start();
    database.execute(
        "INSERT INTO avatar_messages (id, content, live, lang) \
         SELECT gen_random_uuid(), 'Menstruation number ' || n, true, 'en' FROM generate_series(1, 45) AS n",
    );
    let first = editor.get("/search?q=menstruation").text().to_owned();
    assert!(first.contains("48 results"), "{first}");
    assert!(first.contains("/search?q=menstruation&#38;kind=avatar_messages"), "{first}");
    assert!(first.contains("/search?q=menstruation&#38;page=3"), "{first}");
    let answer = editor.get_json("/search?q=menstruation&kind=avatar_messages&page=3");
    assert_eq!(answer.json()["total"], 45);
    assert_eq!(answer.json()["results"].as_array().unwrap().len(), 5);
    for odd in ["page=0", "page=-3", "page=x", "page=99999999999999", "kind=user", "lang=xx"] {
        assert_eq!(editor.get(&format!("/search?q=menstruation&{odd}")).status, 200, "{odd}");
    }
}

#[test]
fn a_search_is_kept_and_forgotten() {
    let (database, cms, mut editor) = start();
    let answer = editor.post_form(
        "/search/saved",
        &[("name", "No audio yet"), ("query", "no-audio=1&lang=en&page=7&evil=%22")],
    );
    assert_eq!(answer.status, 303);
    assert_eq!(answer.header("location"), Some("/search?lang=en&no-audio=1"));
    let text = editor.get("/search?lang=en&no-audio=1").text().to_owned();
    assert!(text.contains("No audio yet") && text.contains("Forget"), "{text}");
    let saved: Value = editor.get_json("/search/saved").json();
    let id = saved[0]["id"].as_i64().unwrap();
    // The same name again replaces it; a name there must be.
    let again = json!({ "name": "No audio yet", "query": "too-long=1" });
    assert_eq!(editor.post_json("/search/saved", &again).json()["id"], id);
    assert_eq!(editor.post_json("/search/saved", &json!({ "name": " " })).status, 400);
    assert_eq!(editor.post_json("/search/saved", &json!({ "name": "x".repeat(61) })).status, 400);
    // It is hers alone.
    let mut other = signed_in(&cms, &database, Role::SuperAdmin, "en");
    assert_eq!(other.get_json("/search/saved").json(), json!([]));
    assert_eq!(other.delete(&format!("/search/saved/{id}")).status, 404);
    assert_eq!(editor.post_form(&format!("/search/saved/{id}/delete"), &[]).status, 303);
    assert_eq!(editor.get_json("/search/saved").json(), json!([]));
    for number in 0..30 {
        let kept = json!({ "name": format!("number {number}"), "query": "draft=1" });
        assert_eq!(editor.post_json("/search/saved", &kept).status, 200);
    }
    assert_eq!(editor.post_json("/search/saved", &json!({ "name": "more" })).status, 409);
}
