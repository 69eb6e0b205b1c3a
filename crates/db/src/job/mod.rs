//! Tables `job` and `job_file`: long work, done by whichever instance takes it.
//!
//! This file holds the rows and what editors do with them; [`work`] is for those who do the
//! work, [`mod@file`] for what goes in and comes out.

pub mod file;
pub mod work;

use std::time::Duration;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Double, Integer, Nullable, SmallInt, Text, Uuid as SqlUuid};
use domain::moment::Moment;
use uuid::Uuid;

use file::{File, Role};

/// Where a job is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Waits for an instance, or for its next try.
    Queued,
    /// An instance works on it.
    Running,
    /// It came to its end.
    Done,
    /// It cannot be done; its result says why.
    Failed,
    /// An editor has called it off.
    Cancelled,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 5] =
        [State::Queued, State::Running, State::Done, State::Failed, State::Cancelled];

    /// As the table spells it.
    pub fn name(self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Running => "running",
            State::Done => "done",
            State::Failed => "failed",
            State::Cancelled => "cancelled",
        }
    }

    /// The state whose [`State::name`] is `name`.
    pub fn from_name(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether nothing more will happen by itself.
    pub fn is_over(self) -> bool {
        matches!(self, State::Done | State::Failed | State::Cancelled)
    }
}

/// A job that is to be done.
#[derive(Debug)]
pub struct NewJob<'a> {
    /// What to do, by the name that the cms knows it by.
    pub kind: &'a str,
    /// The language it is about.
    pub lang: &'a str,
    /// JSON that says the rest.
    pub payload: &'a str,
    /// The editor who asks, by `user.id`; `None` is the service itself.
    pub created_by: Option<i32>,
    /// Her name, for a list that outlives her account.
    pub creator: &'a str,
    /// How often it may be begun before it counts as failed.
    pub most_attempts: i16,
    /// What it works on.
    pub input: Option<&'a File>,
}

/// A job as its row says.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its key.
    pub id: Uuid,
    /// What to do.
    pub kind: String,
    /// The language it is about.
    pub lang: String,
    /// JSON that says the rest.
    pub payload: String,
    /// Where it is in its life.
    pub state: State,
    /// How much of `total` is done.
    pub done: i64,
    /// How much there is to do, if that is known.
    pub total: Option<i64>,
    /// Key of the sentence that says what is being done.
    pub step: Option<String>,
    /// JSON: what came of it, or why it failed.
    pub result: Option<String>,
    /// The editor who asked for it.
    pub created_by: Option<i32>,
    /// Her name.
    pub creator: String,
    /// When she asked.
    pub created_at: Moment,
    /// Not before this is it begun, or tried again.
    pub run_after: Moment,
    /// When it ended.
    pub finished_at: Option<Moment>,
    /// How often it was begun.
    pub attempts: i16,
    /// How often it may be begun.
    pub most_attempts: i16,
    /// Whether it was called off while running.
    pub cancel_asked: bool,
    /// Whether there is a file to download.
    pub has_file: bool,
}

/// The columns of [`Row`], of a table or alias `job`.
const COLUMNS: &str = "job.id, job.kind, job.lang, job.payload::text AS payload, job.state, \
    job.done, job.total, job.step, job.result::text AS result, job.created_by, job.creator, \
    (extract(epoch FROM job.created_at) * 1000)::bigint AS created_at, \
    (extract(epoch FROM job.run_after) * 1000)::bigint AS run_after, \
    (extract(epoch FROM job.finished_at) * 1000)::bigint AS finished_at, \
    job.attempts, job.most_attempts, job.cancel_asked, \
    EXISTS (SELECT FROM job_file WHERE job_id = job.id AND role = 'result') AS has_file";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = Text)]
    payload: String,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = BigInt)]
    done: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    total: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    step: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    result: Option<String>,
    #[diesel(sql_type = Nullable<Integer>)]
    created_by: Option<i32>,
    #[diesel(sql_type = Text)]
    creator: String,
    #[diesel(sql_type = BigInt)]
    created_at: i64,
    #[diesel(sql_type = BigInt)]
    run_after: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    finished_at: Option<i64>,
    #[diesel(sql_type = SmallInt)]
    attempts: i16,
    #[diesel(sql_type = SmallInt)]
    most_attempts: i16,
    #[diesel(sql_type = Bool)]
    cancel_asked: bool,
    #[diesel(sql_type = Bool)]
    has_file: bool,
}

impl From<Row> for Job {
    fn from(row: Row) -> Job {
        let moment = |millis: i64| Moment::from_millis(millis).unwrap_or(Moment::EPOCH);
        Job {
            id: row.id,
            kind: row.kind,
            lang: row.lang,
            payload: row.payload,
            // The table has a check on the column.
            state: State::from_name(&row.state).unwrap_or(State::Failed),
            done: row.done,
            total: row.total,
            step: row.step,
            result: row.result,
            created_by: row.created_by,
            creator: row.creator,
            created_at: moment(row.created_at),
            run_after: moment(row.run_after),
            finished_at: row.finished_at.map(moment),
            attempts: row.attempts,
            most_attempts: row.most_attempts,
            cancel_asked: row.cancel_asked,
            has_file: row.has_file,
        }
    }
}

