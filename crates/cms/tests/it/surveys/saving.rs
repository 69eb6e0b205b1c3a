//! What is stored, in the form that phones and the original have always read.

use domain::access::Role;
use serde_json::json;

use super::{create, room, stored, survey};
use crate::editors;
use crate::freshness::SOON;
use crate::services::{self, within};

#[test]
fn a_survey_is_stored_in_the_form_of_the_original() {
    let mut room = room();
    let id = stored(&mut room.editor);
    let row = room.editor.get_json(&format!("/survey/{id}")).json();
    assert_eq!(
        (&row["question"], &row["option1"], &row["response"]),
        (&json!(""), &json!(""), &json!(""))
    );
    assert_eq!(
        (&row["live"], &row["lang"], &row["is_multiple"]),
        (&json!(true), &json!("en"), &json!(true))
    );
    assert_eq!(row["isAgeRestricted"], json!(false));
    let questions = row["questions"].as_array().unwrap();
    let column = |name: &str| -> Vec<_> {
        questions.iter().map(|question| question[name].clone()).collect()
    };
    assert_eq!(column("sort_number"), [json!("0"), json!("1"), json!("2")]);
    assert_eq!(column("is_multiple"), [json!(true), json!(false), json!(true)]);
    let jumps = |texts: [&str; 5]| {
        let names = ["option1", "option2", "option3", "option4", "option5"];
        json!(names.into_iter().zip(texts).collect::<std::collections::BTreeMap<_, _>>())
    };
    assert_eq!(
        column("next_question"),
        [
            // Past the last question is the end, for the app.
            jumps(["", "3", "4", "", ""]),
            // A free text leads to the next one whatever is written.
            jumps(["3", "3", "3", "3", "3"]),
            jumps(["", "", "", "", ""]),
        ]
    );
    let texts = room.database.text(
        "SELECT string_agg(next_question::text, '' ORDER BY sort_number) AS text FROM question",
    );
    assert!(
        texts
            .starts_with(r#"{"option1":"","option2":"3","option3":"4","option4":"","option5":""}"#),
        "{texts}"
    );
}

#[test]
fn phones_get_a_change_within_two_seconds_from_both_services() {
    let mut room = room();
    let api = services::api(&room.database);
    let id = stored(&mut room.editor);
    let offered = |what: &str, expected: &dyn Fn(&str) -> bool| {
        for service in [&room.cms, &api] {
            within(SOON, what, || expected(service.get("/mobile/new-surveys/en").text()));
        }
    };
    offered("created", &|text| text.contains("Did you miss school?"));
    let body = room.cms.get("/mobile/new-surveys/en").json();
    assert_eq!(
        body[0]["questions"][0]["options"],
        json!([{"option1": "Yes"}, {"option2": "No"}, {"option3": "I left school"}])
    );
    assert_eq!(room.editor.put_json(&format!("/survey/{id}"), &json!({"live": false})).status, 200);
    offered("not live", &|text| text == "[]");
    assert_eq!(
        room.editor.put_json(&format!("/survey/{id}"), &json!({"live": "true"})).status,
        200
    );
    offered("live again", &|text| text.contains("Whom can you ask?"));
    assert_eq!(room.editor.delete(&format!("/survey/{id}")).status, 200);
    offered("deleted", &|text| text == "[]");
}

#[test]
fn a_form_of_the_original_is_taken() {
    let mut room = room();
    let id = stored(&mut room.editor);
    let row = room.editor.get_json(&format!("/survey/{id}")).json();
    let second = row["questions"][1]["id"].as_str().unwrap().to_owned();
    let third = row["questions"][2]["id"].as_str().unwrap().to_owned();
    // As its page sends it: bracket notation, texts for booleans, a list of removed questions.
    let fields = [
        ("live", "false"),
        ("questions[0][id]", row["questions"][0]["id"].as_str().unwrap()),
        ("questions[0][question]", "Did you miss school this month?"),
        ("questions[0][option1]", "Yes"),
        ("questions[0][option2]", "No"),
        ("questions[0][next_question][option1]", "2"),
        ("questions[0][next_question][option2]", ""),
        ("questions[0][is_multiple]", "true"),
        ("questions[0][sort_number]", "0"),
        ("questions[1][id]", &third),
        ("questions[1][question]", "Whom can you ask?"),
        ("questions[1][option1]", "Nobody"),
        ("questions[1][is_multiple]", "true"),
        ("questions[1][sort_number]", "1"),
        ("deletedQuestion[]", &second),
    ];
    let body = serde_urlencoded::to_string(fields).unwrap();
    let headers =
        [("Accept", "application/json"), ("Content-Type", "application/x-www-form-urlencoded")];
    let answer = room.editor.request("PUT", &format!("/survey/{id}"), &headers, body.as_bytes());
    assert_eq!(answer.status, 200, "{}", answer.text());
    let row = answer.json();
    assert_eq!(row["live"], json!(false));
    let texts: Vec<_> =
        row["questions"].as_array().unwrap().iter().map(|row| row["question"].clone()).collect();
    assert_eq!(texts, [json!("Did you miss school this month?"), json!("Whom can you ask?")]);
    assert_eq!(row["questions"][0]["next_question"]["option1"], json!("2"));
    assert_eq!(row["questions"][1]["option2"], json!(""));
    assert_eq!(room.database.count("SELECT count(*) FROM question"), 2);
}

#[test]
fn a_switch_alone_touches_nothing_else() {
    let mut room = room();
    let id = stored(&mut room.editor);
    let before = room.editor.get_json(&format!("/survey/{id}")).json();
    room.database
        .execute("UPDATE question SET response = 'kept', next_question = '{ \"option1\" : 2 }'");
    let after = room.editor.put_json(&format!("/survey/{id}"), &json!({"live": false})).json();
    assert_eq!(after["live"], json!(false));
    assert_eq!(after["date_created"], before["date_created"]);
    assert_eq!(
        room.database.count(
            "SELECT count(*) FROM question WHERE response = 'kept' AND next_question::text = '{ \"option1\" : 2 }'"
        ),
        3
    );
}

#[test]
fn each_rule_refuses_a_survey_and_nothing_is_stored() {
    let mut room = room();
    let id = stored(&mut room.editor);
    let before = room.editor.get_json(&format!("/survey/{id}")).json();
    let question = |fields: serde_json::Value| json!({ "questions": [fields, {"question": "last", "is_multiple": false}] });
    let eleven: Vec<_> =
        (0..11).map(|_| json!({"question": "q", "is_multiple": "false"})).collect();
    let cases = [
        (
            "no question",
            json!({ "questions": [], "deletedQuestion": before["questions"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect::<Vec<_>>() }),
        ),
        ("eleven", json!({ "questions": eleven })),
        ("no text", question(json!({"question": " ", "option1": "a"}))),
        ("long text", question(json!({"question": "x".repeat(66), "option1": "a"}))),
        ("no option", question(json!({"question": "q"}))),
        ("a gap", question(json!({"question": "q", "option1": "a", "option3": "c"}))),
        ("long option", question(json!({"question": "q", "option1": "x".repeat(21)}))),
        (
            "backward",
            question(json!({"question": "q", "option1": "a", "next_question": {"option1": "1"}})),
        ),
        (
            "too far",
            question(json!({"question": "q", "option1": "a", "next_question": {"option1": "9"}})),
        ),
        (
            "no number",
            question(
                json!({"question": "q", "option1": "a", "next_question": {"option1": "soon"}}),
            ),
        ),
        (
            "another's question",
            question(
                json!({"id": "30000000-0000-4000-8000-000000000009", "question": "q", "option1": "a"}),
            ),
        ),
        ("no id", question(json!({"id": "7", "question": "q", "option1": "a"}))),
        ("no level", json!({"ageRestrictionLevel": "old"})),
    ];
    for (what, body) in cases {
        let changed = room.editor.put_json(&format!("/survey/{id}"), &body);
        assert_eq!(changed.status, 400, "{what}: {}", changed.text());
        assert!(changed.json()["message"].is_string(), "{what}");
        if !matches!(what, "no level" | "another's question") {
            assert_eq!(room.editor.post_json("/survey", &body).status, 400, "{what}");
        }
        assert_eq!(room.editor.get_json(&format!("/survey/{id}")).json(), before, "{what}");
    }
    assert_eq!(room.database.count("SELECT count(*) FROM survey"), 1);
    // 65 and 20 of what a reader takes for characters.
    let nepali = question(json!({"question": "क्षि".repeat(65), "option1": "नि".repeat(20)}));
    assert_eq!(room.editor.put_json(&format!("/survey/{id}"), &nepali).status, 200);
}

#[test]
fn surveys_of_another_language_are_not_there() {
    let mut room = room();
    let id = stored(&mut room.editor);
    let row = format!("/survey/{id}");
    let mut nepali = editors::signed_in(&room.cms, &room.database, Role::Admin, "ne");
    for (what, status) in [
        ("read", nepali.get_json(&row).status),
        ("page", nepali.get(&format!("/survey-management/{id}/edit")).status),
        ("change", nepali.put_json(&row, &survey()).status),
        ("switch", nepali.put_json(&row, &json!({"live": false})).status),
        ("form", nepali.post_form(&row, &[("live", "")]).status),
        ("live", nepali.post_form(&format!("{row}/live?to=false"), &[]).status),
        ("prolong", nepali.post_form(&format!("{row}/prolong"), &[]).status),
        ("copy", nepali.post_form(&format!("{row}/duplicate"), &[]).status),
        ("delete", nepali.delete(&row).status),
        ("delete by form", nepali.post_form(&format!("{row}/delete"), &[]).status),
        (
            "bulk",
            nepali.post_json("/survey/bulk", &json!({"ids": [id], "action": "delete"})).status,
        ),
        ("history", nepali.get(&format!("/history/survey/{id}")).status),
    ] {
        assert_eq!(status, 404, "{what}");
    }
    assert_eq!(nepali.get_json("/survey").json(), json!([]));
    for odd in ["x", "7", "30000000-0000-4000-8000-000000000009"] {
        assert_eq!(room.editor.get_json(&format!("/survey/{odd}")).status, 404);
        assert_eq!(room.editor.delete(&format!("/survey/{odd}")).status, 404);
    }
    let own = create(
        &mut nepali,
        &json!({"lang": "en", "questions": [{"question": "किन?", "is_multiple": false}]}),
    );
    assert_eq!((&own["lang"], &own["live"]), (&json!("ne"), &json!(false)));
}

#[test]
fn questions_with_one_id_count_once_and_leave_one() {
    let mut room = room();
    let id = stored(&mut room.editor);
    // The original's table has no key.
    room.database.execute("INSERT INTO question SELECT * FROM question WHERE sort_number = '1'");
    let page = room.editor.get(&format!("/survey-management/{id}/edit"));
    assert_eq!(page.text().matches("survey-question-tools").count(), 3);
    let fields = super::form(page.text());
    let answer = super::send(&mut room.editor, &format!("/survey/{id}"), &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(room.database.count("SELECT count(*) FROM question"), 3);
}
