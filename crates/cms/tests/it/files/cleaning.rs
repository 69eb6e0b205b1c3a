//! Files go when nothing names them any more, and not before.

use std::path::Path;

use domain::access::Role;
use server::context::Context;
use testkit::Database;

use super::recordings::{MP3, OGG};
use super::{article, key, upload};
use crate::editors::signed_in;
use crate::services;

async fn clean(context: &Context) -> usize {
    cms::files::cleaning::clean(context).await.unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// As if 31 days had passed.
fn later(database: &Database) {
    database.execute("UPDATE discarded_file SET after = after - interval '31 days 1 minute'");
}

#[actix_web::test]
async fn what_may_come_back_stays() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("STORAGE_DIR", folder.path().to_str().unwrap())]);
    services::wait_ready(&cms);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    upload(&mut editor, &id, "one.mp3", MP3);
    let one = key(&database, &id);
    upload(&mut editor, &id, "two.ogg", OGG);
    let two = key(&database, &id);
    assert_eq!(clean(&cms.context).await, 0);
    assert_eq!(names(folder.path()).len(), 2);

    // Somebody brings the first one back; then it is the second that goes.
    database.execute(&format!(r#"UPDATE article SET "voiceOverKey" = '{one}' WHERE id = '{id}'"#));
    later(&database);
    assert_eq!(clean(&cms.context).await, 1);
    assert_eq!(names(folder.path()), [one.as_str()]);
    assert_ne!(one, two);
    assert_eq!(database.count("SELECT count(*) FROM discarded_file"), 0);

    // In the trash it stays a month; brought back from there, it stays for ever.
    let row = format!(
        "CREATE TEMP TABLE kept AS SELECT * FROM article WHERE id = '{id}'; DELETE FROM article WHERE id = '{id}'"
    );
    let mut connection = database.connection();
    diesel::connection::SimpleConnection::batch_execute(&mut connection, &row).unwrap();
    assert_eq!(clean(&cms.context).await, 0);
    diesel::connection::SimpleConnection::batch_execute(
        &mut connection,
        "INSERT INTO article SELECT * FROM kept",
    )
    .unwrap();
    assert_eq!(database.count("SELECT count(*) FROM discarded_file"), 0);

    // Once the trash has forgotten the article, its file may go at once.
    database.execute(&format!("DELETE FROM article WHERE id = '{id}'"));
    db::files::discarded::discard(&mut database.connection(), &[one]).unwrap();
    assert_eq!(clean(&cms.context).await, 1);
    assert!(names(folder.path()).is_empty());
}

#[actix_web::test]
async fn a_named_file_never_goes_whatever_the_list_says() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("STORAGE_DIR", folder.path().to_str().unwrap())]);
    services::wait_ready(&cms);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    upload(&mut editor, &id, "one.mp3", MP3);
    let key = key(&database, &id);
    database
        .execute(&format!("INSERT INTO discarded_file VALUES ('{key}', now() - interval '1 day')"));
    db::files::discarded::discard(&mut database.connection(), std::slice::from_ref(&key)).unwrap();
    assert_eq!(clean(&cms.context).await, 0);
    assert_eq!(names(folder.path()), [key.as_str()]);
    assert_eq!(database.count("SELECT count(*) FROM discarded_file"), 0);
}

#[actix_web::test]
async fn a_delete_that_fails_is_tried_again_later() {
    let mut bucket = crate::bucket::Bucket::start();
    let variables = bucket.variables();
    let more: Vec<_> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let database = Database::migrated();
    let cms = services::start_cms(&database, &more);
    services::wait_ready(&cms);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let id = article(&database, "en", "A");
    upload(&mut editor, &id, "one.mp3", MP3);
    upload(&mut editor, &id, "two.mp3", MP3);
    assert_eq!(bucket.keys().len(), 2);
    later(&database);

    bucket.go_away();
    assert_eq!(clean(&cms.context).await, 0);
    assert_eq!(database.count("SELECT tries::bigint AS count FROM discarded_file"), 1);
    // Not at once, and not by two at a time.
    bucket.come_back();
    assert_eq!(clean(&cms.context).await, 0);
    later(&database);
    assert_eq!(clean(&cms.context).await, 1);
    assert_eq!(bucket.keys(), [key(&database, &id)]);
    assert_eq!(database.count("SELECT count(*) FROM discarded_file"), 0);
}
