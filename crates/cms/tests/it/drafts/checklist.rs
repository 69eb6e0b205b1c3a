//! What to look at before publishing.

use serde_json::{Value, json};

use super::room;

fn texts(list: &Value) -> Vec<(String, String)> {
    let checks = list["checks"].as_array().unwrap();
    let text = |check: &Value, name: &str| check[name].as_str().unwrap().to_owned();
    checks.iter().map(|check| (text(check, "finding"), text(check, "text"))).collect()
}

#[test]
fn what_stands_in_the_way_is_told_before_it_does() {
    let mut room = room(false);
    let quiz = json!({"topic": "t", "question": "q", "option1": "a", "option2": "b",
        "option3": "b", "right_answer": "2", "right_answer_response": "See https://example.org."});
    let begun = room.sita.post_json("/quiz/new-draft", &quiz).json();
    let id = begun["id"].as_str().unwrap().to_owned();
    let path = format!("/checklist/quiz/{id}");
    let list = room.sita.get_json(&path).json();
    let found = texts(&list);
    let has = |finding: &str, part: &str| {
        assert!(found.iter().any(|(f, t)| f == finding && t.contains(part)), "{part}: {found:?}");
    };
    has("wrong", "Reply to a wrong answer");
    has("wrong", "Option 3");
    has("good", "The right answer is “b”");
    has("look", "A mark sticks to an address");
    assert_eq!(list["links"], 1);
    let form = room.sita.get(&format!("/quiz-management/{id}/edit")).text().to_owned();
    assert!(form.contains(&format!("hx-get=\"{path}\"")), "the form asks for it");
    let fragment = room.sita.request("GET", &path, &[("hx-request", "true")], b"");
    assert!(fragment.text().contains("id=\"checklist\""), "{}", fragment.text());
    assert_eq!(room.sita.get_json("/checklist/quiz/nothing").status, 404);
}

#[test]
fn a_recording_of_another_text_is_noticed() {
    let mut desk = crate::content::desk();
    let article = desk.article("Spoken");
    let id = crate::content::id(&article);
    let path = format!("/checklist/article/{id}");
    let found = texts(&desk.editor.get_json(&path).json());
    assert!(found.iter().any(|(_, text)| text.contains("no recording")), "{found:?}");
    desk.database.execute("UPDATE article SET \"voiceOverKey\" = 'a.mp3'");
    let found = texts(&desk.editor.get_json(&path).json());
    assert!(found.contains(&("good".to_owned(), "There is a recording.".to_owned())), "{found:?}");
    desk.editor.post_json(&format!("/articles/{id}/draft"), &json!({"article_text": "Other."}));
    let found = texts(&desk.editor.get_json(&path).json());
    assert!(found.iter().any(|(_, text)| text.contains("says the old one")), "{found:?}");
}

#[test]
fn links_within_the_services_own_network_are_never_asked() {
    let mut room = room(false);
    let text = format!("Here: http://127.0.0.1:{}/health and http://169.254.169.254/latest", 5000);
    let fact = json!({"title": "t", "content": text});
    let id = room.sita.post_json("/didyouknow/new-draft", &fact).json()["id"].clone();
    let path = format!("/checklist/did_you_know/{}/links", id.as_str().unwrap());
    let found = room.sita.post_json(&path, &json!({})).json();
    let found: Vec<&str> =
        found.as_array().unwrap().iter().map(|link| link["found"].as_str().unwrap()).collect();
    assert_eq!(found, ["notpublic", "notpublic"]);
}
