//! A source beside its translation: writing it, and being told that the source has changed.

use domain::access::Role;
use serde_json::json;

use super::{desk, key, plain, state};
use crate::editors;

#[test]
fn a_translator_writes_the_missing_half_and_publishes_it() {
    let mut desk = desk();
    desk.pair("category");
    desk.pair("subcategory");
    // A new article in English.
    let article = json!({"article_heading": "Going to the doctor", "article_text": "It is your right.",
        "category": key(1, 1, 4), "subcategory": key(2, 1, 8), "ageRestrictionLevel": 12, "live": true});
    let made = desk.english.post_json("/articles", &article);
    assert_eq!(made.status, 200, "{}", made.text());
    let source = plain(&made.json()["id"]);
    let address = format!("/translation/article/{source}");
    assert_eq!(desk.state("article", &source), "missing");
    let page = desk.nepali.get(&address).text().to_owned();
    assert!(page.contains("It is your right."), "the source is readable");
    let chosen = format!("value=\"{}\" selected", key(2, 2, 8));
    assert!(page.contains(&chosen), "its subcategory is carried over: {page}");
    assert!(page.contains("value=\"12\" selected"), "and its age");

    // Half written: a draft, which phones do not see.
    let fields = |heading: &str, text: &str| {
        vec![
            ("draft".to_owned(), String::new()),
            ("version".to_owned(), String::new()),
            ("article_heading".to_owned(), heading.to_owned()),
            ("article_text".to_owned(), text.to_owned()),
            ("subcategory".to_owned(), key(2, 2, 8)),
            ("ageRestrictionLevel".to_owned(), "12".to_owned()),
        ]
    };
    let sent = fields("डाक्टरकहाँ जाने", "");
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (&**name, &**value)).collect();
    let saved = desk.nepali.post_form(&address, &sent);
    assert_eq!((saved.status, saved.header("location")), (303, Some(address.as_str())));
    assert_eq!(desk.state("article", &source), "in-progress");
    assert_eq!(desk.database.count("SELECT count(*) FROM article WHERE lang = 'ne'"), 16);
    let told = desk.nepali.get_json(&address).json();
    assert_eq!(told["values"]["article_heading"], "डाक्टरकहाँ जाने");
    assert_eq!(told["values"]["category"], json!(key(1, 2, 4)), "the category follows");

    // Called done too early: the text is kept, and the page says what is missing.
    let unfinished =
        desk.nepali.post_json(&address, &json!({"draft": told["draft"], "done": true}));
    assert_eq!((unfinished.status, &unfinished.json()["done"]), (200, &json!(false)));

    // A second translator with an old page writes over nobody.
    let mut second = editors::signed_in(&desk.cms, &desk.database, Role::ContentManager, "ne");
    let other = fields("डाक्टर", "");
    let other: Vec<(&str, &str)> = other.iter().map(|(name, value)| (&**name, &**value)).collect();
    let conflict = second.post_form(&address, &other);
    assert_eq!(conflict.status, 409);
    assert!(conflict.text().contains("id=\"conflict\""));

    // Done and published.
    let version = desk.nepali.get_json(&address).json()["draft"].clone();
    let hash = plain(&told["pair"]["sourceHash"]);
    let done = desk.nepali.post_json(
        &address,
        &json!({"draft": version, "article_text": "यो तिम्रो अधिकार हो।", "done": true,
            "source_hash": hash, "then": "publish"}),
    );
    assert_eq!((done.status, &done.json()["done"]), (200, &json!(true)), "{}", done.text());
    assert_eq!(desk.state("article", &source), "done");
    assert_eq!(desk.database.count("SELECT count(*) FROM draft"), 0);
    let live = "SELECT count(*) FROM article WHERE lang = 'ne' AND live \
                AND article_heading = 'डाक्टरकहाँ जाने' AND \"isAgeRestricted\"";
    assert_eq!(desk.database.count(live), 1);
    // The English original is what the translation says, so it is not outdated either.
    assert_eq!(state(&mut desk.english, "article", &source), "done");
}

