//! An editor writes a notification, confirms it, and sees what became of it.

use std::time::Duration;

use domain::access::Role;
use serde_json::json;
use testkit::Database;

use super::fcm::{Fcm, Reply};
use super::{cms, editor, settled};
use crate::editors::{Visitor, signed_in};
use crate::services::within;

#[test]
fn from_the_form_to_the_phones() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    let cms = cms(&database, &fcm);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "ne");
    editor.set_cookie("interface", "en");

    let empty = editor.get("/notifications-management");
    assert_eq!(empty.status, 200);
    assert!(empty.text().contains("/notification/new"), "{}", empty.text());
    assert_eq!(editor.get("/notification/new").status, 200);

    let wrong = editor.post_form("/notification", &[("title", " "), ("content", "")]);
    assert_eq!(wrong.status, 400);
    assert!(wrong.text().contains("field-error"));

    // The original's form leads to a draft, which is not sent by itself.
    let texts = [("title", "नयाँ <लेख>"), ("content", "पहिलो पङ्क्ति\r\nदोस्रो")];
    let draft = editor.post_form("/notification", &texts);
    assert_eq!(draft.status, 303);
    let draft = draft.header("location").unwrap().to_owned();
    let send = format!("{draft}/send");
    let confirm = editor.get(&send);
    assert!(confirm.text().contains("नयाँ &#60;लेख&#62;"), "{}", confirm.text());
    let unconfirmed = editor.post_form(&send, &[("confirm", "yes")]);
    assert_eq!((unconfirmed.status, fcm.received().len()), (400, 0));

    // A form that is sent twice is one notification.
    let number = editor.get_json(&draft).json()["confirm"].as_str().unwrap().to_owned();
    let number = domain::language::Language::Nepali.digits(&number);
    for _ in 0..2 {
        let sent = editor.post_form(&send, &[("confirm", &number), ("when", "now")]);
        assert_eq!((sent.status, sent.header("location")), (303, Some(draft.as_str())));
    }
    let delivery = editor.get_json(&draft).json()["deliveries"].clone();
    assert_eq!(delivery.as_array().unwrap().len(), 1, "{delivery}");
    let id = delivery[0]["id"].as_i64().unwrap();
    let path = format!("/notification/{id}");
    assert_eq!(settled(&mut editor, id)["status"], "sent");
    assert_eq!(
        fcm.received(),
        [json!({ "message": {
            "topic": "oky_ne_notifications",
            "notification": { "title": "नयाँ <लेख>", "body": "पहिलो पङ्क्ति\nदोस्रो" },
        } })]
    );
    let page = editor.get(&path);
    assert!(page.text().contains("badge-success"), "{}", page.text());
    assert!(editor.get(&draft).text().contains("badge-success"));

    // Phones can ask for it, those of the other language cannot.
    within(Duration::from_secs(2), "phones see it", || {
        let answer = cms.get("/mobile/notification/ne");
        answer.text().contains("नयाँ") && answer.json()["status"] == "sent"
    });
    assert!(!cms.get("/mobile/notification/en").text().contains("नयाँ"));
    let log = "SELECT string_agg(act || ' ' || detail, ', ' ORDER BY id) AS text FROM audit_entry";
    assert_eq!(
        database.text(log),
        "content-created draft of a push notification, sent push asked for, sent push confirmed, \
         sent push to the topic oky_ne_notifications, taken by the messaging service"
    );

    // The list finds it, and its record can be removed and brought back.
    let list = |editor: &mut Visitor, search: &str| {
        let found = editor.get_json(&format!("/notifications-management?q={search}")).json();
        found["notifications"].as_array().unwrap().len()
    };
    assert_eq!((list(&mut editor, "%E0%A4%A6%E0%A5%8B"), list(&mut editor, "%25")), (1, 0));
    let removed = editor.post_form(&format!("{path}/delete"), &[]);
    assert_eq!(
        (removed.status, removed.header("location")),
        (303, Some("/notifications-management"))
    );
    assert!(editor.get("/notifications-management").text().contains("/undo"));
    assert_eq!(editor.get_json(&path).status, 404);
    assert_eq!(database.count("SELECT count(*) FROM notification"), 0);
}

#[test]
fn other_languages_and_strangers() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    fcm.answer(&[Reply::Status(400, None)]);
    let cms = cms(&database, &fcm);
    let mut hers = editor(&cms, &database);
    let asked = hers.post_json("/notification", &json!({ "title": "a", "content": "b" }));
    let id = asked.json()["id"].as_i64().unwrap();
    settled(&mut hers, id);
    let path = format!("/notification/{id}");

    let mut other = signed_in(&cms, &database, Role::Admin, "ne");
    assert_eq!(other.get_json(&path).status, 404);
    assert_eq!(other.post_json(&format!("{path}/resend"), &json!({})).status, 404);
    assert_eq!(other.delete(&path).status, 404);
    let listed = other.get_json("/notifications-management").json();
    assert_eq!(listed["count"], 0);
    // Nor may she see the job that sends it.
    let job = hers.get_json(&path).json()["job"].as_str().unwrap().to_owned();
    assert_eq!((hers.get_json(&job).status, other.get_json(&job).status), (200, 404));
    let mut everywhere = signed_in(&cms, &database, Role::SuperAdmin, "ne");
    assert_eq!(everywhere.get_json(&job).status, 200);
    assert!(everywhere.get("/jobs").text().contains(&job));
    assert!(!other.get("/jobs").text().contains(&job));

    // A browser that resends has to confirm; then it goes out.
    let unconfirmed = hers.post_form(&format!("{path}/resend"), &[]);
    assert_eq!((unconfirmed.status, fcm.received().len()), (303, 1));
    hers.post_form(&format!("{path}/resend"), &[("confirm", "true")]);
    assert_eq!(settled(&mut hers, id)["status"], "sent");
    assert_eq!(hers.post_json(&format!("{path}/resend"), &json!({})).status, 409);
    for bad in ["/notification/0", "/notification/x", "/notification/99999999999"] {
        assert_eq!(hers.get_json(bad).status, 404, "{bad}");
    }
}

#[test]
fn what_the_original_has_sent_is_listed_too() {
    let database = Database::migrated();
    database.execute(
        "INSERT INTO notification (title, content, date_sent, status, lang) VALUES
             ('Old', 'news', '1700000000000', 'sent', 'en'),
             ('Odd', 'date', 'yesterday', 'sent', 'en'), ('No', 'no', '1', 'sent', 'ne')",
    );
    let fcm = Fcm::start();
    let cms = cms(&database, &fcm);
    let mut editor = editor(&cms, &database);
    let listed = editor.get_json("/notifications-management").json();
    let titles: Vec<_> = listed["notifications"].as_array().unwrap().iter().collect();
    assert_eq!((titles.len(), titles[0]["title"].as_str()), (2, Some("Odd")));
    assert_eq!(titles[1]["date_sent"], "1700000000000");
    assert_eq!(titles[1]["status"], "sent-by-original");
    assert!(editor.get("/notifications-management").text().contains("Sent by the former system"));
    let path = format!("/notification/{}", titles[1]["id"]);
    assert_eq!(editor.delete(&path).status, 200);
    assert_eq!(editor.get_json(&path).status, 404);
}
