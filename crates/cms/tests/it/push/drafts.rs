//! A notification in both languages, from the first word until it is out.

use std::time::Duration;

use domain::access::Role;
use serde_json::{Value, json};
use testkit::Database;

use super::fcm::{Fcm, Reply};
use super::{cms, cms_with, settled};
use crate::editors::{Visitor, signed_in};
use crate::services::within;

/// Texts in both languages, with nothing to warn about.
fn both() -> Value {
    json!({
        "title_en": "A new story", "content_en": "Read it today",
        "title_ne": "नयाँ कथा", "content_ne": "आजै पढ्नुहोस्",
    })
}

/// Writes a draft; its address.
pub(super) fn write(editor: &mut Visitor, texts: &Value) -> String {
    let made = editor.post_json("/notification/drafts", texts);
    assert_eq!(made.status, 200, "{}", made.text());
    format!("/notification/drafts/{}", made.json()["id"].as_str().unwrap())
}

/// The topics of the messages that arrived.
fn topics(fcm: &Fcm) -> Vec<String> {
    let received = fcm.received();
    let topic = |message: &Value| message["message"]["topic"].as_str().unwrap().to_owned();
    received.iter().map(topic).collect()
}

#[test]
fn both_languages_are_written_tested_confirmed_and_sent() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    let cms = cms(&database, &fcm);
    let mut editor = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let path = write(&mut editor, &json!({ "title_en": "A new story", "content_en": "" }));
    let version = editor.get_json(&path).json()["version"].clone();

    // Unfinished it is kept, and not sent.
    assert_eq!(
        editor.post_json(&format!("{path}/send"), &json!({ "confirm": "send" })).status,
        400
    );
    assert_eq!(editor.post_json(&format!("{path}/test"), &json!({})).status, 400);
    let mut texts = both();
    texts["version"] = version.clone();
    let saved = editor.put_json(&path, &texts);
    assert_eq!((saved.status, saved.json()["texts"].as_array().unwrap().len()), (200, 2));
    // Somebody who has not seen that gets a conflict, with her text kept in the form.
    let late = [("version", version.to_string()), ("title_en", "Hers".to_owned())];
    let late: Vec<(&str, &str)> = late.iter().map(|(name, value)| (*name, &**value)).collect();
    let conflict = editor.post_form(&path, &late);
    assert_eq!(conflict.status, 409);
    assert!(conflict.text().contains("Hers") && conflict.text().contains("A new story"));

    // To the test phones alone.
    let tested = editor.post_json(&format!("{path}/test"), &json!({}));
    assert_eq!(tested.json()["tests"].as_array().unwrap().len(), 2, "{}", tested.text());
    within(Duration::from_secs(10), "the tests arrive", || fcm.received().len() == 2);
    assert_eq!(topics(&fcm), ["test-phones", "test-phones"]);
    within(Duration::from_secs(10), "the tests are recorded", || {
        let tests = editor.get_json(&path).json()["tests"].clone();
        tests.as_array().unwrap().iter().all(|test| test["status"] == "sent")
    });
    assert_eq!(database.count("SELECT count(*) FROM notification"), 0);
    assert_eq!(editor.get_json("/notifications-management").json()["count"], 0);

    // Confirmed, it goes to both.
    for typed in ["", "yes", "0000"] {
        let refused = editor.post_json(&format!("{path}/send"), &json!({ "confirm": typed }));
        assert_eq!(refused.status, 400, "{typed}");
    }
    let sent = editor.post_json(&format!("{path}/send"), &json!({ "confirm": "send" }));
    assert_eq!((sent.status, &sent.json()["status"]), (200, &json!("confirmed")));
    within(Duration::from_secs(10), "both are out", || {
        let deliveries = editor.get_json(&path).json()["deliveries"].clone();
        deliveries.as_array().unwrap().iter().all(|one| one["status"] == "sent")
    });
    let mut out = topics(&fcm).split_off(2);
    out.sort();
    assert_eq!(out, ["oky_en_notifications", "oky_ne_notifications"]);
    assert_eq!(database.count("SELECT count(*) FROM notification"), 2);
    assert_eq!(
        editor.post_json(&format!("{path}/send"), &json!({ "confirm": "send" })).status,
        409
    );
    assert_eq!(editor.post_json(&format!("{path}/cancel"), &json!({})).status, 409);
    assert_eq!(editor.delete(&path).status, 409);
    let listed = editor.get_json("/notifications-management").json();
    assert_eq!(listed["drafts"], json!([]), "there is nothing left to do");
}

#[test]
fn words_for_a_shared_lock_screen_have_to_be_accepted() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    let cms = cms_with(&database, &fcm, &[("PUSH_PRIVATE_WORDS", "चिया")]);
    let mut editor = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let texts = json!({
        "title_en": "Your period", "content_en": "Read it today",
        "title_ne": "महिनावारीको कथा", "content_ne": "चियासँग पढ्नुहोस्",
    });
    let path = write(&mut editor, &texts);
    let draft = editor.get_json(&path).json();
    let words = |lang: usize| draft["texts"][lang]["private_words"].clone();
    assert_eq!((words(0), words(1)), (json!(["period"]), json!(["महिनावारीको", "चियासँग"])));
    assert!(editor.get(&path).text().contains("महिनावारीको, चियासँग"));
    let preview = [("title_en", "Pregnant?"), ("content_en", "x")];
    assert!(editor.post_form("/notification/preview", &preview).text().contains("alert-warning"));
    let send = format!("{path}/send");
    let page = editor.post_form(&send, &[("confirm", "send")]);
    assert_eq!(page.status, 400);
    assert!(page.text().contains("Tick the box"), "{}", page.text());
    assert_eq!(editor.post_json(&send, &json!({ "confirm": "send" })).status, 400);
    let accepted = json!({ "confirm": "send", "accept": true });
    assert_eq!(editor.post_json(&send, &accepted).status, 200);
}

