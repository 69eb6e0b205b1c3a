//! Who has answered a survey is not asked again, however her phone spells her.

use super::{ALSO_OPEN, GIRL, OPEN, Offering, answer, offered, offering};

/// Another girl.
const FRIEND: &str = "10000000-0000-4000-8000-00000000000b";

#[test]
fn an_answered_survey_is_not_offered_again() {
    let spellings: [fn(&str) -> String; 5] = [
        str::to_owned,
        str::to_uppercase,
        |id| format!("{id}  "),
        |id| format!("{{{id}}}"),
        |id| id.replace('-', ""),
    ];
    let Offering { cms, database } = &offering();
    for (number, stored) in spellings.iter().enumerate() {
        let girl = format!("10000000-0000-4000-8000-0000000000c{number}");
        let payload = format!(
            r#"{{"id":"{OPEN}","user_id":"{}","isCompleted":true,"questions":[]}}"#,
            stored(&girl)
        );
        answer(database, &payload, "NULL");
        for asked in &spellings {
            let id = asked(&girl).replace('{', "%7B").replace('}', "%7D").replace(' ', "%20");
            assert_eq!(offered(cms, &format!("?user_id={id}")), [ALSO_OPEN], "{payload} {id}");
        }
    }
    assert_eq!(offered(cms, &format!("?user_id={FRIEND}")), [OPEN, ALSO_OPEN], "another girl");
    assert_eq!(offered(cms, ""), [OPEN, ALSO_OPEN], "nobody");
}

#[test]
fn the_payload_says_who_answered_and_the_token_only_if_it_does_not() {
    let Offering { cms, database } = &offering();
    let (girl, friend) = (format!("?user_id={GIRL}"), format!("?user_id={FRIEND}"));
    // The friend answered on the girl's phone.
    let payload = format!(r#"{{"id":"{OPEN}","user_id":"{FRIEND}"}}"#);
    answer(database, &payload, &format!("'{GIRL}'"));
    assert_eq!(offered(cms, &girl), [OPEN, ALSO_OPEN]);
    assert_eq!(offered(cms, &friend), [ALSO_OPEN]);
    answer(database, &format!(r#"{{"id":"{ALSO_OPEN}"}}"#), &format!("'{GIRL}'"));
    assert_eq!(offered(cms, &girl), [OPEN]);
}

#[test]
fn an_answer_counts_at_once_and_twice_is_once() {
    let Offering { cms, database } = &offering();
    let girl = format!("?user_id={GIRL}");
    for survey in [OPEN, OPEN, ALSO_OPEN] {
        answer(database, &format!(r#"{{"id":"{survey}","user_id":"{GIRL}"}}"#), "NULL");
        assert!(!offered(cms, &girl).contains(&survey.to_owned()));
    }
    assert!(offered(cms, &girl).is_empty());
}
