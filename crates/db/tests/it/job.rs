//! Jobs: who takes them, who may end them, and when they are tried again.

use std::collections::HashSet;
use std::thread;
use std::time::Duration;

use db::Connection;
use db::job::file::{self, File, Role};
use db::job::work::{self, End, Progress, Standing, Taken};
use db::job::{self, Job, NewJob, State, Whose};
use diesel::connection::SimpleConnection;
use testkit::Database;
use uuid::Uuid;

const LEASE: Duration = Duration::from_secs(30);
const KINDS: [&str; 1] = ["count"];

fn new(connection: &mut Connection) -> Uuid {
    let input = File {
        name: "in.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        content: b"in".to_vec(),
    };
    let new = NewJob {
        kind: "count",
        lang: "en",
        payload: r#"{"to":3}"#,
        created_by: Some(7),
        creator: "sita",
        most_attempts: 2,
        input: Some(&input),
    };
    job::enqueue(connection, &new).unwrap()
}

fn take(connection: &mut Connection) -> Option<Taken> {
    work::take(connection, &KINDS, LEASE).unwrap()
}

fn find(connection: &mut Connection, id: Uuid) -> Job {
    job::find(connection, id, Whose::All).unwrap().unwrap()
}

/// As if its instance had been dead for longer than the lease.
fn let_lease_run_out(connection: &mut Connection) {
    connection.batch_execute("UPDATE job SET lease_until = now() - interval '1 second'").unwrap();
}

#[test]
fn each_job_is_taken_once_however_many_ask() {
    let database = Database::migrated();
    let mut connection = database.connection();
    let ids: HashSet<Uuid> = (0..60).map(|_| new(&mut connection)).collect();
    let takers: Vec<_> = (0..6)
        .map(|_| {
            let mut connection = database.connection();
            thread::spawn(move || {
                let mut taken = Vec::new();
                while let Some(one) = take(&mut connection) {
                    taken.push(one.job.id);
                }
                taken
            })
        })
        .collect();
    let taken: Vec<Uuid> = takers.into_iter().flat_map(|taker| taker.join().unwrap()).collect();
    assert_eq!(taken.len(), ids.len());
    assert_eq!(taken.into_iter().collect::<HashSet<_>>(), ids);
}

