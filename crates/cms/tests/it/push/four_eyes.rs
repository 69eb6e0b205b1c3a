//! Where two people have to agree.

use std::time::Duration;

use domain::access::Role;
use serde_json::json;
use testkit::Database;

use super::cms_with;
use super::drafts::write;
use super::fcm::Fcm;
use crate::editors::signed_in;
use crate::services::within;

#[test]
fn a_second_person_confirms() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    let cms = cms_with(&database, &fcm, &[("FOUR_EYES", "true")]);
    let mut sita = signed_in(&cms, &database, Role::ContentManager, "en");
    let mut gita = signed_in(&cms, &database, Role::ContentManager, "en");
    let path = write(&mut sita, &json!({ "title_en": "A story", "content_en": "Read it" }));
    let (send, approve) = (format!("{path}/send"), format!("{path}/approve"));
    assert_eq!(gita.post_json(&approve, &json!({ "confirm": "send" })).status, 409);
    let asked = sita.post_json(&send, &json!({}));
    assert_eq!((asked.status, &asked.json()["status"]), (200, &json!("asked")));
    assert_eq!(sita.post_json(&approve, &json!({ "confirm": "send" })).status, 403);
    assert!(sita.get(&path).text().contains("Tell her"));
    assert!(!sita.get(&path).text().contains("name=\"confirm\""));

    // Given back, it is changed and asked for anew.
    assert_eq!(gita.post_json(&format!("{path}/cancel"), &json!({})).json()["status"], "draft");
    assert_eq!(sita.post_json(&send, &json!({})).status, 200);
    let unconfirmed = gita.post_form(&approve, &[("confirm", "1")]);
    assert_eq!(unconfirmed.status, 400);
    assert!(unconfirmed.text().contains("field-error"), "{}", unconfirmed.text());
    assert_eq!(fcm.received().len(), 0);
    let agreed = gita.post_json(&approve, &json!({ "confirm": "send" }));
    assert_eq!((agreed.status, &agreed.json()["status"]), (200, &json!("confirmed")));
    within(Duration::from_secs(10), "it is out", || fcm.received().len() == 1);

    // The original's way does not lead around it.
    let asked = sita.post_json("/notification", &json!({ "title": "a", "content": "b" }));
    assert_eq!((asked.status, &asked.json()["status"]), (202, &json!("asked")));
    let draft = asked.json()["draft"].as_str().unwrap().to_owned();
    let listed = gita.get_json("/notifications-management").json();
    assert_eq!(listed["drafts"][0]["status"], "asked");
    let agreed = gita.post_json(&format!("{draft}/approve"), &json!({ "confirm": "send" }));
    assert_eq!(agreed.status, 200);
    within(Duration::from_secs(10), "it is out", || fcm.received().len() == 2);
}