#[test]
fn a_change_of_the_source_is_noticed_shown_and_settled() {
    let mut desk = desk();
    desk.pair_everything();
    let (source, target) = (key(4, 1, 1), key(4, 2, 1));
    let address = format!("/translation/quiz/{source}");
    assert_eq!(desk.state("quiz", &source), "done");
    // Order and live state are no texts.
    desk.database.execute("UPDATE quiz SET \"contentFilter\" = 0");
    assert_eq!(desk.state("quiz", &source), "done");
    // Somebody with SQL counts like anybody else.
    desk.database.execute(&format!(
        "UPDATE quiz SET question = 'How many days does a period usually last?' WHERE id = '{source}'"
    ));
    assert_eq!(desk.state("quiz", &source), "outdated");
    assert_eq!(state(&mut desk.english, "quiz", &source), "done", "English is ahead, not behind");
    let page = desk.nepali.get(&address).text().to_owned();
    assert!(page.contains("<del>") && page.contains("<ins>"), "{page}");
    let list = desk.nepali.get("/translation?state=outdated").text().to_owned();
    assert!(list.contains(&address), "{list}");

    // Still correct: one click, of the source that she has seen.
    let hash = plain(&desk.nepali.get_json(&address).json()["pair"]["sourceHash"]);
    desk.database.execute(&format!("UPDATE quiz SET topic = 'Days' WHERE id = '{source}'"));
    let late =
        desk.nepali.post_json(&format!("{address}/still-correct"), &json!({ "source_hash": hash }));
    assert_eq!(late.status, 409);
    let still = desk.nepali.post_json(&format!("{address}/still-correct"), &json!({}));
    assert_eq!(still.status, 200);
    assert_eq!(desk.state("quiz", &source), "done");
    let page = desk.nepali.get(&address).text().to_owned();
    assert!(!page.contains("<del>"), "nothing has changed since");

    // The right answer is a fact that a text rests on.
    desk.database.execute(&format!("UPDATE quiz SET right_answer = '2' WHERE id = '{source}'"));
    assert_eq!(desk.state("quiz", &source), "outdated");
    let told = desk.nepali.get_json(&address).json();
    assert_eq!(told["differing"], json!(["right_answer"]));

    // What is said of a draft that is thrown away holds of nothing.
    let mended = json!({"right_answer": "2", "done": true});
    assert_eq!(desk.nepali.post_json(&address, &mended).json()["done"], json!(true));
    assert_eq!(desk.state("quiz", &source), "in-progress");
    let gone = desk.nepali.post_json(&format!("/quiz/{target}/discard"), &json!({}));
    assert_eq!(gone.status, 200, "{}", gone.text());
    assert_eq!(desk.state("quiz", &source), "outdated");

    // Mended and declared done; a reviewer corrects it before it is published.
    let done = desk.nepali.post_json(
        &address,
        &json!({"right_answer": "2", "done": true, "source_hash": told["pair"]["sourceHash"]}),
    );
    assert_eq!(done.json()["done"], json!(true), "{}", done.text());
    assert_eq!(desk.state("quiz", &source), "in-progress", "phones still have the old one");
    assert_eq!(state(&mut desk.english, "quiz", &source), "done");
    let corrected = desk
        .nepali
        .post_json(&format!("/quiz/{target}/draft"), &json!({"topic": "महिनावारी हुने दिन"}));
    assert_eq!(corrected.status, 200, "{}", corrected.text());
    let published = desk.nepali.post_json(&format!("/quiz/{target}/publish"), &json!({}));
    assert_eq!(published.status, 200, "{}", published.text());
    assert_eq!(desk.state("quiz", &source), "done");
    assert_eq!(state(&mut desk.english, "quiz", &source), "done", "a correction is no new text");
}

#[test]
fn nobody_writes_the_language_she_only_reads() {
    let mut desk = desk();
    desk.pair("avatar_messages");
    let (english, nepali) = (key(7, 1, 2), key(7, 2, 2));
    // Her address names the English row, and what she writes is the Nepali one.
    let saved = desk.nepali.post_json(
        &format!("/translation/avatar_messages/{english}"),
        &json!({"content": "पानी पियौ त?", "then": "publish"}),
    );
    assert_eq!(saved.status, 200, "{}", saved.text());
    assert_eq!(plain(&saved.json()["id"]), nepali);
    let text = |id: &str| {
        desk.database
            .text(&format!("SELECT content AS text FROM avatar_messages WHERE id = '{id}'"))
    };
    assert_eq!(text(&english), "Have you drunk enough water?");
    assert_eq!(text(&nepali), "पानी पियौ त?");
    let mut translator = desk.nepali.clone();
    assert_eq!(translator.get_json(&format!("/avatar-message/{english}")).status, 404);
    let refused =
        translator.put_json(&format!("/avatar-message/{english}"), &json!({"content": "x"}));
    assert_eq!(refused.status, 404);
}

#[test]
fn a_release_that_is_taken_back_takes_its_marks_along() {
    let mut desk = desk();
    desk.pair_everything();
    let (source, target) = (key(4, 1, 1), key(4, 2, 1));
    let address = format!("/translation/quiz/{source}");
    desk.database
        .execute(&format!("UPDATE quiz SET question = 'How many days?' WHERE id = '{source}'"));
    let mended = json!({"question": "कति दिन?", "done": true});
    assert_eq!(desk.nepali.post_json(&address, &mended).json()["done"], json!(true));
    assert_eq!(desk.state("quiz", &source), "in-progress");

    let made = desk.nepali.post_json("/releases", &json!({"name": "Days"})).json();
    let release = format!("/releases/{}", plain(&made["id"]));
    let added = desk
        .nepali
        .post_json(&format!("/releases/add/quiz/{target}"), &json!({"release": made["id"]}));
    assert_eq!(added.status, 200, "{}", added.text());
    assert_eq!(desk.nepali.post_json(&format!("{release}/publish"), &json!({})).status, 200);
    assert_eq!(desk.state("quiz", &source), "done");

    let back = desk.nepali.post_json(&format!("{release}/roll-back"), &json!({}));
    assert_eq!(back.status, 200, "{}", back.text());
    assert_eq!(desk.state("quiz", &source), "in-progress", "the text is a draft again");
    let again = desk.nepali.post_json(&format!("/quiz/{target}/publish"), &json!({}));
    assert_eq!(again.status, 200, "{}", again.text());
    assert_eq!(desk.state("quiz", &source), "done", "what was said of the draft was kept");
}
