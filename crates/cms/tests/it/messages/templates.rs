//! Texts to answer with.

use domain::access::Role;
use serde_json::json;

use super::{id, room};
use crate::editors;

const PAGE: &str = "/suggestions-management/templates";

#[test]
fn answers_are_written_in_both_languages_and_used_in_that_of_the_message() {
    let room = room();
    let mut everywhere = editors::signed_in(&room.cms, &room.database, Role::SuperAdmin, "en");
    let texts = json!({
        "title_en": "Thank you", "content_en": "Dear {name},\nthank you & goodbye.",
        "title_ne": "धन्यवाद", "content_ne": "प्रिय {name}, धन्यवाद।",
    });
    let made = everywhere.post_json(PAGE, &texts);
    assert_eq!(made.status, 200, "{}", made.text());
    let path = format!("{PAGE}/{}", made.json()["id"].as_str().unwrap());
    assert!(everywhere.get(PAGE).text().contains("धन्यवाद"));

    // With an address it opens as a mail, in the language of the message, with the name put in.
    room.database.execute("UPDATE suggestion SET name = 'S. K.' WHERE email = 'a@example.org'");
    let page = everywhere.get(&format!("/suggestions-management/{}", id(3)));
    let mail = "mailto:a@example.org?subject=Thank%20you&#38;body=Dear%20S%2E%20K%2E%2C%0D%0Athank%20you%20%26%20goodbye%2E";
    assert!(page.text().contains(mail), "{}", page.text());
    let page = everywhere.get(&format!("/suggestions-management/{}", id(5)));
    assert!(
        page.text().contains("प्रिय canary-name-5, धन्यवाद।") && !page.text().contains("mailto:")
    );
    assert!(page.text().contains("the app cannot show answers"));

    // Somebody who works in one language changes that one.
    let mut nepali = editors::signed_in(&room.cms, &room.database, Role::ContentManager, "ne");
    let hers =
        json!({ "version": 1, "title_en": "Not hers", "title_ne": "नमस्ते", "content_ne": "x" });
    let changed = nepali.put_json(&path, &hers).json();
    assert_eq!(changed["texts"][0]["title"], "Thank you");
    assert_eq!(changed["texts"][1]["title"], "नमस्ते");
    let late =
        nepali.post_form(&path, &[("version", "1"), ("title_ne", "मेरो"), ("content_ne", "y")]);
    assert_eq!(late.status, 409);
    assert!(late.text().contains("मेरो"));
    assert_eq!(nepali.put_json(&path, &hers).status, 409);

    for wrong in [
        json!({}),
        json!({ "title_en": "a", "content_en": "" }),
        json!({ "title_en": "a".repeat(101), "content_en": "b" }),
        json!({ "title_en": "a", "content_en": "b".repeat(3_001) }),
    ] {
        assert_eq!(everywhere.post_json(PAGE, &wrong).status, 400, "{wrong}");
    }
    let wrong = everywhere.post_form(PAGE, &[("title_en", ""), ("content_en", "kept")]);
    assert_eq!(wrong.status, 400);
    assert!(wrong.text().contains("kept") && wrong.text().contains("field-error"));

    // Deleted, it comes back within thirty days.
    assert_eq!(everywhere.delete(&path).status, 200);
    assert_eq!(everywhere.get_json(&path).status, 404);
    assert_eq!(everywhere.post_json(&format!("{path}/restore"), &json!({})).status, 200);
    assert_eq!(everywhere.get_json(PAGE).json().as_array().unwrap().len(), 1);
    assert_eq!(everywhere.delete(&path).status, 200);
    room.database.execute("UPDATE answer_template SET deleted_at = now() - interval '31 days'");
    let purged = db::content::answer_template::purge(&mut room.database.connection()).unwrap();
    assert_eq!(purged, 1);
}
