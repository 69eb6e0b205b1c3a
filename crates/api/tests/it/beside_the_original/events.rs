//! Events, and the views in which the original looks at them.

use serde_json::{Value, json};
use testkit::Original;
use testkit::database::SCHEMA;

use crate::service::Service;

const SURVEY: &str = "30000000-0000-4000-8000-0000000000a1";

/// Every type that phones send and both keep, as they send it.
fn queue(user: &str) -> Vec<Value> {
    let metadata =
        json!({"date": "2026-01-02T03:04:05.000Z", "user": user, "deviceId": "test-device-1"});
    let event = |number: u32, kind: &str, payload: Value| json!({"id": format!("20000000-0000-4000-8000-{number:012}"), "type": kind, "payload": payload, "metadata": metadata});
    let answered = json!([{"questionId": "50000000-0000-4000-8000-0000000000a1", "question": "Do you?", "answerID": 0,
        "answer": "Yes", "response": "", "isMultiple": true}]);
    vec![
        event(
            1,
            "ANSWER_SURVEY",
            json!({"id": SURVEY, "user_id": user, "isCompleted": true, "isSurveyAnswered": true,
            "live": true, "questions": answered, "utcDateTime": "2026-01-02T03:04:05.000Z"}),
        ),
        event(
            2,
            "ANSWER_QUIZ",
            json!({"id": "40000000-0000-4000-8000-000000000001", "question": "?", "answerID": 2,
            "emoji": "", "answer": "b", "isCorrect": true, "response": "Right", "userID": user,
            "utcDateTime": "2026-01-02T03:04:05.000Z"}),
        ),
        event(3, "SET_THEME", json!({"theme": "hills"})),
        event(4, "SET_LOCALE", json!({"locale": "ne"})),
        event(5, "SHARE_APP", json!({})),
    ]
}

/// The one statement with which the original stores a whole queue.
fn appends(original: &Original<'_>, events: &[Value], user: Option<&str>) {
    let user = user.map_or_else(|| "DEFAULT".to_owned(), |user| format!("'{user}'"));
    let rows: Vec<String> = events
        .iter()
        .map(|event| {
            let text = |key: &str| event[key].as_str().unwrap().to_owned();
            format!(
                "(DEFAULT, '{}', '{}', '{}', '{}', {user}, DEFAULT)",
                text("id"),
                text("type"),
                event["payload"],
                event["metadata"]
            )
        })
        .collect();
    original.execute(&format!(
        r#"INSERT INTO "{SCHEMA}"."app_event"("id", "local_id", "type", "payload", "metadata", "user_id", "created_at")
           VALUES {} ON CONFLICT ("local_id") DO NOTHING"#,
        rows.join(", ")
    ));
}

/// All that the original can see of the events, but their numbers and times.
fn seen(original: &Original<'_>) -> Vec<Option<String>> {
    original.reads(
        "SELECT concat_ws(' ', local_id, type, payload, metadata, coalesce(user_id, '(null)')) AS text FROM app_event ORDER BY local_id",
    )
}

#[test]
fn the_rows_of_both_are_alike() {
    let service = Service::start();
    let original = Original::on(&service.database);
    let girl = service.girl("test-girl-1");
    for (phone, user) in [(&girl.phone, Some(girl.id.as_str())), (&service.phone(), None)] {
        let events = queue(&girl.id);
        appends(&original, &events, user);
        let by_the_original = seen(&original);
        service.database.execute("DELETE FROM app_event");
        assert_eq!(phone.post("/analytics/append-events", &json!({"events": events})).status, 200);
        assert_eq!(seen(&original), by_the_original);
        let times = "SELECT bool_and(abs(extract(epoch FROM created_at - (now() AT TIME ZONE 'UTC'))) < 300)::text AS text FROM app_event";
        assert_eq!(original.reads(times), [Some("true".to_owned())]);
        service.database.execute("DELETE FROM app_event");
    }
}

