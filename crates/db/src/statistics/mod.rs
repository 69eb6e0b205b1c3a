//! The counts behind the statistics. Triggers keep them (see the migration `statistics`); here
//! they are read, folded together, checked and counted anew.
//!
//! Nothing here decides what may be shown: `domain::statistics` does, before anything leaves.

mod activity;
mod people;
mod quiz;
mod rebuild;
mod survey;

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;

pub use activity::{NewEvent, direct_downloads, record, shares};
pub use people::{AsOf, People, people};
pub use quiz::{QuizAnswers, QuizRow, quiz, quiz_answers, quizzes};
pub use rebuild::{Difference, check, fold, rebuild, recount_accounts, refresh_ages};
pub use survey::{
    Answered, Choice, Question, Responses, Survey, answers, questions, responses, surveys,
    written_answers,
};

/// Runs several reads as of one moment. Each may take 30 s instead of the usual 5: statistics
/// over years are worth waiting for. None is compiled first, which takes longer than it saves.
///
/// # Errors
///
/// Diesel's own.
pub fn reading<T>(
    connection: &mut PgConnection,
    read: impl FnOnce(&mut PgConnection) -> QueryResult<T>,
) -> QueryResult<T> {
    connection.build_transaction().repeatable_read().read_only().run(|connection| {
        connection.batch_execute("SET LOCAL statement_timeout = '30s'; SET LOCAL jit = off")?;
        read(connection)
    })
}

/// What both count tables hold, as the source of a query.
const COUNTS: &str = "(SELECT kind, subject, question, choice, outcome, day, gender, location, \
     age_group, events FROM event_count UNION ALL SELECT kind, subject, question, choice, outcome, \
     day, gender, location, age_group, events FROM event_count_fresh) AS counts";

/// A count as it is shown: one that is negative for a moment, between two triggers, is none.
fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}
