//! The statistics pages of the cms: how long one request takes, among all accounts and events.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::at_most;
use crate::Outcome;
use crate::compare::Spread;
use crate::http::{Answer, Connection, get};
use crate::load::Latencies;
use crate::report::Line;
use crate::run::Bench;

/// Milliseconds that a page may take.
const GOAL: f64 = 300.0;

/// Requests for each page in each round.
const TIMES: u32 = 5;

/// A quiz and a survey of `sql/content.sql`, whose events `sql/events.sql` makes.
const PAGES: [(&str, &str); 9] = [
    ("users", "/analytics-management"),
    ("users, filtered", "/analytics-management?gender=Female&location=Urban&country=NP"),
    ("users, one month", "/analytics-management?dateFrom=2025-03-01&dateTo=2025-03-31"),
    ("users as CSV", "/analytics-management/export.csv"),
    ("quizzes", "/quiz-management/results"),
    ("one quiz", "/quiz/00000000-0000-4000-8000-000000000007/results"),
    ("a survey", "/survey-management/00000000-0000-4000-8000-000000000301/results?gender=Female"),
    ("a survey's words", "/survey-management/00000000-0000-4000-8000-000000000301/written"),
    ("answered surveys", "/answered-surveys"),
];

const NAME: &str = "bench";
const PASSWORD: &str = "twelve tall trees stand still";

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Line>> {
    pages(bench)?.into_iter().map(|(name, latencies)| line(name, &latencies)).collect()
}

/// Asks for every page as an editor does, and gives their names and times.
///
/// # Errors
///
/// When the cms does not start or a page is not there.
pub(crate) fn pages(bench: &Bench) -> Outcome<Vec<(&'static str, Latencies)>> {
    create_editor(bench)?;
    let mut cms = bench.another_cms()?;
    cms.first_success("/ready")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut connection = Connection::open(cms.address).await?;
        let cookie = sign_in(&mut connection).await?;
        let mut all = Vec::new();
        for (name, path) in PAGES {
            let mut latencies = Latencies::default();
            for time in 0..=bench.arguments.rounds * TIMES {
                let began = Instant::now();
                let answer = connection.fetch(&get(path, &["Accept: text/html", &cookie])).await?;
                if answer.status != 200 {
                    return Err(format!("{path} was answered {}", answer.status).into());
                }
                // The first one also opens connections and reads from the disk.
                if time > 0 {
                    latencies.record(began.elapsed());
                }
            }
            all.push((name, latencies));
        }
        Ok(all)
    })
}

fn create_editor(bench: &Bench) -> Outcome<()> {
    let mut command = Command::new(&bench.arguments.cms)
        .args(["admin", "create-user", "--if-absent", "--username", NAME])
        .args(["--role", "superAdmin", "--lang", "ne"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()?;
    if let Some(input) = command.stdin.as_mut() {
        writeln!(input, "{PASSWORD}")?;
    }
    let status = command.wait()?;
    if status.success() { Ok(()) } else { Err("the editor could not be created".into()) }
}

/// Signs in and gives the header with the session's cookie.
async fn sign_in(connection: &mut Connection) -> Outcome<String> {
    let body = format!("username={NAME}&password={}", PASSWORD.replace(' ', "+"));
    let request = format!(
        "POST /login HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer = connection.fetch(request.as_bytes()).await?;
    let cookies: Vec<&str> = cookies(&answer).collect();
    if answer.status != 303 || cookies.is_empty() {
        return Err(format!("signing in was answered {}", answer.status).into());
    }
    Ok(format!("Cookie: {}", cookies.join("; ")))
}

fn cookies(answer: &Answer) -> impl Iterator<Item = &str> {
    answer.head.lines().filter_map(|line| {
        let (name, value) = line.split_once(": ")?;
        let is_cookie = name.eq_ignore_ascii_case("set-cookie");
        is_cookie.then(|| value.split(';').next().unwrap_or_default())
    })
}

fn line(name: &str, latencies: &Latencies) -> Outcome<Line> {
    let ours = Spread::of(latencies.millis()).ok_or("nothing was measured")?;
    Ok(at_most(format!("statistics: {name}"), "ms", ours, Some(GOAL)))
}
