//! After a deletion nothing is left of a girl: not in a table, not in a dump of the database.

use std::path::Path;
use std::process::Command;

use db::statistics;
use domain::account::name_hash;
use serde_json::{Value, json};

use crate::analytics::event_of;
use crate::operator;
use crate::phone::{ANSWER, Girl, PASSWORD};
use crate::service::Service;

const SISTER: &str = "her-sister";

const SURVEY: &str = "30000000-0000-4000-8000-0000000000a1";
const QUESTION: &str = "50000000-0000-4000-8000-0000000000a1";
const QUIZ: &str = "40000000-0000-4000-8000-000000000001";

/// Everything that can be known about a girl, marked so that it can be looked for: texts of
/// hers begin with `canary`.
fn a_girl_with_a_past(service: &Service) -> Girl {
    let girl = Girl::sign_up(&service.phone(), "canary-name");
    let sister = service.girl(SISTER);
    let store =
        |text: &str| json!({"storeVersion": 3, "appState": json!({"note": text}).to_string()});
    let send = |girl: &Girl, event: Value| {
        assert_eq!(
            girl.phone.post("/analytics/append-events", &json!({"events": [event]})).status,
            200
        );
    };

    // Wrong tries, right ones, a reset with a kept store, and a store after it.
    girl.phone.post("/account/replace-store", &store("canary-kept-store"));
    service.phone().login("canary-name", "canary-wrong-password");
    service.phone().reset_password("canary-name", "canary-wrong-answer", "x");
    assert_eq!(service.phone().reset_password("canary-name", ANSWER, PASSWORD).status, 200);
    girl.session();
    girl.phone.post("/account/replace-store", &store("canary-store"));
    girl.phone
        .post("/account/update-verified-dates", &json!({"metadata": {"city": "canary-metadata"}}));

    // Events: by her token in another spelling, by ids inside payloads and metadata, of a
    // sister's phone and of nobody's.
    let shouted = girl.id.to_uppercase();
    let by_token = Girl {
        phone: service.phone().with_token(&crate::token::of(&shouted)),
        ..service.girl("unused")
    };
    send(&by_token, event_of("SHARE_APP", &json!({"a": "canary-event-1"})));
    send(
        &girl,
        event_of(
            "ANSWER_SURVEY",
            &json!({"id": "canary-survey", "user_id": girl.id, "a": "canary-event-2"}),
        ),
    );
    let question = json!({"questionId": QUESTION, "answerID": 0, "response": "canary-response"});
    let answered = json!({"id": SURVEY, "user_id": girl.id, "isSurveyAnswered": true, "questions": [question]});
    send(&girl, event_of("ANSWER_SURVEY", &answered));
    let right = json!({"id": QUIZ, "userID": girl.id, "answerID": 1, "isCorrect": true, "a": "canary-event-7"});
    send(&girl, event_of("ANSWER_QUIZ", &right));
    send(
        &sister,
        event_of(
            "ANSWER_QUIZ",
            &json!({"id": "q", "userID": girl.id.replace('-', ""), "a": "canary-event-3"}),
        ),
    );
    let mut by_metadata = event_of("SET_LOCALE", &json!({"a": "canary-event-4"}));
    by_metadata["metadata"] = json!({"user": shouted, "deviceId": "canary-device"});
    send(&sister, by_metadata);
    let nobody = Girl { phone: service.phone(), ..service.girl("unused too") };
    send(
        &nobody,
        event_of("ANSWER_QUIZ", &json!({"id": "q", "user_id": girl.id, "a": "canary-event-5"})),
    );
    send(&nobody, event_of("SHARE_APP", &json!({"user_id": girl.id, "a": "canary-event-6 \0"})));

    // Messages, written under her name as her phone has it.
    for name in ["canary-name", "canary-name ", "\u{feff}canary-name\u{a0}"] {
        let message = json!({"name": name, "dateRec": "2026-01-01", "organization": "user", "platform": "mobile",
            "reason": "canary-reason", "email": "NA", "status": "open", "content": "canary-message", "lang": "en"});
        assert_eq!(service.phone().post("/mobile/suggestions", &message).status, 200);
    }

    // What is not about her stays.
    send(
        &sister,
        event_of("ANSWER_QUIZ", &json!({"id": "q", "user_id": sister.id, "a": "of her sister"})),
    );
    let message = json!({"name": SISTER, "dateRec": "2026-01-01", "organization": "user", "platform": "mobile",
        "reason": "thanks", "email": "NA", "status": "open", "content": "of her sister", "lang": "en"});
    assert_eq!(service.phone().post("/mobile/suggestions", &message).status, 200);
    girl
}