#[test]
fn a_queue_that_is_sent_to_both_is_stored_once() {
    let service = Service::start();
    let original = Original::on(&service.database);
    let girl = service.girl("test-girl-1");
    let events = queue(&girl.id);
    let (first, second) = events.split_at(3);
    appends(&original, first, Some(&girl.id));
    let both = girl.phone.post("/analytics/append-events", &json!({"events": events}));
    assert_eq!((both.status, both.json()["events"].as_array().unwrap().len()), (200, 5));
    appends(&original, second, Some(&girl.id));
    assert_eq!(service.database.count("SELECT count(*) FROM app_event"), 5);
    // And counted once each, whoever came first.
    let mut connection = service.database.connection();
    let shares = db::statistics::shares(&mut connection, None, None).unwrap();
    assert_eq!(shares.iter().map(|(_, events)| events).sum::<u64>(), 1);
    let quizzes = db::statistics::quiz_answers(&mut connection).unwrap();
    assert_eq!(quizzes.values().map(|quiz| quiz.correct).sum::<u64>(), 1);
}

#[test]
fn the_originals_views_and_surveys_know_our_rows() {
    let service = Service::start();
    let original = Original::on(&service.database);
    let girl = service.girl("test-girl-1");
    let events = queue(&girl.id);
    assert_eq!(girl.phone.post("/analytics/append-events", &json!({"events": events})).status, 200);
    let row = |query: &str| {
        serde_json::from_str::<Value>(original.reads(query)[0].as_ref().unwrap()).unwrap()
    };
    let quiz = row("SELECT row_to_json(answered_quizzes)::text AS text FROM answered_quizzes");
    assert_eq!(
        quiz,
        json!({"id": "40000000-0000-4000-8000-000000000001", "question": "?", "iscorrect": "true",
        "answerid": "2", "answer": "b", "date": "2026-01-02T03:04:05.000Z"})
    );
    let survey = row("SELECT row_to_json(answered_surveys)::text AS text FROM answered_surveys");
    for (column, value) in [
        ("id", json!(SURVEY)),
        ("user_id", json!(girl.id)),
        ("iscompleted", json!("true")),
        ("issurveyanswered", json!("true")),
    ] {
        assert_eq!(survey[column], value, "{column}");
    }
    let questions: Value = serde_json::from_str(survey["questions"].as_str().unwrap()).unwrap();
    assert_eq!(questions, events[0]["payload"]["questions"]);
    // Its statistics join them to the account.
    let joined = "SELECT count(*)::text AS text FROM answered_surveys
                  INNER JOIN oky_user ON TRIM(oky_user.id::text)::uuid = TRIM(answered_surveys.user_id)::uuid
                  WHERE answered_surveys.issurveyanswered = 'true'";
    assert_eq!(original.reads(joined), [Some("1".to_owned())]);
}

/// A survey that she answered while the original was there is not asked again by us.
#[test]
fn we_know_which_surveys_the_original_has_seen_answered() {
    let service = Service::start();
    let original = Original::on(&service.database);
    let girl = service.girl("test-girl-1");
    original.execute(&format!(
        r#"INSERT INTO "{SCHEMA}"."survey"("id", "question", "option1", "option2", "option3", "option4", "option5", "response",
               "is_multiple", "live", "date_created", "lang", "isAgeRestricted", "ageRestrictionLevel", "contentFilter")
           VALUES ('{SURVEY}', '', '', '', '', '', '', '', true, true, DEFAULT, 'en', false, DEFAULT, DEFAULT);
           INSERT INTO "{SCHEMA}"."question"("id", "question", "option1", "option2", "option3", "option4", "option5", "response",
               "is_multiple", "next_question", "sort_number", "surveyId")
           VALUES ('50000000-0000-4000-8000-0000000000a1', 'Do you?', 'Yes', 'No', '', '', '', '', true, '{{"option1":"","option2":""}}', '0', '{SURVEY}')"#
    ));
    let offered = || {
        let answer = service.phone().get(&format!("/mobile/new-surveys/en?user_id={}", girl.id));
        answer.text().contains(SURVEY)
    };
    let began = std::time::Instant::now();
    while !offered() {
        assert!(began.elapsed().as_secs() < 10, "the original's survey is not offered");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    appends(&original, &queue(&girl.id)[..1], Some(&girl.id));
    assert!(!offered());
}