/// Stores a job and its input, and gives its key. Inside a transaction of the caller's it is
/// there exactly when the rest of that is.
///
/// # Errors
///
/// Diesel's own.
pub fn enqueue(connection: &mut PgConnection, new: &NewJob<'_>) -> QueryResult<Uuid> {
    connection.transaction(|connection| {
        let id = Uuid::new_v4();
        diesel::sql_query(
            "INSERT INTO job (id, kind, lang, payload, created_by, creator, most_attempts) \
             VALUES ($1, $2, $3, $4::json, $5, $6, $7)",
        )
        .bind::<SqlUuid, _>(id)
        .bind::<Text, _>(new.kind)
        .bind::<Text, _>(new.lang)
        .bind::<Text, _>(new.payload)
        .bind::<Nullable<Integer>, _>(new.created_by)
        .bind::<Text, _>(new.creator)
        .bind::<SmallInt, _>(new.most_attempts)
        .execute(connection)?;
        if let Some(input) = new.input {
            file::store(connection, id, Role::Input, input)?;
        }
        Ok(id)
    })
}

/// Lets a job that waits be begun at `moment` and not before. In the transaction that stores the
/// job, nobody begins it early.
///
/// # Errors
///
/// Diesel's own.
pub fn postpone(connection: &mut PgConnection, id: Uuid, moment: Moment) -> QueryResult<bool> {
    diesel::sql_query(
        "UPDATE job SET run_after = to_timestamp($2 / 1000.0) WHERE id = $1 AND state = 'queued'",
    )
    .bind::<SqlUuid, _>(id)
    .bind::<Double, _>(moment.millis() as f64)
    .execute(connection)
    .map(|changed| changed == 1)
}

/// Whose jobs a reader may see.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    /// Those that one editor asked for.
    Editor(i32),
    /// Everybody's, and the service's own.
    All,
}

impl Whose {
    fn editor(self) -> Option<i32> {
        match self {
            Whose::Editor(id) => Some(id),
            Whose::All => None,
        }
    }
}

/// One job, if the reader may see it.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: Uuid, whose: Whose) -> QueryResult<Option<Job>> {
    diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM job WHERE id = $1 AND ($2 IS NULL OR created_by = $2)"
    ))
    .bind::<SqlUuid, _>(id)
    .bind::<Nullable<Integer>, _>(whose.editor())
    .get_result::<Row>(connection)
    .optional()
    .map(|row| row.map(Job::from))
}

/// Jobs that the reader may see, the newest first, and how many there are in all.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    whose: Whose,
    skip: i64,
    most: i64,
) -> QueryResult<(Vec<Job>, i64)> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    let count = diesel::sql_query(
        "SELECT count(*) AS count FROM job WHERE ($1 IS NULL OR created_by = $1)",
    )
    .bind::<Nullable<Integer>, _>(whose.editor())
    .get_result::<Count>(connection)?
    .count;
    let rows: Vec<Row> = diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM job WHERE ($1 IS NULL OR created_by = $1) \
         ORDER BY job.created_at DESC, job.id LIMIT $2 OFFSET $3"
    ))
    .bind::<Nullable<Integer>, _>(whose.editor())
    .bind::<BigInt, _>(most)
    .bind::<BigInt, _>(skip)
    .load(connection)?;
    Ok((rows.into_iter().map(Job::from).collect(), count))
}

/// Calls a job off: one that waits is over at once, one that runs is told. False if it was
/// over already.
///
/// # Errors
///
/// Diesel's own.
pub fn cancel(connection: &mut PgConnection, id: Uuid) -> QueryResult<bool> {
    diesel::sql_query(
        "UPDATE job SET cancel_asked = true, \
                state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END, \
                finished_at = CASE state WHEN 'queued' THEN now() ELSE finished_at END \
          WHERE id = $1 AND state IN ('queued', 'running')",
    )
    .bind::<SqlUuid, _>(id)
    .execute(connection)
    .map(|rows| rows == 1)
}

/// Begins a job anew that failed or was called off. False if it did not.
///
/// # Errors
///
/// Diesel's own.
pub fn begin_again(connection: &mut PgConnection, id: Uuid) -> QueryResult<bool> {
    diesel::sql_query(
        "UPDATE job SET state = 'queued', cancel_asked = false, attempts = 0, done = 0, \
                total = NULL, step = NULL, result = NULL, finished_at = NULL, lease = NULL, \
                lease_until = NULL, run_after = now() \
          WHERE id = $1 AND state IN ('failed', 'cancelled')",
    )
    .bind::<SqlUuid, _>(id)
    .execute(connection)
    .map(|rows| rows == 1)
}

/// Deletes jobs that ended longer ago than `age`, with their files, and says how many.
///
/// # Errors
///
/// Diesel's own.
pub fn prune(connection: &mut PgConnection, age: Duration) -> QueryResult<usize> {
    diesel::sql_query(
        "DELETE FROM job WHERE state IN ('done', 'failed', 'cancelled') \
            AND finished_at < now() - make_interval(secs => $1)",
    )
    .bind::<Double, _>(age.as_secs_f64())
    .execute(connection)
}
