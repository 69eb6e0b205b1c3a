//! Surveys with their questions: written, looked through, published, scheduled, taken back.

use domain::access::Role;
use serde_json::{Value, json};

use super::{Room, fact, room};
use crate::editors::{self, Visitor};
use crate::freshness::SOON;
use crate::services::within;
use crate::surveys::{answer, form, send, with};

const PAGE: &str = "/survey-management";

fn questions() -> Value {
    json!([
        {"question": "Did you miss school?", "option1": "Yes", "option2": "No",
         "next_question": {"option2": "end"}},
        {"question": "Why?", "is_multiple": false},
    ])
}

/// Sita's new draft of a survey, by its id.
fn begun(editor: &mut Visitor, questions: &Value) -> String {
    let answer = editor.post_json("/survey/new-draft", &json!({"questions": questions}));
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()["id"].as_str().unwrap().to_owned()
}

/// What phones are offered: the texts of all questions.
fn offered(room: &Room) -> Vec<String> {
    let surveys = room.cms.get("/mobile/new-surveys/en").json();
    let questions = |survey: &Value| survey["questions"].as_array().cloned().unwrap_or_default();
    let text = |question: Value| question["question"].as_str().unwrap_or_default().to_owned();
    surveys.as_array().unwrap().iter().flat_map(questions).map(text).collect()
}

fn stored(room: &Room) -> i64 {
    room.database.count("SELECT count(*) FROM survey")
}

#[test]
fn an_unfinished_survey_is_kept_and_published_when_it_is_right() {
    let mut room = room(false);
    // Half written: no options, a question without a text.
    let page = room.sita.get(&format!("{PAGE}/new"));
    let typed = with(&form(page.text()), &[("questions[0][question]", "Half a question")]);
    let saved = send(&mut room.sita, "/survey/new-draft", &with(&typed, &[("then", "stay")]));
    assert_eq!(saved.status, 303, "{}", saved.text());
    let address = saved.header("location").unwrap().to_owned();
    let id = address.split('/').nth(2).unwrap().to_owned();
    assert_eq!(stored(&room), 0, "phones know nothing of it");
    assert!(room.sita.get("/drafts").text().contains("Half a question"));
    let list = room.sita.get_json("/start").json();
    assert_eq!(list["inReview"], 0);

    // Saving it by itself again and again makes no question twice.
    let page = room.sita.get(&address);
    assert!(page.text().contains("Not in the app yet"), "{}", page.text());
    let fields = form(page.text());
    let grown = with(&fields, &[("questions[0][option1]", "A"), ("automatic", "true")]);
    for (seen, next) in [("1", 2), ("2", 3)] {
        let option = format!("A{next}");
        let sent = with(&grown, &[("draft", seen), ("questions[0][option1]", &option)]);
        // Those of the form itself come first on the page.
        let mut body = serde_json::Map::new();
        for (name, value) in sent {
            body.entry(name).or_insert(json!(value));
        }
        let body = Value::Object(body);
        let saved = room.sita.post_json(&format!("/survey/{id}/draft"), &body);
        assert_eq!((saved.status, &saved.json()["version"]), (200, &json!(next)));
        assert_eq!(saved.json()["values"]["questions"].as_array().unwrap().len(), 1);
    }

    // Too long to be published, and the page says where.
    let long = "x".repeat(66);
    let page = room.sita.get(&address);
    let sent = with(&form(page.text()), &[("questions[0][question]", &long), ("then", "publish")]);
    let refused = send(&mut room.sita, &format!("/survey/{id}/draft"), &sent);
    assert_eq!(refused.status, 400, "{}", refused.text());
    assert!(refused.text().contains(&long) && refused.text().contains("aria-invalid"));
    let program = room.sita.post_json(&format!("/survey/{id}/publish"), &json!({}));
    assert_eq!(program.status, 400, "{}", program.text());
    let checks = room.sita.get_json(&format!("/checklist/survey/{id}")).json();
    assert_eq!(checks["checks"][0]["finding"], "wrong", "{checks}");

    let sent =
        with(&form(refused.text()), &[("questions[0][question]", "Short?"), ("then", "publish")]);
    let published = send(&mut room.sita, &format!("/survey/{id}/draft"), &sent);
    assert_eq!(published.status, 303, "{}", published.text());
    within(SOON, "the survey", || offered(&room) == ["Short?"]);
    let row = room.sita.get_json(&format!("/survey/{id}")).json();
    assert_eq!((&row["live"], &row["questions"][0]["option1"]), (&json!(true), &json!("A3")));
    assert_eq!(room.database.count("SELECT count(*) FROM draft"), 0);
    let history = room.sita.get(&format!("/history/survey/{id}"));
    assert!(history.text().contains("Half a question"), "{}", history.text());
}

