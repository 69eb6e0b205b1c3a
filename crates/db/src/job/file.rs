//! Table `job_file`: what a job works on, and what it made.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Binary, Text, Uuid as SqlUuid};
use uuid::Uuid;

/// Which of a job's two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What it works on.
    Input,
    /// What it made.
    Result,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Role::Input => "input",
            Role::Result => "result",
        }
    }
}

/// A file of a job.
#[derive(Clone, Debug, QueryableByName)]
pub struct File {
    /// Its name, as it is offered for download.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Its media type, such as `text/csv`.
    #[diesel(sql_type = Text)]
    pub media_type: String,
    /// Its bytes.
    #[diesel(sql_type = Binary)]
    pub content: Vec<u8>,
}

/// Stores a file, in place of an earlier one of the same role.
///
/// # Errors
///
/// Diesel's own.
pub fn store(connection: &mut PgConnection, job: Uuid, role: Role, file: &File) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO job_file (job_id, role, name, media_type, content) \
         VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (job_id, role) DO UPDATE SET name = excluded.name, \
             media_type = excluded.media_type, content = excluded.content",
    )
    .bind::<SqlUuid, _>(job)
    .bind::<Text, _>(role.name())
    .bind::<Text, _>(&file.name)
    .bind::<Text, _>(&file.media_type)
    .bind::<Binary, _>(&file.content)
    .execute(connection)
    .map(drop)
}

/// A file, if there is one.
///
/// # Errors
///
/// Diesel's own.
pub fn read(connection: &mut PgConnection, job: Uuid, role: Role) -> QueryResult<Option<File>> {
    diesel::sql_query(
        "SELECT name, media_type, content FROM job_file WHERE job_id = $1 AND role = $2",
    )
    .bind::<SqlUuid, _>(job)
    .bind::<Text, _>(role.name())
    .get_result(connection)
    .optional()
}
