//! The Nepali toolbox.

use domain::access::Role;
use serde_json::json;
use testkit::Database;

use crate::editors::signed_in;
use crate::services;

const ARTICLE: &str = "a0000000-0000-4000-8000-0000000000a1";
const ENGLISH: &str = "a0000000-0000-4000-8000-0000000000a2";

#[test]
fn a_pasted_text_is_judged_and_converted() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "ne");
    assert_eq!(editor.get("/toolbox").status, 200);
    let page = editor.post_form("/toolbox", &[("text", "dlxgfjf/L ;fdfGo xf] ."), ("lang", "ne")]);
    assert_eq!(page.status, 200);
    assert!(page.text().contains("महिनावारी सामान्य हो ।"), "{}", page.text());
    let judged = editor.post_json(
        "/toolbox",
        &json!({ "text": "महिनावारी 7 दिन हुन्छ.", "lang": "ne", "source": "It lasts 8 days." }),
    );
    assert_eq!(judged.status, 200);
    let judged = judged.json();
    assert_eq!(judged["mended"], "महिनावारी ७ दिन हुन्छ।");
    let checks: Vec<&str> = judged["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["check"].as_str().unwrap())
        .collect();
    assert_eq!(checks, ["numbers", "full-stop", "digits"]);
    assert_eq!(editor.post_form("/toolbox", &[]).status, 200);
}

#[test]
fn an_item_is_judged_beside_its_form() {
    let database = Database::migrated();
    database.execute(&format!(
        r#"INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang)
             VALUES ('{ARTICLE}', '', '', 'g]kfn', 'यो ७ दिन रहन्छ.', true, 'ne'),
                    ('{ENGLISH}', '', '', 'Nepal', 'It lasts 8 days.', true, 'en')"#
    ));
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "ne");
    let path = format!("/toolbox/article/{ARTICLE}");
    let stored = editor.get_json(&path).json();
    let of = |body: &serde_json::Value| -> Vec<String> {
        let text =
            |finding: &serde_json::Value, name: &str| finding[name].as_str().unwrap().to_owned();
        let findings = body["findings"].as_array().unwrap();
        findings
            .iter()
            .map(|one| format!("{} {}", text(one, "field"), text(one, "check")))
            .collect()
    };
    assert_eq!(of(&stored), ["article_heading preeti", "article_text full-stop"]);
    assert_eq!(stored["compared"], false);
    // A correction of what is typed, not of what is stored.
    let typed = json!({
        "article_heading": "g]kfn /fd|f]",
        "article_text": "नयाँ  पाठ।",
        "fix": "article_heading:preeti",
    });
    let answer = editor.post_json(&path, &typed).json();
    assert_eq!(answer["fixed"], json!({ "article_heading": "नेपाल राम्रो" }));
    assert_eq!(of(&answer), ["article_heading preeti", "article_text spaces"]);
    assert_eq!(editor.post_json(&path, &json!({ "fix": "article_heading:magic" })).status, 400);
    // The panel has a button for each; the page stands alone.
    let headers = [("Accept", "text/html"), ("HX-Request", "true")];
    let panel = editor.request("GET", &path, &headers, b"");
    assert!(panel.text().contains(r#"data-fix="article_text:full-stop""#), "{}", panel.text());
    assert!(!panel.text().contains("<html"));
    let page = editor.get(&path);
    assert!(page.status == 200 && !page.text().contains("data-fix"), "{}", page.text());
    // The other language's item is none of hers.
    assert_eq!(editor.get(&format!("/toolbox/article/{ENGLISH}")).status, 404);
    assert_eq!(editor.get("/toolbox/user/1").status, 404);
    // Other forms than those of kinds.
    let survey = json!({ "questions": [{ "question": "के  हो?", "option1": "yes" }] });
    assert_eq!(
        of(&editor.post_json("/toolbox/survey/new", &survey).json()),
        ["questions[0][question] spaces"]
    );
    let text = json!({ "blocks": [{ "type": "CONTENT", "content": "दु:ख" }] });
    assert_eq!(
        of(&editor.post_json("/toolbox/about/new", &text).json()),
        ["blocks[0][content] visarga"]
    );
    // Once paired, they are compared.
    database.execute(&format!(
        "INSERT INTO translation (item_table, item_id, lang, pair, linked_by)
         SELECT 'article', id, lang, '{ARTICLE}'::uuid, 'e'
           FROM (VALUES ('{ARTICLE}', 'ne'), ('{ENGLISH}', 'en')) AS half (id, lang)"
    ));
    let compared = editor.get_json(&path).json();
    assert_eq!(compared["compared"], true);
    assert_eq!(
        of(&compared),
        ["article_heading preeti", "article_text numbers", "article_text full-stop"]
    );
    let preview = editor.get(&format!("/preview/article/{ARTICLE}?half=other"));
    assert!(preview.status == 200 && preview.text().contains("It lasts 8 days."));
}
