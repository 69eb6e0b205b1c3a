//! How long other routes take while 64 phones log in, compared with the same routes alone.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::compare::{Comparison, Cpu, Sample, WARM_UP, in_turns, slowest_hundredth};
use crate::http::get;
use crate::load::{self, Load, Requests};
use crate::report::{Found, Line, Measured};
use crate::run::Bench;
use crate::{Failure, Outcome};

use super::append_events::batches;
use super::credentials::logins;
use super::info::questions;
use super::mobile::always;
use super::new_surveys::new_surveys;
use super::replace_store::{app_state, stores};

const PHONES_LOGGING_IN: usize = 64;

/// Other callers, and how often each calls: 200 requests a second in all, so that the wait is
/// for the logins and not for one another.
const OTHERS: usize = 8;
const PACE: Duration = Duration::from_millis(40);

const MOST_MILLIS: f64 = 50.0;
const MOST_TIMES: f64 = 3.0;

/// How long the logins run before the others are timed.
const AHEAD: Duration = Duration::from_millis(1_500);

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Line>> {
    let info = questions(bench.arguments.accounts);
    let articles = always(get("/mobile/articles/ne", &["Accept-Encoding: gzip"]));
    let content = always(get("/mobile/content/ne", &["Accept-Encoding: gzip"]));
    let store = stores(bench, &app_state(20_000), 1_000.min(bench.arguments.accounts))?;
    let events = batches(bench)?;
    let surveys = new_surveys(bench.arguments.accounts);
    let routes: [(&str, &(dyn Fn(usize) -> Requests + Sync)); 6] = [
        ("info", &info),
        ("articles", &articles),
        ("content", &content),
        ("new-surveys", &surveys),
        ("replace-store", &store),
        ("append-events", &events),
    ];
    routes.into_iter().map(|(name, requests)| route(bench, name, requests)).collect()
}

fn route(
    bench: &Bench,
    name: &str,
    requests: &(dyn Fn(usize) -> Requests + Sync),
) -> Outcome<Line> {
    let probe = Load { callers: OTHERS, pace: Some(PACE), ..bench.load(requests) };
    load::call(&Load { lasting: WARM_UP, ..probe })?;
    let comparison = in_turns(
        bench.arguments.rounds,
        || slowest_hundredth(&probe),
        || while_logging_in(bench, || slowest_hundredth(&probe)),
    )?;
    line(name, &comparison)
}

fn while_logging_in(bench: &Bench, measure: impl FnOnce() -> Outcome<Sample>) -> Outcome<Sample> {
    let stop = AtomicBool::new(false);
    let requests = logins(bench);
    let background = Load {
        callers: PHONES_LOGGING_IN,
        lasting: AHEAD + bench.lasting * 10,
        stop: &stop,
        ..bench.load(&requests)
    };
    thread::scope(|scope| {
        let logging_in = scope.spawn(|| load::call(&background));
        thread::sleep(AHEAD);
        let measured = measure();
        stop.store(true, Ordering::Relaxed);
        logging_in.join().map_err(|_| Failure::from("the thread of the logins panicked"))??;
        measured
    })
}

fn line(name: &str, comparison: &Comparison) -> Outcome<Line> {
    let ours = comparison.ours().ok_or("nothing was measured")?;
    let ratio = comparison.ratio();
    Ok(Line {
        name: format!("beside-logins {name} p99"),
        found: Found::Measured(Box::new(Measured {
            unit: "ms",
            limit: comparison.limit(),
            ours,
            ratio,
            goal: format!("<= {MOST_TIMES}, <= {MOST_MILLIS} ms"),
            reached: ratio.map(|ratio| ratio.median <= MOST_TIMES && ours.median <= MOST_MILLIS),
            limit_cpu: Cpu::default(),
            our_cpu: Cpu::default(),
        })),
    })
}
