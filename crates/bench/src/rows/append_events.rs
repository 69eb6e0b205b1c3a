//! `/analytics/append-events` with 20 events, compared with the same INSERT run by pgbench.

use std::fmt::Write;

use uuid::Uuid;

use crate::Outcome;
use crate::compare::{WARM_UP, in_turns, throughput_with_database};
use crate::http::post;
use crate::identity::{id, token};
use crate::load::{self, Load, Requests};
use crate::report::Line;
use crate::run::Bench;

use super::share_of_limit;

/// Events in a batch.
pub(crate) const EVENTS: usize = 20;

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Line>> {
    let batches = batches(bench)?;
    let load = bench.load(&batches);
    load::call(&Load { lasting: WARM_UP, ..load })?;
    // Unlike everything else the ids must differ each time. They are made in the statement,
    // since pgbench can only make numbers.
    let script = format!(
        "INSERT INTO app_event (local_id, type, payload, metadata, user_id) \
         SELECT local_id, type, payload::json, metadata::json, :person \
         FROM unnest((SELECT array_agg(gen_random_uuid()) FROM generate_series(1, {EVENTS})), \
         :kinds::text[], :payloads::text[], :metadata::text[]) AS event (local_id, type, payload, metadata) \
         ORDER BY local_id ON CONFLICT (local_id) DO NOTHING;\n"
    );
    let (kinds, payloads, metadata) = (array(kind), array(payload), array(|_| METADATA.to_owned()));
    let person = id(1).to_string();
    let variables = [
        ("person", person.as_str()),
        ("kinds", &kinds),
        ("payloads", &payloads),
        ("metadata", &metadata),
    ];
    let comparison = in_turns(
        bench.arguments.rounds,
        || bench.pgbench.per_second(&script, &variables, bench.lasting),
        || throughput_with_database(&bench.api, &bench.database, &load),
    )?;
    Ok(vec![share_of_limit("append-events 20", &comparison, 0.85)?])
}

/// Callers that send new events of account 1.
pub(crate) fn batches(bench: &Bench) -> Outcome<impl Fn(usize) -> Requests + Sync + use<>> {
    let token = token(1, &bench.secret)?;
    Ok(move |_: usize| -> Requests {
        let token = token.clone();
        let mut body = String::new();
        Box::new(move |request| {
            batch(&mut body);
            post(request, "/analytics/append-events", Some(&token), body.as_bytes());
        })
    })
}

/// A body with new ids.
fn batch(body: &mut String) {
    body.clear();
    body.push_str(r#"{"events":["#);
    for number in 0..EVENTS {
        // Writing to a text cannot fail.
        let _ = write!(
            body,
            r#"{}{{"id":"{}","type":"{}","payload":{},"metadata":{METADATA}}}"#,
            if number == 0 { "" } else { "," },
            Uuid::new_v4(),
            kind(number),
            payload(number),
        );
    }
    body.push_str("]}");
}

/// What every event has.
pub(crate) const METADATA: &str = r#"{"date":"2026-01-01T08:00:00.000Z","user":null,"deviceId":"00000000-0000-4000-8000-000000000000"}"#;

/// Mostly answers to quizzes, some changes of settings.
pub(crate) fn kind(number: usize) -> String {
    if number % 4 == 3 { "SET_LOCALE".to_owned() } else { "ANSWER_QUIZ".to_owned() }
}

/// What an event of this place in its batch holds.
pub(crate) fn payload(number: usize) -> String {
    if number % 4 == 3 {
        return r#"{"locale":"ne"}"#.to_owned();
    }
    let id = id(1);
    format!(
        r#"{{"id":"00000000-0000-4000-8000-00000000000{}","question":"Which food holds much iron?","answerID":2,"emoji":"x","answer":"Green leaves","isCorrect":true,"response":"Well done, that is right.","userID":"{id}","utcDateTime":"2026-01-01T08:00:00.000Z"}}"#,
        number % 10
    )
}

/// PostgreSQL's text form of an array with one element for each event.
fn array(element: impl Fn(usize) -> String) -> String {
    let elements: Vec<_> = (0..EVENTS)
        .map(|number| format!("\"{}\"", element(number).replace('\\', "\\\\").replace('"', "\\\"")))
        .collect();
    format!("{{{}}}", elements.join(","))
}
