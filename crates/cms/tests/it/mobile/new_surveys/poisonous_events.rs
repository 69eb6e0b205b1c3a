//! Events that ended the original service for everybody until somebody removed the row. They
//! may be in a database that is taken over, and anybody could send them.

use super::{ALSO_OPEN, GIRL, OPEN, Offering, answer, offered, offering};

#[test]
fn they_harm_nobody() {
    let Offering { cms, database } = &offering();
    let girl = format!("?user_id={GIRL}");
    let payloads = [
        r#"{"id":"\u0000","user_id":"\u0000"}"#.to_owned(),
        format!(r#"{{"id":"{ALSO_OPEN}","answer":"\u0000"}}"#),
        r#"{"id":"\ud83d","user_id":"x"}"#.to_owned(),
        format!(r#"{{"id":"not a survey","user_id":"{GIRL}"}}"#),
        format!(r#"{{"id":{{"a":[1]}},"user_id":"{GIRL}"}}"#),
        format!(r#"{{"id":null,"user_id":"{GIRL}"}}"#),
        format!(r#"{{"user_id":"{GIRL}"}}"#),
        r#"{"id":7,"user_id":7}"#.to_owned(),
        "[]".to_owned(),
        "null".to_owned(),
        r#""text""#.to_owned(),
    ];
    for payload in &payloads {
        answer(database, payload, "NULL");
    }
    assert_eq!(offered(cms, &girl), [OPEN, ALSO_OPEN]);
    assert_eq!(offered(cms, ""), [OPEN, ALSO_OPEN]);

    // And what else is in them still counts.
    answer(
        database,
        &format!(r#"{{"id":"{OPEN}","user_id":"{GIRL}","answer":"\u0000 \udc00"}}"#),
        "NULL",
    );
    assert_eq!(offered(cms, &girl), [ALSO_OPEN]);
}
