//! How uploads are received: their limits, and forms that are none.

use domain::access::Role;
use testkit::Database;

use super::recordings::MP3;
use super::{UPLOAD, article, key, recordings, send, upload};
use crate::editors::signed_in;
use crate::services;

#[test]
fn twenty_megabytes_fit_and_a_byte_more_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("STORAGE_DIR", folder.path().to_str().unwrap())]);
    services::wait_ready(&cms);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    // The longest recording, and after it what players skip.
    let mut content = recordings::wav(60);
    content.extend(b"LIST");
    let limit = 20 * 1024 * 1024;
    content.extend(u32::try_from(limit - content.len() - 4).unwrap().to_le_bytes());
    content.resize(limit, 0);
    let answer = upload(&mut editor, &id, "large.wav", &content);
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(std::fs::read(folder.path().join(key(&database, &id))).unwrap().len(), limit);

    let before = key(&database, &id);
    content.push(0);
    let answer = upload(&mut editor, &id, "large.wav", &content);
    assert_eq!(
        (answer.status, answer.json()["name"].as_str()),
        (413, Some("PayloadTooLargeError"))
    );
    let page = send(&mut editor, "text/html", &[("id", &id)], "large.wav", &content);
    assert_eq!(page.status, 400);
    assert!(page.text().contains("The file is too large"), "{}", page.text());
    assert_eq!(key(&database, &id), before);
}

#[test]
fn a_form_that_cannot_be_read_is_the_callers_mistake() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    let form = "multipart/form-data; boundary=x";
    let part = |head: &str, body: &str| {
        format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n")
    };
    let whole = part("name=id", &id);
    let file = part("name=file; filename=a.mp3", "not a recording");
    let cases = [
        ("application/json", "{}".to_owned(), 415),
        ("application/x-www-form-urlencoded", "id=1".to_owned(), 415),
        ("multipart/form-data", whole.clone(), 400),
        (form, String::new(), 400),
        (form, "no form at all".to_owned(), 400),
        (form, whole.clone(), 400),
        (form, format!("{whole}{file}"), 400),
        (form, format!("{whole}--x--\r\n"), 400),
        (form, format!("{whole}{file}--x--\r\n"), 415),
        (form, format!("{file}--x--\r\n"), 404),
        (form, format!("{whole}{file}{file}--x--\r\n"), 400),
        (form, format!("{whole}{}--x--\r\n", part("name=other; filename=a", "x")), 400),
        (form, format!("{whole}{}--x--\r\n", part("name=file; filename=a", "")), 400),
        (form, format!("{whole}{}--x--\r\n", part("name=note", "\0")), 400),
        (form, format!("{whole}{}--x--\r\n", part("name=note", &"x".repeat(70_000))), 413),
    ];
    for (content_type, body, status) in cases {
        let headers = [("Accept", "application/json"), ("Content-Type", content_type)];
        let answer = editor.request("POST", UPLOAD, &headers, body.as_bytes());
        let start: String = body.chars().take(200).collect();
        assert_eq!(answer.status, status, "{content_type} {start}: {}", answer.text());
        assert!(answer.json()["message"].is_string());
    }
    let headers = [("Content-Type", form), ("Content-Encoding", "gzip")];
    assert_eq!(editor.request("POST", UPLOAD, &headers, b"x").status, 415);
    assert_eq!(key(&database, &id), "");
}

#[test]
fn the_name_decides_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("STORAGE_DIR", folder.path().to_str().unwrap())]);
    services::wait_ready(&cms);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    for (name, stem) in [
        ("My Voice (final).EXE", "my-voice-final"),
        ("महिनावारी भनेको के हो?.m4a", "audio"),
        ("../../../etc/passwd", "passwd"),
        ("a.html", "a"),
        ("", "audio"),
    ] {
        let answer = upload(&mut editor, &id, name, MP3);
        assert_eq!(answer.status, 200, "{name}: {}", answer.text());
        let key = answer.json()["voiceOverKey"].as_str().unwrap().to_owned();
        let rest = key.strip_prefix(&format!("{id}-{stem}-")).unwrap_or_else(|| panic!("{key}"));
        assert!(rest.len() == 12 && rest.ends_with(".mp3"), "{key}");
        assert_eq!(std::fs::read(folder.path().join(&key)).unwrap(), MP3);
    }
}
