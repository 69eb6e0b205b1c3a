//! A login without the time of its bcrypt, compared with the same statements run by pgbench.
//!
//! The api that answers here hashes at the least cost there is, which takes a sixty-fourth of the
//! usual time. The processor time of that rest is taken away.

use crate::Outcome;
use crate::cheap_api;
use crate::compare::{Cpu, Sample, WARM_UP, in_turns, throughput_with_database};
use crate::cpu;
use crate::identity::{PASSWORD, id_in_sql, name_hash_in_sql};
use crate::load::{self, Load};
use crate::report::Line;
use crate::run::Bench;
use crate::service::Service;

use super::credentials::logins_of;
use super::share_of_limit;

/// The first accounts take part, on both sides.
const ACCOUNTS: u64 = 5_000;

/// What a login asks first, see `db::sign_in`.
const FAILURES: &str = include_str!("../../../db/src/sign_in_failures.sql");

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Line>> {
    let accounts = ACCOUNTS.min(bench.arguments.accounts);
    let usual = bench.database.execute("SELECT \"passwordHash\" FROM oky_user LIMIT 1")?;
    set_passwords(bench, accounts, &bcrypt::hash(PASSWORD, cheap_api::COST)?)?;
    let line = compare(bench, accounts);
    set_passwords(bench, accounts, &usual)?;
    Ok(vec![line?])
}

fn set_passwords(bench: &Bench, accounts: u64, hash: &str) -> Outcome<String> {
    bench.database.execute(&format!(
        "UPDATE oky_user SET \"passwordHash\" = '{hash}' WHERE id IN \
         (SELECT {} FROM generate_series(1, {accounts}) AS number)",
        id_in_sql("number")
    ))
}

fn compare(bench: &Bench, accounts: u64) -> Outcome<Line> {
    let mut api = bench.cheap_api()?;
    api.first_success("/ready")?;
    let logins = logins_of(1..accounts + 1, accounts);
    let load = Load { address: api.address, ..bench.load(&logins) };
    let script = script(accounts);
    // Until nearly every account is known to have come from this address.
    load::call(&Load { lasting: bench.lasting * 2, ..load })?;
    bench.pgbench.per_second(&script, &[], WARM_UP * 4)?;
    let hash = hash_micros().ok_or("the operating system does not tell of processor time")?;
    let comparison = in_turns(
        bench.arguments.rounds,
        || bench.pgbench.per_second(&script, &[], bench.lasting),
        || without(hash, &api, bench, &load),
    )?;
    share_of_limit("login without bcrypt", &comparison, 0.45)
}

/// How many logins there would be if the processor time of their hashes were free for others.
fn without(hash: f64, api: &Service, bench: &Bench, load: &Load<'_>) -> Outcome<Sample> {
    let (sample, callers) = cpu::used(
        || cpu::of_process(std::process::id()),
        || throughput_with_database(api, &bench.database, load),
    );
    let sample = sample?;
    let logins = sample.value * load.lasting.as_secs_f64();
    let parts = [sample.cpu.server, sample.cpu.database, callers.map(|used| used / logins)];
    let each: f64 = parts.into_iter().flatten().sum();
    let server = sample.cpu.server.map(|used| used - hash);
    Ok(Sample { value: sample.value * each / (each - hash), cpu: Cpu { server, ..sample.cpu } })
}

/// Processor time, in microseconds, of one hash of the least cost.
fn hash_micros() -> Option<f64> {
    const TIMES: u32 = 1_000;
    let hash = bcrypt::hash(PASSWORD, cheap_api::COST).ok()?;
    let (_, used) = cpu::used(
        || cpu::of_process(std::process::id()),
        || (0..TIMES).filter(|_| bcrypt::verify(PASSWORD, &hash).unwrap_or(false)).count(),
    );
    Some(used? / f64::from(TIMES))
}

/// The statements of a login of somebody who is known and has not failed.
fn script(accounts: u64) -> String {
    let key = "sha256(('key-' || :number)::bytea)";
    let failures = FAILURES.replace("$1", key).replace("$2", key).replace("$3", "1");
    let hash = name_hash_in_sql(":number");
    format!(
        "\\set number random(1, {accounts})\n{};\n\
         SELECT id, date_of_birth, gender, location, country, province, \"nameHash\", \"passwordHash\", \
         \"memorableQuestion\", \"memorableAnswer\", date_signed_up, date_account_saved, metadata, avatar \
         FROM oky_user WHERE \"nameHash\" = ANY(ARRAY[{hash}, {hash}]) \
         ORDER BY \"nameHash\" = {hash} DESC, date_account_saved NULLS FIRST LIMIT 5;\n\
         INSERT INTO known_address (account_key, address_key, last_success_at) VALUES ({key}, {key}, now()) \
         ON CONFLICT (account_key, address_key) DO UPDATE SET last_success_at = now() \
         WHERE known_address.last_success_at < now() - interval '1 day';\n\
         SELECT store FROM oky_user WHERE id = {};\n",
        failures.trim_end(),
        id_in_sql(":number"),
    )
}
