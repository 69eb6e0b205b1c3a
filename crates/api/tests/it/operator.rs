//! `api account …`: what an operator does where a girl cannot help herself.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::analytics::event_of;
use crate::phone::{ANSWER, Girl, PASSWORD};
use crate::service::{self, Service};

/// Runs the command on the database of `service`: whether it succeeded, and what it printed.
pub(crate) fn account(service: &Service, arguments: &[&str], input: &str) -> (bool, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_api"))
        .arg("account")
        .args(arguments)
        .env_clear()
        .envs(service::pairs(&service.database, &[]))
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that fails early does not read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(!log.contains("canary"), "{log}");
    (output.status.success(), String::from_utf8(output.stdout).unwrap())
}

fn store(girl: &Girl, text: &str) {
    let body = json!({"storeVersion": 3, "appState": json!({"note": text}).to_string()});
    assert_eq!(girl.phone.post("/account/replace-store", &body).status, 200);
}

fn note(service: &Service) -> Value {
    service.phone().login("canary-name", PASSWORD).json()["store"]["appState"]["note"].clone()
}

#[test]
fn a_girl_gets_back_what_somebody_else_has_ruined() {
    let service = Service::start();
    let girl = service.signed_up("canary-name");
    store(&girl, "hers");
    let (found, text) = account(&service, &["find"], "canary-name \n");
    assert!(found && text.contains(&girl.id) && text.contains("\tnone\n"), "{text}");
    assert!(!account(&service, &["restore-store", "--id", &girl.id], "").0, "nothing is kept yet");

    service.phone().reset_password("canary-name", ANSWER, PASSWORD);
    store(&girl, "ruined, and longer");
    let (_, text) = account(&service, &["find"], "canary-name");
    assert!(text.contains(" bytes of 20") && !text.contains("hers"), "{text}");
    assert!(account(&service, &["restore-store", "--id", &girl.id], "").0);
    assert_eq!(note(&service), "hers");
    // And back, in case that was wrong.
    assert!(account(&service, &["restore-store", "--id", &girl.id], "").0);
    assert_eq!(note(&service), "ruined, and longer");

    assert!(!account(&service, &["find"], "nobody").0);
    assert!(!account(&service, &["find"], "ab").0);
    let nobody = uuid::Uuid::new_v4().to_string();
    assert!(!account(&service, &["restore-store", "--id", &nobody], "").0);
}

#[test]
fn who_cannot_do_it_herself_gets_her_data_and_is_deleted() {
    let service = Service::start();
    let girl = service.signed_up("canary-name");
    store(&girl, "hers");
    let events = json!({"events": [event_of("SHARE_APP", &json!({}))]});
    girl.phone.post("/analytics/append-events", &events);

    let (done, text) = account(&service, &["export", "--id", &girl.id], "");
    let file: Value = serde_json::from_str(&text).unwrap();
    assert!(done && file["account"]["id"] == girl.id.as_str());
    assert_eq!(
        (&file["store"]["appState"]["note"], file["events"].as_array().unwrap().len()),
        (&json!("hers"), 1)
    );
    assert!(!text.contains("$2b$"), "no hash leaves");

    assert!(account(&service, &["delete", "--id", &girl.id], "").0);
    let left = "SELECT (SELECT count(*) FROM oky_user) + (SELECT count(*) FROM app_event) AS count";
    assert_eq!(service.database.count(left), 0);
    let recorded = "SELECT count(*) FROM erased_person WHERE record_due IS NULL";
    assert_eq!(service.database.count(recorded), 1, "the record outside is written");
    assert!(!account(&service, &["delete", "--id", &girl.id], "").0, "there is nobody any more");
    assert!(!account(&service, &["export", "--id", &girl.id], "").0);
}
