//! Asking for the next stage of an import, once.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Text, Uuid as SqlUuid};
use uuid::Uuid;

use crate::job::{self, NewJob};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Taking a checked file over as drafts.
    Apply,
    /// Taking the drafts back.
    Undo,
}

/// Stores the job that does it; `None` when somebody has asked already, or it is not the time.
///
/// # Errors
///
/// Diesel's own.
pub fn claim(
    connection: &mut PgConnection,
    id: Uuid,
    what: Claim,
    job: &NewJob<'_>,
) -> QueryResult<Option<Uuid>> {
    let (from, to) = match what {
        Claim::Apply => ("checked", "applying"),
        Claim::Undo => ("applied", "undoing"),
    };
    connection.transaction(|connection| {
        let claimed =
            diesel::sql_query("UPDATE sheet_import SET state = $3 WHERE id = $1 AND state = $2")
                .bind::<SqlUuid, _>(id)
                .bind::<Text, _>(from)
                .bind::<Text, _>(to)
                .execute(connection)?;
        if claimed == 0 {
            return Ok(None);
        }
        let job = job::enqueue(connection, job)?;
        diesel::sql_query("UPDATE sheet_import SET job_id = $2 WHERE id = $1")
            .bind::<SqlUuid, _>(id)
            .bind::<SqlUuid, _>(job)
            .execute(connection)?;
        Ok(Some(job))
    })
}
