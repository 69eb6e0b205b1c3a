//! Several drafts at one moment, now or later, and back.

use std::time::Duration;

use domain::access::Role;
use serde_json::{Value, json};

use super::{Room, fact, room};
use crate::editors::{self, Visitor};
use crate::services::{self, within};

/// A release of Sita's with these drafts.
fn release(editor: &mut Visitor, facts: &[&str]) -> String {
    let answer = editor.post_json("/releases", &json!({"name": "Menstruation day"}));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let id = answer.json()["id"].as_str().unwrap().to_owned();
    for fact in facts {
        let path = format!("/releases/add/did_you_know/{fact}");
        assert_eq!(editor.post_json(&path, &json!({"release": id})).status, 200);
    }
    id
}

fn state(room: &mut Room, id: &str) -> Value {
    room.sita.get_json(&format!("/releases/{id}")).json()
}

/// A time on Nepal's clocks, so many minutes from now.
pub(super) fn in_minutes(minutes: i64) -> String {
    let nepal = 5 * 60 + 45;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let millis = i64::try_from(now.as_millis()).unwrap() + (minutes + nepal) * 60_000;
    domain::moment::Moment::from_millis(millis).unwrap().to_iso()[..16].to_owned()
}

#[test]
fn several_appear_at_one_moment_and_go_together() {
    let mut room = room(false);
    let old = fact(&mut room.sita, "Old");
    room.sita.post_json(&format!("/didyouknow/{old}/publish"), &json!({}));
    room.sita.post_json(&format!("/didyouknow/{old}/draft"), &json!({"title": "Changed"}));
    let new = fact(&mut room.sita, "New");
    let id = release(&mut room.sita, &[&old, &new]);
    let page = room.sita.get(&format!("/releases/{id}")).text().to_owned();
    assert!(page.contains("Changed") && page.contains("New"), "{page}");
    let published = room.sita.post_json(&format!("/releases/{id}/publish"), &json!({}));
    assert_eq!(published.status, 200, "{}", published.text());
    room.phones_show(&["Changed", "New"]);
    let again = room.sita.post_json(&format!("/releases/{id}/publish"), &json!({}));
    assert_eq!(again.status, 409, "it happens once");

    let back = room.sita.post_json(&format!("/releases/{id}/roll-back"), &json!({}));
    assert_eq!(back.status, 200, "{}", back.text());
    room.phones_show(&["Old"]);
    assert_eq!(state(&mut room, &id)["state"], "rolled-back");
    for (id, title) in [(&old, "Changed"), (&new, "New")] {
        let draft = room.sita.get_json(&format!("/didyouknow/{id}/draft")).json();
        assert_eq!(draft["values"]["title"], title, "it is a draft again");
        let published = room.sita.post_json(&format!("/didyouknow/{id}/publish"), &json!({}));
        assert_eq!(published.status, 200, "{}", published.text());
    }
    room.phones_show(&["Changed", "New"]);
}

#[test]
fn all_of_it_or_nothing() {
    let mut room = room(false);
    let good = fact(&mut room.sita, "Good");
    let bad = fact(&mut room.sita, &"x".repeat(61));
    let id = release(&mut room.sita, &[&good, &bad]);
    let refused = room.sita.post_json(&format!("/releases/{id}/publish"), &json!({}));
    assert_eq!(refused.status, 409, "{}", refused.text());
    let now = state(&mut room, &id);
    assert_eq!((&now["state"], &now["problems"][0]["reason"]), (&json!("failed"), &json!("wrong")));
    assert_eq!(room.database.count("SELECT count(*) FROM did_you_know"), 0);
    let page = room.sita.get(&format!("/releases/{id}")).text().to_owned();
    assert!(page.contains("title: too long"), "{page}");
    // Mended, it goes.
    room.sita.post_json(&format!("/didyouknow/{bad}/draft"), &json!({"title": "Short"}));
    assert_eq!(room.sita.post_json(&format!("/releases/{id}/publish"), &json!({})).status, 200);
    room.phones_show(&["Good", "Short"]);
    // What was changed since stays, and so does the rest.
    let other = json!({"title": "Other", "content": "c"});
    assert_eq!(room.sita.put_json(&format!("/didyouknow/{good}"), &other).status, 200);
    let back = room.sita.post_json(&format!("/releases/{id}/roll-back"), &json!({}));
    assert_eq!(back.status, 409, "{}", back.text());
    room.phones_show(&["Other", "Short"]);
}

