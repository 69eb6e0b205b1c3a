//! Content from the snapshot, compared with a bare server that answers the same bytes.

use std::fs;
use std::process::Command;

use crate::bare;
use crate::compare::{WARM_UP, in_turns, throughput};
use crate::conditions;
use crate::http::{Answer, Connection, get};
use crate::load::{self, Load, Requests};
use crate::report::Line;
use crate::run::Bench;
use crate::service::Service;
use crate::{Failure, Outcome};

use super::share_of_limit;

/// A large answer and a small one.
const PATHS: [(&str, &str); 2] =
    [("articles", "/mobile/articles/ne"), ("small", "/mobile/avatar-messages/ne")];

/// The encodings, by what asks for them.
const ENCODINGS: [(&str, &[&str]); 3] = [
    ("br", &["Accept-Encoding: gzip, deflate, br"]),
    ("gzip", &["Accept-Encoding: gzip"]),
    ("identity", &[]),
];

/// A line that is to be measured.
struct Case {
    name: String,
    path: &'static str,
    /// Sent to both sides.
    headers: Vec<String>,
    status: u16,
    answer: Answer,
}

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Line>> {
    let mut cases = cases(bench)?;
    cases.retain(|case| bench.arguments.wants(&case.name));
    let bare = start_bare(bench, &cases)?;
    cases
        .iter()
        .enumerate()
        .map(|(number, case)| measure_case(bench, &bare, number, case))
        .collect()
}

fn cases(bench: &Bench) -> Outcome<Vec<Case>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut connection = Connection::open(bench.api.address).await?;
        let mut cases = Vec::new();
        for (size, path) in PATHS {
            for (encoding, headers) in ENCODINGS {
                let answer = connection.fetch(&get(path, headers)).await?;
                let encoded = header(&answer, "content-encoding").unwrap_or("identity");
                if answer.status != 200 || encoded != encoding {
                    return Err(Failure::from(format!(
                        "{path} was answered {} in {encoded}",
                        answer.status
                    )));
                }
                let headers = headers.iter().map(|&header| header.to_owned()).collect();
                cases.push(Case {
                    name: name(size, encoding, answer.body.len()),
                    path,
                    headers,
                    status: 200,
                    answer,
                });
            }
            let first = connection.fetch(&get(path, ENCODINGS[0].1)).await?;
            let tag = format!("If-None-Match: {}", header(&first, "etag").ok_or("no ETag")?);
            let headers = vec![ENCODINGS[0].1[0].to_owned(), tag];
            let answer = connection.fetch(&case_request(path, &headers)).await?;
            cases.push(Case {
                name: name(size, "304", answer.body.len()),
                path,
                headers,
                status: 304,
                answer,
            });
        }
        Ok(cases)
    })
}

fn case_request(path: &str, headers: &[String]) -> Vec<u8> {
    get(path, &headers.iter().map(String::as_str).collect::<Vec<_>>())
}

fn name(size: &str, encoding: &str, length: usize) -> String {
    format!("mobile-{size}-{encoding} {} KB", length.div_ceil(1000))
}

fn headers(answer: &Answer) -> impl Iterator<Item = (&str, &str)> {
    answer.head.lines().filter_map(|line| line.split_once(": "))
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    headers(answer).find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// Headers that the HTTP library writes by itself.
const WRITTEN_ANYWAY: [&str; 3] = ["content-length", "date", "connection"];

/// The bare server answers the same bytes: the body and every header that ours sends, those for
/// security and the request's id too.
fn start_bare(bench: &Bench, cases: &[Case]) -> Outcome<Service> {
    let directory = bench.arguments.directory.join("bare");
    fs::create_dir_all(&directory)?;
    for (number, case) in cases.iter().enumerate() {
        let headers: Vec<String> = headers(&case.answer)
            .filter(|(name, _)| {
                !WRITTEN_ANYWAY.iter().any(|other| other.eq_ignore_ascii_case(name))
            })
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        bare::write(&directory, &number.to_string(), case.status, &headers, &case.answer.body)?;
    }
    let port = bench.arguments.port + 2;
    let workers = conditions::cores();
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("bare").arg(format!("--port={port}")).arg(format!("--workers={workers}"));
    command.arg("--directory").arg(&directory);
    let mut bare = Service::start(&mut command, port, &bench.arguments.directory.join("bare.log"))?;
    bare.first_success("/health")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut connection = Connection::open(bare.address).await?;
        for (number, case) in cases.iter().enumerate() {
            let answer = connection.fetch(&get(&format!("/{number}"), &[])).await?;
            if answer.body != case.answer.body || answer.status != case.status {
                return Err(Failure::from(format!(
                    "the bare server answers other bytes for {}",
                    case.name
                )));
            }
        }
        Ok(bare)
    })
}

fn measure_case(bench: &Bench, bare: &Service, number: usize, case: &Case) -> Outcome<Line> {
    let from_bare = always(case_request(&format!("/{number}"), &case.headers));
    let from_ours = always(case_request(case.path, &case.headers));
    let limit = Load { address: bare.address, expect: case.status, ..bench.load(&from_bare) };
    let ours = Load { expect: case.status, ..bench.load(&from_ours) };
    for load in [&limit, &ours] {
        load::call(&Load { lasting: WARM_UP, ..*load })?;
    }
    let comparison = in_turns(
        bench.arguments.rounds,
        || throughput(bare, &limit),
        || throughput(&bench.api, &ours),
    )?;
    share_of_limit(case.name.clone(), &comparison, 0.90)
}

/// Callers that ask the same again and again.
pub(crate) fn always(request: Vec<u8>) -> impl Fn(usize) -> Requests + Sync {
    move |_| {
        let request = request.clone();
        Box::new(move |next| next.clone_from(&request))
    }
}
