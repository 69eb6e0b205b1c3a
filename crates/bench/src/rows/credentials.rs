//! Logins and signups, compared with bcrypt on every core and nothing else.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::compare::{Cpu, Sample, in_turns, throughput};
use crate::conditions;
use crate::http::post;
use crate::identity::{COST, PASSWORD, name};
use crate::load::{Load, Requests};
use crate::report::Line;
use crate::run::Bench;
use crate::{Failure, Outcome};

use super::share_of_limit;

/// Callers at once: enough to keep every hashing thread busy all the time.
const CALLERS: usize = 64;

/// More than can be logged in during one row.
const ROOM: u64 = 10_000;

/// At most some forty answers a second are to be counted, so it has to take longer.
const LONGER: u32 = 2;

pub(super) fn login(bench: &Bench) -> Outcome<Vec<Line>> {
    let logins = logins(bench);
    compare(bench, "login", &logins, 1.0)
}

pub(super) fn signup(bench: &Bench) -> Outcome<Vec<Line>> {
    compare(bench, "signup", &signups(), 2.0)
}

/// Callers that each sign up one new girl after the other.
pub(crate) fn signups() -> impl Fn(usize) -> Requests + Sync {
    |_| {
        Box::new(|request| {
            let id = uuid::Uuid::new_v4();
            let body = format!(
                r#"{{"preferredId":"{id}","name":"test-girl-{id}","dateOfBirth":"2010-02-02T00:00:00.000Z","gender":"Female","location":"Urban","country":"NP","province":"3","password":"{PASSWORD}","secretQuestion":"favourite_actor","secretAnswer":"an answer","dateSignedUp":"2024-03-01T08:00:00.123Z","metadata":{{}}}}"#
            );
            post(request, "/account/signup", None, body.as_bytes());
        })
    }
}

/// Callers that log in accounts, each account once.
pub(crate) fn logins(bench: &Bench) -> impl Fn(usize) -> Requests + Sync + use<> {
    let first = bench.fresh_accounts(ROOM);
    logins_of(first..first + ROOM, bench.arguments.accounts)
}

/// Callers that log in the accounts of these numbers, one after the other and from the beginning
/// again. Numbers beyond `accounts` count from 1.
pub(crate) fn logins_of(
    numbers: Range<u64>,
    accounts: u64,
) -> impl Fn(usize) -> Requests + Sync + use<> {
    let next = Arc::new(AtomicU64::new(0));
    move |_| {
        let (next, numbers) = (next.clone(), numbers.clone());
        Box::new(move |request| {
            let turn = next.fetch_add(1, Ordering::Relaxed) % (numbers.end - numbers.start);
            let number = (numbers.start + turn - 1) % accounts + 1;
            let body = format!(r#"{{"name":"{}","password":"{PASSWORD}"}}"#, name(number));
            post(request, "/account/login", None, body.as_bytes());
        })
    }
}

fn compare(
    bench: &Bench,
    row: &str,
    requests: &(dyn Fn(usize) -> Requests + Sync),
    hashes_each: f64,
) -> Outcome<Vec<Line>> {
    let load = Load { callers: CALLERS, lasting: bench.lasting * LONGER, ..bench.load(requests) };
    let comparison = in_turns(
        bench.arguments.rounds,
        || {
            let value = hashes_per_second(load.lasting)? / hashes_each;
            Ok(Sample { value, cpu: Cpu::default() })
        },
        || throughput(&bench.api, &load),
    )?;
    Ok(vec![share_of_limit(row, &comparison, 0.90)?])
}

/// How many hashes all cores check per second. The threads have the priority that the service
/// gives its own, so that other programs on the machine slow both alike.
fn hashes_per_second(lasting: Duration) -> Outcome<f64> {
    let hash = bcrypt::hash(PASSWORD, COST)?;
    let threads = conditions::cores();
    let began = Instant::now();
    let work = || {
        #[cfg(target_os = "linux")]
        let _ = rustix::process::nice(10);
        let mut checked = 0_u32;
        while began.elapsed() < lasting {
            if !bcrypt::verify(PASSWORD, &hash)? {
                return Err(Failure::from("bcrypt does not know its own hash"));
            }
            checked += 1;
        }
        // The time of the last one counts too.
        Ok(f64::from(checked) / began.elapsed().as_secs_f64())
    };
    thread::scope(|scope| {
        let started: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        started
            .into_iter()
            .map(|thread| thread.join().map_err(|_| Failure::from("a hashing thread panicked"))?)
            .sum()
    })
}
