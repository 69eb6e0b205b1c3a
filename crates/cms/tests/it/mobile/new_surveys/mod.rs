//! Surveys as graphs of questions, offered to those who may see them and have not answered.

mod age;
mod answered;
mod bad_ids;
mod database_away;
mod form;
mod poisonous_events;
mod window;

use testkit::Database;

use crate::service::Service;
use crate::services;

/// A survey of today that everybody may see.
const OPEN: &str = "30000000-0000-4000-8000-000000000001";
/// Another one.
const ALSO_OPEN: &str = "30000000-0000-4000-8000-000000000002";
/// One of today that only grown-ups may see.
const RESTRICTED: &str = "30000000-0000-4000-8000-000000000003";
/// One of today of which nobody knows.
const UNKNOWN: &str = "30000000-0000-4000-8000-000000000004";

const GIRL: &str = "10000000-0000-4000-8000-00000000000a";

/// A cms and its database; the cms is dropped first.
struct Offering {
    cms: Service,
    database: Database,
}

/// A cms that publishes the four surveys.
fn offering() -> Offering {
    let database = Database::migrated();
    for (id, restricted) in
        [(OPEN, "false"), (ALSO_OPEN, "false"), (RESTRICTED, "true"), (UNKNOWN, "NULL")]
    {
        survey(&database, id, "en", "now() - interval '1 day'", restricted);
    }
    Offering { cms: services::cms(&database), database }
}

/// Stores a live survey of the new kind.
fn survey(database: &Database, id: &str, lang: &str, created: &str, restricted: &str) {
    database.execute(&format!(
        "INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response, live,
                             date_created, lang, \"isAgeRestricted\")
         VALUES ('{id}', '', '', '', '', '', '', '', true, {created}, '{lang}', {restricted})"
    ));
}

/// Stores an answer as the original service does when a phone reports it.
fn answer(database: &Database, payload: &str, user_id: &str) {
    database.execute(&format!(
        "INSERT INTO app_event (local_id, type, payload, metadata, user_id)
         VALUES (gen_random_uuid(), 'ANSWER_SURVEY', '{payload}', '{{}}', {user_id})"
    ));
}

/// Stores an account born at the SQL expression `date_of_birth`.
fn account(database: &Database, id: &str, date_of_birth: &str) {
    database.execute(&format!(
        "INSERT INTO oky_user (id, date_of_birth, gender, location, \"nameHash\", \"passwordHash\",
                               \"memorableQuestion\", \"memorableAnswer\")
         VALUES ('{id}', {date_of_birth}, 'Other', 'Urban', 'hash of {id}', '', '', '')"
    ));
}

/// The ids of the surveys a caller is offered.
fn offered(cms: &Service, query: &str) -> Vec<String> {
    let answer = cms.get(&format!("/mobile/new-surveys/en{query}"));
    assert_eq!(answer.status, 200, "{query}");
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let surveys = answer.json();
    surveys
        .as_array()
        .expect("a list")
        .iter()
        .map(|survey| survey["id"].as_str().unwrap().to_owned())
        .collect()
}