#[test]
fn there_is_a_minute_to_call_it_off() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    let settings = [("PUSH_UNDO_SECONDS", "60"), ("PUSH_STAGGER_SECONDS", "600")];
    let cms = cms_with(&database, &fcm, &settings);
    let mut editor = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let path = write(&mut editor, &both());
    let sent = editor.post_json(&format!("{path}/send"), &json!({ "confirm": "send" })).json();
    let due = |lang: usize| {
        let due = sent["deliveries"][lang]["due"].as_str().unwrap();
        domain::moment::Moment::parse(due).unwrap().millis()
    };
    assert_eq!(due(1) - due(0), 600_000, "the second language follows later");
    let page = editor.get(&path);
    assert!(page.text().contains("seconds</strong>") && page.text().contains("Call it off"));
    assert!(page.text().contains("http-equiv=\"refresh\""), "without scripts it looks again");
    let listed = editor.get_json("/notifications-management").json();
    assert_eq!(listed["drafts"][0]["status"], "confirmed");

    // One of them has gone out already: it is left out of what becomes a draft again.
    database.execute("UPDATE job SET run_after = now() WHERE lang = 'en'");
    within(Duration::from_secs(10), "the first is out", || {
        editor.get_json(&path).json()["deliveries"][0]["status"] == "sent"
    });
    let back = editor.post_form(&format!("{path}/cancel"), &[]);
    assert_eq!((back.status, back.header("location")), (303, Some(path.as_str())));
    let draft = editor.get_json(&path).json();
    assert_eq!((&draft["status"], &draft["texts"][0]["lang"]), (&json!("draft"), &json!("ne")));
    database.execute("UPDATE job SET run_after = now()");
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(topics(&fcm), ["oky_en_notifications"], "what was called off stays off");
    assert_eq!(draft["deliveries"][1]["status"], "cancelled", "{draft}");

    // Deleted, it comes back.
    assert_eq!(editor.post_form(&format!("{path}/delete"), &[]).status, 303);
    assert!(editor.get("/notifications-management").text().contains(&format!("{path}/restore")));
    assert_eq!(editor.get_json(&path).status, 404);
    assert_eq!(editor.post_form(&format!("{path}/restore"), &[]).status, 303);
    assert_eq!(editor.get_json(&path).status, 200);
}

#[test]
fn what_was_not_sent_becomes_a_draft_again() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    let cms = cms(&database, &fcm);
    let mut editor = signed_in(&cms, &database, Role::SuperAdmin, "en");
    fcm.answer(&[Reply::Status(400, None), Reply::Status(400, None)]);
    let path = write(&mut editor, &both());
    let sent = editor.post_json(&format!("{path}/send"), &json!({ "confirm": "send" })).json();
    let id = sent["deliveries"][0]["id"].as_i64().unwrap();
    assert_eq!(settled(&mut editor, id)["status"], "failed");
    within(Duration::from_secs(10), "both have failed", || {
        editor.get_json(&path).json()["deliveries"][1]["status"] == "failed"
    });
    let page = editor.get(&format!("/notification/{id}"));
    assert!(page.text().contains(&format!("/notification/{id}/reopen")));
    let again = editor.post_json(&format!("/notification/{id}/reopen"), &json!({}));
    assert_eq!(again.json()["status"], "draft");
    assert_eq!(again.json()["texts"].as_array().unwrap().len(), 2, "{}", again.text());
    let path = format!("/notification/drafts/{}", again.json()["id"].as_str().unwrap());
    assert_eq!(
        editor.post_json(&format!("{path}/send"), &json!({ "confirm": "send" })).status,
        200
    );
    within(Duration::from_secs(10), "both are out", || fcm.received().len() == 4);
    assert_eq!(editor.post_json("/notification/0/reopen", &json!({})).status, 409);
}

#[test]
fn nobody_writes_or_sends_in_a_language_that_is_not_hers() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    let cms = cms(&database, &fcm);
    let mut both_hers = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let mut english = signed_in(&cms, &database, Role::Admin, "en");
    let mut nepali = signed_in(&cms, &database, Role::Admin, "ne");
    let path = write(&mut english, &both());
    let texts = english.get_json(&path).json()["texts"].clone();
    assert_eq!(texts.as_array().unwrap().len(), 1, "only hers was stored: {texts}");
    assert_eq!(nepali.get_json(&path).status, 404);
    let mut texts = both();
    texts["version"] = json!(1);
    assert_eq!(both_hers.put_json(&path, &texts).status, 200);
    // Now both see it, each changes her own, and neither sends it alone.
    let hers =
        json!({ "version": 2, "title_en": "Not hers", "title_ne": "कथा", "content_ne": "पढौँ" });
    let changed = nepali.put_json(&path, &hers).json();
    assert_eq!(changed["texts"][0]["title"], "A new story", "{changed}");
    assert_eq!(changed["texts"][1]["title"], "कथा");
    assert_eq!(
        nepali.post_json(&format!("{path}/send"), &json!({ "confirm": "send" })).status,
        403
    );
    assert!(nepali.get(&path).text().contains("<fieldset class=\"card\" disabled>"));
    let large = json!({ "title_en": "x", "content_en": "x".repeat(4_000) });
    assert_eq!(english.post_json("/notification/drafts", &large).status, 400);
    assert_eq!(english.post_json("/notification/drafts", &json!({})).status, 400);
    assert_eq!(english.get_json("/notification/drafts/x").status, 404);
}
