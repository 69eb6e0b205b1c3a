//! Pairs by hand, their end, and what becomes of them when a row goes.

use serde_json::json;

use super::{desk, key, state};

#[test]
fn a_pair_is_made_and_ended_by_hand() {
    let mut desk = desk();
    let (source, target) = (key(4, 1, 3), key(4, 2, 3));
    assert_eq!(desk.state("quiz", &source), "missing");
    // From the Nepali form's own panel.
    let panel = desk.nepali.get(&format!("/translation/quiz/{target}/panel")).text().to_owned();
    assert!(panel.contains(&source), "{panel}");
    let back = format!("/quiz-management/{target}/edit");
    let linked = desk.nepali.post_form(
        &format!("/translation/quiz/{target}/link"),
        &[("other", &source), ("return", &back)],
    );
    assert_eq!((linked.status, linked.header("location")), (303, Some(back.as_str())));
    assert_eq!(desk.state("quiz", &source), "in-progress", "nobody has said that it is done");
    let panel = desk.nepali.get(&format!("/translation/quiz/{target}/panel")).text().to_owned();
    assert!(panel.contains("still-correct"), "{panel}");
    // Either half names the pair, in either direction.
    assert_eq!(desk.state("quiz", &target), "in-progress");
    assert_eq!(state(&mut desk.english, "quiz", &source), "in-progress");
    let ended = desk.english.post_json(&format!("/translation/quiz/{source}/unlink"), &json!({}));
    assert_eq!(ended.status, 200);
    assert_eq!(desk.state("quiz", &source), "missing");
    let again = desk.english.post_json(&format!("/translation/quiz/{source}/unlink"), &json!({}));
    assert_eq!(again.status, 404);
    assert_eq!(desk.database.count("SELECT count(*) FROM quiz"), 20);
}

#[test]
fn a_deleted_half_is_missing_and_can_be_replaced() {
    let mut desk = desk();
    desk.pair("avatar_messages");
    let (source, target) = (key(7, 1, 1), key(7, 2, 1));
    assert_eq!(desk.state("avatar_messages", &source), "done");
    let deleted = desk.nepali.delete(&format!("/avatar-message/{target}"));
    assert_eq!(deleted.status, 200);
    assert_eq!(desk.state("avatar_messages", &source), "missing");
    // Back from the trash, it is paired as before.
    let set =
        desk.database.text("SELECT change_set::text AS text FROM revision WHERE action = 'delete'");
    assert_eq!(desk.nepali.post_json(&format!("/trash/{set}/undo"), &json!({})).status, 200);
    assert_eq!(desk.state("avatar_messages", &source), "done");
    // While it is gone, another row may take its place.
    desk.nepali.delete(&format!("/avatar-message/{target}"));
    let other =
        desk.nepali.post_json("/avatar-message", &json!({"content": "कस्तो छ?", "live": true}));
    let id = other.json()["id"].as_str().unwrap().to_owned();
    let linked = desk.nepali.post_json(
        &format!("/translation/avatar_messages/{source}/link"),
        &json!({ "other": id, "equal": true }),
    );
    assert_eq!(linked.status, 200, "{}", linked.text());
    assert_eq!(desk.state("avatar_messages", &source), "done");
}

#[test]
fn what_has_no_translations_is_not_there() {
    let mut desk = desk();
    for path in ["/translation/about/1", "/translation/user/1", "/translation/quiz/nonsense"] {
        assert_eq!(desk.nepali.get(path).status, 404, "{path}");
        assert_eq!(desk.nepali.get(&format!("{path}/panel")).status, 404, "{path}");
    }
    assert_eq!(desk.nepali.get(&format!("/translation/quiz/{}", key(4, 1, 99))).status, 404);
}

#[test]
fn surveys_have_pairs_and_states() {
    let mut desk = desk();
    assert_eq!(desk.pair("survey"), 3);
    let source = key(6, 1, 1);
    assert_eq!(desk.state("survey", &source), "done");
    desk.database.execute(
        "UPDATE question SET option2 = 'Never' \
          WHERE \"surveyId\" = '60000000-0000-4000-8000-000000000101' AND sort_number = '0'",
    );
    assert_eq!(desk.state("survey", &source), "outdated");
    let page = desk.nepali.get(&format!("/translation/survey/{source}")).text().to_owned();
    assert!(page.contains("/survey-management/60000000-0000-4000-8000-000000000201/edit"));
    let still = desk.nepali.post_form(&format!("/translation/survey/{source}/still-correct"), &[]);
    assert_eq!(still.status, 303);
    assert_eq!(desk.state("survey", &source), "done");
}
