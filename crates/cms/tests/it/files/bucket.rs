//! Uploads to a bucket, which may be away.

use domain::access::Role;
use testkit::Database;

use super::recordings::{M4A, MP3};
use super::{article, key, recordings, send, upload};
use crate::bucket::Bucket;
use crate::editors::signed_in;
use crate::services;

#[test]
fn while_the_bucket_is_away_nothing_is_lost() {
    let mut bucket = Bucket::start();
    let variables = bucket.variables();
    let more: Vec<_> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let database = Database::migrated();
    let cms = services::start_cms(&database, &more);
    services::wait_ready(&cms);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    assert_eq!(upload(&mut editor, &id, "one.mp3", MP3).status, 200);
    let one = key(&database, &id);
    assert_eq!(bucket.content(&one), MP3);
    assert_eq!(cms.get(&format!("/files/{one}")).body, MP3);
    let part = cms.request("GET", &format!("/files/{one}"), &[("Range", "bytes=1-3")], b"");
    assert_eq!((part.status, part.body.as_slice()), (206, &MP3[1..4]));

    bucket.go_away();
    let failed = upload(&mut editor, &id, "two.m4a", M4A);
    assert_eq!((failed.status, failed.header("retry-after")), (503, Some("30")));
    assert!(failed.json()["message"].is_string());
    assert!(!failed.text().contains("127.0.0.1"), "{}", failed.text());
    let page = send(&mut editor, "text/html", &[("id", &id)], "two.m4a", M4A);
    assert_eq!(page.status, 503);
    assert!(page.text().contains("Nothing was changed."), "{}", page.text());
    assert_eq!(key(&database, &id), one);
    assert_eq!(cms.get(&format!("/files/{one}")).status, 503);

    bucket.come_back();
    let large = recordings::wav(30 * 60);
    assert_eq!(upload(&mut editor, &id, "three.wav", &large).status, 200);
    let three = key(&database, &id);
    assert!(bucket.content(&three) == large);
    let mut both = [one, three];
    both.sort();
    assert_eq!(bucket.keys(), both);
}
