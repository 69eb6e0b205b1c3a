//! The page on which a survey is written, as a browser without scripts uses it.

use serde_json::json;

use super::{answer, form, room, send, stored, with};

#[test]
fn a_survey_is_written_without_scripts() {
    let mut room = room();
    let page = room.editor.get("/survey-management/new");
    assert_eq!(page.status, 200, "{}", page.text());
    let fields = with(
        &form(page.text()),
        &[
            ("questions[0][question]", "First?"),
            ("questions[0][option1]", "Yes"),
            ("questions[0][option2]", "No"),
            ("action", "add:0"),
        ],
    );
    let page = send(&mut room.editor, "/survey-management/arrange", &fields);
    assert_eq!(page.status, 200);
    assert!(page.text().contains("First?") && page.text().contains("id=\"question-2\""));
    // The new one is written, becomes free text, and the first leads past it.
    let fields = with(
        &form(page.text()),
        &[
            ("questions[1][question]", "Second?"),
            ("questions[1][is_multiple]", "false"),
            ("action", "add:1"),
        ],
    );
    let page = send(&mut room.editor, "/survey-management/arrange", &fields);
    let fields = with(
        &form(page.text()),
        &[
            ("questions[2][question]", "Third?"),
            ("questions[2][is_multiple]", "false"),
            ("questions[0][next_question][option2]", "3"),
            ("action", "up:2"),
        ],
    );
    let page = send(&mut room.editor, "/survey-management/arrange", &fields);
    // The third is the second now, and the jump has followed it.
    let fields = form(page.text());
    let value = |name: &str| {
        fields
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
            .unwrap_or("-")
    };
    assert_eq!(value("questions[1][question]"), "Third?");
    assert_eq!(value("questions[0][next_question][option2]"), "2");
    let saved = send(&mut room.editor, "/survey", &with(&fields, &[("live", "true")]));
    assert_eq!(saved.status, 303, "{}", saved.text());
    let stored = room.editor.get_json("/survey").json();
    let texts: Vec<_> = stored[0]["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["question"].clone())
        .collect();
    assert_eq!(texts, [json!("First?"), json!("Third?"), json!("Second?")]);
    // Back on its page, one is removed: it goes when the form is saved, not before.
    let path = saved.header("location").unwrap().to_owned();
    let page = room.editor.get(&path);
    let fields = with(&form(page.text()), &[("action", "remove:1")]);
    let page = send(&mut room.editor, "/survey-management/arrange", &fields);
    assert_eq!(room.database.count("SELECT count(*) FROM question"), 3);
    let id = stored[0]["id"].as_str().unwrap();
    let saved = send(&mut room.editor, &format!("/survey/{id}"), &form(page.text()));
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(room.database.count("SELECT count(*) FROM question"), 2);
}

#[test]
fn mistakes_stand_beside_their_fields_and_the_text_stays() {
    let mut room = room();
    let answer = room.editor.post_form(
        "/survey",
        &[
            ("questions[0][question]", "A question that stays?"),
            ("questions[0][option1]", "a"),
            ("questions[0][option3]", "c"),
            ("questions[0][next_question][option1]", "1"),
            ("questions[1][question]", ""),
            ("questions[1][is_multiple]", "false"),
        ],
    );
    assert_eq!(answer.status, 400);
    let text = answer.text();
    assert!(text.contains("A question that stays?"));
    for mistake in [
        "Fill this option, or move the ones below it up",
        "An option can only lead to a later question.",
        "Write the question, or remove it.",
    ] {
        assert!(text.contains(mistake), "{mistake}");
    }
    assert_eq!(room.database.count("SELECT count(*) FROM survey"), 0);
}

#[test]
fn questions_that_nobody_reaches_are_told() {
    let mut room = room();
    let page = room.editor.post_form(
        "/survey-management/arrange",
        &[
            ("questions[0][question]", "First?"),
            ("questions[0][option1]", "a"),
            ("questions[0][next_question][option1]", "3"),
            ("questions[1][question]", "Never?"),
            ("questions[1][is_multiple]", "false"),
            ("questions[2][question]", "Last?"),
            ("questions[2][is_multiple]", "false"),
        ],
    );
    assert!(page.text().contains("No answer leads to: 2."), "{}", page.text());
}

#[test]
fn two_editors_of_one_survey_lose_nothing() {
    let mut room = room();
    let id = stored(&mut room.editor);
    let path = format!("/survey/{id}");
    let page = room.editor.get(&format!("/survey-management/{id}/edit"));
    let mine = with(&form(page.text()), &[("questions[0][question]", "My words?")]);
    // Somebody else is quicker; also a change made outside of the cms counts.
    room.database.execute("UPDATE question SET question = 'Their words?' WHERE sort_number = '1'");
    let conflict = send(&mut room.editor, &path, &mine);
    assert_eq!(conflict.status, 409);
    assert!(conflict.text().contains("My words?") && conflict.text().contains("Their words?"));
    assert_eq!(
        room.database.count("SELECT count(*) FROM question WHERE question = 'My words?'"),
        0
    );
    let saved = send(&mut room.editor, &path, &form(conflict.text()));
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(
        room.database.count("SELECT count(*) FROM question WHERE question = 'My words?'"),
        1
    );
    // A program that says which version it has seen is told too.
    let stale = json!({"version": "0".repeat(32), "live": false});
    assert_eq!(room.editor.put_json(&path, &stale).status, 409);
    let history = room.editor.get(&format!("/history/survey/{id}"));
    assert_eq!(history.status, 200);
    // What was changed outside is a revision of its own.
    let revisions = "SELECT count(*) FROM revision WHERE action IN ('create', 'outside', 'update')";
    assert_eq!(room.database.count(revisions), 3);
}

#[test]
fn answered_questions_change_only_when_she_means_it() {
    let mut room = room();
    let id = stored(&mut room.editor);
    answer(&room.database, &id, 3);
    let path = format!("/survey/{id}");
    let page = room.editor.get(&format!("/survey-management/{id}/edit"));
    assert!(page.text().contains("Girls have answered this survey"));
    assert!(page.text().contains("fewer than 10"), "the number itself is nobody's business");
    let fields = form(page.text());
    // A jump is no change of a question.
    let jump = with(&fields, &[("questions[0][next_question][option1]", "3")]);
    assert_eq!(send(&mut room.editor, &path, &jump).status, 303);
    let page = room.editor.get(&format!("/survey-management/{id}/edit"));
    let changed = with(&form(page.text()), &[("questions[0][question]", "Something else?")]);
    let asked = send(&mut room.editor, &path, &changed);
    assert_eq!(asked.status, 200);
    assert!(asked.text().contains("Change questions that have been answered?"));
    let count = |text: &str| {
        room.database.count(&format!("SELECT count(*) FROM question WHERE question = '{text}'"))
    };
    assert_eq!(count("Something else?"), 0);
    let accepted = with(&form(asked.text()), &[("accepted", "true")]);
    assert_eq!(send(&mut room.editor, &path, &accepted).status, 303);
    assert_eq!(count("Something else?"), 1);
}

#[test]
fn surveys_of_the_old_kind_are_shown_and_kept() {
    let mut room = room();
    room.database.execute(include_str!("../mobile/rows/surveys.sql"));
    let id = "30000000-0000-4000-8000-000000000001";
    let page = room.editor.get(&format!("/survey-management/{id}/edit"));
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Second by question?") && page.text().contains("thanks"));
    assert!(!page.text().contains("id=\"survey-form\""));
    let before = room
        .database
        .text("SELECT row_to_json(survey)::text AS text FROM survey WHERE question LIKE 'Second%'");
    assert_eq!(room.editor.post_form(&format!("/survey/{id}/live?to=false"), &[]).status, 303);
    let after = room
        .database
        .text("SELECT row_to_json(survey)::text AS text FROM survey WHERE question LIKE 'Second%'");
    assert_eq!(after, before.replace("\"live\":true", "\"live\":false"));
    // A copy is one of today's.
    let copied = room.editor.post_form(&format!("/survey/{id}/duplicate"), &[]);
    assert_eq!(copied.status, 303);
    let copy = copied.header("location").unwrap().split('/').nth(2).unwrap();
    let row = room.editor.get_json(&format!("/survey/{copy}")).json();
    assert_eq!((&row["question"], &row["live"]), (&json!(""), &json!(false)));
    assert_eq!(row["questions"][0]["question"], json!("Second by question?"));
    assert_eq!(row["questions"][0]["option2"], json!("B"));
}
