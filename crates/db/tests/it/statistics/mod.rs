//! The counts behind the statistics.

mod ages;
mod answers;
mod recount;

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use domain::calendar::Day;
use domain::moment::Moment;

use crate::database::texts;

/// Every count there is, as lines that can be compared.
fn counts(connection: &mut PgConnection) -> Vec<String> {
    let mut lines = texts(
        connection,
        "SELECT concat_ws(' ', kind, subject, question, choice, outcome, day, gender, location, age_group, sum(events))
           FROM (SELECT kind, subject, question, choice, outcome, day, gender, location, age_group, events FROM event_count
                  UNION ALL
                 SELECT kind, subject, question, choice, outcome, day, gender, location, age_group, events FROM event_count_fresh) AS every
          GROUP BY kind, subject, question, choice, outcome, day, gender, location, age_group
         HAVING sum(events) <> 0",
    );
    lines.extend(people(connection));
    lines.sort();
    lines
}

/// The counts of accounts.
fn people(connection: &mut PgConnection) -> Vec<String> {
    texts(
        connection,
        "SELECT concat_ws(' ', 'user', saved_day, age_group, gender, location, country, province, sum(users))
           FROM user_count GROUP BY saved_day, age_group, gender, location, country, province
         HAVING sum(users) <> 0",
    )
}

fn sql(connection: &mut PgConnection, statements: &str) {
    connection.batch_execute(statements).unwrap();
}

fn today() -> Day {
    let millis = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_millis();
    Day::in_nepal(Moment::from_millis(i64::try_from(millis).unwrap()).unwrap())
}
