//! Every row that we write has the form that the original gives it.

use domain::access::Role;
use regex::Regex;
use serde_json::{Value, json};
use testkit::{Database, Original};

use super::statements::{Sample, documents, kinds, survey};
use super::{attribute, newest, row};
use crate::content::{self, desk};
use crate::documents::{picture, picture_as_json};
use crate::editors::{PASSWORD, signed_in, visitor};
use crate::push::fcm::Fcm;
use crate::services;

/// The columns that differ from row to row, with the form that each has.
const OWN: [(&str, &str); 4] = [
    ("id", "^([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[0-9]+)$"),
    ("sortingKey", "^[0-9]+$"),
    ("date_created", r"^20\d\d-\d\d-\d\dT[0-9:.]+$"),
    ("timestamp", r"^20\d\d-\d\d-\d\dT[0-9:.]+$"),
];

/// Expects two rows to be alike in everything that is not their own, and in its form.
#[track_caller]
fn alike(table: &str, ours: &Value, theirs: &Value) {
    let (ours, theirs) = (ours.as_object().unwrap(), theirs.as_object().unwrap());
    for (column, value) in ours {
        match OWN.iter().find(|(name, _)| name == column) {
            Some((_, form)) => {
                for value in [value, &theirs[column]] {
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    assert!(Regex::new(form).unwrap().is_match(&text), "{table}.{column} {text}");
                }
                assert_eq!(value.is_number(), theirs[column].is_number(), "{table}.{column}");
            }
            None => assert_eq!(value, &theirs[column], "{table}.{column}"),
        }
    }
    assert_eq!(ours.len(), theirs.len(), "{table}");
}

/// What the original joins and compares, which must hold for our rows too.
const READS: [&str; 4] = [
    r#"SELECT article.id::text AS text FROM article
        INNER JOIN category ON article.category = category.id::text
        INNER JOIN subcategory ON article.subcategory = subcategory.id::text
        WHERE article.lang = 'en' AND article.live = true
        ORDER BY category."sortingKey", subcategory."sortingKey", article."sortingKey""#,
    "SELECT id::text AS text FROM subcategory WHERE parent_category IN (SELECT id::text FROM category)",
    r#"SELECT question.id::text AS text FROM survey INNER JOIN question ON question."surveyId" = survey.id
        WHERE survey.date_created BETWEEN now() - interval '1 month' AND now() AND survey.live = true
        ORDER BY question.sort_number::integer"#,
    "SELECT id::text AS text FROM permanent_notification WHERE live = true AND lang = 'en' AND versions LIKE '%1.1%'",
];

#[test]
fn content_of_every_kind() {
    let mut desk = desk();
    let (category, subcategory) = (desk.category.clone(), desk.subcategory.clone());
    let original = Original::on(&desk.database);
    attribute(&original);
    let samples: Vec<Sample> =
        kinds(&category, &subcategory).into_iter().chain(documents()).collect();
    for sample in &samples {
        let ours = content::create(&mut desk.editor, sample.path, &sample.body);
        let ours = row(&original, sample.table, &content::id(&ours));
        original.execute(&sample.insert());
        let theirs = row(&original, sample.table, &newest(&desk.database, sample.table));
        assert_ne!(ours["id"], theirs["id"]);
        alike(sample.table, &ours, &theirs);
        // What is the same twice could not be changed.
        original.execute(&format!(
            "DELETE FROM {} WHERE id = '{}'",
            sample.table,
            content::id(&ours)
        ));
        // The next number of each is beyond both.
        if let Some(key) = ours.get("sortingKey").and_then(Value::as_i64) {
            assert!(theirs["sortingKey"].as_i64().unwrap() > key, "{}", sample.table);
        }
    }
    // What changes a row leaves its form.
    for sample in &samples[..9] {
        let theirs = row(&original, sample.table, &newest(&desk.database, sample.table));
        let path = format!("{}/{}", sample.path, content::id(&theirs));
        let changed = desk.editor.put_json(&path, &json!({sample.text: "Changed by us"}));
        assert_eq!(changed.status, 200, "{path}: {}", changed.text());
        let mut expected = theirs.clone();
        expected[sample.text] = json!("Changed by us");
        assert_eq!(row(&original, sample.table, &content::id(&theirs)), expected, "{path}");
    }
    let body = json!({"live": true, "questions": [{"question": "Do you?", "option1": "Yes", "option2": "No", "is_multiple": true}]});
    let ours = content::create(&mut desk.editor, "/survey", &body);
    let (id, question) =
        ("30000000-0000-4000-8000-0000000000c1", "50000000-0000-4000-8000-0000000000c1");
    original.execute(&survey(id, question));
    alike("survey", &row(&original, "survey", &content::id(&ours)), &row(&original, "survey", id));
    let our_question = desk
        .database
        .text(&format!("SELECT id::text AS text FROM question WHERE id <> '{question}'"));
    let (mut ours, mut theirs) =
        (row(&original, "question", &our_question), row(&original, "question", question));
    for row in [&mut ours, &mut theirs] {
        assert!(row.as_object_mut().unwrap().remove("surveyId").is_some_and(|id| id.is_string()));
    }
    alike("question", &ours, &theirs);
    for query in READS {
        assert!(!original.reads(query).is_empty(), "{query}");
    }
}