#[test]
fn nobody_publishes_a_survey_alone_that_she_wrote() {
    let mut room = room(true);
    let id = begun(&mut room.sita, &questions());
    let path = format!("/survey/{id}");
    assert_eq!(room.sita.post_json(&format!("{path}/publish"), &json!({})).status, 409);
    let page = room.sita.get(&format!("{PAGE}/{id}/edit")).text().to_owned();
    assert!(!page.contains("value=\"publish\""), "{page}");
    assert_eq!(room.sita.post_form(&format!("{path}/review"), &[("draft", "1")]).status, 303);
    assert!(room.maya.get("/drafts?state=review").text().contains("Did you miss school?"));
    let note = [("draft", "1"), ("note", "Ask for a reason too")];
    assert_eq!(room.maya.post_form(&format!("{path}/give-back"), &note).status, 303);
    let page = room.sita.get(&format!("{PAGE}/{id}/edit"));
    assert!(page.text().contains("Ask for a reason too"), "{}", page.text());
    let again =
        with(&form(page.text()), &[("questions[1][question]", "Why so?"), ("then", "review")]);
    assert_eq!(send(&mut room.sita, &format!("{path}/draft"), &again).status, 303);
    let page = room.maya.get(&format!("{PAGE}/{id}/edit")).text().to_owned();
    assert!(page.contains("In review") && page.contains("value=\"publish\""), "{page}");
    // A form that she has changed nothing in publishes what she has read.
    let read = with(&form(&page), &[("then", "publish")]);
    let published = send(&mut room.maya, &format!("{path}/draft"), &read);
    assert_eq!(published.status, 303, "{}", published.text());
    within(SOON, "both", || offered(&room) == ["Did you miss school?", "Why so?"]);

    // There is no way round it.
    let direct = json!({"live": true, "questions": questions()});
    for answer in [
        room.maya.post_json("/survey", &direct),
        room.maya.put_json(&path, &direct),
        room.maya.post_json(&path, &direct),
    ] {
        assert_eq!(answer.status, 409, "{}", answer.text());
    }
    let hide = room.maya.post_json(&format!("{path}/live?to=false"), &json!({}));
    assert_eq!(hide.status, 200, "hiding is always allowed");
    assert_eq!(stored(&room), 1);
}

