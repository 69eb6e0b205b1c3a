//! Finding every event that names a person.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use testkit::Database;

use crate::database::{adopted, text, texts};

#[test]
fn one_key_for_every_spelling_of_an_id() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    let key = "0a1b2c3d4e5f4000800000000000000f";
    for spelling in [
        "0a1b2c3d-4e5f-4000-8000-00000000000f",
        "0A1B2C3D-4E5F-4000-8000-00000000000F ",
        "{0a1b2c3d-4e5f-4000-8000-00000000000f}\n",
        "0a1b2c3d4e5f4000800000000000000f",
    ] {
        assert_eq!(text(&mut connection, &format!("SELECT person_key('{spelling}')")), key);
    }
    assert_eq!(
        text(&mut connection, "SELECT person_key(' ') IS NULL AND person_key(NULL) IS NULL"),
        "true"
    );
    assert_eq!(text(&mut connection, "SELECT length(person_key(repeat('x', 100000)))"), "64");
}

#[test]
fn events_are_found_wherever_they_name_a_person() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    assert_eq!(naming(&mut connection, "10000000-0000-4000-8000-000000000001"), [1, 2, 3, 500]);
    // In the metadata of another girl's event, and as userID.
    assert_eq!(naming(&mut connection, "10000000-0000-4000-8000-000000000002"), [4, 500]);
    // In a payload that no JSON function reads.
    assert_eq!(naming(&mut connection, "10000000-0000-4000-8000-000000000003"), [501]);
    // Asked for and stored in different spellings.
    assert_eq!(naming(&mut connection, "{1000000000004000800000000000000A}"), [5]);
    assert_eq!(naming(&mut connection, "10000000-0000-4000-8000-0000000000ee"), Vec::<i32>::new());
    assert_eq!(naming(&mut connection, ""), Vec::<i32>::new());
}

#[test]
fn odd_ways_of_writing_json_hide_nobody() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    let (own, other) =
        ("10000000-0000-4000-8000-000000000001", "10000000-0000-4000-8000-0000000000dd");
    let payloads = [
        format!(r#"{{"user_id":"{other}"}}"#),
        format!(r#"{{"user_id"  :  "{other}"}}"#),
        format!(r#"{{"\u0075ser_id":"{other}"}}"#),
        format!(r#"{{"user_id":"{own}","userID":"{other}"}}"#),
        format!(r#"{{"user_id":"{own}","user_id":"{other}"}}"#),
        format!(r#"{{"userID":"{other}","answer":"\\\u0000 \\u0000 \ud800"}}"#),
    ];
    for (number, payload) in payloads.iter().enumerate() {
        let id = 1000 + i32::try_from(number).unwrap();
        connection
            .batch_execute(&format!(
                "INSERT INTO app_event (id, local_id, type, payload, metadata, user_id)
                 VALUES ({id}, '20000000-0000-4000-8000-00000000{id}', 'ANSWER_QUIZ', '{payload}', '{{\"user\":\"{own}\"}}', '{own}')"
            ))
            .unwrap();
        assert!(naming(&mut connection, other).contains(&id), "{payload}");
        assert!(naming(&mut connection, own).contains(&id), "{payload}");
    }
}

#[test]
fn ordinary_events_stay_out_of_the_second_index() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    let ordinary = "SELECT id FROM app_event WHERE NOT event_names_others(user_id, payload, metadata) ORDER BY id";
    assert_eq!(texts(&mut connection, ordinary), ["1", "2"]);
}

#[test]
fn huge_ids_can_be_stored() {
    let database = Database::empty();
    let mut connection = adopted(&database);
    // Random digits, which do not compress to what an index could hold.
    connection
        .batch_execute(
            r#"INSERT INTO app_event (local_id, type, payload, metadata, user_id)
               SELECT '20000000-0000-4000-8000-0000000000f9', 'ANSWER_SURVEY',
                      json_build_object('id', noise, 'user_id', noise), json_build_object('user', noise), noise
                 FROM (SELECT string_agg(md5(n::text), '') AS noise FROM generate_series(1, 3000) AS n) AS made"#,
        )
        .unwrap();
}

/// Ids of the events that name the person.
fn naming(connection: &mut PgConnection, person: &str) -> Vec<i32> {
    texts(connection, &format!("SELECT events_naming('{person}') ORDER BY 1"))
        .iter()
        .map(|id| id.parse().unwrap())
        .collect()
}