#[test]
fn banner_message_and_record() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let original = Original::on(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let answer = editor.post_json("/about-banner-management", &picture_as_json(&picture(8, 4, 1)));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let banner = row(&original, "about_banner", &newest(&database, "about_banner"));
    assert!(banner["image"].as_str().unwrap().starts_with("data:image/"), "{banner}");
    let now = "SELECT (abs(extract(epoch FROM timestamp - (now() AT TIME ZONE 'UTC'))) < 300)::text AS text FROM about_banner";
    assert_eq!(original.reads(now), [Some("true".to_owned())]);

    // The app's picker sends an object, which is stored as its text.
    let message = json!({"name": "test-girl-1", "dateRec": "2026-01-01T00:00:00.000Z", "organization": "user",
        "platform": "mobile", "reason": {"label": "Report a bug", "value": "report_bug"}, "email": "NA",
        "status": "open", "content": "A text", "lang": "en"});
    assert_eq!(cms.post_json("/mobile/suggestions", &message.to_string()).status, 200);
    let ours = row(&original, "suggestion", &newest(&database, "suggestion"));
    assert_eq!(
        (&ours["dateRec"], &ours["status"], &ours["platform"]),
        (&message["dateRec"], &json!("open"), &json!("mobile"))
    );
    let reason: Value = serde_json::from_str(ours["reason"].as_str().unwrap()).unwrap();
    assert_eq!(reason, message["reason"]);
    let closed =
        editor.post_json("/toggle-suggestions-status", &json!({"id": ours["id"], "status": "0"}));
    assert_eq!(closed.status, 200);
    assert_eq!(row(&original, "suggestion", &content::id(&ours))["status"], "close");

    let event = json!({"type": "DIRECT_DOWNLOAD", "payload": {"store": "apk"}, "metadata": {}});
    assert_eq!(editor.post_json("/analytics/events", &event).status, 200);
    let stored = row(&original, "analytics", &newest(&database, "analytics"));
    assert_eq!(
        (&stored["type"], &stored["payload"], &stored["metadata"]),
        (&event["type"], &event["payload"], &json!({}))
    );
}

/// The original compares the hash and knows its three roles; it reads a time that it wrote as text.
#[test]
fn editors() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let original = Original::on(&database);
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let new =
        json!({"username": "writer", "password": PASSWORD, "type": "contentManager", "lang": "ne"});
    let id = content::id(&chief.post_json("/user", &new).json());
    let known = |row: &Value, password: &str| {
        let hash = row["password"].as_str().unwrap();
        assert!(
            hash.starts_with("$2b$") && hash.len() == 60 && bcrypt::verify(password, hash).unwrap()
        );
        let created = row["date_created"].as_str().unwrap();
        assert!(
            Regex::new(r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$").unwrap().is_match(created),
            "{created}"
        );
        (row["username"].clone(), row["type"].clone(), row["lang"].clone())
    };
    let stored = known(&row(&original, "user", &id), PASSWORD);
    assert_eq!(stored, (json!("writer"), json!("contentManager"), json!("ne")));
    let change = json!({"username": "writer", "type": "admin", "lang": "en"});
    assert_eq!(chief.put_json(&format!("/user/{id}"), &change).status, 200);
    let stored = known(&row(&original, "user", &id), PASSWORD);
    assert_eq!(stored, (json!("writer"), json!("admin"), json!("en")));
    // Signing in raises the cost, which the original can check as well.
    let form = [("username", "writer"), ("password", PASSWORD)];
    assert_eq!(visitor(&cms).post_form("/login", &form).status, 303);
    known(&row(&original, "user", &id), PASSWORD);
    // Who is deactivated is so for the original too.
    assert_eq!(chief.delete(&format!("/user/{id}")).status, 200);
    let hash = row(&original, "user", &id)["password"].as_str().unwrap().to_owned();
    assert!(!bcrypt::verify(PASSWORD, &hash).unwrap_or(false), "{hash}");
    assert_eq!(chief.post_form(&format!("/user/{id}/reactivate"), &[]).status, 303);
    known(&row(&original, "user", &id), PASSWORD);
}

#[test]
fn a_notification_that_was_sent() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    let cms = crate::push::cms(&database, &fcm);
    let original = Original::on(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let texts = json!({"title": "A story", "content": "Read it"});
    let answer = editor.post_json("/notification", &texts);
    assert_eq!(answer.status, 202, "{}", answer.text());
    let sent = || database.count("SELECT count(*) FROM notification") == 1;
    services::within(std::time::Duration::from_secs(20), "it is sent", sent);
    let stored = row(&original, "notification", &newest(&database, "notification"));
    assert_eq!(
        (&stored["title"], &stored["content"], &stored["lang"]),
        (&texts["title"], &texts["content"], &json!("en"))
    );
    assert_eq!(stored["status"], "sent");
    assert!(
        Regex::new(r"^\d{13}$").unwrap().is_match(stored["date_sent"].as_str().unwrap()),
        "{stored}"
    );
}
