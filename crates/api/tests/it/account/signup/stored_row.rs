//! The row that a signup leaves, in the form that the original reads as well.

use domain::account::name_hash;
use serde_json::{Value, json};

use crate::phone::{ANSWER, PASSWORD};
use crate::service::Service;

#[test]
fn every_column_is_as_the_original_would_have_written_it() {
    let service = Service::start();
    let girl = service.signed_up("test-girl-1");
    let mut row = service.row(&girl.id);
    let mut take = |column: &str| row.as_object_mut().unwrap().remove(column).unwrap();

    for (column, text) in [("passwordHash", PASSWORD), ("memorableAnswer", ANSWER)] {
        let hash = take(column);
        let hash = hash.as_str().unwrap();
        assert!(hash.starts_with("$2b$10$"), "{hash}");
        assert!(bcrypt::verify(text, hash).unwrap());
    }
    // Ours to write, whatever the phone says.
    let saved = take("date_account_saved");
    assert!(!saved.as_str().unwrap().starts_with("2024-03-01"), "{saved}");
    let now = "SELECT count(*) FROM oky_user WHERE date_account_saved BETWEEN now() - interval '1 minute' AND now()";
    assert_eq!(service.database.count(now), 1);

    let expected = json!({
        "id": girl.id,
        "date_of_birth": "2010-02-02T00:00:00",
        "gender": "Female",
        "location": "Urban",
        "country": "NP",
        "province": "3",
        "store": Value::Null,
        "nameHash": name_hash("test-girl-1"),
        "memorableQuestion": "favourite_actor",
        "date_signed_up": "2024-03-01T08:00:00.123",
        "metadata": {"isProfileUpdateSkipped": true},
        "avatar": {"customAvatarUnlocked": false},
    });
    assert_eq!(row, expected);
    assert_eq!(
        service.row(&girl.id)["nameHash"],
        "07ade45a1b96f444c80dc56b7183f2834852265bde71ce5f4bf66f5753dd587a"
    );
}

#[test]
fn metadata_is_kept_as_it_was_written() {
    let service = Service::start();
    let phone = service.phone();
    let mut body = crate::phone::signup_body("test-girl-1");
    body.as_object_mut().unwrap().remove("metadata");
    let body = body.to_string();
    let text = format!(
        r#"{},"metadata":{{"b": 1.50, "a":12345678901234567890}}}}"#,
        body.strip_suffix('}').unwrap()
    );
    let answer = phone.post_text("/account/signup", &text);
    assert!(
        answer.text().contains(r#""metadata":{"b": 1.50, "a":12345678901234567890}"#),
        "{}",
        answer.text()
    );
    assert_eq!(
        service.database.text("SELECT metadata::text AS text FROM oky_user"),
        r#"{"b": 1.50, "a":12345678901234567890}"#
    );
}
