//! Whoever changes content, everybody hears of it.

use db::migrate;
use diesel::connection::SimpleConnection;
use testkit::Database;

use crate::database::{SCHEMA, adopted, second, text, texts};

#[test]
fn a_change_is_logged_and_announced_at_commit() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    let mut listener = database.connection();
    listener.batch_execute("LISTEN content_change").unwrap();

    connection.batch_execute("BEGIN; UPDATE quiz SET live = false; DELETE FROM video").unwrap();
    listener.batch_execute("SELECT").unwrap();
    assert_eq!(listener.notifications_iter().count(), 0);
    connection.batch_execute("COMMIT").unwrap();
    listener.batch_execute("SELECT").unwrap();
    let kinds: Vec<String> =
        listener.notifications_iter().map(|notice| notice.unwrap().payload).collect();
    assert_eq!(kinds, ["quiz", "video"]);
    assert_eq!(
        texts(&mut connection, "SELECT kind FROM content_change ORDER BY id"),
        ["quiz", "video"]
    );
}

#[test]
fn two_writers_do_not_wait_for_each_other() {
    let database = Database::empty();
    let mut first = adopted(&database);
    let mut second = second(&database, &mut first);
    second.batch_execute("SET lock_timeout = '1s'").unwrap();
    first
        .batch_execute(
            "BEGIN; UPDATE quiz SET live = false WHERE id = '40000000-0000-4000-8000-000000000001'",
        )
        .unwrap();
    second
        .batch_execute(
            "UPDATE quiz SET live = false WHERE id = '40000000-0000-4000-8000-000000000002'",
        )
        .unwrap();
    first.batch_execute("COMMIT").unwrap();
    assert_eq!(text(&mut first, "SELECT count(*) FROM content_change"), "2");
}

#[test]
fn a_long_log_is_shortened() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    let fill = "INSERT INTO content_change (kind) SELECT 'quiz' FROM generate_series(1, 5000)";
    connection.batch_execute(&format!("{fill}; {fill}")).unwrap();
    migrate::run(&mut connection, SCHEMA).unwrap();
    assert_eq!(text(&mut connection, "SELECT count(*) FROM content_change"), "10000");
    connection.batch_execute("INSERT INTO content_change (kind) VALUES ('last')").unwrap();
    migrate::run(&mut connection, SCHEMA).unwrap();
    assert_eq!(
        text(
            &mut connection,
            "SELECT count(*) || max(kind) FROM content_change WHERE kind <> 'last'"
        ),
        "999quiz"
    );
    assert_eq!(text(&mut connection, "SELECT count(*) FROM content_change"), "1000");
}
