//! `/account/info/:name`, compared with the same SELECT run by pgbench.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::Outcome;
use crate::compare::{WARM_UP, in_turns, throughput_with_database};
use crate::http::get;
use crate::identity::{name, name_hash_in_sql};
use crate::load::{self, Load, Requests};
use crate::report::Line;
use crate::run::Bench;

use super::share_of_limit;

/// Addresses that the callers claim: with 600 questions a minute each, none meets its limit.
const ADDRESSES: u64 = 20_000;

/// A step through the accounts that visits all of them in no order.
const STEP: u64 = 7_919;

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Line>> {
    let questions = questions(bench.arguments.accounts);
    let load = bench.load(&questions);
    let script = format!(
        "\\set number random(1, {})\n\
         SELECT \"nameHash\" FROM oky_user WHERE \"nameHash\" = ANY(ARRAY[{hash}, {hash}]) LIMIT 1;\n",
        bench.arguments.accounts,
        hash = name_hash_in_sql(":number"),
    );
    load::call(&Load { lasting: WARM_UP, ..load })?;
    let comparison = in_turns(
        bench.arguments.rounds,
        || bench.pgbench.per_second(&script, &[], bench.lasting),
        || throughput_with_database(&bench.api, &bench.database, &load),
    )?;
    Ok(vec![share_of_limit("info", &comparison, 0.45)?])
}

/// Callers that ask for names that exist.
pub(crate) fn questions(accounts: u64) -> impl Fn(usize) -> Requests + Sync {
    let next = std::sync::Arc::new(AtomicU64::new(0));
    move |_| {
        let next = next.clone();
        Box::new(move |request| {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let address = number % ADDRESSES;
            let forwarded = format!("X-Forwarded-For: 10.1.{}.{}", address / 250, address % 250);
            let account = number.wrapping_mul(STEP) % accounts + 1;
            *request = get(&format!("/account/info/{}", name(account)), &[&forwarded]);
        })
    }
}
