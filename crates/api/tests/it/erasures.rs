//! What stays of a deletion: a record that nobody can read, and that a restored database is
//! held against.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use api::erasures::{Replayed, replay, write_due};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::analytics::event_of;
use crate::phone::{Girl, PASSWORD, signup_body};
use crate::service::Service;

fn service(folder: &TempDir) -> Service {
    Service::with(&[("STORAGE_DIR", folder.path().to_str().unwrap())])
}

fn delete(girl: &Girl) {
    assert_eq!(girl.phone.post("/account/delete", &json!({})).status, 200);
}

fn send_event(girl: &Girl) {
    let body = json!({"events": [event_of("SHARE_APP", &json!({}))]});
    let answer = girl.phone.post("/analytics/append-events", &body);
    // Anything else would have her phone send the same for ever.
    assert_eq!((answer.status, answer.json()["events"].as_array().unwrap().len()), (200, 1));
}

/// Every record, with its path.
fn records(folder: &Path) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(inner).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.push((name, serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()));
            }
        }
    }
    found
}

fn wait_for_records(folder: &TempDir, count: usize) -> Vec<(String, Value)> {
    let begin = Instant::now();
    loop {
        let found = records(folder.path());
        if found.len() == count {
            return found;
        }
        assert!(begin.elapsed() < Duration::from_secs(10), "{found:?}");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_record_is_written_that_says_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let service = service(&folder);
    let girl = Girl::sign_up(&service.phone(), "canary-name");
    send_event(&girl);
    delete(&girl);
    let found = wait_for_records(&folder, 1);
    let (path, record) = &found[0];
    let person = record["person"].as_str().unwrap();
    let at = record["erased_at"].as_str().unwrap();
    assert_eq!(path, &format!("erasures/{}/{}/{person}.json", &at[..4], &at[5..7]));
    assert_eq!((person.len(), record["name"].as_str().unwrap().len()), (64, 64));
    let names: Vec<&String> = record.as_object().unwrap().keys().collect();
    assert_eq!(names, ["erased_at", "name", "person", "version"]);
    let text = record.to_string();
    for readable in [&girl.id, &girl.name, &domain::account::name_hash("canary-name")] {
        assert!(!text.contains(readable.as_str()) && !path.contains(readable.as_str()));
    }
    // Somebody else's deletion is another record; a token without an account is none.
    let other = service.signed_up("other");
    assert_eq!(
        service
            .phone()
            .post("/account/delete-from-password", &json!({"name": "other", "password": PASSWORD}))
            .status,
        200
    );
    wait_for_records(&folder, 2);
    delete(&other);
    assert_eq!(service.database.count("SELECT count(*) FROM erased_person"), 2);
    let stranger = crate::token::of(&uuid::Uuid::new_v4().to_string());
    service.phone().with_token(&stranger).post("/account/delete", &json!({}));
    assert_eq!(service.database.count("SELECT count(*) FROM erased_person"), 2);
}

#[test]
fn what_her_phone_still_sends_is_not_stored() {
    let folder = tempfile::tempdir().unwrap();
    let service = service(&folder);
    let body = signup_body("girl");
    let signed_up = |body: &Value| {
        let session = service.phone().post("/account/signup", body).json();
        let token = session["appToken"].as_str().unwrap().to_owned();
        Girl {
            id: session["user"]["id"].as_str().unwrap().to_owned(),
            name: "girl".to_owned(),
            phone: service.phone().with_token(&token),
            token,
        }
    };
    let events = || service.database.count("SELECT count(*) FROM app_event");
    let girl = signed_up(&body);
    let other = service.signed_up("other");
    send_event(&girl);
    delete(&girl);
    assert_eq!(events(), 0);
    send_event(&girl);
    assert_eq!(events(), 0);
    send_event(&other);
    assert_eq!(events(), 1);

    // She comes back with the same phone.
    let again = signed_up(&body);
    assert_eq!(again.id, girl.id);
    send_event(&again);
    assert_eq!(events(), 2);
    // And goes once more.
    delete(&again);
    send_event(&again);
    assert_eq!(events(), 1);
}

#[actix_web::test]
async fn a_storage_that_is_away_loses_no_record() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("storage");
    std::fs::write(&blocked, "not a folder").unwrap();
    let service = Service::with(&[("STORAGE_DIR", blocked.to_str().unwrap())]);
    let girl = service.signed_up("girl");
    delete(&girl);
    let due = "SELECT count(*) FROM erased_person WHERE record_due IS NOT NULL";
    assert_eq!(service.database.count(due), 1);
    assert_eq!(write_due(&service.context).await.unwrap(), 0);

    std::fs::remove_file(&blocked).unwrap();
    service
        .database
        .execute("UPDATE erased_person SET record_due = now() WHERE record_due > now()");
    // Either this call writes it, or the one that follows the deletion was still at it.
    write_due(&service.context).await.unwrap();
    let begin = Instant::now();
    while service.database.count(due) > 0 {
        assert!(begin.elapsed() < Duration::from_secs(10));
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(records(&blocked).len(), 1);
}

#[actix_web::test]
async fn a_restored_database_forgets_again() {
    let folder = tempfile::tempdir().unwrap();
    let service = service(&folder);
    let gone = service.signed_up("gone");
    let stays = service.signed_up("stays");
    let body = signup_body("returns");
    let first = service.phone().post("/account/signup", &body).json();
    send_event(&gone);
    send_event(&stays);
    service.database.execute(
        "CREATE TABLE kept_users AS SELECT * FROM oky_user; \
         CREATE TABLE kept_events AS SELECT local_id, type, payload, metadata, user_id FROM app_event",
    );
    delete(&gone);
    let token = first["appToken"].as_str().unwrap();
    let returning = service.phone().with_token(token);
    assert_eq!(returning.post("/account/delete", &json!({})).status, 200);
    wait_for_records(&folder, 2);

    // The database as it was before, and a girl who has signed up once more since.
    service.database.execute(
        "TRUNCATE oky_user, app_event, erased_person; \
         INSERT INTO oky_user SELECT * FROM kept_users; \
         INSERT INTO app_event (local_id, type, payload, metadata, user_id) SELECT * FROM kept_events; \
         UPDATE oky_user SET date_account_saved = now() + interval '1 minute' WHERE id::text = (SELECT id::text FROM oky_user WHERE \"nameHash\" NOT IN (SELECT \"nameHash\" FROM oky_user WHERE id IN (SELECT user_id::uuid FROM app_event)))",
    );
    std::fs::write(folder.path().join("erasures/readme.txt"), "no record").unwrap();

    let done = replay(&service.context).await.unwrap();
    assert_eq!(done, Replayed { records: 2, accounts: 1, others: 0 });
    let users = service.database.text("SELECT string_agg(id::text, ' ') AS text FROM oky_user");
    let back = first["user"]["id"].as_str().unwrap();
    assert!(users.contains(&stays.id) && users.contains(back) && !users.contains(&gone.id));
    assert_eq!(service.database.count("SELECT count(*) FROM app_event"), 1);

    // And stays forgotten.
    send_event(&gone);
    send_event(&stays);
    let body = json!({"events": [event_of("SHARE_APP", &json!({}))]});
    returning.post("/analytics/append-events", &body);
    assert_eq!(service.database.count("SELECT count(*) FROM app_event"), 3);
    assert_eq!(replay(&service.context).await.unwrap().accounts, 0);
}
