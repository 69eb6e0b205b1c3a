//! The time that the database takes for a request: the service's own functions, one call after
//! the other over one connection. The way there and back is in it.

use std::time::{Duration, Instant};

use db::account::{self, Account};
use db::app_event::{self, NewEvents, Sender};
use db::sign_in::{self, AccountKey, AddressKey};
use db::types::Stamp;
use domain::account::LookupName;
use domain::throttle::Purpose;
use uuid::Uuid;

use super::step::Times;
use crate::Outcome;
use crate::identity::{id, name};
use crate::load::Latencies;
use crate::rows::{append_events, replace_store};
use crate::run::Bench;

/// Does for the account with this number what one request does.
type Call<'a> = &'a dyn Fn(&mut db::Connection, u64) -> Outcome<()>;

/// A step through the accounts that visits all of them in no order.
const STEP: u64 = 7_919;

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Times>> {
    let store = format!(r#"{{"storeVersion":3,"appState":{}}}"#, replace_store::app_state(20_000));
    let hash = bench.database.execute("SELECT \"passwordHash\" FROM oky_user LIMIT 1")?;
    let replace = |connection: &mut db::Connection, number: u64| {
        account::replace_store(connection, id(number % 1_000 + 1), store.clone())?;
        Ok(())
    };
    let signup = |connection: &mut db::Connection, _: u64| sign_up(connection, &hash);
    let calls: [(&str, Call<'_>); 6] = [
        ("info", &look_up),
        ("login", &log_in),
        ("signup", &signup),
        ("replace-store 20 KB", &replace),
        ("append-events 20", &append),
        ("new-surveys", &surveys),
    ];
    let mut connection = bench.database.connect()?;
    let mut all = Vec::new();
    for (path, call) in calls {
        repeat(bench, &mut connection, bench.lasting / 2, call)?;
        let latencies = repeat(bench, &mut connection, bench.lasting, call)?;
        all.push(Times { path: path.to_owned(), latencies });
    }
    Ok(all)
}

fn repeat(
    bench: &Bench,
    connection: &mut db::Connection,
    lasting: Duration,
    call: Call<'_>,
) -> Outcome<Latencies> {
    let mut latencies = Latencies::default();
    let end = Instant::now() + lasting;
    let mut turn = 0;
    while Instant::now() < end {
        turn += 1;
        let began = Instant::now();
        call(connection, turn * STEP % bench.arguments.accounts + 1)?;
        latencies.record(began.elapsed());
    }
    Ok(latencies)
}

fn lookup(number: u64) -> Outcome<LookupName> {
    Ok(LookupName::parse(&name(number)).ok_or("a name that is too short")?)
}

fn look_up(connection: &mut db::Connection, number: u64) -> Outcome<()> {
    account::existing_name(connection, &lookup(number)?)?.ok_or("an account is missing")?;
    Ok(())
}

fn log_in(connection: &mut db::Connection, number: u64) -> Outcome<()> {
    let key = id(number).as_bytes().to_vec();
    let (account, address) = (AccountKey(key.clone()), AddressKey(key));
    let failures = sign_in::failures(connection, &account, &address, Purpose::Password)?;
    let found = account::find_by_name(connection, &lookup(number)?)?;
    let owner = found.first().ok_or("an account is missing")?;
    sign_in::record_success(connection, &account, &address, &failures)?;
    account::store(connection, owner.id)?;
    Ok(())
}

fn sign_up(connection: &mut db::Connection, hash: &str) -> Outcome<()> {
    let id = Uuid::new_v4();
    let name = LookupName::parse(&format!("test-girl-{id}")).ok_or("a name that is too short")?;
    let account = Account {
        id,
        date_of_birth: Stamp(Some(server::clock::now())),
        gender: "Female".to_owned(),
        location: "Urban".to_owned(),
        country: Some("NP".to_owned()),
        province: Some("3".to_owned()),
        name_hash: name.trimmed.clone(),
        password_hash: hash.to_owned(),
        memorable_question: "favourite_actor".to_owned(),
        memorable_answer: hash.to_owned(),
        date_signed_up: None,
        date_account_saved: Some(Stamp(Some(server::clock::now()))),
        metadata: None,
        avatar: None,
    };
    account::create(connection, &account, &name)?;
    Ok(())
}

fn append(connection: &mut db::Connection, number: u64) -> Outcome<()> {
    let events = append_events::EVENTS;
    let rows = NewEvents {
        local_ids: (0..events).map(|_| Uuid::new_v4()).collect(),
        kinds: (0..events).map(append_events::kind).collect(),
        payloads: (0..events).map(append_events::payload).collect(),
        metadata: vec![append_events::METADATA.to_owned(); events],
    };
    let sender = Sender { id: id(number).to_string(), keys: Vec::new() };
    app_event::append(connection, &rows, Some(&sender))?;
    Ok(())
}

fn surveys(connection: &mut db::Connection, number: u64) -> Outcome<()> {
    db::content::survey_completion::of_person(connection, id(number))?;
    Ok(())
}
