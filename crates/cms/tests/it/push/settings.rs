//! With and without a service account.

use cms::push::PushSettings;
use domain::access::Role;
use serde_json::json;
use server::settings::Source;
use testkit::Database;

use crate::editors::signed_in;
use crate::services;

#[test]
fn without_an_account_push_is_off_and_the_rest_works() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let page = editor.get("/notifications-management");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Push notifications are switched off"), "{}", page.text());
    assert!(!page.text().contains("/notification/new"));
    let new = editor.get("/notification/new");
    assert_eq!((new.status, new.header("location")), (303, Some("/notifications-management")));
    let asked = editor.post_json("/notification", &json!({ "title": "a", "content": "b" }));
    assert_eq!(asked.status, 409, "{}", asked.text());
    let alert = json!({ "message": "Please update", "versions": "1.0", "live": true });
    assert_eq!(editor.post_json("/permanent-alert", &alert).status, 200);
}

#[test]
fn a_broken_account_stops_the_start_and_is_not_repeated() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("account.json");
    let canary = "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----";
    let with_key = |key: &str| {
        json!({
            "type": "service_account",
            "project_id": "p",
            "client_email": "e",
            "private_key": key,
        })
    };
    let cases = [
        (None, "No such file"),
        (Some(json!("text")), "no JSON of a service account"),
        (Some(json!({ "type": "authorized_user" })), "type is not service_account"),
        (Some(json!({ "type": "service_account", "project_id": "p" })), "private_key is missing"),
        (Some(with_key("canary")), "private_key is no PEM"),
        (Some(with_key(canary)), "private_key is no base64"),
        (Some(with_key(&canary.replace("canary", "aaaa"))), "no RSA key"),
    ];
    for (content, reason) in cases {
        if let Some(content) = content {
            std::fs::write(&path, content.to_string()).unwrap();
        }
        let path = path.to_str().unwrap();
        let mut source = Source::from_pairs(&[("GOOGLE_APPLICATION_CREDENTIALS", path)]).unwrap();
        let settings = PushSettings::read(&mut source);
        let mistakes = source.finish().unwrap_err();
        assert!(settings.account.is_none());
        assert!(mistakes.contains("GOOGLE_APPLICATION_CREDENTIALS"), "{mistakes}");
        assert!(mistakes.contains(reason) && !mistakes.contains("canary"), "{mistakes}");
    }
}

#[test]
fn the_json_itself_will_do_and_is_never_repeated() {
    let given = json!({ "type": "service_account", "project_id": "canary" }).to_string();
    let mut source = Source::from_pairs(&[("GOOGLE_APPLICATION_CREDENTIALS", &given)]).unwrap();
    assert!(PushSettings::read(&mut source).account.is_none());
    let shown: Vec<_> = source.readings().iter().map(|reading| reading.shown.clone()).collect();
    assert!(!shown.concat().contains("canary"), "{shown:?}");
    let mistakes = source.finish().unwrap_err();
    assert!(mistakes.contains("its JSON: private_key is missing"), "{mistakes}");
    assert!(!mistakes.contains("canary"), "{mistakes}");
}
