//! Callers that send one request after the other, each over its own connection.

mod latencies;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::conditions;
use crate::http::Connection;
use crate::{Failure, Outcome};

pub(crate) use latencies::Latencies;

/// Puts the next request of one caller into the buffer, replacing what it held.
pub(crate) type Requests = Box<dyn FnMut(&mut Vec<u8>) + Send>;

/// What is to be sent how.
pub(crate) struct Load<'a> {
    /// Where to.
    pub(crate) address: SocketAddr,
    /// How many callers there are.
    pub(crate) callers: usize,
    /// How long they call.
    pub(crate) lasting: Duration,
    /// From one request of a caller to its next; `None`: as soon as the answer is there.
    pub(crate) pace: Option<Duration>,
    /// The only status that counts as success.
    pub(crate) expect: u16,
    /// Makes the requests of the caller with this number.
    pub(crate) requests: &'a (dyn Fn(usize) -> Requests + Sync),
    /// Ends everything early when it becomes true.
    pub(crate) stop: &'a AtomicBool,
}

/// What a load led to.
pub(crate) struct Served {
    /// How long the callers called, until the last answer.
    pub(crate) elapsed: Duration,
    /// Of every answer that counts.
    pub(crate) latencies: Latencies,
}

/// How long after the end of a load its last answers may come.
const LAST_ANSWER: Duration = Duration::from_secs(30);

/// Calls, on as many threads as there are cores.
///
/// # Errors
///
/// When any answer had another status than the expected one, or none came. An answer that is
/// wrong is never counted as a fast one.
pub(crate) fn call(load: &Load<'_>) -> Outcome<Served> {
    let threads = conditions::cores().min(load.callers.max(1));
    let began = Instant::now();
    let end = began + load.lasting;
    let shares = thread::scope(|scope| {
        let started: Vec<_> = (0..threads)
            .map(|first| {
                scope.spawn(move || share(load, (first..load.callers).step_by(threads), began, end))
            })
            .collect();
        let joined: Vec<_> = started.into_iter().map(thread::ScopedJoinHandle::join).collect();
        joined
    });
    let elapsed = began.elapsed();
    let mut latencies = Latencies::default();
    for share in shares {
        latencies.add(share.map_err(|_| Failure::from("a caller's thread panicked"))??);
    }
    if latencies.is_empty() {
        return Err("there was no answer at all".into());
    }
    Ok(Served { elapsed, latencies })
}

/// The callers of one thread.
fn share(
    load: &Load<'_>,
    callers: impl Iterator<Item = usize>,
    began: Instant,
    end: Instant,
) -> Outcome<Latencies> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let callers = callers.map(|number| {
            let requests = (load.requests)(number);
            // Callers with a pace start one after the other, not all at once.
            let stagger =
                load.pace.map_or(Duration::ZERO, |pace| pace * index(number) / index(load.callers));
            Caller {
                address: load.address,
                pace: load.pace,
                expect: load.expect,
                requests,
                first: began + stagger,
                end,
            }
        });
        let mut calls: FuturesUnordered<_> =
            callers.map(|caller| timeout_at(end + LAST_ANSWER, caller.call(load.stop))).collect();
        let mut all = Latencies::default();
        while let Some(outcome) = calls.next().await {
            all.add(outcome.map_err(|_| Failure::from("an answer did not come"))??);
        }
        Ok(all)
    })
}

fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

struct Caller {
    address: SocketAddr,
    pace: Option<Duration>,
    expect: u16,
    requests: Requests,
    first: Instant,
    end: Instant,
}

impl Caller {
    async fn call(mut self, stop: &AtomicBool) -> Outcome<Latencies> {
        let mut connection = Connection::open(self.address).await?;
        let mut latencies = Latencies::default();
        let mut request = Vec::new();
        let mut due = self.first;
        loop {
            (self.requests)(&mut request);
            let start = match self.pace {
                None => Instant::now(),
                // A late answer makes the next request late too: that wait counts as well.
                Some(pace) => {
                    let now = Instant::now();
                    let start = if now > due {
                        due
                    } else {
                        sleep_until(due).await;
                        Instant::now()
                    };
                    due += pace;
                    start
                }
            };
            if start >= self.end || stop.load(Ordering::Relaxed) {
                return Ok(latencies);
            }
            let status = connection.exchange(&request).await?;
            if status != self.expect {
                let answer = connection.fetch(&request).await;
                return Err(unexpected(status, answer.ok().map(|answer| answer.body)));
            }
            latencies.record(start.elapsed());
        }
    }
}

/// Names the status, and what the server says when it is asked the same again.
fn unexpected(status: u16, body: Option<Vec<u8>>) -> Failure {
    let mut text = String::from_utf8_lossy(&body.unwrap_or_default()).into_owned();
    text.truncate(text.floor_char_boundary(200));
    format!("an answer had status {status}; asked again, the server says: {text}").into()
}
