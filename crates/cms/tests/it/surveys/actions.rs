//! What is done to whole surveys.

use serde_json::json;

use super::{create, room, stored, survey};
use crate::freshness::SOON;
use crate::services::within;

/// The path that the button beside a message posts to.
fn undo_path(page: &str) -> String {
    let button = regex::Regex::new(r#"action="(/trash/[0-9a-f-]+/undo)""#).unwrap();
    button.captures(page).expect("a button to undo")[1].to_owned()
}

#[test]
fn a_survey_runs_again_for_a_month() {
    let mut room = room();
    let id = stored(&mut room.editor);
    room.database.execute("UPDATE survey SET date_created = now() - interval '2 months'");
    within(SOON, "its month is over", || room.cms.get("/mobile/new-surveys/en").text() == "[]");
    let list = room.editor.get("/survey-management");
    assert!(list.text().contains("Month is over"));
    assert_eq!(room.editor.post_form(&format!("/survey/{id}/prolong"), &[]).status, 303);
    within(SOON, "offered again", || {
        room.cms.get("/mobile/new-surveys/en").text().contains("Why?")
    });
    assert_eq!(room.database.count("SELECT count(*) FROM revision WHERE item_table = 'survey'"), 3);
}

#[test]
fn deleting_is_undone_with_all_questions() {
    let mut room = room();
    let id = stored(&mut room.editor);
    let before = room.editor.get_json(&format!("/survey/{id}")).json();
    let delete = format!("/survey/{id}/delete");
    let warned = room.editor.post_form(&delete, &[]);
    assert_eq!(warned.status, 200, "it is the last live one");
    assert!(warned.text().contains("This leaves nothing live"));
    assert_eq!(room.editor.post_form(&delete, &[("confirmed", "true")]).status, 303);
    assert_eq!(room.database.count("SELECT count(*) FROM survey"), 0);
    assert_eq!(room.database.count("SELECT count(*) FROM question"), 0);
    let page = room.editor.get("/survey-management");
    assert!(page.text().contains("The survey is in the trash."));
    assert!(page.text().contains("No surveys yet"));
    let undone = room.editor.post_form(&undo_path(page.text()), &[]);
    assert_eq!(undone.status, 303, "{}", undone.text());
    assert_eq!(room.editor.get_json(&format!("/survey/{id}")).json(), before);
}

#[test]
fn many_are_changed_together_or_not_at_all() {
    let mut room = room();
    let ids = [stored(&mut room.editor), stored(&mut room.editor)];
    let body = |action: &str, ids: &[String]| json!({"ids": ids, "action": action});
    let live = "SELECT count(*) FROM survey WHERE live";
    let hidden = room.editor.post_json("/survey/bulk", &body("not-live", &ids));
    assert_eq!((hidden.status, room.database.count(live)), (200, 0), "{}", hidden.text());
    let missing = [ids[0].clone(), "30000000-0000-4000-8000-000000000009".to_owned()];
    for action in ["live", "delete"] {
        assert_eq!(room.editor.post_json("/survey/bulk", &body(action, &missing)).status, 404);
    }
    assert_eq!(
        (room.database.count(live), room.database.count("SELECT count(*) FROM survey")),
        (0, 2)
    );
    for (action, ids) in [("paint", ids.as_slice()), ("live", [].as_slice())] {
        assert_eq!(room.editor.post_json("/survey/bulk", &body(action, ids)).status, 400);
    }
    let deleted = room.editor.post_form(
        "/survey/bulk",
        &[("ids", &ids[0]), ("ids", &ids[1]), ("action", "delete"), ("return", "//evil.example")],
    );
    assert_eq!((deleted.status, deleted.header("location")), (303, Some("/survey-management")));
    let page = room.editor.get("/survey-management");
    assert!(page.text().contains("2 surveys are in the trash."));
    assert_eq!(room.editor.post_form(&undo_path(page.text()), &[]).status, 303);
    assert_eq!(room.database.count("SELECT count(*) FROM question"), 6);
}

#[test]
fn a_copy_has_everything_but_is_not_live() {
    let mut room = room();
    let mut original = survey();
    original["ageRestrictionLevel"] = json!(15);
    let original = create(&mut room.editor, &original);
    let path = format!("/survey/{}/duplicate", original["id"].as_str().unwrap());
    let copy = room.editor.post_json(&path, &json!({})).json();
    assert_eq!((&copy["live"], &copy["isAgeRestricted"]), (&json!(false), &json!(true)));
    assert_ne!(copy["id"], original["id"]);
    let strip = |survey: &serde_json::Value| -> Vec<serde_json::Value> {
        let mut questions = survey["questions"].as_array().unwrap().clone();
        for question in &mut questions {
            let members = question.as_object_mut().unwrap();
            members.remove("id");
            members.remove("surveyId");
        }
        questions
    };
    assert_eq!(strip(&copy), strip(&original));
}

#[test]
fn the_last_live_one_is_not_hidden_unasked() {
    let mut room = room();
    let ids = [stored(&mut room.editor), stored(&mut room.editor)];
    let live = "SELECT count(*) FROM survey WHERE live";
    let hide = |id: &str| format!("/survey/{id}/live?to=false&return=%2Fsurvey-management%3Fq%3Dx");
    assert_eq!(room.editor.post_form(&hide(&ids[0]), &[]).status, 303);
    let warned = room.editor.post_form(&hide(&ids[1]), &[]);
    assert_eq!((warned.status, room.database.count(live)), (200, 1), "{}", warned.text());
    assert!(warned.text().contains("href=\"/survey-management?q=x\""), "{}", warned.text());
    let bulk = [("ids", ids[1].as_str()), ("ids", ids[0].as_str()), ("action", "not-live")];
    let warned = room.editor.post_form("/survey/bulk", &bulk);
    assert_eq!((warned.status, room.database.count(live)), (200, 1));
    assert!(warned.text().contains("name=\"confirmed\" value=\"true\""));
    let meant = room.editor.post_form(&format!("{}&confirmed=true", hide(&ids[1])), &[]);
    assert_eq!((meant.status, room.database.count(live)), (303, 0));
    assert_eq!(meant.header("location"), Some("/survey-management?q=x"));
}