#[test]
fn what_others_save_meanwhile_is_not_written_over() {
    let mut room = room(false);
    let id = begun(&mut room.sita, &questions());
    let path = format!("/survey/{id}");
    assert_eq!(room.sita.post_json(&format!("{path}/publish"), &json!({})).status, 200);
    let mine = form(room.sita.get(&format!("{PAGE}/{id}/edit")).text());
    let mine = with(&mine, &[("questions[0][question]", "Mine?"), ("then", "stay")]);
    // The row changes past the cms while the form is open.
    room.database.execute("UPDATE question SET question = 'By hand?' WHERE sort_number = '1'");
    let conflict = send(&mut room.sita, &format!("{path}/draft"), &mine);
    assert_eq!(conflict.status, 409, "{}", conflict.text());
    assert!(conflict.text().contains("By hand?") && conflict.text().contains("Mine?"));
    let over = with(&form(conflict.text()), &[("then", "stay")]);
    assert_eq!(send(&mut room.sita, &format!("{path}/draft"), &over).status, 303);

    // Two drafts.
    let theirs = with(
        &form(room.maya.get(&format!("{PAGE}/{id}/edit")).text()),
        &[("questions[0][question]", "Maya's?"), ("then", "stay")],
    );
    let mine = form(room.sita.get(&format!("{PAGE}/{id}/edit")).text());
    assert_eq!(send(&mut room.maya, &format!("{path}/draft"), &theirs).status, 303);
    let mine = with(&mine, &[("questions[0][question]", "Sita's?"), ("then", "stay")]);
    let conflict = send(&mut room.sita, &format!("{path}/draft"), &mine);
    assert_eq!(conflict.status, 409, "{}", conflict.text());
    assert!(conflict.text().contains("Maya&#39;s?") && conflict.text().contains("Sita&#39;s?"));

    // The row changes after the draft was begun: it says so, and is not published as it is.
    room.database.execute("UPDATE question SET option1 = 'Yep' WHERE sort_number = '0'");
    let behind = room.maya.post_json(&format!("{path}/publish"), &json!({}));
    assert_eq!(behind.status, 409, "{}", behind.text());
    let page = room.maya.get(&format!("{PAGE}/{id}/edit"));
    assert!(page.text().contains("id=\"behind\""), "{}", page.text());
    let seen = with(&form(page.text()), &[("then", "publish")]);
    let published = send(&mut room.maya, &format!("{path}/draft"), &seen);
    assert_eq!(published.status, 303, "{}", published.text());
    within(SOON, "Maya's", || offered(&room).contains(&"Maya's?".to_owned()));
}

#[test]
fn answered_questions_and_the_last_survey_are_asked_about() {
    let mut room = room(false);
    let id = begun(&mut room.sita, &questions());
    let path = format!("/survey/{id}");
    assert_eq!(room.sita.post_json(&format!("{path}/publish"), &json!({})).status, 200);
    answer(&room.database, &id, 7);
    let fields = form(room.sita.get(&format!("{PAGE}/{id}/edit")).text());
    let changed = with(&fields, &[("questions[0][question]", "Another?"), ("then", "publish")]);
    let asked = send(&mut room.sita, &format!("{path}/draft"), &changed);
    assert_eq!(asked.status, 200, "{}", asked.text());
    assert!(asked.text().contains("id=\"answered\"") && asked.text().contains("Another?"));
    assert!(!offered(&room).contains(&"Another?".to_owned()));
    let accepted = with(&form(asked.text()), &[("accepted", "true")]);
    assert_eq!(send(&mut room.sita, &format!("{path}/draft"), &accepted).status, 303);
    within(SOON, "another", || offered(&room).contains(&"Another?".to_owned()));
    let kept = room.sita.get_json(&path).json()["questions"][0]["id"].clone();
    let before = fields.iter().find(|(name, _)| name == "questions[0][id]").unwrap();
    assert_eq!(kept, json!(before.1), "answers still belong to it");

    // Publishing in a way that hides the last one asks first.
    let fields = form(room.sita.get(&format!("{PAGE}/{id}/edit")).text());
    let hidden =
        [("questions[0][question]", "Third?"), ("accepted", ""), ("then", "publish-hidden")];
    let asked = send(&mut room.sita, &format!("{path}/draft"), &with(&fields, &hidden));
    assert_eq!(asked.status, 200, "{}", asked.text());
    assert!(asked.text().contains("confirmed"), "{}", asked.text());
    assert_eq!(room.database.count("SELECT count(*) FROM survey WHERE live"), 1);
}