#[test]
fn a_job_from_queue_to_file() {
    let database = Database::migrated();
    let connection = &mut database.connection();
    let id = new(connection);
    assert_eq!(find(connection, id).state, State::Queued);
    assert!(work::take(connection, &["of a newer version"], LEASE).unwrap().is_none());

    let taken = take(connection).unwrap();
    assert_eq!(
        (taken.job.id, taken.job.attempts, taken.job.payload.as_str()),
        (id, 1, r#"{"to":3}"#)
    );
    assert_eq!(file::read(connection, id, Role::Input).unwrap().unwrap().content, b"in");
    let progress = Progress { done: 2, total: Some(3), step: Some("job-step".to_owned()) };
    assert_eq!(work::renew(connection, &taken, LEASE, &progress).unwrap(), Standing::Mine);
    let running = find(connection, id);
    assert_eq!((running.state, running.done, running.total), (State::Running, 2, Some(3)));

    let made = File {
        name: "out.csv".to_owned(),
        media_type: "text/csv".to_owned(),
        content: b"a,b".to_vec(),
    };
    assert!(work::end(connection, &taken, &End::Done("{}", Some(&made))).unwrap());
    let done = find(connection, id);
    assert_eq!((done.state, done.done, done.has_file), (State::Done, 3, true));
    assert_eq!(file::read(connection, id, Role::Result).unwrap().unwrap().content, b"a,b");
    assert!(!job::cancel(connection, id).unwrap() && !job::begin_again(connection, id).unwrap());

    connection.batch_execute("UPDATE job SET finished_at = now() - interval '31 days'").unwrap();
    assert_eq!(job::prune(connection, Duration::from_secs(30 * 86_400)).unwrap(), 1);
    assert_eq!(database.count("SELECT count(*) FROM job_file"), 0);
}

#[test]
fn whoever_lost_a_job_can_no_longer_end_it() {
    let database = Database::migrated();
    let connection = &mut database.connection();
    let id = new(connection);
    let dead = take(connection).unwrap();
    assert!(take(connection).is_none(), "its lease still runs");
    let_lease_run_out(connection);
    let alive = take(connection).unwrap();
    assert_eq!((alive.job.id, alive.job.attempts), (id, 2));

    let progress = Progress::default();
    assert_eq!(work::renew(connection, &dead, LEASE, &progress).unwrap(), Standing::Lost);
    assert!(!work::end(connection, &dead, &End::Failed("{}")).unwrap());
    assert!(work::end(connection, &alive, &End::Done("{}", None)).unwrap());
    assert_eq!(find(connection, id).state, State::Done);
}

#[test]
fn a_job_is_begun_a_few_times_and_then_given_up() {
    let database = Database::migrated();
    let connection = &mut database.connection();
    // Its instances die.
    let id = new(connection);
    for _ in 0..2 {
        take(connection).unwrap();
        let_lease_run_out(connection);
    }
    assert!(take(connection).is_none());
    let given_up = find(connection, id);
    assert_eq!(given_up.state, State::Failed);
    assert!(given_up.result.unwrap().contains("job-abandoned"));

    // It asks for another try, which comes after a while, and then for one too many.
    assert!(job::begin_again(connection, id).unwrap());
    let first = take(connection).unwrap();
    let later = Duration::from_secs(60);
    assert!(work::end(connection, &first, &End::TryAgain(r#"{"why":1}"#, later)).unwrap());
    assert_eq!(find(connection, id).state, State::Queued);
    assert!(take(connection).is_none(), "not yet");
    connection.batch_execute("UPDATE job SET run_after = now()").unwrap();
    let second = take(connection).unwrap();
    assert!(work::end(connection, &second, &End::TryAgain(r#"{"why":2}"#, later)).unwrap());
    let failed = find(connection, id);
    assert_eq!((failed.state, failed.result.as_deref()), (State::Failed, Some(r#"{"why":2}"#)));

    // A service that stops gives it back, which does not count.
    assert!(job::begin_again(connection, id).unwrap());
    for _ in 0..5 {
        let taken = take(connection).unwrap();
        assert!(work::end(connection, &taken, &End::GivenBack).unwrap());
    }
    assert_eq!(find(connection, id).attempts, 0);
}

#[test]
fn calling_off() {
    let database = Database::migrated();
    let connection = &mut database.connection();
    let waiting = new(connection);
    assert!(job::cancel(connection, waiting).unwrap());
    assert_eq!(find(connection, waiting).state, State::Cancelled);
    assert!(take(connection).is_none());

    // One that runs is told; if it wants another try instead of ending, it is over all the same.
    let running = new(connection);
    let taken = take(connection).unwrap();
    assert!(job::cancel(connection, running).unwrap());
    let standing = work::renew(connection, &taken, LEASE, &Progress::default()).unwrap();
    assert_eq!(standing, Standing::CalledOff);
    assert!(work::end(connection, &taken, &End::TryAgain("{}", Duration::ZERO)).unwrap());
    assert_eq!(find(connection, running).state, State::Cancelled);

    // One whose instance is dead ends when somebody looks.
    let left = new(connection);
    take(connection).unwrap();
    assert!(job::cancel(connection, left).unwrap());
    let_lease_run_out(connection);
    assert!(take(connection).is_none());
    assert_eq!(find(connection, left).state, State::Cancelled);
}

#[test]
fn an_editor_sees_her_own() {
    let database = Database::migrated();
    let connection = &mut database.connection();
    let id = new(connection);
    assert!(job::find(connection, id, Whose::Editor(7)).unwrap().is_some());
    assert!(job::find(connection, id, Whose::Editor(8)).unwrap().is_none());
    let count = |connection: &mut Connection, whose| job::list(connection, whose, 0, 25).unwrap().1;
    assert_eq!(count(connection, Whose::Editor(7)), 1);
    assert_eq!(count(connection, Whose::Editor(8)), 0);
    assert_eq!(count(connection, Whose::All), 1);
}
