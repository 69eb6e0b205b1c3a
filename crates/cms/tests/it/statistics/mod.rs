//! Statistics over real HTTP.

mod exports;
mod quizzes;
mod record;
mod subtraction;
mod surveys;
mod users;

use diesel::connection::SimpleConnection;
use testkit::Database;

/// So many accounts that are alike. `saved` is a moment in UTC, or NULL.
struct Accounts<'a> {
    many: u32,
    born: &'a str,
    gender: &'a str,
    location: &'a str,
    country: &'a str,
    province: &'a str,
    saved: &'a str,
}

impl Accounts<'_> {
    /// Accounts of women of today's 12 years in Koshi, saved on 1 June 2026.
    fn alike(many: u32) -> Accounts<'static> {
        Accounts {
            many,
            born: "now() - interval '12 years 6 months'",
            gender: "Female",
            location: "Rural",
            country: "NP",
            province: "3117",
            saved: "'2026-06-01 06:00'",
        }
    }

    /// Inserts them as the original does: by its own SQL.
    fn insert(&self, database: &Database) {
        let Accounts { many, born, gender, location, country, province, saved } = self;
        database.execute(&format!(
            r#"INSERT INTO oky_user (id, date_of_birth, gender, location, country, province, "nameHash", "passwordHash",
                                     "memorableQuestion", "memorableAnswer", date_account_saved)
               SELECT gen_random_uuid(), {born}, '{gender}', '{location}', '{country}', '{province}', '', '', '', '', {saved}
                 FROM generate_series(1, {many})"#
        ));
    }
}

/// Events as the original stores them: `payload` is JSON in which `%N` is the event's number.
fn events(database: &Database, kind: &str, many: u32, payload: &str, created: &str) {
    let mut connection = database.connection();
    connection
        .batch_execute(&format!(
            "INSERT INTO app_event (local_id, type, payload, metadata, created_at)
             SELECT gen_random_uuid(), '{kind}', replace('{payload}', '%N', n::text)::json, '{{}}', {created}
               FROM generate_series(1, {many}) AS n"
        ))
        .unwrap();
}