#[test]
fn a_survey_is_released_with_a_fact_and_both_are_taken_back() {
    let mut room = room(false);
    let old = begun(&mut room.sita, &questions());
    assert_eq!(room.sita.post_json(&format!("/survey/{old}/publish"), &json!({})).status, 200);
    let change = json!({"questions": [{"question": "New first?", "option1": "Yes"}],
        "questions-sent": true});
    let changed = room.sita.post_json(&format!("/survey/{old}/draft"), &change);
    assert_eq!(changed.status, 200, "{}", changed.text());
    let fresh = begun(&mut room.sita, &json!([{"question": "Fresh?", "is_multiple": false}]));
    let fact = fact(&mut room.sita, "Fact");
    let release = room.sita.post_json("/releases", &json!({"name": "Together"}));
    let release = release.json()["id"].as_str().unwrap().to_owned();
    for item in [format!("survey/{old}"), format!("survey/{fresh}"), format!("did_you_know/{fact}")]
    {
        let added =
            room.sita.post_json(&format!("/releases/add/{item}"), &json!({"release": release}));
        assert_eq!(added.status, 200, "{}", added.text());
    }
    let page = room.sita.get(&format!("/releases/{release}")).text().to_owned();
    assert!(page.contains("New first?") && page.contains("Fresh?"), "{page}");
    let published = room.sita.post_json(&format!("/releases/{release}/publish"), &json!({}));
    assert_eq!(published.status, 200, "{}", published.text());
    within(SOON, "all", || {
        let mut texts = offered(&room);
        texts.sort();
        texts == ["Fresh?", "New first?"] && room.facts() == ["Fact"]
    });
    let back = room.sita.post_json(&format!("/releases/{release}/roll-back"), &json!({}));
    assert_eq!(back.status, 200, "{}", back.text());
    within(SOON, "as before", || {
        offered(&room) == ["Did you miss school?", "Why?"] && room.facts().is_empty()
    });
    // Their texts are drafts again, and can be published again.
    let draft = room.sita.get_json(&format!("/survey/{fresh}/draft")).json();
    assert_eq!(draft["values"]["questions"][0]["question"], "Fresh?");
    let again = room.sita.post_json(&format!("/survey/{fresh}/publish"), &json!({}));
    assert_eq!(again.status, 200, "{}", again.text());
    let again = room.sita.post_json(&format!("/survey/{old}/publish"), &json!({}));
    assert_eq!(again.status, 200, "{}", again.text());
}

#[test]
fn a_survey_is_scheduled_discarded_and_found() {
    let mut room = room(false);
    let id = begun(&mut room.sita, &questions());
    let at = super::releases::in_minutes(60);
    let planned = room.maya.post_form(&format!("/schedule/survey/{id}"), &[("at", &at)]);
    assert_eq!(planned.status, 303);
    let page = room.sita.get(&format!("{PAGE}/{id}/edit")).text().to_owned();
    assert!(page.contains("/releases/"), "the form says when: {page}");
    let found = room.sita.get("/search?q=school").text().to_owned();
    assert!(found.contains(&format!("{PAGE}/{id}/edit")), "{found}");
    room.database.execute("UPDATE job SET run_after = now()");
    within(SOON, "the appointed time", || offered(&room).len() == 2);
    let other = begun(&mut room.sita, &questions());
    assert_eq!(room.sita.post_json(&format!("/survey/{other}/discard"), &json!({})).status, 200);
    assert_eq!(room.sita.get_json(&format!("/survey/{other}/draft")).status, 404);
    assert_eq!(room.sita.get(&format!("{PAGE}/{other}/edit")).status, 404);
    let history = room.sita.get(&format!("/history/survey/{other}")).text().to_owned();
    assert!(history.contains("Did you miss school?"), "{history}");
    // Editors of the other language do not see it.
    let mut gita = editors::signed_in(&room.cms, &room.database, Role::ContentManager, "ne");
    let hidden = begun(&mut room.sita, &questions());
    for step in ["draft", "review", "publish", "discard", "give-back"] {
        let answer = gita.post_json(&format!("/survey/{hidden}/{step}"), &json!({}));
        assert_eq!(answer.status, 404, "{step}: {}", answer.text());
    }
}
