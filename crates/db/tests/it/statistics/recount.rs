//! What the triggers count while rows come and go is what counting anew finds.

use db::statistics;
use testkit::Database;

use super::{counts, people, sql, today};
use crate::database::{adopted, text};

/// Accounts, then events of theirs, of guests and of nobody, of every kind and with payloads
/// that break whoever reads them carelessly. `{0}` makes the ids of one call differ from others'.
const ROWS: &str = r#"
    INSERT INTO oky_user (id, date_of_birth, gender, location, country, province, "nameHash", "passwordHash",
                          "memorableQuestion", "memorableAnswer", date_account_saved)
    SELECT md5('{0}' || n)::uuid,
           CASE n % 17 WHEN 0 THEN 'infinity' WHEN 1 THEN '0044-03-15 BC' WHEN 2 THEN '9999-01-01'
                       ELSE timestamp '1999-06-01' + n * interval '101 days' END,
           (ARRAY['Female', 'Male', 'Other', '', 'female'])[n % 5 + 1],
           (ARRAY['Urban', 'Rural', 'Moon'])[n % 3 + 1],
           (ARRAY['NP', 'IN', NULL, '00', 'zz'])[n % 5 + 1], (ARRAY['3118', '3121', NULL, 'x', '0'])[n % 5 + 1],
           '', '', '', '',
           CASE n % 7 WHEN 0 THEN NULL WHEN 1 THEN 'infinity' ELSE timestamp '2026-01-01' + n * interval '7 hours' END
      FROM generate_series(1, 60) AS n;
    INSERT INTO app_event (local_id, type, user_id, created_at, metadata, payload)
    SELECT md5('{0}' || kind || n)::uuid, kind,
           CASE WHEN n % 4 > 0 THEN md5('{0}' || n % 90)::uuid::text END,
           timestamp '2026-03-31 12:00' + n * interval '5 hours', '{}',
           (CASE WHEN kind = 'ANSWER_SURVEY' THEN (ARRAY[
                '{"id":"30000000-0000-4000-8000-00000000000' || n % 3 || '","isSurveyAnswered":true,"user_id":"' || md5('{0}' || n % 90)::uuid ||
                    '","questions":[{"questionId":"50000000-0000-4000-8000-000000000001","answerID":' || n % 6 || '},{"questionId":"50000000-0000-4000-8000-000000000002","answerID":"","response":"\u0000 yes"}]}',
                '{"id":"30000000-0000-4000-8000-000000000001","isSurveyAnswered":false}',
                '{"id":"30000000-0000-4000-8000-000000000002 ","isSurveyAnswered":"true","questions":"[]"}',
                '{"id":"\ud800","isSurveyAnswered":true,"questions":[7,null,[],{"questionId":{}}]}', '[1]', '"\u0000"', 'null'])[n % 7 + 1]
            ELSE (ARRAY[
                '{"id":"40000000-0000-4000-8000-00000000000' || n % 4 || '","answerID":' || n % 5 || ',"isCorrect":true}',
                '{"id":"40000000-0000-4000-8000-000000000001","answerID":"2","isCorrect":"false"}',
                '{"id":"{40000000-0000-4000-8000-00000000000A}  ","answerID":[1],"isCorrect":7}',
                '{"id":"\u0000","answerID":"\udc00"}', '{}', '[]', '7'])[n % 7 + 1] END)::json
      FROM generate_series(1, 150) AS n,
           unnest(ARRAY['ANSWER_QUIZ', 'ANSWER_SURVEY', 'SHARE_APP', 'SET_LOCALE']) AS kind
        ON CONFLICT DO NOTHING"#;

#[test]
fn counting_anew_finds_what_the_triggers_have_counted() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    let connection = &mut connection;
    let steps = [
        ROWS.replace("{0}", "a"),
        // Again: nothing is inserted, so nothing counts.
        ROWS.split_once("INSERT INTO app_event").unwrap().1.replace("{0}", "a"),
        "SELECT fold_event_counts()".to_owned(),
        ROWS.replace("{0}", "b"),
        "UPDATE oky_user SET gender = 'Female', country = 'NP' WHERE id::text < '8'".to_owned(),
        "UPDATE oky_user SET store = '{}', metadata = '{}'".to_owned(),
        "DELETE FROM app_event WHERE id % 3 = 0".to_owned(),
        "DELETE FROM oky_user WHERE id::text > 'a'".to_owned(),
        "SELECT fold_event_counts()".to_owned(),
        "DELETE FROM app_event WHERE id % 3 = 1".to_owned(),
        ROWS.replace("{0}", "c"),
        "DELETE FROM app_event WHERE type = 'ANSWER_QUIZ'".to_owned(),
    ];
    for step in steps {
        let statement = if step.trim_start().starts_with("(local_id") {
            format!("INSERT INTO app_event {step}")
        } else {
            step
        };
        sql(connection, &statement);
        let counted = counts(connection);
        statistics::rebuild(connection, today()).unwrap();
        assert_eq!(counts(connection), counted, "{statement:.200}");
        assert_eq!(statistics::check(connection).unwrap(), []);
    }
    // Totals stay when their events are gone, also all at once.
    let before = counts(connection);
    sql(connection, "TRUNCATE app_event");
    statistics::rebuild(connection, today()).unwrap();
    assert_eq!(counts(connection), before);
    assert_eq!(statistics::check(connection).unwrap(), []);
    sql(connection, &ROWS.replace("{0}", "d"));
    let counted: Vec<_> =
        counts(connection).into_iter().filter(|line| !line.starts_with("user")).collect();
    sql(connection, "DELETE FROM app_event; SELECT fold_event_counts()");
    statistics::rebuild(connection, today()).unwrap();
    let left: Vec<_> =
        counts(connection).into_iter().filter(|line| !line.starts_with("user")).collect();
    assert_eq!(left, counted);
    assert!(counted.len() > 100, "{}", counted.len());
}

#[test]
fn what_was_stored_without_triggers_is_noticed_and_counted() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    let connection = &mut connection;
    statistics::rebuild(connection, today()).unwrap();
    let before = counts(connection);
    sql(connection, &ROWS.replace("{0}", "a"));
    let counted = counts(connection);
    assert!(counted.len() > before.len());

    let other = Database::empty();
    let mut connection = adopted(&other);
    let connection = &mut connection;
    sql(connection, "SET session_replication_role = replica");
    sql(connection, &ROWS.replace("{0}", "a"));
    sql(connection, "RESET session_replication_role");
    assert_eq!(counts(connection), before);
    let missing = statistics::check(connection).unwrap();
    let kinds: Vec<_> = missing.iter().map(|difference| difference.kind.as_str()).collect();
    assert_eq!(kinds, ["quiz", "share", "survey"]);
    assert!(missing.iter().all(|difference| difference.stored - difference.counted == 150));
    statistics::rebuild(connection, today()).unwrap();
    assert_eq!(counts(connection), counted);
    assert_eq!(statistics::check(connection).unwrap(), []);
}

#[test]
fn deleting_an_account_takes_its_count_away_and_leaves_no_row() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    let connection = &mut connection;
    sql(connection, "DELETE FROM oky_user");
    assert_eq!(people(connection), Vec::<String>::new());
    sql(connection, &ROWS.replace("{0}", "a"));
    assert_eq!(text(connection, "SELECT sum(users) FROM user_count"), "60");
    sql(connection, "DELETE FROM oky_user");
    assert_eq!(text(connection, "SELECT count(*) FROM user_count"), "0");
}
