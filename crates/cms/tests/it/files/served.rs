//! Recordings are handed out.

use domain::access::Role;
use testkit::Database;

use super::recordings::{MP3, WAV};
use super::{article, key, upload};
use crate::editors::signed_in;
use crate::services;

#[test]
fn phones_and_players_get_what_they_ask_for() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("STORAGE_DIR", folder.path().to_str().unwrap())]);
    services::wait_ready(&cms);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    upload(&mut editor, &id, "a", WAV);
    let address = format!("/files/{}?alt=media", key(&database, &id));

    let whole = cms.get(&address);
    assert_eq!((whole.status, whole.body.as_slice()), (200, WAV));
    let length = WAV.len().to_string();
    for (name, value) in [
        ("content-type", "audio/wav"),
        ("content-length", &length),
        ("accept-ranges", "bytes"),
        ("cache-control", "public, max-age=2592000, immutable"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(whole.header(name), Some(value));
    }
    let tag = whole.header("etag").unwrap();
    let again = cms.request("GET", &address, &[("If-None-Match", tag)], b"");
    assert_eq!((again.status, again.body.len()), (304, 0));

    let part = cms.request("GET", &address, &[("Range", "bytes=10-19")], b"");
    assert_eq!((part.status, part.body.as_slice()), (206, &WAV[10..20]));
    assert_eq!(part.header("content-range"), Some(format!("bytes 10-19/{length}").as_str()));
    let end = cms.request("GET", &address, &[("Range", "bytes=-5")], b"");
    assert_eq!(end.body.as_slice(), &WAV[WAV.len() - 5..]);
    let beyond = cms.request("GET", &address, &[("Range", "bytes=99999999-")], b"");
    assert_eq!(
        (beyond.status, beyond.header("content-range")),
        (416, Some(format!("bytes */{length}").as_str()))
    );
}

#[test]
fn nothing_else_is_handed_out() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("erasures/2026")).unwrap();
    std::fs::write(folder.path().join("erasures/2026/x.json"), "{}").unwrap();
    std::fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("STORAGE_DIR", folder.path().to_str().unwrap())]);
    services::wait_ready(&cms);
    let id = "5b6d2c7e-1111-4222-8333-944455566677";
    for path in [
        "secret.txt",
        "erasures%2F2026%2Fx.json",
        "..%2F..%2Fetc%2Fpasswd",
        &format!("{id}-..%2F..%2Fsecret.txt"),
        &format!("{id}-a.mp3"),
        &format!("{id}-%00"),
        "%E0%A4%AE",
        "",
    ] {
        assert_eq!(cms.get(&format!("/files/{path}")).status, 404, "{path}");
    }
    assert_eq!(cms.get("/files/%ff").status, 400);
    // What an editor of the original has stored under any name is no page.
    std::fs::write(folder.path().join(format!("{id}-old name.html")), "<script>").unwrap();
    let old = cms.get(&format!("/files/{id}-old%20name.html"));
    assert_eq!((old.status, old.header("content-type")), (200, Some("application/octet-stream")));
    assert_eq!(old.header("content-disposition"), Some("attachment; filename=\"file\""));
}

#[test]
fn where_files_have_an_address_phones_are_sent_there() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::migrated();
    let cms = services::start_cms(
        &database,
        &[
            ("STORAGE_DIR", folder.path().to_str().unwrap()),
            ("STORAGE_BASE_URL", "https://files.example.org/o/"),
        ],
    );
    services::wait_ready(&cms);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    upload(&mut editor, &id, "a", MP3);
    let key = key(&database, &id);
    let expected = format!("https://files.example.org/o/{key}?alt=media");
    let sent = cms.get(&format!("/files/{key}"));
    assert_eq!((sent.status, sent.header("location")), (307, Some(expected.as_str())));
    assert_eq!(editor.get(&format!("/files/{key}")).body, MP3);
    assert!(editor.get(&format!("/articles/{id}/voice-over")).text().contains(&expected));
}
