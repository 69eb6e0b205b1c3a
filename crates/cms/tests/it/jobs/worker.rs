//! Who does a job, and what becomes of it when its instance goes away.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use cms::jobs::{JobContext, JobError, Kind, Outcome, Sentence};
use db::job::file::{File, Role};
use db::job::work::{self, Standing};
use db::job::{self, Job, NewJob, State, Whose, file};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use testkit::Database;
use uuid::Uuid;

use crate::service::Service;
use crate::services::{start_cms_doing, wait_ready, within};

/// How often each job was begun in this process.
static BEGUN: LazyLock<Mutex<HashMap<Uuid, usize>>> = LazyLock::new(Mutex::default);

static KINDS: &[Kind] = &[
    kind("count", |context| count(context).boxed_local()),
    kind("fail", |_| async { Err(JobError::failed(Sentence::new("job-broken"))) }.boxed_local()),
    kind("panic", |_| async { panic!("a bug") }.boxed_local()),
    kind("second-time", |context| second_time(context).boxed_local()),
    kind("apart", |context| apart(context).boxed_local()),
];

const fn kind(
    name: &'static str,
    run: fn(JobContext) -> LocalBoxFuture<'static, Result<Outcome, JobError>>,
) -> Kind {
    Kind { name, title: "job-list-title", most_attempts: 3, run }
}

/// Counts to its payload, a step each 100 ms.
async fn count(context: JobContext) -> Result<Outcome, JobError> {
    *BEGUN.lock().unwrap().entry(context.job.id).or_default() += 1;
    let to: u32 = context.payload()?;
    for at in 0..to {
        context.progress(at, to, "job-progress")?;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(Outcome::says(Sentence::new("job-state-done")))
}

async fn second_time(context: JobContext) -> Result<Outcome, JobError> {
    if context.job.attempts == 1 {
        let soon = Duration::from_millis(300);
        return Err(JobError::TryAgain(Sentence::new("job-database-away"), soon));
    }
    Ok(Outcome::default())
}

/// Turns its input around, on a thread and a connection of its own.
async fn apart(context: JobContext) -> Result<Outcome, JobError> {
    let input = context.input().await?;
    let content = context
        .apart(move |_, reporter| {
            reporter.progress(1, 2, "job-progress")?;
            Ok(input.content.into_iter().rev().collect())
        })
        .await?;
    let file = File { name: "back.txt".to_owned(), media_type: "text/plain".to_owned(), content };
    Ok(Outcome::default().with_file(file))
}

fn ask(database: &Database, kind: &str, payload: &str) -> Uuid {
    let input = File {
        name: "in.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        content: b"abc".to_vec(),
    };
    let new = NewJob {
        kind,
        lang: "en",
        payload,
        created_by: Some(1),
        creator: "sita",
        most_attempts: 3,
        input: Some(&input),
    };
    job::enqueue(&mut database.connection(), &new).unwrap()
}

fn find(database: &Database, id: Uuid) -> Job {
    job::find(&mut database.connection(), id, Whose::All).unwrap().unwrap()
}

fn instance(database: &Database) -> Service {
    let cms = start_cms_doing(database, &[("JOB_LEASE_SECONDS", "2")], KINDS);
    wait_ready(&cms);
    cms
}

#[track_caller]
fn ends_as(database: &Database, id: Uuid, state: State) -> Job {
    within(Duration::from_secs(20), "the job ends", || find(database, id).state.is_over());
    let job = find(database, id);
    assert_eq!(job.state, state, "{job:?}");
    job
}

#[test]
fn two_instances_do_each_job_once() {
    let database = Database::migrated();
    let _both = [instance(&database), instance(&database)];
    let ids: Vec<Uuid> = (0..12).map(|_| ask(&database, "count", "1")).collect();
    for id in ids {
        assert_eq!(ends_as(&database, id, State::Done).attempts, 1);
        assert_eq!(BEGUN.lock().unwrap()[&id], 1);
    }
}

/// To the database, an instance that was killed is one that took a job and says no more.
#[test]
fn another_instance_finishes_what_a_killed_one_began() {
    let database = Database::migrated();
    let id = ask(&database, "count", "1");
    let connection = &mut database.connection();
    let lease = Duration::from_secs(1);
    let killed = work::take(connection, &["count"], lease).unwrap().unwrap();
    let _other = instance(&database);
    assert_eq!(ends_as(&database, id, State::Done).attempts, 2);
    let standing = work::renew(connection, &killed, lease, &work::Progress::default()).unwrap();
    assert_eq!(standing, Standing::Lost);
}

#[test]
fn an_instance_that_stops_gives_its_job_back() {
    let database = Database::migrated();
    let first = instance(&database);
    let id = ask(&database, "count", "20");
    within(Duration::from_secs(10), "it runs", || find(&database, id).done > 2);
    first.context.lifecycle.stop();
    within(Duration::from_secs(2), "it is given back", || {
        let job = find(&database, id);
        job.state == State::Queued && job.attempts == 0
    });
    let _second = instance(&database);
    ends_as(&database, id, State::Done);
}

#[test]
fn calling_off_trying_again_and_failing() {
    let database = Database::migrated();
    let _cms = instance(&database);
    let long = ask(&database, "count", "1000");
    within(Duration::from_secs(10), "it runs", || find(&database, long).done > 2);
    assert!(job::cancel(&mut database.connection(), long).unwrap());
    let cancelled = ends_as(&database, long, State::Cancelled);
    assert!(cancelled.done > 0 && cancelled.done < 1000, "{cancelled:?}");

    let again = ends_as(&database, ask(&database, "second-time", "0"), State::Done);
    assert_eq!(again.attempts, 2);
    for (kind, payload) in [("fail", "0"), ("panic", "0"), ("count", r#""no number""#)] {
        let failed = ends_as(&database, ask(&database, kind, payload), State::Failed);
        assert!(failed.result.unwrap().contains("job-broken"), "{kind}");
    }
}

#[test]
fn a_job_reads_its_file_and_makes_another() {
    let database = Database::migrated();
    let _cms = instance(&database);
    let id = ask(&database, "apart", "0");
    let done = ends_as(&database, id, State::Done);
    assert!(done.has_file && done.done == 2, "{done:?}");
    let made = file::read(&mut database.connection(), id, Role::Result).unwrap().unwrap();
    assert_eq!((made.name.as_str(), made.content.as_slice()), ("back.txt", &b"cba"[..]));
}