#[test]
fn an_appointed_time_comes_once_for_all_instances() {
    let mut room = room(false);
    let others: Vec<_> = (0..2).map(|_| services::cms(&room.database)).collect();
    let one = fact(&mut room.sita, "One");
    let two = fact(&mut room.sita, "Two");
    let id = release(&mut room.sita, &[&one, &two]);
    for wrong in ["", "tomorrow", "2020-01-01T10:00", "2099-01-01T10:00"] {
        let answer =
            room.sita.post_json(&format!("/releases/{id}/schedule"), &json!({"at": wrong}));
        assert_eq!(answer.status, 400, "{wrong}");
    }
    let at = in_minutes(60);
    let planned = room.sita.post_form(&format!("/releases/{id}/schedule"), &[("at", &at)]);
    assert_eq!(planned.status, 303);
    let page = room.sita.get(&format!("/releases/{id}")).text().to_owned();
    assert!(page.contains("Scheduled"), "{page}");
    // It can be called off, and then nothing comes of its first job.
    assert_eq!(room.sita.post_json(&format!("/releases/{id}/cancel"), &json!({})).status, 200);
    room.database.execute("UPDATE job SET run_after = now()");
    within(Duration::from_secs(10), "its job ends", || {
        room.database.count("SELECT count(*) FROM job WHERE state = 'done'") == 1
    });
    assert_eq!(room.facts(), Vec::<String>::new());

    assert_eq!(
        room.sita.post_form(&format!("/releases/{id}/schedule"), &[("at", &at)]).status,
        303
    );
    // The hour passes.
    room.database.execute("UPDATE job SET run_after = now() WHERE state = 'queued'");
    room.phones_show(&["One", "Two"]);
    assert_eq!(room.database.count("SELECT count(*) FROM revision WHERE action = 'create'"), 2);
    assert_eq!(state(&mut room, &id)["state"], "published");
    drop(others);
}

#[test]
fn an_appointed_time_publishes_what_was_read_and_nothing_newer() {
    let mut room = room(false);
    let one = fact(&mut room.sita, "One");
    let path = format!("/schedule/did_you_know/{one}");
    assert_eq!(room.maya.post_form(&path, &[("at", &in_minutes(60))]).status, 303);
    let form = room.sita.get(&format!("/didyouknow-management/{one}/edit")).text().to_owned();
    assert!(form.contains("/releases/"), "the form says when: {form}");
    room.sita.post_json(&format!("/didyouknow/{one}/draft"), &json!({"title": "Two"}));
    room.database.execute("UPDATE job SET run_after = now()");
    within(Duration::from_secs(10), "its job ends", || {
        room.database.count("SELECT count(*) FROM release WHERE state = 'failed'") == 1
    });
    assert_eq!(room.facts(), Vec::<String>::new());
    let id = room.sita.get_json("/releases").json()[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(state(&mut room, &id)["problems"][0]["reason"], "changed");
}

#[test]
fn nobody_schedules_alone_what_she_wrote() {
    let mut room = room(true);
    let one = fact(&mut room.sita, "One");
    let path = format!("/schedule/did_you_know/{one}");
    let at = in_minutes(60);
    assert_eq!(room.sita.post_json(&path, &json!({"at": at})).status, 409);
    let id = release(&mut room.sita, &[&one]);
    assert_eq!(room.sita.post_json(&format!("/releases/{id}/publish"), &json!({})).status, 409);
    assert_eq!(state(&mut room, &id)["problems"][0]["reason"], "four-eyes");
    assert_eq!(room.maya.post_json(&path, &json!({"at": at})).status, 200);
}

#[test]
fn a_release_of_two_languages_takes_somebody_who_works_in_both() {
    let mut room = room(false);
    let one = fact(&mut room.sita, "One");
    let id = release(&mut room.sita, &[&one]);
    let mut gita = editors::signed_in(&room.cms, &room.database, Role::ContentManager, "ne");
    let two = fact(&mut gita, "दुई");
    let add = format!("/releases/add/did_you_know/{two}");
    assert_eq!(gita.post_json(&add, &json!({"release": id})).status, 200);
    let publish = format!("/releases/{id}/publish");
    assert_eq!(gita.post_json(&publish, &json!({})).status, 403);
    assert_eq!(room.sita.post_json(&publish, &json!({})).status, 403);
    let mut both = editors::signed_in(&room.cms, &room.database, Role::SuperAdmin, "en");
    let answer = both.post_json(&publish, &json!({}));
    assert_eq!(answer.status, 200, "{}", answer.text());
    room.phones_show(&["One"]);
    assert_eq!(room.database.count("SELECT count(*) FROM did_you_know WHERE lang = 'ne'"), 1);
}
