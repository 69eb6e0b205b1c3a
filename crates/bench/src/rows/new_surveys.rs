//! `/mobile/new-surveys`: the time its queries take in the database, and the whole request.

use std::time::Instant;

use super::at_most;
use crate::Outcome;
use crate::compare::{Cpu, Spread, WARM_UP, throughput_with_database};
use crate::http::get;
use crate::identity::id;
use crate::load::{self, Load, Requests};
use crate::report::{Found, Line, Measured};
use crate::run::Bench;

/// Milliseconds that the queries may take.
const GOAL: f64 = 3.0;

/// Girls that are asked for, one after the other, in each round.
const GIRLS: u64 = 1_000;

const STEP: u64 = 7_919;

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Line>> {
    Ok(vec![in_database(bench)?, over_http(bench)?])
}

/// The service's own code, so the times hold two round trips as well.
fn in_database(bench: &Bench) -> Outcome<Line> {
    let mut connection = bench.database.connect()?;
    let accounts = bench.arguments.accounts;
    let mut rounds = Vec::new();
    for round in 0..u64::from(bench.arguments.rounds) {
        let began = Instant::now();
        for girl in 0..GIRLS {
            let number = (round * GIRLS + girl) * STEP % accounts + 1;
            db::content::survey_completion::of_person(&mut connection, id(number))?;
        }
        rounds.push(began.elapsed().as_secs_f64());
    }
    let millis = 1000.0 / f64::from(u32::try_from(GIRLS)?);
    let ours = Spread::of(rounds.into_iter().map(|seconds| seconds * millis))
        .ok_or("nothing was measured")?;
    Ok(at_most("new-surveys in the database".to_owned(), "ms", ours, Some(GOAL)))
}

fn over_http(bench: &Bench) -> Outcome<Line> {
    let questions = new_surveys(bench.arguments.accounts);
    let load = bench.load(&questions);
    load::call(&Load { lasting: WARM_UP, ..load })?;
    let samples: Vec<_> = (0..bench.arguments.rounds)
        .map(|_| throughput_with_database(&bench.api, &bench.database, &load))
        .collect::<Outcome<_>>()?;
    Ok(Line {
        name: "new-surveys over HTTP".to_owned(),
        found: Found::Measured(Box::new(Measured {
            unit: "/s",
            limit: None,
            ours: Spread::of(samples.iter().map(|sample| sample.value))
                .ok_or("nothing was measured")?,
            ratio: None,
            goal: "-".to_owned(),
            reached: None,
            limit_cpu: Cpu::default(),
            our_cpu: Cpu::median(&samples),
        })),
    })
}

/// Callers that ask for one girl after the other.
pub(crate) fn new_surveys(accounts: u64) -> impl Fn(usize) -> Requests + Sync {
    move |caller| {
        let mut turn = caller as u64 * 1_000_003;
        Box::new(move |request| {
            turn += 1;
            let girl = id(turn * STEP % accounts + 1);
            *request = get(&format!("/mobile/new-surveys/ne?user_id={girl}"), &[]);
        })
    }
}
