//! When a notification goes out, and that it goes out once.

use std::time::Duration;

use cms::push::PushSettings;
use domain::access::Role;
use domain::calendar::{ClockTime, Day};
use domain::moment::Moment;
use serde_json::json;
use server::settings::Source;
use testkit::Database;

use super::drafts::write;
use super::fcm::Fcm;
use super::{cms, cms_with};
use crate::editors::signed_in;
use crate::services::within;

/// So many hours from now, as clocks in Nepal show it.
fn hours_ahead(hours: i64) -> Moment {
    Moment::from_millis(server::clock::now().millis() + hours * 3_600_000).unwrap()
}

#[test]
fn quiet_hours_are_kept() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    // They began an hour ago and last for two more.
    let (from, until) = (hours_ahead(-1), hours_ahead(2));
    let time = |moment: Moment| ClockTime::in_nepal(moment);
    let quiet = format!("{}-{}", time(from), time(until));
    let cms = cms_with(&database, &fcm, &[("PUSH_QUIET_HOURS", &quiet)]);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let path = write(&mut editor, &json!({ "title_en": "A story", "content_en": "Read it" }));
    let send = format!("{path}/send");

    let now = editor.post_json(&send, &json!({ "confirm": "send" }));
    assert_eq!(now.status, 400);
    assert!(now.text().contains("quiet hours"), "{}", now.text());
    let page = editor.post_form(&send, &[("confirm", "send"), ("when", "now")]);
    assert_eq!(page.status, 400);
    let proposed = format!("value=\"{}\"", time(until));
    assert!(page.text().contains(&proposed), "the next time is filled in: {}", page.text());
    // In both calendars.
    assert!(page.text().contains("2083") || !page.text().contains("2026"), "{}", page.text());
    for wrong in [
        json!({ "confirm": "send", "at": hours_ahead(1).to_iso() }),
        json!({ "confirm": "send", "at": hours_ahead(-5).to_iso() }),
        json!({ "confirm": "send", "at": hours_ahead(24 * 90).to_iso() }),
        json!({ "confirm": "send", "at": "tomorrow" }),
        json!({ "confirm": "send", "when": "later", "day": "2026-13-01", "time": "10:00" }),
    ] {
        assert_eq!(editor.post_json(&send, &wrong).status, 400, "{wrong}");
    }
    // Later is fine, by the form's two fields.
    let at = hours_ahead(5);
    let (day, later) = (Day::in_nepal(at).to_iso(), time(at).to_string());
    let fields = [("confirm", "send"), ("when", "later"), ("day", &*day), ("time", &*later)];
    assert_eq!(editor.post_form(&send, &fields).status, 303);
    let due = editor.get_json(&path).json()["deliveries"][0]["due"].as_str().unwrap().to_owned();
    assert_eq!(Moment::parse(&due), time(at).on(Day::in_nepal(at)));

    // A job that comes too late waits for the morning instead.
    database.execute("UPDATE job SET run_after = now()");
    within(Duration::from_secs(10), "it is put off", || {
        editor.get_json(&path).json()["deliveries"][0]["error"] == "quiet"
    });
    assert_eq!(fcm.received().len(), 0);
    // The original's way is put off as well, and a test is not.
    let asked = editor.post_json("/notification", &json!({ "title": "a", "content": "b" }));
    assert_eq!(asked.status, 202);
    let due = Moment::parse(asked.json()["due"].as_str().unwrap()).unwrap();
    assert_eq!(ClockTime::in_nepal(due), time(until));
    let path = write(&mut editor, &json!({ "title_en": "A story", "content_en": "Read it" }));
    assert_eq!(editor.post_json(&format!("{path}/test"), &json!({})).status, 200);
    within(Duration::from_secs(10), "the test is out", || fcm.received().len() == 1);
}

#[test]
fn however_many_instances_run_it_goes_out_once() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    let instances = [(); 3].map(|()| cms(&database, &fcm));
    let mut editor = signed_in(&instances[0], &database, Role::ContentManager, "en");
    let path = write(&mut editor, &json!({ "title_en": "A story", "content_en": "Read it" }));
    let number = editor.get_json(&path).json()["confirm"].clone();
    // And however many times it is confirmed at once.
    let clicks: Vec<_> = (0..6)
        .map(|_| {
            let (mut editor, path, number) = (editor.clone(), path.clone(), number.clone());
            std::thread::spawn(move || {
                let body = json!({ "confirm": number, "version": 1 });
                editor.post_json(&format!("{path}/send"), &body).status
            })
        })
        .collect();
    let statuses: Vec<u16> = clicks.into_iter().map(|click| click.join().unwrap()).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    within(Duration::from_secs(10), "it is out", || {
        editor.get_json(&path).json()["deliveries"][0]["status"] == "sent"
    });
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(fcm.received().len(), 1);
    let request =
        json!({ "title": "a", "content": "b", "request": uuid::Uuid::new_v4().to_string() });
    let ids = [0, 1].map(|_| editor.post_json("/notification", &request).json()["id"].clone());
    assert_eq!(ids[0], ids[1]);
}

#[test]
fn settings_that_would_harm_stop_the_start() {
    for (name, value) in [
        ("FCM_TEST_TOPIC", "oky_ne_notifications"),
        ("FCM_TEST_TOPIC", "two words"),
        ("PUSH_QUIET_HOURS", "night"),
    ] {
        let mut source = Source::from_pairs(&[(name, value)]).unwrap();
        PushSettings::read(&mut source);
        assert!(source.finish().unwrap_err().contains(name), "{name}");
    }
}
