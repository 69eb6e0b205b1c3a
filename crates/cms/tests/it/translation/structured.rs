//! Translating what has an inner structure: surveys question by question, texts block by block.

use serde_json::{Value, json};

use super::{desk, plain, state};
use crate::documents::{add, dump};
use crate::surveys::{form, send, with};

#[test]
fn a_survey_is_translated_question_by_question() {
    let mut desk = desk();
    let survey = json!({"live": true, "contentFilter": 0, "questions": [
        {"question": "Did you miss school?", "option1": "Yes", "option2": "No",
         "next_question": {"option2": "end"}},
        {"question": "Why?", "is_multiple": false},
    ]});
    let made = desk.english.post_json("/survey", &survey);
    assert_eq!(made.status, 200, "{}", made.text());
    let source = plain(&made.json()["id"]);
    let address = format!("/translation/survey/{source}");
    assert_eq!(desk.state("survey", &source), "missing");
    let page = desk.nepali.get(&address);
    assert!(page.text().contains("Did you miss school?") && page.text().contains("Why?"));

    // Half of it first: kept, and not called done.
    let half = with(
        &form(page.text()),
        &[("questions[0][question]", "विद्यालय छुट्यो?"), ("then", "publish")],
    );
    let saved = send(&mut desk.nepali, &address, &half);
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(desk.state("survey", &source), "in-progress");
    let page = desk.nepali.get(saved.header("location").unwrap());
    assert!(page.text().contains("विद्यालय छुट्यो?"), "{}", page.text());
    assert!(page.text().contains("aria-invalid"), "what is missing stands beside its field");

    let whole = with(
        &form(page.text()),
        &[
            ("questions[0][option1]", "छ"),
            ("questions[0][option2]", "छैन"),
            ("questions[1][question]", "किन?"),
            ("then", "publish"),
        ],
    );
    let saved = send(&mut desk.nepali, &address, &whole);
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(desk.state("survey", &source), "done");
    let told = desk.nepali.get_json(&address).json();
    let target = plain(&told["pair"]["target"]);
    let row = desk.nepali.get_json(&format!("/survey/{target}")).json();
    let texts: Vec<&Value> =
        row["questions"].as_array().unwrap().iter().map(|row| &row["question"]).collect();
    assert_eq!(texts, ["विद्यालय छुट्यो?", "किन?"]);
    assert_eq!(row["questions"][0]["next_question"]["option2"], "3", "its jumps are taken over");
    assert_eq!((&row["questions"][1]["is_multiple"], &row["live"]), (&json!(false), &json!(true)));
    assert_eq!(desk.database.count("SELECT count(*) FROM draft"), 0);

    // The source gets another question and other words: both are marked.
    let stored = desk.english.get_json(&format!("/survey/{source}")).json();
    let id = |at: usize| stored["questions"][at]["id"].clone();
    let change = json!({"questions": [
        {"id": id(0), "question": "Did you miss classes?", "option1": "Yes", "option2": "No",
         "next_question": {"option2": "end"}},
        {"id": id(1), "question": "Why?", "is_multiple": false},
        {"question": "Whom did you ask?", "is_multiple": false},
    ]});
    let changed = desk.english.put_json(&format!("/survey/{source}"), &change);
    assert_eq!(changed.status, 200, "{}", changed.text());
    assert_eq!(desk.state("survey", &source), "outdated");
    let page = desk.nepali.get(&address).text().to_owned();
    assert!(page.contains("<del>school</del>") && page.contains("<ins>classes</ins>"), "{page}");
    assert!(page.contains("<ins>Whom did you ask?</ins>"), "{page}");
    let third =
        with(&form(&page), &[("questions[2][question]", "कसलाई सोध्यौ?"), ("then", "publish")]);
    let saved = send(&mut desk.nepali, &address, &third);
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(desk.state("survey", &source), "done");
    let row = desk.nepali.get_json(&format!("/survey/{target}")).json();
    assert_eq!(row["questions"].as_array().unwrap().len(), 3);
}

#[test]
fn a_long_text_is_translated_block_by_block() {
    let mut desk = desk();
    add(&mut desk.english, "/about", &dump("About", "Girls first."));
    assert_eq!(desk.state("about", "en"), "missing");
    assert_eq!(desk.state("about", "ne"), "missing", "either half names the pair");
    let list = desk.nepali.get("/translation?table=about").text().to_owned();
    assert!(list.contains("/translation/about/en"), "{list}");
    let page = desk.nepali.get("/translation/about/en");
    assert!(page.text().contains("Girls first."), "{}", page.text());
    let written = with(
        &form(page.text()),
        &[
            ("blocks[0][content]", "हाम्रो बारेमा"),
            ("blocks[1][content]", "पहिले छोरी।"),
            ("then", "publish"),
        ],
    );
    let saved = send(&mut desk.nepali, "/translation/about/en", &written);
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(desk.state("about", "en"), "done");
    assert_eq!(state(&mut desk.english, "about", "ne"), "done");
    let stored = desk.nepali.get_json("/about").json();
    let expected = dump("हाम्रो बारेमा", "पहिले छोरी।");
    assert_eq!(stored[0]["json_dump"], json!(expected));

    // A new version of the source makes it outdated, and what is new is marked.
    add(&mut desk.english, "/about", &dump("About", "Girls always first."));
    assert_eq!(desk.state("about", "en"), "outdated");
    let page = desk.nepali.get("/translation/about/en").text().to_owned();
    assert!(page.contains("<ins>always "), "{page}");
    let still = desk.nepali.post_json("/translation/about/en/still-correct", &json!({}));
    assert_eq!(still.status, 200, "{}", still.text());
    assert_eq!(desk.state("about", "en"), "done");
    // The pair is there for good.
    for (path, body) in [
        ("/translation/about/en/unlink", json!({})),
        ("/translation/about/en/link", json!({"other": "ne"})),
        ("/translation/pairing", json!({"table": "about", "pairs": ["en:ne"]})),
    ] {
        assert_eq!(desk.nepali.post_json(path, &body).status, 404, "{path}");
    }
    let start = desk.nepali.get_json("/start").json();
    assert_eq!(start["byTable"]["about"]["done"], json!(1), "{start}");
}
