//! Accounts.

use serde_json::{Value, json};
use testkit::Original;
use testkit::database::SCHEMA;

use super::{NEWEST, finds, lets_in, signs_up};
use crate::phone::{ANSWER, PASSWORD, signup_body};
use crate::service::Service;
use crate::stored_account::hash;
use crate::token;

const NAME: &str = "test-girl-1";

#[track_caller]
fn ours(answer: &crate::http::Answer) {
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[test]
fn the_original_reads_whatever_we_write() {
    let service = Service::with(&[("USE_AVATAR_CUSTOMIZATION", "true")]);
    let original = Original::on(&service.database);
    let girl = service.signed_up(NAME);
    let row = finds(&original, NAME).unwrap();
    let is_now = "SELECT (abs(extract(epoch FROM date_account_saved - (now() AT TIME ZONE 'UTC'))) < 300)::text AS text FROM oky_user";
    assert_eq!(original.reads(is_now), [Some("true".to_owned())]);
    let known = |row: &Value, changes: &Value| {
        let mut expected = json!({"id": girl.id, "date_of_birth": "2010-02-02 00:00:00", "gender": "Female",
            "location": "Urban", "country": "NP", "province": "3", "store": null,
            "memorableQuestion": "favourite_actor", "date_signed_up": "2024-03-01 08:00:00.123",
            "metadata": r#"{"isProfileUpdateSkipped":true}"#, "avatar": r#"{"customAvatarUnlocked":false}"#});
        expected.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        for (column, value) in expected.as_object().unwrap() {
            assert_eq!(&row[column], value, "{column}");
        }
    };
    known(&row, &json!({}));
    assert!(lets_in(&original, NAME, PASSWORD));
    let answer_hash = row["memorableAnswer"].as_str().unwrap();
    assert!(answer_hash.starts_with("$2b$10$") && bcrypt::verify(ANSWER, answer_hash).unwrap());

    // Every change, in the form in which the original stores it.
    let store = json!({"storeVersion": 3, "appState": r#"{"app":{"locale":"ne"}}"#});
    ours(&girl.phone.post("/account/replace-store", &store));
    let dates = json!({"metadata": {"periodDates": [{"date": "01/02/2024", "mlGenerated": false, "userVerified": null}]}});
    ours(&girl.phone.post("/account/update-verified-dates", &dates));
    let avatar = json!({"avatar": {"body": "small", "devices": ["a", " "]}});
    ours(&girl.phone.post("/account/update-avatar", &avatar));
    let profile = json!({"name": "renamed-girl", "dateOfBirth": "2011-03-04T00:00:00.000Z", "gender": "Other", "location": "Rural"});
    ours(&girl.phone.post("/account/edit-info", &profile));
    assert_eq!(finds(&original, NAME), None);
    let row = finds(&original, "renamed-girl").unwrap();
    let changes = json!({"store": r#"{"storeVersion":3,"appState":{"app":{"locale":"ne"}}}"#,
        "metadata": r#"{"periodDates":[{"date":"01/02/2024","mlGenerated":false,"userVerified":null}]}"#,
        "avatar": r#"{"body":"small","devices":["a"],"customAvatarUnlocked":false,"smile":"smile"}"#,
        "date_of_birth": "2011-03-04 00:00:00", "gender": "Other", "location": "Rural"});
    known(&row, &changes);

    ours(&service.phone().reset_password("renamed-girl", ANSWER, "another password"));
    assert!(lets_in(&original, "renamed-girl", "another password"));
    let answers = json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": "another answer"});
    ours(&girl.phone.post("/account/edit-secret-answer", &answers));
    let row = finds(&original, "renamed-girl").unwrap();
    assert!(bcrypt::verify("another answer", row["memorableAnswer"].as_str().unwrap()).unwrap());
    known(&row, &changes);
    ours(&service.phone().with_token(&token::of(&girl.id)).post("/account/delete", &json!({})));
    assert_eq!(finds(&original, "renamed-girl"), None);
}

/// What no app leaves out gets the default that the original's column has, and what is null stays
/// so where the original stores it.
#[test]
fn gaps_are_filled_as_the_original_fills_them() {
    let service = Service::start();
    let original = Original::on(&service.database);
    let gaps = [
        ("absent", json!("00"), json!("0"), json!("{}"), json!(null)),
        ("null", json!("NP"), json!(null), json!(null), json!(null)),
    ];
    for (case, country, province, metadata, signed_up) in gaps {
        let name = format!("test-girl-{case}");
        let mut body = signup_body(&name);
        for field in ["province", "metadata", "dateSignedUp", "country"] {
            if case == "absent" {
                body.as_object_mut().unwrap().remove(field);
            } else if field != "country" {
                body[field] = Value::Null;
            }
        }
        ours(&service.phone().post("/account/signup", &body));
        let row = finds(&original, &name).unwrap();
        let found = (&row["country"], &row["province"], &row["metadata"], &row["date_signed_up"]);
        assert_eq!(found, (&country, &province, &metadata, &signed_up), "{case}");
        assert_eq!(row["avatar"], r#"{"customAvatarUnlocked":false}"#);
    }
}

#[test]
fn we_read_whatever_the_original_writes() {
    let service = Service::start();
    let original = Original::on(&service.database);
    let id = signs_up(&original, NAME, &NEWEST);
    let phone = service.phone();
    assert_eq!(phone.get(&format!("/account/info/{NAME}")).status, 200);
    // The token that the original has given her goes on, in its older form too.
    let row = finds(&original, NAME).unwrap();
    let old = token::old_form(
        &id,
        row["memorableAnswer"].as_str().unwrap(),
        &json!({}),
        crate::service::SECRET,
    );
    ours(
        &phone
            .with_token(&old)
            .post("/account/update-verified-dates", &json!({"metadata": {"a": 1}})),
    );
    let session = phone.login(NAME, PASSWORD).json();
    assert_eq!((&session["user"]["id"], &session["store"]), (&json!(id), &Value::Null));
    assert_eq!(session["user"]["dateSignedUp"], "2024-03-01T08:00:00.123Z");
    assert_eq!(session["user"]["metadata"], json!({"a": 1}));

    let update = |set: &str| {
        original
            .execute(&format!(r#"UPDATE "{SCHEMA}"."oky_user" SET {set} WHERE "id" IN ('{id}')"#));
    };
    update(r#""store" = '{"storeVersion":7,"appState":{"app":{"locale":"ne"}}}'"#);
    let store = phone.login(NAME, PASSWORD).json()["store"].clone();
    assert_eq!(store, json!({"storeVersion": 7, "appState": {"app": {"locale": "ne"}}}));
    update(&format!(r#""passwordHash" = '{}'"#, hash("another password")));
    assert_eq!(phone.login(NAME, PASSWORD).status, 401);
    ours(&phone.login(NAME, "another password"));
    update(&format!(r#""memorableAnswer" = '{}'"#, hash("another answer")));
    ours(&phone.reset_password(NAME, "another answer", PASSWORD));

    // The original asks nobody whether a name is taken: both owners can log in.
    let twin = signs_up(&original, "test-twin", &NEWEST);
    update(&format!(
        r#""nameHash" = '{}', "passwordHash" = '{}'"#,
        domain::account::name_hash("test-twin"),
        hash("of one")
    ));
    assert_eq!(phone.login("test-twin", "of one").json()["user"]["id"], json!(id));
    assert_eq!(phone.login("test-twin", PASSWORD).json()["user"]["id"], json!(twin));

    original.execute(&format!(r#"DELETE FROM "{SCHEMA}"."oky_user" WHERE "id" IN ('{id}')"#));
    assert_eq!(phone.login("test-twin", "of one").status, 401);
    let gone =
        phone.with_token(&old).post("/account/update-verified-dates", &json!({"metadata": {}}));
    assert_eq!(gone.status, 404);
}

/// Her phone talks to both, as behind a balancer while one takes the other's place.
#[test]
fn both_at_once_lose_nothing() {
    let service = Service::start();
    let original = Original::on(&service.database);
    let girls: Vec<_> = (0..4).map(|number| service.girl(&format!("test-girl-{number}"))).collect();
    std::thread::scope(|scope| {
        for girl in &girls {
            let original = &original;
            scope.spawn(move || {
                let mut other = original.connection();
                for round in 0..10 {
                    let text = json!({"round": round}).to_string();
                    let store = json!({"storeVersion": round, "appState": text});
                    ours(&girl.phone.post("/account/replace-store", &store));
                    let set = format!(r#"UPDATE "{SCHEMA}"."oky_user" SET "metadata" = '{text}' WHERE "id" IN ('{}')"#, girl.id);
                    diesel::connection::SimpleConnection::batch_execute(&mut other, &set).unwrap();
                }
            });
        }
    });
    for girl in &girls {
        let row = finds(&original, &girl.name).unwrap();
        let stored = (&row["store"], &row["metadata"]);
        assert_eq!(
            stored,
            (&json!(r#"{"storeVersion":9,"appState":{"round":9}}"#), &json!(r#"{"round":9}"#))
        );
    }
}
