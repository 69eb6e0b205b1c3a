//! The bytes of surveys and their questions.

use testkit::Database;

use super::{ALSO_OPEN, OPEN, survey};
use crate::mobile::published::shown;
use crate::services;

const QUESTIONS: &str = r#"
    INSERT INTO question (id, question, option1, option2, option3, option4, option5, response, is_multiple,
                          next_question, sort_number, "surveyId") VALUES
        ('90000000-0000-4000-8000-000000000010', 'Tenth?', 'Yes', 'No', '', '', '', '', true,
         '{"option1":"2","option2":"3","option3":"","option4":"","option5":""}', '10', '30000000-0000-4000-8000-000000000001'),
        ('90000000-0000-4000-8000-000000000002', 'Second, with gaps?', 'a', '', 'c', '', 'e “quoted” 🌸', 'thanks', false,
         '{ "option5" : "1",  "option1":"" }', '2', '30000000-0000-4000-8000-000000000001'),
        ('90000000-0000-4000-8000-000000000001', 'First, of free text?', '', '', '', '', '', '', NULL,
         '{}', '1', '30000000-0000-4000-8000-000000000001'),
        ('90000000-0000-4000-8000-00000000000f', 'Without a number?', 'x', '', '', '', '', '', true,
         'null', 'last', '30000000-0000-4000-8000-000000000001'),
        -- The table has no key: the original reads one of equal ids.
        ('90000000-0000-4000-8000-000000000002', 'Second, with gaps?', 'a', '', 'c', '', 'e “quoted” 🌸', 'thanks', false,
         '{ "option5" : "1",  "option1":"" }', '2', '30000000-0000-4000-8000-000000000001'),
        ('90000000-0000-4000-8000-0000000000ff', 'Of a survey that is gone?', 'x', '', '', '', '', '', true,
         '{}', '1', '30000000-0000-4000-8000-0000000000ff')"#;

#[test]
fn new_surveys_are_what_phones_have_always_parsed() {
    let database = Database::migrated();
    survey(&database, OPEN, "en", "now() - interval '2 days'", "false");
    survey(&database, ALSO_OPEN, "en", "now() - interval '1 day'", "false");
    survey(&database, "30000000-0000-4000-8000-000000000009", "ne", "now()", "false");
    database.execute(QUESTIONS);
    let cms = services::cms(&database);
    insta::assert_snapshot!(
        "new_surveys_en",
        without_dates(&shown(&cms.get("/mobile/new-surveys/en")))
    );
    insta::assert_snapshot!(
        "new_surveys_ne",
        without_dates(&shown(&cms.get("/mobile/new-surveys/ne")))
    );
}

fn without_dates(text: &str) -> String {
    let key = r#""date_created":""#;
    let mut parts = text.split(key);
    let mut kept = parts.next().unwrap().to_owned();
    for part in parts {
        let (date, rest) = part.split_once('"').unwrap();
        assert!(date.len() == 24 && date.ends_with('Z'), "{date}");
        kept.push_str(&format!("{key}[date]\"{rest}"));
    }
    kept
}