/// What statistics know: shares, answers to a quiz, people who answered a survey, and how.
fn totals(service: &Service) -> [u64; 4] {
    let mut connection = service.database.connection();
    let uuid = |text: &str| text.parse::<uuid::Uuid>().unwrap();
    let shares = statistics::shares(&mut connection, None, None).unwrap();
    let quizzes = statistics::quiz_answers(&mut connection).unwrap();
    let responses = statistics::responses(&mut connection).unwrap();
    let answers = statistics::answers(&mut connection, uuid(SURVEY)).unwrap();
    [
        shares.iter().map(|(_, events)| events).sum(),
        quizzes[&uuid(QUIZ)].correct,
        responses.iter().map(|response| response.people).sum(),
        answers.iter().map(|answer| answer.people).sum(),
    ]
}

#[test]
fn deleting_by_password_leaves_no_trace() {
    let service = Service::start();
    let girl = a_girl_with_a_past(&service);
    let body = json!({"name": "canary-name", "password": PASSWORD});
    assert_eq!(service.phone().post("/account/delete-from-password", &body).status, 200);
    nothing_is_left(&service, &girl);
}

#[test]
fn deleting_by_token_leaves_no_trace() {
    let service = Service::start();
    let girl = a_girl_with_a_past(&service);
    assert_eq!(
        service
            .phone()
            .with_token(&crate::token::of(&girl.id))
            .post("/account/delete", &json!({}))
            .status,
        200
    );
    nothing_is_left(&service, &girl);
}

#[test]
fn deleting_on_the_page_leaves_no_trace() {
    let service = Service::start();
    let girl = a_girl_with_a_past(&service);
    let form = format!("name=canary-name&password={}&confirmed=yes", PASSWORD.replace(' ', "+"));
    let request = service.phone().request("POST", "/delete-account");
    let answer =
        request.header("Content-Type", "application/x-www-form-urlencoded").body(form).send();
    assert_eq!(answer.status, 200);
    nothing_is_left(&service, &girl);
}

#[test]
fn deleting_by_an_operator_leaves_no_trace() {
    let service = Service::start();
    let girl = a_girl_with_a_past(&service);
    assert!(operator::account(&service, &["delete", "--id", &girl.id], "").0);
    nothing_is_left(&service, &girl);
}

fn nothing_is_left(service: &Service, girl: &Girl) {
    assert_eq!(totals(service), [2, 1, 1, 1], "what happened has happened");
    let database = &service.database;
    for table in ["account_reset", "kept_store", "survey_completion"] {
        assert_eq!(database.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
    }
    assert_eq!(database.count("SELECT count(*) FROM sign_in_failure"), 0);
    assert_eq!(database.count("SELECT count(*) FROM known_address"), 0);
    assert_eq!(database.count("SELECT count(*) FROM oky_user"), 3);
    assert_eq!(database.count("SELECT count(*) FROM app_event"), 1);
    assert_eq!(database.count("SELECT count(*) FROM suggestion"), 1);

    let dump = dump_of(service);
    assert!(dump.contains("of her sister"), "a dump with something in it");
    let dump = dump.to_lowercase();
    let token = girl.token.to_lowercase();
    for trace in [
        "canary",
        "127.0.0.1",
        &token,
        &girl.id,
        &girl.id.replace('-', ""),
        &name_hash("canary-name"),
    ] {
        let at = dump.find(trace);
        assert!(
            at.is_none(),
            "{trace}: {}",
            &dump[at.unwrap_or_default()..].lines().next().unwrap()
        );
    }
}

fn dump_of(service: &Service) -> String {
    let settings = service.database.settings();
    let output = Command::new(pg_dump())
        .args([
            "-h",
            &settings.host,
            "-p",
            &settings.port.to_string(),
            "-U",
            &settings.username,
            &settings.name,
        ])
        .env("PGPASSWORD", settings.password.expose())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The program of the newest version that Debian has installed, else the one on the path.
fn pg_dump() -> String {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let found = versions
        .map(|version| version.path().join("bin/pg_dump"))
        .filter(|file| Path::exists(file))
        .max();
    found.map_or_else(|| "pg_dump".to_owned(), |file| file.display().to_string())
}
