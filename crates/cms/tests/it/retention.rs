//! What is cleared out, and what is not.

use diesel::connection::SimpleConnection;
use testkit::Database;

use crate::command_line::program::{Ended, program_on, run};

const ROWS: &str = r#"
    INSERT INTO app_event (local_id, type, payload, metadata, user_id, created_at)
    SELECT gen_random_uuid(), 'ANSWER_QUIZ',
           '{"id":"30000000-0000-4000-8000-000000000001","isCorrect":true,"answerID":1}', '{}', NULL,
           now() AT TIME ZONE 'UTC' - make_interval(days => n * 50)
      FROM generate_series(0, 3) AS n;
    INSERT INTO app_event (local_id, type, payload, metadata, user_id, created_at) VALUES
        (gen_random_uuid(), 'ANSWER_SURVEY',
         '{"id":"30000000-0000-4000-8000-000000000002","isSurveyAnswered":true,"user_id":"10000000-0000-4000-8000-000000000001"}',
         '{}', '10000000-0000-4000-8000-000000000001', now() AT TIME ZONE 'UTC' - interval '200 days');
    INSERT INTO suggestion (id, name, "dateRec", organization, platform, reason, email, status, content, lang)
    SELECT gen_random_uuid(), 'n', date, 'user', 'mobile', 'r', 'NA', 'open', 'c', 'en'
      FROM unnest(ARRAY[(now() - interval '200 days')::date::text || 'T00:00:00.000Z',
                        now()::date::text, '1970-01-01T00:00:00.000Z', 'yesterday', '2099-01-01']) AS date;
    INSERT INTO audit_entry (at, editor_name, act, item, detail)
    VALUES (now() - interval '800 days', 'sita', 'sign-in', '', ''), (now(), 'sita', 'sign-in', '', '');
    INSERT INTO job (id, kind, lang, payload, state, creator, most_attempts, finished_at)
    SELECT gen_random_uuid(), 'push', 'en', '1', 'done', 'sita', 3, now() - make_interval(days => days)
      FROM unnest(ARRAY[31, 29]) AS days"#;

const PERIODS: [(&str, &str); 3] = [
    ("EVENT_RETENTION_DAYS", "90"),
    ("MESSAGE_RETENTION_DAYS", "180"),
    ("AUDIT_RETENTION_DAYS", "730"),
];

fn clear(database: &Database, periods: &[(&str, &str)], arguments: &[&str]) -> Ended {
    let mut command = program_on("cms", database);
    command.envs(periods.iter().copied()).args(["retention", "run"]).args(arguments);
    let ended = run(&mut command, "");
    assert_eq!(ended.code, Some(0), "{}", ended.log);
    ended
}

/// Rows of events, messages, audit entries and jobs.
fn rows(database: &Database) -> [i64; 4] {
    ["app_event", "suggestion", "audit_entry", "job"]
        .map(|table| database.count(&format!("SELECT count(*) FROM {table}")))
}

#[test]
fn nothing_that_is_not_set_and_everything_that_is() {
    let database = Database::migrated();
    database.execute(ROWS);
    assert_eq!(rows(&database), [5, 5, 2, 2]);
    clear(&database, &[], &[]);
    assert_eq!(rows(&database), [5, 5, 2, 1], "only the job of long ago");

    let counted = "SELECT sum(events)::bigint AS count FROM (SELECT events FROM event_count \
         UNION ALL SELECT events FROM event_count_fresh) AS counts";
    let before = database.count(counted);
    clear(&database, &PERIODS, &[]);
    // Messages go by their likely date, and those with another stay until they are old enough.
    // The audit log lost one entry, and got one each for events, messages and itself.
    assert_eq!(rows(&database), [2, 4, 4, 1]);
    assert_eq!(database.count(counted), before, "totals stay");
    assert_eq!(database.count("SELECT count(*) FROM survey_completion"), 1);
    assert!(db::statistics::check(&mut database.connection()).unwrap().is_empty());
    assert_eq!(database.count("SELECT count(*) FROM suggestion WHERE \"dateRec\" LIKE '1970%'"), 1);

    // A new message with an old date is new.
    database.execute(
        r#"INSERT INTO suggestion (id, name, "dateRec", organization, platform, reason, email, status, content, lang)
           VALUES (gen_random_uuid(), 'n', '2018-01-01T00:00:00.000Z', 'user', 'mobile', 'r', 'NA', 'open', 'c', 'en')"#,
    );
    clear(&database, &PERIODS, &[]);
    assert_eq!(rows(&database), [2, 5, 4, 1]);
    database.execute("UPDATE suggestion_seen SET seen_at = now() - interval '181 days'");
    clear(&database, &PERIODS, &["--due"]);
    assert_eq!(rows(&database)[1], 5, "it was done today");
    database.execute("UPDATE retention_run SET succeeded_at = now() - interval '1 day'");
    clear(&database, &PERIODS, &["--due"]);
    assert_eq!(rows(&database)[1], 0);
}

#[test]
fn events_that_are_not_counted_stay() {
    let database = Database::migrated();
    let mut connection = database.connection();
    // As loading a dump does.
    connection.batch_execute("SET session_replication_role = replica").unwrap();
    connection.batch_execute(ROWS).unwrap();
    let mut command = program_on("cms", &database);
    let ended = run(command.envs(PERIODS).args(["retention", "run"]), "");
    assert_eq!(ended.code, Some(1));
    assert!(ended.log.contains("not all events are counted yet"), "{}", ended.log);
    assert_eq!(rows(&database)[0], 5);
    assert_eq!(
        database.text("SELECT string_agg(task, ' ' ORDER BY task) AS text FROM retention_run"),
        "audit jobs messages trash"
    );
}

#[test]
fn one_instance_at_a_time() {
    let database = Database::migrated();
    database.execute(ROWS);
    let mut other = database.connection();
    let inside = db::retention::exclusively(&mut other, |_| {
        let ended = clear(&database, &PERIODS, &[]);
        assert!(ended.log.contains("another instance is at it"), "{}", ended.log);
        Ok::<_, diesel::result::Error>(rows(&database))
    });
    assert_eq!(inside.unwrap(), Some([5, 5, 2, 2]));
    clear(&database, &PERIODS, &[]);
    assert_eq!(rows(&database)[0], 2);
}

#[test]
fn what_the_trash_forgets_takes_its_audio_along() {
    let database = Database::migrated();
    database.execute(
        r#"INSERT INTO revision (change_set, item_table, item_id, lang, action, editor_name, at, before)
           VALUES (gen_random_uuid(), 'article', gen_random_uuid()::text, 'en', 'delete', 'sita',
                   now() - interval '31 days', '{"voiceOverKey":"old.mp3"}')"#,
    );
    clear(&database, &[], &[]);
    assert_eq!(
        database.text("SELECT key AS text FROM discarded_file WHERE after <= now()"),
        "old.mp3"
    );
}

#[test]
fn a_slip_of_the_finger_starts_nothing() {
    let database = Database::migrated();
    for period in ["9", "-90", "ninety", "30.5"] {
        let mut command = program_on("cms", &database);
        let ended = run(command.env("EVENT_RETENTION_DAYS", period).args(["retention", "run"]), "");
        assert_eq!(ended.code, Some(1), "{period}");
        assert!(ended.log.contains("EVENT_RETENTION_DAYS"), "{}", ended.log);
    }
}
